#pragma once

#include <span>
#include <string>
#include <vector>

#include "avow/sdk/sentence_model.hpp"
#include "learn/word_vectors.hpp"

namespace avow::learn {

/// A sentence with its label.
struct Example {
  std::string text;
  bool wanted = false;
  std::string group;    ///< document, debate, manifesto: what calibration never splits; empty: a group of its own
  unsigned weight = 1;  ///< counts as so many
};

struct SentenceRecipe {
  unsigned word_bits = 18;
  unsigned letter_bits = 17;
  double cost = 5;     ///< C of logistic regression: the higher, the less the weights are held back
  unsigned parts = 3;  ///< the calibration is learned from so many models that each left one part out
};

/// Probabilities for sentences that were not learned from, beside what they should be.
struct HeldOut {
  std::vector<float> scores;  ///< of the examples, in their order, each by a model that had not seen its group
  double brier = 0;           ///< after calibration
  double macro_f1 = 0;        ///< at the threshold, when `threshold` was chosen on the same
};

/// Logistic regression (liblinear) over a sentence's words, letters, looks and the meaning of its words, with Platt's
/// calibration and the best threshold for both classes' F1 learned on parts held out. The same examples give the same
/// model. Throws Error (bad_input) unless both classes are there. One thread at a time in the process: liblinear's
/// settings are global.
sdk::SentenceModel train_sentences(std::span<const Example> examples, const WordVectors& vectors,
                                   const SentenceRecipe& recipe, HeldOut* held_out = nullptr);

}  // namespace avow::learn
