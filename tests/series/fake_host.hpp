#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/plugin.hpp"

namespace avow {

/// A host with made-up figures: what was published by `today` alone is given, and of several vintages the newest.
class FakeHost final : public CheckHost {
 public:
  struct Given {
    std::string entity;
    std::string period;
    double value;
    Status status = Status::actual;
    std::string published = "2000-01-01";
    std::string unit = "percent of GDP";
    double step = 0;  ///< of the value as published
  };

  explicit FakeHost(Day today) : today_(today) {}

  void give(const Given& given) {
    ObservedValue seen;
    seen.id = Canonical("observation").field("name", given.entity + given.period + given.published).id();
    seen.indicator = "own:measure";
    seen.entity = given.entity;
    seen.period = Date::parse(given.period).value();
    seen.value = {given.value, given.step};
    seen.unit = given.unit;
    seen.status = given.status;
    seen.published = parse_day(given.published).value();
    if (seen.published <= today_) values_[{seen.entity, given.period}].push_back(seen);
  }
  /// One value a year, from `first` on.
  void give_years(const std::string& entity, int first, const std::vector<double>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      give({entity, std::to_string(first + static_cast<int>(i)), values[i]});
  }
  void belongs(const std::string& group, const std::string& code, const std::string& from = {}) {
    members_[group].push_back({code, "Name of " + code, Date::parse(from).value_or(Date{}), {}});
  }

  Observations observations(const ObservationQuery& query) override {
    std::vector<ObservedValue> found;
    for (const auto& [key, vintages] : values_)
      if (query.entity.empty() || key.first == query.entity)
        if (const ObservedValue* newest = newest_of(vintages, query)) found.push_back(*newest);
    return found;
  }
  std::vector<Member> members(const std::string& group, Day day) override {
    std::vector<Member> found;
    for (const Member& member : members_[group])
      if (!member.from.known() || member.from.earliest() <= day) found.push_back(member);
    return found;
  }
  std::vector<Passage> passages(const PassageQuery&) override { return {}; }

 private:
  static const ObservedValue* newest_of(const std::vector<ObservedValue>& vintages, const ObservationQuery& query) {
    const ObservedValue* newest = nullptr;
    for (const ObservedValue& vintage : vintages) {
      if (query.published_until.known() && vintage.published > query.published_until.earliest()) continue;
      if (vintage.indicator != query.indicator) continue;
      if (newest == nullptr || newest->published <= vintage.published) newest = &vintage;
    }
    return newest;
  }

  Day today_;
  std::map<std::pair<std::string, std::string>, std::vector<ObservedValue>> values_;
  std::map<std::string, std::vector<Member>> members_;
};

}  // namespace avow
