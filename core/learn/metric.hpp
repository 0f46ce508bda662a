#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Metrics as the field defines them, each worked out from counts that add up over units, so that a unit can be drawn
/// again and again for a confidence interval.
namespace avow::learn {

/// What was counted in one unit (a document, a debate, a fold): the numbers that a metric is worked out from.
using Counts = std::vector<double>;

/// A metric is a function of counts summed over units. Every one gives 0 where it would divide by 0.
struct Metric {
  std::string_view name;
  double (*of)(std::span<const double> sums);
};

/// Of {right, found, wanted}: right/found, right/wanted, and their harmonic mean 2 right/(found + wanted).
extern const Metric precision;
extern const Metric recall;
extern const Metric f1;
/// Of {true positives, false positives, false negatives, true negatives}: the mean of both classes' F1; their mean
/// weighted by how many wanted each; and (tp + tn) / all.
extern const Metric macro_f1;
extern const Metric weighted_f1;
extern const Metric accuracy;
/// Of {sum, number}: sum/number. Mean average precision and the Brier score are means.
extern const Metric mean;

/// Average precision of a ranking: the mean, over the wanted, of the precision at their ranks. `wanted` in ranked
/// order. 0 when nothing is wanted.
double average_precision(std::span<const std::uint8_t> wanted) noexcept;

struct Interval {
  double low = 0;
  double high = 0;
};

/// The metric over all units.
double value(const Metric& metric, std::span<const Counts> units);

/// The 95 % interval by the percentile bootstrap (Efron and Tibshirani 1993, chapter 13): `rounds` draws of as many
/// units with replacement, from a generator with a fixed seed, so that the same counts give the same interval. A single
/// unit has no interval: both ends are the value.
Interval bootstrap(const Metric& metric, std::span<const Counts> units, std::size_t rounds = 1000);

}  // namespace avow::learn
