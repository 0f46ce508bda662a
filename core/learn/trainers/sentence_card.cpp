#include "learn/trainers/sentence_card.hpp"

#include <fmt/format.h>

#include <cmath>

#include "learn/sentence_corpora.hpp"

namespace avow::learn {
namespace {

double rounded(double figure) {
  return std::round(figure * 1e4) / 1e4;
}

}  // namespace

TrainedModel train_with_card(const Training& training, std::span<const Example> examples, const CardFacts& facts) {
  const auto tell = [&](const std::string& line) {
    if (training.progress) training.progress(line);
  };
  tell(fmt::format("{} sentences; learning what words mean", examples.size()));
  const WordVectors vectors = vectors_for(training.text, examples);
  tell(fmt::format("{} words have a vector; learning weights", vectors.words()));
  HeldOut held;
  const SentenceRecipe recipe;
  const sdk::SentenceModel model = train_sentences(examples, vectors, recipe, &held);
  TrainedModel out;
  out.bytes = model.write();
  out.card["data"] = facts.data;
  out.card["licence"] = facts.licence;
  out.card["rows"] = examples.size();
  out.card["method"] = "logistic regression over words, letters, looks and the meaning of words; liblinear";
  out.card["figures"] = {{"held out", fmt::format("{} parts, by document", recipe.parts)},
                         {"brier", rounded(held.brier)},
                         {"macro_f1", rounded(held.macro_f1)},
                         {"threshold", rounded(static_cast<double>(model.threshold))}};
  return out;
}

}  // namespace avow::learn
