#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/sqlite/claim_counts.hpp"
#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/standing_counts.hpp"
#include "store/sqlite/standing_log.hpp"
#include "store/sqlite/standing_words.hpp"

namespace avow::sqlite {
namespace {

ClaimSort claim_sort(const StandingSort& standing) {
  ClaimSort sort;
  sort.kind = kinds.parse(standing.kind);
  if (sort.kind) sort.strength = strengths.parse(standing.strength);
  sort.missing = standing.missing;
  sort.verdict = verdicts.parse(standing.verdict);
  sort.provisional = standing.provisional;
  sort.proposed = standing.proposed;
  return sort;
}

/// The sorts of claims by number, and which of them the filter takes.
struct Sorts {
  Sorts(Connection& connection, const ClaimFilter& filter) {
    for (const StandingSort& standing : standing_sorts(connection)) {
      const ClaimSort& sort = all.emplace_back(claim_sort(standing));
      wanted.push_back((!filter.distinct_only || !standing.copied) && (!filter.kind || sort.kind == filter.kind) &&
                       (!filter.verdict || sort.verdict == filter.verdict));
    }
    wanted[0] = false;  // claims that do not count
  }
  bool takes(std::uint64_t number) const { return number < all.size() && wanted[static_cast<std::size_t>(number)]; }

  std::vector<ClaimSort> all;
  std::vector<bool> wanted;
};

std::string year_text(std::int64_t year) {
  const std::string digits = std::to_string(year);
  return std::string(4 - std::min<std::size_t>(digits.size(), 4), '0') + digits;
}

/// Claims by number of a group. What a number stands for is told once the groups that there are are known.
class Tally {
 public:
  explicit Tally(const Sorts& sorts) : sorts_(sorts) {}
  void reserve(std::size_t claims) { facts_.reserve(claims); }
  void add(std::uint32_t group, std::uint32_t sort) {
    if (sorts_.takes(sort)) facts_.emplace_back(group, sort);
  }

  /// Brings the facts of each group together first, so that the counts at hand are those of one group.
  template <typename Name>
  ClaimCounts counts(std::size_t groups, const Name& name) const {
    std::vector<std::uint32_t> ends(groups + 1);
    for (const auto& [group, sort] : facts_) ++ends[group + 1];
    for (std::size_t group = 0; group < groups; ++group) ends[group + 1] += ends[group];
    std::vector<std::uint32_t> sorted(facts_.size());
    for (const auto& [group, sort] : facts_) sorted[ends[group]++] = sort;
    ClaimCounts counts;
    counts.sorts = sorts_.all;
    std::vector<std::uint32_t> claims(sorts_.all.size());
    for (std::size_t group = 0, at = 0; group < groups; ++group) {
      if (at == ends[group]) continue;
      counts.groups.push_back(name(group));
      const std::size_t first = at;
      for (; at < ends[group]; ++at) ++claims[sorted[at]];
      for (std::size_t i = first; i < at; ++i)
        if (const std::uint32_t n = std::exchange(claims[sorted[i]], 0); n != 0)
          counts.cells.push_back({static_cast<std::uint32_t>(counts.groups.size() - 1), sorted[i], n});
    }
    return counts;
  }

 private:
  const Sorts& sorts_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> facts_;  ///< group, sort
};

/// What stood for every claim, to be counted.
class LoggedClaims {
 public:
  LoggedClaims(Connection& connection, const ClaimFilter& filter, const Bounds& bounds)
      : connection_(connection),
        bounds_(bounds),
        sorts_(connection, filter),
        columns_(standing_columns(connection, bounds.last_record)),
        tally_(sorts_) {}

  /// Whether every claim holds on that day.
  bool hold_by(std::int32_t day) const {
    return std::none_of(columns_.states.begin(), columns_.states.end(),
                        [&](const StandingColumns::State& state) { return state.sort != 0 && state.day > day; });
  }

  ClaimCounts counts(CountBy by) {
    tally_.reserve(columns_.states.size());
    switch (by) {
      case CountBy::nothing:
        break;
      case CountBy::speaker:
        return by_name([this](std::size_t claim) { return columns_.said[claim].speaker; });
      case CountBy::topic:
        return by_name([this](std::size_t claim) { return columns_.states[claim].topic; });
      case CountBy::party:
        return by_party();
      case CountBy::year:
        return by_year();
    }
    each([](std::size_t) { return 0U; });
    return tally_.counts(1, [](std::size_t) { return std::string(); });
  }

 private:
  struct Term {
    std::uint32_t party;
    std::int32_t since, until;
  };
  using Terms = std::vector<std::vector<Term>>;  ///< by number of the speaker

  template <typename Group>
  void each(const Group& group) {
    for (std::size_t claim = 0; claim < columns_.states.size(); ++claim)
      tally_.add(group(claim), columns_.states[claim].sort);
  }

  template <typename Number>
  ClaimCounts by_name(const Number& number) {
    const std::vector<StandingName> names = standing_names(connection_);
    each([&](std::size_t claim) { return number(claim) < names.size() ? number(claim) : 0; });
    return tally_.counts(names.size(),
                         [&](std::size_t at) { return names[at].code.empty() ? names[at].name : names[at].code; });
  }

  ClaimCounts by_year() {
    static constexpr std::uint32_t years = 10'000;
    each([this](std::size_t claim) {
      const std::int32_t day = columns_.said[claim].latest;
      if (day == no_day) return std::uint32_t{years};
      const auto year = static_cast<int>(std::chrono::year_month_day(day_from_number(day)).year());
      return std::min(static_cast<std::uint32_t>(year), std::uint32_t{years});
    });
    return tally_.counts(years + 1, [](std::size_t year) {
      return year == years ? std::string() : year_text(static_cast<std::int64_t>(year));
    });
  }

  /// Group 0 is that of claims without a party.
  ClaimCounts by_party() {
    std::vector<std::string> parties{""};
    const Terms terms = party_terms(parties);
    std::vector<std::uint32_t> found;
    for (std::size_t claim = 0; claim < columns_.states.size(); ++claim) {
      const StandingColumns::Said& said = columns_.said[claim];
      found.clear();
      if (said.speaker < terms.size() && said.earliest != no_day)
        for (const Term& term : terms[said.speaker])
          if (term.since <= said.latest && term.until >= said.earliest) found.push_back(term.party);
      std::sort(found.begin(), found.end());
      found.erase(std::unique(found.begin(), found.end()), found.end());
      if (found.empty()) found.push_back(0);
      for (const std::uint32_t party : found) tally_.add(party, columns_.states[claim].sort);
    }
    return tally_.counts(parties.size(), [&](std::size_t party) { return parties[party]; });
  }

  Terms party_terms(std::vector<std::string>& parties) {
    const std::vector<StandingName> names = standing_names(connection_);
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (std::size_t number = 1; number < names.size(); ++number)
      if (names[number].name.empty()) numbers.emplace(names[number].code, number);
    Terms terms(names.size());
    std::unordered_map<std::string, std::uint32_t> known;
    const CachedStatement rows =
        connection_.prepared(with_parties() + "SELECT code, group_code, since, until FROM party");
    bind_bounds(*rows, bounds_);
    while (rows->step()) {
      const auto speaker = numbers.find(rows->text(0));
      if (speaker == numbers.end()) continue;
      const auto [party, is_new] =
          known.try_emplace(std::string(rows->text(1)), static_cast<std::uint32_t>(parties.size()));
      if (is_new) parties.push_back(party->first);
      const auto since = parse_day(rows->text(2));
      terms[speaker->second].push_back(
          {party->second, since ? day_number(*since) : no_day, day_number(parse_day(rows->text(3)).value_or(Day{}))});
    }
    return terms;
  }

  Connection& connection_;
  const Bounds& bounds_;
  Sorts sorts_;
  StandingColumns columns_;
  Tally tally_;
};

std::int32_t today_of(const Bounds& bounds) {
  return day_number(parse_day(bounds.today).value());
}

bool is_now(Connection& connection, const Bounds& bounds) {
  return connection.number("SELECT max(last_record) FROM journal_entry") <= bounds.last_record &&
         !stands_from_later(connection, today_of(bounds));
}

}  // namespace

std::optional<ClaimCounts> kept_counts(Connection& connection, const ClaimFilter& filter, CountBy by,
                                       const Bounds& bounds) {
  if (by == CountBy::party || !is_unrestricted(filter) || !is_now(connection, bounds)) return std::nullopt;
  const Sorts sorts(connection, filter);
  const bool by_name = by == CountBy::speaker || by == CountBy::topic;
  const std::vector<StandingName> names = by_name ? standing_names(connection) : std::vector<StandingName>();
  const auto name = [&](std::int64_t value) {
    if (value < 0) return std::string();
    if (!by_name) return year_text(value);
    const StandingName& found = names.at(std::min(static_cast<std::size_t>(value), names.size() - 1));
    return found.code.empty() ? found.name : found.code;
  };
  ClaimCounts counts;
  counts.sorts = sorts.all;
  std::int64_t last = -2;
  each_standing_count(connection, count_dimensions.name(by),
                      [&](std::int64_t value, std::uint32_t sort, std::uint64_t claims) {
                        if (!sorts.takes(sort)) return;
                        if (std::exchange(last, value) != value) counts.groups.push_back(name(value));
                        counts.cells.push_back({static_cast<std::uint32_t>(counts.groups.size() - 1), sort, claims});
                      });
  return counts;
}

std::optional<ClaimCounts> logged_counts(Connection& connection, const ClaimFilter& filter, CountBy by,
                                         const Bounds& bounds) {
  if (!is_unrestricted(filter)) return std::nullopt;
  LoggedClaims claims(connection, filter, bounds);
  if (!claims.hold_by(today_of(bounds))) return std::nullopt;
  return claims.counts(by);
}

}  // namespace avow::sqlite
