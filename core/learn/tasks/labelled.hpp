#pragma once

#include <optional>
#include <string>
#include <vector>

#include "learn/evaluation.hpp"

namespace avow::learn {

/// Answers to a question of two classes, sentence by sentence, counted when all are there.
class Labelled {
 public:
  void add(const std::string& text, bool wanted, bool found, std::optional<double> probability = std::nullopt);
  /// Adds macro F1, weighted F1, accuracy and, where probabilities were given, the Brier score; and each error, when
  /// `tell_errors`.
  void report(Evaluation& evaluation, const std::string& system, bool tell_errors) const;

 private:
  struct Answer {
    std::string text;
    bool wanted;
    bool found;
    std::optional<double> probability;
  };
  std::vector<Answer> answers_;
};

}  // namespace avow::learn
