#include "engine/policy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "engine/policy_text.hpp"
#include "model/json_fields.hpp"

namespace avow {
namespace {

constexpr int longest_wait = 1200;  // months: a hundred years

template <typename T>
bool holds(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<Verdict> verdicts_of(const Json& rule) {
  std::vector<Verdict> list;
  for (const std::string& name : json_fields::texts(rule, "verdicts")) {
    const auto verdict = verdicts.parse(name);
    if (!verdict) json_fields::refuse("verdicts", "'" + name + "' is no verdict");
    list.push_back(*verdict);
  }
  if (list.empty()) json_fields::refuse("verdicts", "names none");
  return list;
}

Policy::PersonRule person_rule(const Json& json) {
  json_fields::object(json, "a rule of needs_person");
  Policy::PersonRule rule{json_fields::text(json, "checker"), verdicts_of(json), std::nullopt,
                          json_fields::required_text(json, "because")};
  if (json.contains("rests_on")) rule.rests_on = json_fields::word(json, "rests_on", statuses);
  return rule;
}

Policy::Wait wait(const Json& json) {
  json_fields::object(json, "a rule of waits");
  const std::int64_t months = json_fields::integer(json, "months", -1);
  if (months < 0 || months > longest_wait) json_fields::refuse("months", "must lie between 0 and 1200");
  return {json_fields::text(json, "indicator"), static_cast<int>(months)};
}

/// The same day of the month, or the last one that the month has.
Day months_after(Day day, int months) {
  const std::chrono::year_month_day from(day);
  const auto month = from.year() / from.month() + std::chrono::months(months);
  const std::chrono::year_month_day_last last(month.year(), std::chrono::month_day_last(month.month()));
  return std::chrono::sys_days(month.year() / month.month() / std::min(from.day(), last.day()));
}

}  // namespace

const Policy& Policy::shipped() {
  static const Policy policy = parse(policy_text(), "schema/policy/policy.json");
  return policy;
}

Policy Policy::parse(std::string_view text, std::string_view where) {
  const Json json = parse_json(text, where);
  Policy policy;
  policy.digest_ = sha256(text);
  try {
    json_fields::object(json, "a policy");
    for (const Json& rule : json_fields::array(json, "needs_person")) policy.person_rules_.push_back(person_rule(rule));
    for (const Json& rule : json_fields::array(json, "waits")) policy.waits_.push_back(wait(rule));
  } catch (const Error& error) {
    throw Error(error.code(), fmt::format("{}: {}", where, error.what()));
  }
  std::stable_partition(policy.waits_.begin(), policy.waits_.end(), [](const Wait& w) { return !w.indicator.empty(); });
  return policy;
}

const Policy::PersonRule* Policy::needs_person(std::string_view checker, Verdict verdict,
                                               const std::vector<Status>& rests_on) const {
  const auto binds = [&](const PersonRule& rule) {
    return (rule.checker.empty() || rule.checker == checker) && holds(rule.verdicts, verdict) &&
           (!rule.rests_on || holds(rests_on, *rule.rests_on));
  };
  const auto found = std::find_if(person_rules_.begin(), person_rules_.end(), binds);
  return found == person_rules_.end() ? nullptr : &*found;
}

Day Policy::waited_until(std::string_view indicator, Day due) const {
  if (day_number(due) == INT32_MAX) return due;  // open
  for (const Wait& wait : waits_)
    if (wait.indicator.empty() || wait.indicator == indicator) return months_after(due, wait.months);
  return due;
}

}  // namespace avow
