#include <algorithm>

#include "base/error.hpp"
#include "learn/installed.hpp"
#include "learn/plain_baseline.hpp"
#include "learn/sentence_corpora.hpp"
#include "learn/tasks/labelled.hpp"
#include "learn/tasks/tasks.hpp"

/// Pledge or not, by sentence, split by year: the manifestos of the last year are tested on, those before are learned
/// from. When the model "pledge" is given (--models) and sentences are younger than all that its card says it learned
/// from, these are tested on with that model, and nothing is trained.
namespace avow::learn {
namespace {

using Sentences = std::vector<ManifestoSentence>;

Sentences of_years(const Sentences& all, int after, int until) {
  Sentences out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [&](const ManifestoSentence& one) { return one.year > after && one.year <= until; });
  return out;
}

bool says_will(const std::string& text) {
  const std::string plain = " " + plain_form(text) + " ";
  return plain.find(" will ") != std::string::npos || plain.find(" shall ") != std::string::npos;
}

void judge(Evaluation& evaluation, const sdk::SentenceModel& model, const Sentences& test) {
  Labelled ours;
  Labelled will;
  for (const ManifestoSentence& one : test) {
    const float probability = model.probability(one.text);
    ours.add(one.text, one.pledge, probability >= model.threshold, static_cast<double>(probability));
    will.add(one.text, one.pledge, says_will(one.text));
  }
  ours.report(evaluation, "avow", true);
  will.report(evaluation, "says will or shall", false);
}

void judge_plain(Evaluation& evaluation, const std::vector<Example>& train, const Sentences& test) {
  std::vector<std::string> texts;
  for (const ManifestoSentence& one : test) texts.push_back(one.text);
  const auto scores = score_plainly(train, texts);
  Labelled plain;
  for (std::size_t i = 0; i < test.size(); ++i) plain.add(test[i].text, test[i].pledge, scores[i] > 0);
  plain.report(evaluation, "1-2-grams, logistic regression", false);
}

}  // namespace

void run_pledge(Evaluation& evaluation) {
  const Sentences all = read_all_manifestos(evaluation.data);
  evaluation.unit = "sentence";
  int last = 0;
  for (const ManifestoSentence& one : all) last = std::max(last, one.year);
  if (const auto installed = read_installed(evaluation.models, "pledge")) {
    const Sentences younger = of_years(all, installed->card.value("last_year", last), last);
    if (!younger.empty()) return judge(evaluation, installed->model, younger);
  }
  const Sentences before = of_years(all, 0, last - 1);
  if (before.empty())
    throw Error(ErrorCode::bad_input, evaluation.data.string() + " holds sentences of one year alone",
                "train a model on earlier years with `avow train pledge` and name its folder with --models");
  const std::vector<Example> train = pledge_examples(before);
  judge(evaluation, train_sentences(train, vectors_for(evaluation.text, train), {}), of_years(all, last - 1, last));
  judge_plain(evaluation, train, of_years(all, last - 1, last));
}

}  // namespace avow::learn
