#include "engine/person_word.hpp"

#include <fmt/format.h>

#include "base/error.hpp"

namespace avow {
namespace {

bool is_address(const std::string& reference) {
  return reference.find("://") != std::string::npos;
}

Evidence resolve(Store& store, const std::string& reference) {
  if (is_address(reference)) return {EvidenceKind::address, reference, {}};
  const auto [kind, id] = store.resolve(reference);
  if (kind == RecordKind::document) return {EvidenceKind::document, id.hex(), {}};
  if (kind == RecordKind::observation) return {EvidenceKind::observation, id.hex(), {}};
  throw Error(ErrorCode::usage,
              fmt::format("evidence {} is a {}, not a document or an observation", reference, record_kinds.name(kind)),
              "name a document, an observation, or an address beginning with https://");
}

}  // namespace

void need(bool holds, const std::string& what, const std::string& advice) {
  if (!holds) throw Error(ErrorCode::usage, what, advice);
}

void require_author(const std::string& person, const std::string& reason, const std::string& what) {
  need(!person.empty(), what + " needs to say who made it", "say so with --by, or set AVOW_USER");
  need(!reason.empty(), what + " needs its reason", "give it with --because");
}

std::vector<Evidence> evidence_of(Store& store, const std::vector<std::string>& references) {
  std::vector<Evidence> evidence;
  for (const std::string& reference : references) evidence.push_back(resolve(store, reference));
  return evidence;
}

Clocks as_if_on(Day today) {
  Clocks clocks;
  clocks.today = today;
  return clocks;
}

}  // namespace avow
