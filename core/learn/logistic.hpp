#pragma once

#include <span>
#include <utility>
#include <vector>

namespace avow::learn {

/// Features that are not 0, by rising index from 1.
using SparseRow = std::vector<std::pair<int, double>>;

struct LogisticRow {
  const SparseRow* features = nullptr;
  bool wanted = false;
};

/// Weights of logistic regression with an L2 penalty (liblinear's primal solver, which uses no random numbers), by
/// index: `features` + 1 of them, the one at 0 unused. The higher `cost`, the less they are held back. One thread at a
/// time in the process: liblinear's settings are global.
std::vector<double> fit_logistic(std::span<const LogisticRow> rows, int features, double cost);

}  // namespace avow::learn
