#include "rounding.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace avow::statement {
namespace {

constexpr double round_share = 0.025;  // of an exact number that ends in noughts
constexpr double least_about = 0.05;
constexpr double most_about = 0.10;
constexpr double above_nearly = 0.01;  // how far "nearly" may be overshot: figures of two days differ by as much

/// Steps of numbers said without a digit after the point: "300 million" has a million, "2.0 million" a tenth of it.
bool is_whole_step(double step) {
  constexpr std::array<double, 5> steps = {1, 1e3, 1e6, 1e9, 1e12};
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

/// The place of the last digit that is no nought: 100 of 300, 0.1 of 5.2.
double last_place(const sdk::Number& number) {
  const double value = std::abs(number.value);
  if (value == 0) return number.step;
  if (number.step <= 0) return std::pow(10, std::floor(std::log10(value)));
  double place = number.step;
  if (!is_whole_step(place)) return place;
  constexpr int most_places = 18;
  for (int places = 0; places < most_places && std::fmod(std::round(value / place), 10) == 0; ++places) place *= 10;
  return place;
}

bool is_bounded_by(const check::ClaimTarget& target, std::string_view relation, std::string_view hedge) {
  return target.relation == relation || target.hedge == hedge;
}

}  // namespace

double exact_reach(const sdk::Number& number) {
  if (number.step <= 0) return about_reach(number);
  const double noughts = std::min(last_place(number) / 2, std::abs(number.value) * round_share);
  return std::max(number.step / 2, noughts);
}

double about_reach(const sdk::Number& number) {
  const double value = std::abs(number.value);
  const double digit = std::min(last_place(number) / 2, value * most_about);
  return std::max({number.step / 2, digit, value * least_about});
}

Band band_said(const check::ClaimTarget& target) {
  if (!target.value) return {};
  const sdk::Number& said = *target.value;
  const double value = said.value;
  if (target.upper) return {value - exact_reach(said), target.upper->value + exact_reach(*target.upper)};
  if (target.hedge == sdk::hedge::nearly) return {value - about_reach(said), value + above_nearly * std::abs(value)};
  if (is_bounded_by(target, sdk::relation::at_least, sdk::hedge::over)) return {.low = value};
  if (is_bounded_by(target, sdk::relation::at_most, sdk::hedge::under)) return {.high = value};
  const double reach = target.hedge == sdk::hedge::about ? about_reach(said) : exact_reach(said);
  return {value - reach, value + reach};
}

}  // namespace avow::statement
