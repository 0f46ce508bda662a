#include "learn/metric.hpp"

#include <algorithm>
#include <random>

namespace avow::learn {
namespace {

double divide(double part, double whole) {
  return whole == 0 ? 0 : part / whole;
}

double f1_of(double right, double found, double wanted) {
  return divide(2 * right, found + wanted);
}

/// F1 of the positive and of the negative class.
std::pair<double, double> both_f1(std::span<const double> n) {
  return {f1_of(n[0], n[0] + n[1], n[0] + n[2]), f1_of(n[3], n[3] + n[2], n[3] + n[1])};
}

void add(std::vector<double>& sums, const Counts& counts) {
  if (sums.size() < counts.size()) sums.resize(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i] += counts[i];
}

}  // namespace

const Metric precision = {"precision", [](std::span<const double> n) { return divide(n[0], n[1]); }};
const Metric recall = {"recall", [](std::span<const double> n) { return divide(n[0], n[2]); }};
const Metric f1 = {"F1", [](std::span<const double> n) { return f1_of(n[0], n[1], n[2]); }};
const Metric macro_f1 = {"macro F1", [](std::span<const double> n) {
                           const auto [positive, negative] = both_f1(n);
                           return (positive + negative) / 2;
                         }};
const Metric weighted_f1 = {"weighted F1", [](std::span<const double> n) {
                              const auto [positive, negative] = both_f1(n);
                              const double wanted = n[0] + n[2];
                              const double others = n[1] + n[3];
                              return divide(positive * wanted + negative * others, wanted + others);
                            }};
const Metric accuracy = {"accuracy",
                         [](std::span<const double> n) { return divide(n[0] + n[3], n[0] + n[1] + n[2] + n[3]); }};
const Metric mean = {"mean", [](std::span<const double> n) { return divide(n[0], n[1]); }};

double average_precision(std::span<const std::uint8_t> wanted) noexcept {
  double sum = 0;
  double found = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i] != 0) sum += ++found / static_cast<double>(i + 1);
  return divide(sum, found);
}

double value(const Metric& metric, std::span<const Counts> units) {
  std::vector<double> sums;
  for (const Counts& unit : units) add(sums, unit);
  return sums.empty() ? 0 : metric.of(sums);
}

Interval bootstrap(const Metric& metric, std::span<const Counts> units, std::size_t rounds) {
  const double all = value(metric, units);
  if (units.size() < 2 || rounds < 2) return {all, all};
  std::mt19937_64 generator(20250624);
  std::vector<double> values(rounds);
  std::vector<double> sums(units.front().size());
  for (double& one : values) {
    std::fill(sums.begin(), sums.end(), 0.0);
    // The remainder, and no std::uniform_int_distribution, whose numbers differ between libraries.
    for (std::size_t i = 0; i < units.size(); ++i) add(sums, units[generator() % units.size()]);
    one = metric.of(sums);
  }
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(rounds - 1))];
  };
  return {at(0.025), at(0.975)};
}

}  // namespace avow::learn
