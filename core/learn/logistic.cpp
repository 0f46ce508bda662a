#include "learn/logistic.hpp"

#include <linear.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

namespace avow::learn {
namespace {

struct FreeModel {
  void operator()(::model* one) const { free_and_destroy_model(&one); }
};

std::vector<feature_node> nodes_of(const SparseRow& row) {
  std::vector<feature_node> out;
  out.reserve(row.size() + 1);
  for (const auto& [index, value] : row) out.push_back({index, value});
  out.push_back({-1, 0});
  return out;
}

}  // namespace

std::vector<double> fit_logistic(std::span<const LogisticRow> rows, int features, double cost) {
  std::map<const SparseRow*, std::vector<feature_node>> nodes;  // a row that counts twice is kept once
  std::vector<feature_node*> x;
  std::vector<double> y;
  for (const LogisticRow& row : rows) {
    auto& own = nodes[row.features];
    if (own.empty()) own = nodes_of(*row.features);
    x.push_back(own.data());
    y.push_back(row.wanted ? 1 : -1);
  }
  const problem given{static_cast<int>(y.size()), features, y.data(), x.data(), -1};
  const parameter how{L2R_LR, 0.003, cost, 0, nullptr, nullptr, 0, nullptr};
  set_print_string_function([](const char*) {});
  const std::unique_ptr<::model, FreeModel> learned(::train(&given, &how));
  std::vector<double> weights(static_cast<std::size_t>(features) + 1);
  std::copy(learned->w, learned->w + features, weights.begin() + 1);
  // The label that liblinear met first is its positive one.
  if (learned->label[0] < 0) std::transform(weights.begin(), weights.end(), weights.begin(), std::negate<>());
  return weights;
}

}  // namespace avow::learn
