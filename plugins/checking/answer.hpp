#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "avow/sdk.hpp"
#include "figures.hpp"
#include "points.hpp"

namespace avow::check {

/// An assessment in the making: figures in the order of adding, each observation named once as evidence.
class Answer {
 public:
  void figure(std::string name, std::string value) { given_.figures.push_back({std::move(name), std::move(value)}); }

  /// Names an observation as evidence: "Harbourland, 2024: 1.9 percent of GDP (estimate), short of it". One that was
  /// counted rather than published has no id and is not named.
  void evidence(std::string_view who, const Point& point, std::string_view unit, std::string_view what_for);

  /// The verdict rests on this figure: an estimate or forecast makes it provisional.
  void rests_on(const Point& point) { given_.provisional = given_.provisional || point.preliminary(); }

  /// Rounding may have decided: a finer figure could say otherwise.
  void doubt() { given_.provisional = true; }

  sdk::Assessment done(std::string_view verdict, std::string reason) {
    given_.verdict = verdict;
    given_.reason = std::move(reason);
    if (newest_ != sdk::open_start) figure("newest vintage", day_text(newest_));
    return std::move(given_);
  }

 private:
  sdk::Assessment given_;
  DayNumber newest_ = sdk::open_start;
};

}  // namespace avow::check
