#include "store/row_counts.hpp"

#include <cstdint>
#include <set>

namespace avow {

namespace {

/// An open end counts as unknown.
bool is_closed(const Date& date) {
  return date.known() && day_number(date.earliest()) != INT32_MIN && day_number(date.latest()) != INT32_MAX;
}

}  // namespace

/// Parties of people by the day.
class RowCounts::Parties {
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
    if (found != members_.end() && is_closed(claim.said))
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

namespace {

/// What the claim is counted under; `parties` gives those of a claim.
template <typename Parties>
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
      if (row.claim.said.known() && day_number(row.claim.said.latest()) != INT32_MAX)
        return {to_string(row.claim.said.latest()).substr(0, 4)};
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

std::string missing_words(const Target& target, Kind kind) {
  std::string all;
  for (const std::string& word : missing_parts(target, is_statement(kind))) all += (all.empty() ? "" : ",") + word;
  return all;
}

RowCounts::RowCounts(CountBy by, const std::vector<Entity>& entities)
    : by_(by), parties_(std::make_unique<Parties>(entities)) {}

RowCounts::~RowCounts() = default;

std::vector<std::uint32_t> RowCounts::places(const ClaimRow& row) {
  const ClaimSort sort = sort_of(row);
  std::vector<std::uint32_t> places;
  for (const std::string& group : groups_of(row, by_, *parties_)) {
    const auto next = static_cast<std::uint32_t>(counts_.cells.size());
    const auto [place, is_new] = places_.try_emplace(
        Key(group, sort.kind, sort.strength, sort.missing, sort.verdict, sort.provisional, sort.proposed), next);
    if (is_new) {
      counts_.groups.push_back(group);
      counts_.sorts.push_back(sort);
      counts_.cells.push_back({next, next, 0});
    }
    places.push_back(place->second);
  }
  return places;
}

void RowCounts::count(const std::vector<std::uint32_t>& places) {
  for (const std::uint32_t place : places) ++counts_.cells[place].claims;
}

}  // namespace avow
