#include "query/vintages.hpp"

#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "query/names.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

std::optional<Day> first_day(const Reading& reading, const Date& said) {
  const Target& target = reading.target;
  if (target.baseline.known()) return target.baseline.earliest();
  if (is_statement(reading.kind) && target.due.known()) return target.due.earliest();
  if (!said.known()) return std::nullopt;
  const std::chrono::year_month_day day{said.earliest()};
  return Date::year(int{day.year()} - 1).earliest();
}

ObservationFilter filter_of(const Reading& reading, const Date& said, const Clocks& clocks) {
  ObservationFilter filter;
  filter.clocks = clocks;
  filter.indicator = reading.target.indicator;
  filter.newest_only = false;
  filter.period_from = first_day(reading, said);
  if (reading.target.due.known()) filter.period_until = reading.target.due.latest();
  return filter;
}

/// Whose figures count.
std::unordered_set<std::string> entities_of(Store& store, const Target& target, const Clocks& clocks) {
  std::unordered_set<std::string> entities{target.subject};
  if (target.scope == Scope::each)
    for (std::string& member : Names(store.entities(clocks), {}).members(target.subject, target.due))
      entities.insert(std::move(member));
  return entities;
}

struct Tally {
  Vintage vintage;
  std::set<std::string> entities;
};

void count(Tally& tally, const ObservationRow& row) {
  VintageEvent& event = tally.vintage.event;
  const Date& period = row.observation.period;
  tally.vintage.published = row.observation.published;
  event.series = row.series;
  ++event.values;
  tally.entities.insert(row.observation.entity);
  event.entities = tally.entities.size();
  if (!event.first_period.known() || period.earliest() < event.first_period.earliest()) event.first_period = period;
  if (!event.last_period.known() || period.latest() > event.last_period.latest()) event.last_period = period;
}

}  // namespace

std::vector<Vintage> vintages(Store& store, const Reading& reading, const Date& said, const Clocks& clocks) {
  if (reading.target.indicator.empty() || reading.target.subject.empty()) return {};
  const auto entities = entities_of(store, reading.target, clocks);
  ObservationFilter filter = filter_of(reading, said, clocks);
  if (entities.size() == 1) filter.entity = reading.target.subject;
  std::map<std::pair<Day, Id>, Tally> tallies;
  store.observations(filter, [&](const ObservationRow& row) {
    if (!row.observation.value.empty() && entities.contains(row.observation.entity))
      count(tallies[{row.observation.published, row.observation.series}], row);
    return true;
  });
  std::vector<Vintage> all;
  all.reserve(tallies.size());
  for (auto& [key, tally] : tallies) all.push_back(std::move(tally.vintage));
  return all;
}

}  // namespace avow
