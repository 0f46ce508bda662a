#include "learn/plain_baseline.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "learn/logistic.hpp"
#include "learn/sentence_data.hpp"

namespace avow::learn {
namespace {

std::vector<std::string> runs_of(const std::string& text) {
  std::vector<std::string> out;
  const std::string plain = plain_form(text);
  std::string before;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    std::string word = plain.substr(at, end - at);
    if (!before.empty()) out.push_back(before + ' ' + word);
    out.push_back(word);
    before = std::move(word);
    at = end + 1;
  }
  return out;
}

/// Numbers the runs that the examples hold, and how rare each is.
class Runs {
 public:
  explicit Runs(std::span<const Example> examples) {
    for (const Example& one : examples) {
      std::vector<std::string> runs = runs_of(one.text);
      std::sort(runs.begin(), runs.end());
      runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
      for (const std::string& run : runs) {
        const int index = numbers_.emplace(run, static_cast<int>(numbers_.size()) + 1).first->second;
        rarity_.resize(std::max(rarity_.size(), static_cast<std::size_t>(index) + 1));
        rarity_[static_cast<std::size_t>(index)] += 1;
      }
    }
    for (double& one : rarity_) one = std::log((1 + static_cast<double>(examples.size())) / (1 + one)) + 1;
  }

  int features() const { return static_cast<int>(numbers_.size()) + 1; }
  SparseRow row(const std::string& text) const {
    SparseRow out;
    for (const std::string& run : runs_of(text))
      if (const auto found = numbers_.find(run); found != numbers_.end())
        out.emplace_back(found->second, rarity_[static_cast<std::size_t>(found->second)]);
    std::sort(out.begin(), out.end());
    std::size_t last = 0;
    for (std::size_t i = 1; i < out.size(); ++i) {
      if (out[i].first == out[last].first)
        out[last].second += out[i].second;
      else
        out[++last] = out[i];
    }
    if (!out.empty()) out.resize(last + 1);
    double squares = 0;
    for (const auto& one : out) squares += one.second * one.second;
    for (auto& one : out) one.second /= std::sqrt(squares);
    out.emplace_back(features(), 1);
    return out;
  }

 private:
  std::unordered_map<std::string, int> numbers_;
  std::vector<double> rarity_;
};

}  // namespace

std::vector<float> score_plainly(std::span<const Example> examples, std::span<const std::string> texts) {
  const Runs runs(examples);
  std::vector<SparseRow> rows;
  for (const Example& one : examples) rows.push_back(runs.row(one.text));
  std::vector<LogisticRow> given;
  for (std::size_t i = 0; i < rows.size(); ++i) given.push_back({&rows[i], examples[i].wanted});
  const std::vector<double> weights = fit_logistic(given, runs.features(), 1);
  std::vector<float> out;
  for (const std::string& text : texts) {
    double sum = 0;
    for (const auto& [index, value] : runs.row(text)) sum += weights[static_cast<std::size_t>(index)] * value;
    out.push_back(static_cast<float>(sum));
  }
  return out;
}

}  // namespace avow::learn
