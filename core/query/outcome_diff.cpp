#include "query/outcome_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>
#include <utility>

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool holds(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

/// Entity, period, and the series where figures are compared within one.
using Key = std::tuple<std::string, Day, Day, Id>;
using Figures = std::map<Key, const ObservationRow*>;

/// The newest vintage that a side admits of each series.
std::map<Id, Day> newest_of(const std::vector<ObservationRow>& rows, const VintageSide& side) {
  std::map<Id, Day> newest;
  for (const ObservationRow& row : rows) {
    if (!side.admits(row)) continue;
    const auto [at, fresh] = newest.try_emplace(row.observation.series, row.observation.published);
    if (!fresh) at->second = std::max(at->second, row.observation.published);
  }
  return newest;
}

/// Compares the figures of one indicator.
class Comparison {
 public:
  Comparison(const std::vector<ObservationRow>& rows, const RevisionQuery& query)
      : within_series_(query.before.source.empty() && query.after.source.empty()),
        first_(newest_of(rows, query.before)),
        second_(newest_of(rows, query.after)) {
    for (const ObservationRow& row : rows) {
      if (is_unchanged(row.observation.series)) continue;
      if (is_of(first_, row) && query.before.admits(row)) take(before_, row);
      if (is_of(second_, row) && query.after.admits(row)) take(after_, row);
    }
  }

  bool visit(const std::function<bool(const Revision&)>& visit) const {
    auto a = before_.begin();
    for (auto b = after_.begin(); a != before_.end() || b != after_.end();) {
      const bool only_a = b == after_.end() || (a != before_.end() && a->first < b->first);
      const bool only_b = a == before_.end() || (b != after_.end() && b->first < a->first);
      const auto revision = only_a   ? Revision{RevisionKind::dropped, *a->second, {}}
                            : only_b ? Revision{RevisionKind::added, {}, *b->second}
                                     : compared(*a->second, *b->second);
      if (!only_b) ++a;
      if (!only_a) ++b;
      if ((only_a || only_b || differs(revision)) && !visit(revision)) return false;
    }
    return true;
  }

 private:
  bool is_unchanged(const Id& series) const {
    const auto a = first_.find(series), b = second_.find(series);
    return within_series_ && a != first_.end() && b != second_.end() && a->second == b->second;
  }

  static bool is_of(const std::map<Id, Day>& vintages, const ObservationRow& row) {
    const auto at = vintages.find(row.observation.series);
    return at != vintages.end() && at->second == row.observation.published;
  }

  void take(Figures& figures, const ObservationRow& row) const {
    const Observation& figure = row.observation;
    const auto [at, fresh] = figures.try_emplace(
        {figure.entity, figure.period.earliest(), figure.period.latest(), within_series_ ? figure.series : Id{}}, &row);
    if (!fresh && at->second->observation.published < figure.published) at->second = &row;
  }

  static bool same_value(const Observation& a, const Observation& b) {
    const auto first = parse_decimal(a.value), second = parse_decimal(b.value);
    return first && second ? first->value == second->value && a.unit == b.unit : a.value == b.value;
  }

  static Revision compared(const ObservationRow& a, const ObservationRow& b) {
    return {same_value(a.observation, b.observation) ? RevisionKind::status : RevisionKind::revised, a, b};
  }

  static bool differs(const Revision& revision) {
    return revision.kind != RevisionKind::status ||
           revision.before->observation.status != revision.after->observation.status;
  }

  bool within_series_;
  std::map<Id, Day> first_, second_;
  Figures before_, after_;
};

std::vector<std::string> indicators_of(Store& store, const ObservationFilter& filter) {
  if (!filter.indicator.empty()) return {filter.indicator};
  std::vector<std::string> codes;
  for (const Indicator& indicator : store.indicators(filter.clocks)) codes.push_back(indicator.code);
  return codes;
}

}  // namespace

bool VintageSide::admits(const ObservationRow& row) const {
  if (day && row.observation.published > *day) return false;
  return source.empty() || holds(row.series.source, source) || row.observation.series.hex().starts_with(source);
}

VintageSide parse_vintage_side(std::string_view word) {
  VintageSide side;
  const auto at = word.rfind('@');
  side.day = parse_day(at == std::string_view::npos ? word : word.substr(at + 1));
  if (!side.day || at != std::string_view::npos) side.source = word.substr(0, at);
  if (word.empty() || (at != std::string_view::npos && (!side.day || at == 0)))
    throw Error(ErrorCode::usage, fmt::format("'{}' names no publication", word),
                "write a day (2024-06-17), a source (NATO), or both (NATO@2024-06-17)");
  return side;
}

void outcome_diff(Store& store, const RevisionQuery& query, const std::function<bool(const Revision&)>& visit) {
  ObservationFilter filter = query.filter;
  filter.newest_only = false;
  filter.limit = 0;
  for (const std::string& indicator : indicators_of(store, query.filter)) {
    filter.indicator = indicator;
    std::vector<ObservationRow> rows;
    store.observations(filter, [&](const ObservationRow& row) {
      rows.push_back(row);
      return true;
    });
    if (!Comparison(rows, query).visit(visit)) return;
  }
}

}  // namespace avow
