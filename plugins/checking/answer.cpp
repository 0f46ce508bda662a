#include "answer.hpp"

#include <algorithm>

namespace avow::check {

void Answer::evidence(std::string_view who, const Point& point, std::string_view unit, std::string_view what_for) {
  if (point.id.empty()) return;
  newest_ = std::max(newest_, point.published);
  const auto same = [&](const sdk::Evidence& known) { return known.reference == point.id; };
  if (std::any_of(given_.evidence.begin(), given_.evidence.end(), same)) return;
  std::string note = std::string(who) + ", " + point.period.text + ": " + amount(point.value, unit);
  if (point.preliminary()) note += " (" + point.status + ")";
  given_.evidence.push_back({sdk::evidence_kind::observation, point.id, note + ", " + std::string(what_for)});
}

}  // namespace avow::check
