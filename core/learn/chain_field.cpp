#include "learn/chain_field.hpp"

#include <algorithm>
#include <cmath>

namespace avow::learn {
namespace {

constexpr float step = 0.02F;
constexpr float row_floor = 0.1F;  ///< keeps first steps small
constexpr float change_floor = 1;
constexpr double negligible = 1e-3;

}  // namespace

ChainField::ChainField()
    : rows_((std::size_t{1} << text::attribution_row_bits) * 8),
      row_squares_(rows_.size()),
      changes_(text::attribution_joints * labels * labels),
      change_squares_(changes_.size()) {}

double ChainField::change(std::size_t joint, std::size_t from, std::size_t to) const {
  return changes_[(joint * labels + from) * labels + to];
}

double ChainField::learn(const ChainSequence& sequence) {
  const std::size_t size = sequence.labels.size();
  if (size == 0) return 0;
  weigh(sequence);
  double loss = forward();
  backward();
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t from = i == 0 ? 0 : sequence.labels[i - 1];
    const std::size_t to = sequence.labels[i];
    loss -= std::log(weights_[i][to]);
    if (joints_[i][from][to] > 0) loss -= std::log(joints_[i][from][to]);
  }
  for (std::size_t i = 0; i < size; ++i) {
    change_rows(sequence, i);
    change_joint(sequence, i);
  }
  return loss;
}

void ChainField::weigh(const ChainSequence& sequence) {
  const std::size_t size = sequence.labels.size();
  weights_.resize(size), joints_.resize(size), ahead_.resize(size), behind_.resize(size), scale_.resize(size);
  for (std::size_t i = 0, row = 0; i < size; ++i) {
    std::array<float, 8> sums{};
    for (; row < sequence.ends[i]; ++row)
      for (std::size_t l = 0; l < 8; ++l) sums[l] += rows_[std::size_t{sequence.rows[row]} * 8 + l];
    const float most = *std::max_element(sums.begin(), sums.begin() + labels);
    for (std::size_t l = 0; l < labels; ++l) weights_[i][l] = std::exp(static_cast<double>(sums[l] - most));
    for (std::size_t from = 0; from < labels; ++from)
      for (std::size_t to = 0; to < labels; ++to)
        joints_[i][from][to] = text::may_follow(to, from) ? std::exp(change(sequence.joints[i], from, to)) : 0;
  }
}

/// Gives the logarithm of the sum over all labellings.
double ChainField::forward() {
  double sum = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    scale_[i] = 0;
    for (std::size_t to = 0; to < labels; ++to) {
      double mass = i == 0 ? joints_[0][text::no_role][to] : 0;
      for (std::size_t from = 0; from < labels && i > 0; ++from) mass += ahead_[i - 1][from] * joints_[i][from][to];
      ahead_[i][to] = mass * weights_[i][to];
      scale_[i] += ahead_[i][to];
    }
    for (double& one : ahead_[i]) one /= scale_[i];
    sum += std::log(scale_[i]);
  }
  return sum;
}

void ChainField::backward() {
  behind_.back().fill(1);
  for (std::size_t i = weights_.size() - 1; i-- > 0;)
    for (std::size_t from = 0; from < labels; ++from) {
      double mass = 0;
      for (std::size_t to = 0; to < labels; ++to)
        mass += joints_[i + 1][from][to] * weights_[i + 1][to] * behind_[i + 1][to];
      behind_[i][from] = mass / scale_[i + 1];
    }
}

void ChainField::change_rows(const ChainSequence& sequence, std::size_t i) {
  std::array<float, labels> gradient{};
  float most = 0;
  for (std::size_t l = 0; l < labels; ++l) {
    gradient[l] = static_cast<float>((sequence.labels[i] == l ? 1 : 0) - ahead_[i][l] * behind_[i][l]);
    most = std::max(most, std::abs(gradient[l]));
  }
  if (most < negligible) return;
  for (std::size_t row = i == 0 ? 0 : sequence.ends[i - 1]; row < sequence.ends[i]; ++row)
    for (std::size_t l = 0; l < labels; ++l) {
      const std::size_t at = std::size_t{sequence.rows[row]} * 8 + l;
      row_squares_[at] += gradient[l] * gradient[l];
      rows_[at] += step * gradient[l] / std::sqrt(row_floor + row_squares_[at]);
    }
}

void ChainField::change_joint(const ChainSequence& sequence, std::size_t i) {
  const std::size_t was = i == 0 ? 0 : sequence.labels[i - 1];
  for (std::size_t from = 0; from < labels; ++from)
    for (std::size_t to = 0; to < labels; ++to) {
      if (!text::may_follow(to, from) || (i == 0 && from != text::no_role)) continue;
      const double before = i == 0 ? 1 : ahead_[i - 1][from];
      const double expected = before * joints_[i][from][to] * weights_[i][to] * behind_[i][to] / scale_[i];
      const auto gradient = static_cast<float>((from == was && to == sequence.labels[i] ? 1 : 0) - expected);
      if (std::abs(gradient) < negligible / 10) continue;
      const std::size_t at = (sequence.joints[i] * labels + from) * labels + to;
      change_squares_[at] += gradient * gradient;
      changes_[at] += step * gradient / std::sqrt(change_floor + change_squares_[at]);
    }
}

}  // namespace avow::learn
