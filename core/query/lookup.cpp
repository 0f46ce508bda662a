#include "query/lookup.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/error.hpp"
#include "query/known.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

[[noreturn]] void refuse_kind(std::string_view prefix, RecordKind found, RecordKind wanted) {
  throw Error(ErrorCode::not_found,
              fmt::format("'{}' names a record of kind {}, not {}", prefix, record_kinds.name(found),
                          record_kinds.name(wanted)),
              fmt::format("give the id of a record of kind {}", record_kinds.name(wanted)));
}

Id claim_of_reading(Store& store, const Id& id, std::string_view prefix) {
  if (const auto reading = store.reading(id)) return reading->claim;
  throw Error(ErrorCode::not_found, fmt::format("'{}' leads to reading {}, which is not there", prefix, id.hex()),
              "run `avow verify`");
}

/// Of an answer to one as well.
std::optional<Id> claim_of_dispute(Store& store, RecordKind kind, const Id& id) {
  if (kind != RecordKind::dispute && kind != RecordKind::answer) return std::nullopt;
  const auto answer = kind == RecordKind::answer ? store.answer(id) : std::nullopt;
  const auto dispute = store.dispute(answer ? answer->dispute : id);
  return dispute ? std::optional(dispute->claim) : std::nullopt;
}

}  // namespace

Id resolve_as(Store& store, RecordKind kind, std::string_view prefix) {
  const auto [found, id] = store.resolve(prefix);
  if (found != kind) refuse_kind(prefix, found, kind);
  return id;
}

Id resolve_claim(Store& store, std::string_view prefix) {
  const auto [found, id] = store.resolve(prefix);
  if (found == RecordKind::claim) return id;
  if (found == RecordKind::reading) return claim_of_reading(store, id, prefix);
  if (found == RecordKind::assessment)
    if (const auto assessment = store.assessment(id)) return claim_of_reading(store, assessment->reading, prefix);
  if (const auto claim = claim_of_dispute(store, found, id)) return *claim;
  refuse_kind(prefix, found, RecordKind::claim);
}

std::optional<ClaimRow> claim_row(Store& store, const Id& claim, const Clocks& clocks) {
  std::optional<ClaimRow> found;
  ClaimFilter filter;
  filter.clocks = clocks;
  filter.claim = claim.hex();
  store.claims(filter, [&](const ClaimRow& row) {
    found = row;
    return false;
  });
  return found;
}

ObservationRow observation_row(Store& store, const Id& observation, const Clocks& clocks) {
  auto known = store.observation(observation);
  if (!known) throw Error(ErrorCode::not_found, fmt::format("there is no observation {}", observation.hex()));
  require_known(store, RecordKind::observation, observation, Date::day(known->published), clocks);
  auto series = store.series(known->series);
  return {observation, *std::move(known), std::move(series).value_or(Series{})};
}

}  // namespace avow
