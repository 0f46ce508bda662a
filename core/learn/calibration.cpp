#include "learn/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "learn/metric.hpp"

namespace avow::learn {
namespace {

struct Line {
  double slope = 1;
  double intercept = 0;
};

double probability(double of_score, const Line& line) {
  return 1 / (1 + std::exp(-(line.slope * of_score + line.intercept)));
}

/// Platt's targets instead of 0 and 1, so that a perfect separation does not drive the slope to infinity.
std::pair<double, double> targets(std::span<const Example> examples) {
  double wanted = 0;
  for (const Example& one : examples) wanted += one.wanted ? 1 : 0;
  const double others = static_cast<double>(examples.size()) - wanted;
  return {(wanted + 1) / (wanted + 2), 1 / (others + 2)};
}

Line fit_line(std::span<const Example> examples, std::span<const float> scores) {
  constexpr int most_rounds = 50;
  const auto [high, low] = targets(examples);
  Line line;
  for (int round = 0; round < most_rounds; ++round) {
    double g1 = 0, g2 = 0, h11 = 1e-9, h12 = 0, h22 = 1e-9;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const auto s = static_cast<double>(scores[i]);
      const double p = probability(s, line);
      const double off = p - (examples[i].wanted ? high : low);
      const double spread = std::max(1e-9, p * (1 - p));
      g1 += off * s;
      g2 += off;
      h11 += spread * s * s;
      h12 += spread * s;
      h22 += spread;
    }
    const double determinant = h11 * h22 - h12 * h12;
    if (!(std::abs(determinant) > 1e-12)) break;
    const Line step{(h22 * g1 - h12 * g2) / determinant, (h11 * g2 - h12 * g1) / determinant};
    line.slope = std::clamp(line.slope - step.slope, 0.01, 100.0);
    line.intercept = std::clamp(line.intercept - step.intercept, -100.0, 100.0);
    if (std::abs(step.slope) + std::abs(step.intercept) < 1e-7) break;
  }
  return line;
}

double macro_f1_at(std::span<const Example> examples, std::span<const double> probabilities, double threshold) {
  Counts counts(4);
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    const bool found = probabilities[i] >= threshold;
    const bool wanted = examples[i].wanted;
    counts[found ? (wanted ? 0 : 1) : (wanted ? 2 : 3)] += 1;
  }
  return macro_f1.of(counts);
}

}  // namespace

void calibrate(std::span<const Example> examples, HeldOut& held, sdk::SentenceModel& model) {
  const Line line = fit_line(examples, held.scores);
  model.slope = static_cast<float>(line.slope);
  model.intercept = static_cast<float>(line.intercept);
  std::vector<double> probabilities;
  double squares = 0;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    probabilities.push_back(probability(static_cast<double>(held.scores[i]), line));
    const double off = probabilities.back() - (examples[i].wanted ? 1 : 0);
    squares += off * off;
  }
  held.brier = squares / static_cast<double>(examples.size());
  for (int percent = 10; percent <= 90; ++percent) {
    const double f1_here = macro_f1_at(examples, probabilities, percent / 100.0);
    if (f1_here <= held.macro_f1) continue;
    held.macro_f1 = f1_here;
    model.threshold = static_cast<float>(percent) / 100;
  }
}

}  // namespace avow::learn
