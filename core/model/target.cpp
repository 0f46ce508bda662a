#include "model/target.hpp"

namespace avow {
namespace {

bool needs_amount(Relation relation) {
  switch (relation) {
    case Relation::rise:
    case Relation::fall:
    case Relation::record_high:
    case Relation::record_low:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::vector<std::string> missing_parts(const Target& target, bool is_statement) {
  std::vector<std::string> missing;
  if (target.subject.empty()) missing.emplace_back("subject");
  if (target.indicator.empty()) missing.emplace_back("measure");
  if (needs_amount(target.relation) && !target.value) missing.emplace_back("amount");
  if (!is_statement && !target.due.known()) missing.emplace_back("date");
  return missing;
}

}  // namespace avow
