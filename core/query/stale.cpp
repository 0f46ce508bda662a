#include "query/stale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "query/disputes.hpp"
#include "query/revisions.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

bool is_open_promise(const Reading& reading) {
  return is_promise(reading.kind) && !reading.negated && reading.target.due.known() &&
         day_number(reading.target.due.latest()) != INT32_MAX;
}

std::string overdue(const ClaimRow& row, Day today) {
  if (!row.reading || !is_open_promise(*row.reading)) return {};
  const Date& due = row.reading->target.due;
  if (due.latest() >= today) return {};
  if (!row.assessment) return fmt::format("fell due {}, and was never judged", due.text());
  const Assessment& last = *row.assessment;
  if (stage(last.verdict) != VerdictStage::open || last.today > due.latest()) return {};
  return fmt::format("fell due {}, and was judged last on {}: {}", due.text(), to_string(last.today),
                     verdicts.name(last.verdict));
}

std::string revised(Store& store, const ClaimRow& row, const Clocks& clocks) {
  if (!row.assessment) return {};
  const auto revisions = revisions_of(store, *row.assessment, clocks);
  if (revisions.empty()) return {};
  const std::string more = revisions.size() > 1 ? fmt::format(", and {} more", revisions.size() - 1) : "";
  return fmt::format("{}: {}{}", revisions.front().series.indicator, revision_text(revisions.front()), more);
}

/// Why what this maker made would be made otherwise now.
std::string outdated(const Maker& maker, const std::vector<Maker>& current) {
  if (maker.is_person()) return {};
  const auto now =
      std::find_if(current.begin(), current.end(), [&](const Maker& one) { return one.plugin == maker.plugin; });
  if (now == current.end()) return {};
  if (maker.revision < now->revision)
    return fmt::format("by revision {} of {}, which is at {}", maker.revision, maker.plugin, now->revision);
  if (maker.revision == now->revision && maker.configuration != now->configuration)
    return fmt::format("by {} with another configuration", maker.plugin);
  return {};
}

std::string disagrees(Store& store, const ClaimRow& row, const Clocks& clocks) {
  const auto other = disagreement(store, row, clocks);
  if (!other) return {};
  return fmt::format("{} says {}; {} says {} since: {}", row.assessment->maker.person,
                     verdicts.name(row.assessment->verdict), other->value.maker.plugin,
                     verdicts.name(other->value.verdict), other->value.reason);
}

std::string waits_for_confirmation(const ClaimRow& row) {
  if (!row.assessment || !row.assessment->proposed) return {};
  return fmt::format("{} proposes {}: {}", row.assessment->maker.plugin, verdicts.name(row.assessment->verdict),
                     row.assessment->reason);
}

std::string disputed(Store& store, const ClaimRow& row, const Clocks& clocks) {
  const auto open = open_disputes(store, row.id, clocks);
  if (open.empty()) return {};
  const Dispute& first = open.front().dispute.value;
  const std::string more = open.size() > 1 ? fmt::format(" (and {} more)", open.size() - 1) : "";
  return fmt::format("{} ({}) disputes the {}: {}{}", first.person, disputants.name(first.as),
                     record_kinds.name(first.kind), first.reason, more);
}

}  // namespace

void stale_claims(Store& store, const ClaimFilter& filter, const std::vector<Maker>& current, Day today,
                  const std::function<bool(const StaleClaim&)>& visit) {
  store.claims(filter, [&](const ClaimRow& row) {
    const std::pair<StaleReason, std::string> reasons[] = {
        {StaleReason::overdue, overdue(row, today)},
        {StaleReason::figures, revised(store, row, filter.clocks)},
        {StaleReason::checker, row.assessment ? outdated(row.assessment->maker, current) : std::string()},
        {StaleReason::analyzer, row.reading ? outdated(row.reading->maker, current) : std::string()},
        {StaleReason::proposed, waits_for_confirmation(row)},
        {StaleReason::disagreement, disagrees(store, row, filter.clocks)},
        {StaleReason::dispute, disputed(store, row, filter.clocks)}};
    return std::all_of(std::begin(reasons), std::end(reasons), [&](const auto& one) {
      return one.second.empty() || visit({row, one.first, one.second});
    });
  });
}

}  // namespace avow
