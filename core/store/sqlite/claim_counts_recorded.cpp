#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "store/sqlite/claim_counts.hpp"
#include "store/sqlite/standing_rows.hpp"
#include "store/store.hpp"

namespace avow::sqlite {
namespace {

/// Parties of people by the day.
class Parties {
 public:
  explicit Parties(const std::vector<Entity>& entities) {
    for (const Entity& entity : entities)
      if (entity.kind == EntityKind::party) codes_.insert(entity.code);
    for (const Entity& entity : entities)
      for (const Membership& membership : entity.memberships)
        if (codes_.contains(membership.group)) members_[entity.code].push_back(membership);
  }

  std::set<std::string> of(const Claim& claim) const {
    std::set<std::string> codes;
    const auto found = members_.find(claim.speaker);
    if (found != members_.end() && claim.said.known())
      for (const Membership& one : found->second)
        if ((!one.from.known() || one.from.earliest() <= claim.said.latest()) &&
            (!one.until.known() || one.until.latest() >= claim.said.earliest()))
          codes.insert(one.group);
    return codes.empty() ? std::set<std::string>{""} : codes;
  }

 private:
  std::set<std::string> codes_;
  std::map<std::string, std::vector<Membership>> members_;
};

std::set<std::string> groups_of(const ClaimRow& row, CountBy by, const Parties& parties) {
  switch (by) {
    case CountBy::nothing:
      break;
    case CountBy::speaker:
      return {row.claim.speaker.empty() ? row.claim.speaker_name : row.claim.speaker};
    case CountBy::party:
      return parties.of(row.claim);
    case CountBy::topic:
      return {row.reading ? row.reading->topic : std::string()};
    case CountBy::year:
      if (row.claim.said.known()) return {to_string(row.claim.said.latest()).substr(0, 4)};
  }
  return {""};
}

ClaimSort sort_of(const ClaimRow& row) {
  ClaimSort sort;
  if (row.reading) {
    sort.kind = row.reading->kind;
    sort.strength = row.reading->strength;
    sort.missing = missing_words(row.reading->target, *sort.kind);
  }
  if (row.assessment) {
    sort.verdict = row.assessment->verdict;
    sort.provisional = row.assessment->provisional;
    sort.proposed = row.assessment->proposed;
  }
  return sort;
}

}  // namespace

ClaimCounts recorded_counts(Store& store, ClaimFilter filter, CountBy by) {
  filter.limit = 0;
  const Parties parties(by == CountBy::party ? store.entities(filter.clocks) : std::vector<Entity>());
  const auto key = [](const std::string& group, const ClaimSort& one) {
    return std::tuple(group, one.kind, one.strength, one.missing, one.verdict, one.provisional, one.proposed);
  };
  ClaimCounts counts;
  std::map<decltype(key({}, {})), std::size_t> places;
  store.claims(filter, [&](const ClaimRow& row) {
    const ClaimSort sort = sort_of(row);
    for (const std::string& group : groups_of(row, by, parties)) {
      const auto [place, is_new] = places.try_emplace(key(group, sort), counts.cells.size());
      if (is_new) {
        const auto at = static_cast<std::uint32_t>(counts.cells.size());
        counts.groups.push_back(group);
        counts.sorts.push_back(sort);
        counts.cells.push_back({at, at, 0});
      }
      ++counts.cells[place->second].claims;
    }
    return true;
  });
  return counts;
}

}  // namespace avow::sqlite
