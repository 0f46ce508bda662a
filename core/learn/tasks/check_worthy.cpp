#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "learn/plain_baseline.hpp"
#include "learn/sentence_corpora.hpp"
#include "learn/tasks/labelled.hpp"
#include "learn/tasks/tasks.hpp"

/// Check-worthy or not, by the folds that the data come in: a model is trained on each train_<n>.json and tested on its
/// test_<n>.json, calibration and threshold being learned within the training part. F1 of both classes over the
/// sentences of all folds together; the published figures are means over the folds, which differ by less than .001.
/// "avow" also learns from the crowd's sentences that are in no part of the fold, when they lie beneath or beside the
/// folder; "avow, folds alone" does not.
namespace avow::learn {
namespace {

std::vector<std::string> texts_of(const std::vector<Example>& examples) {
  std::vector<std::string> out;
  for (const Example& one : examples) out.push_back(one.text);
  return out;
}

bool has_digit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos || text.find("illion") != std::string::npos ||
         text.find("percent") != std::string::npos;
}

void judge_fold(const std::vector<std::string>& texts, const std::vector<Example>& train,
                const std::vector<Example>& test, Labelled& out) {
  const WordVectors vectors = vectors_for(texts, train);
  const sdk::SentenceModel model = train_sentences(train, vectors, {});
  for (const Example& one : test) {
    const float probability = model.probability(one.text);
    out.add(one.text, one.wanted, probability >= model.threshold, static_cast<double>(probability));
  }
}

std::vector<Example> with_others(std::vector<Example> train, const std::vector<Example>& test,
                                 const std::vector<Example>& crowd) {
  std::vector<Example> known = train;
  known.insert(known.end(), test.begin(), test.end());
  for (Example& one : train) one.weight = 2;
  const auto others = others_of(crowd, known);
  train.insert(train.end(), others.begin(), others.end());
  return train;
}

}  // namespace

void run_check_worthy(Evaluation& evaluation) {
  const ClaimBuster data = read_claimbuster(evaluation.data);
  if (data.folds.empty())
    throw Error(ErrorCode::bad_input, evaluation.data.string() + " holds no train_<n>.json with its test_<n>.json");
  evaluation.unit = "sentence";
  const auto texts = evaluation.text.empty() ? std::vector<std::string>{} : read_texts(evaluation.text);
  Labelled with_crowd, alone, plain, digits;
  for (const auto& [train, test] : data.folds) {
    judge_fold(texts, train, test, alone);
    if (!data.crowd.empty()) judge_fold(texts, with_others(train, test, data.crowd), test, with_crowd);
    const auto scores = score_plainly(train, texts_of(test));
    for (std::size_t i = 0; i < test.size(); ++i) {
      plain.add(test[i].text, test[i].wanted, scores[i] > 0);
      digits.add(test[i].text, test[i].wanted, has_digit(test[i].text));
    }
  }
  if (!data.crowd.empty()) with_crowd.report(evaluation, "avow", true);
  alone.report(evaluation, data.crowd.empty() ? "avow" : "avow, folds alone", data.crowd.empty());
  plain.report(evaluation, "1-2-grams, logistic regression", false);
  digits.report(evaluation, "has a number", false);
}

}  // namespace avow::learn
