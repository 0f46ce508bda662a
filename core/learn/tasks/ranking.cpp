#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/error.hpp"
#include "learn/debate_ranking.hpp"
#include "learn/installed.hpp"
#include "learn/plain_baseline.hpp"
#include "learn/tasks/tasks.hpp"

/// Ranks the sentences of a debate by how much they are worth checking; mean average precision over the debates, as
/// CheckThat! 2019 counts it. Debates are held out by fifths: a fifth is ranked by what was learned from the others and
/// from ClaimBuster's sentences (when they lie beneath or beside the folder) that do not occur in the fifth. With
/// the models "check-worthy" and "ranking" (--models) nothing is trained, and every debate is ranked with them.
namespace avow::learn {
namespace {

constexpr std::size_t parts = 5;

std::vector<Debate> part_of(const std::vector<Debate>& all, std::size_t part, bool inside) {
  std::vector<Debate> out;
  for (std::size_t i = 0; i < all.size(); ++i)
    if ((i % parts == part) == inside) out.push_back(all[i]);
  return out;
}

Counts average_precision_of(const Debate& debate, const std::vector<float>& scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return scores[a] > scores[b]; });
  std::vector<std::uint8_t> wanted;
  for (const std::size_t at : order) wanted.push_back(debate.utterances[at].wanted ? 1 : 0);
  return {average_precision(wanted), 1};
}

std::vector<std::string> texts_of(const Debate& debate) {
  std::vector<std::string> out;
  for (const Utterance& one : debate.utterances) out.push_back(one.text);
  return out;
}

/// What was checked and stands lowest, and what was not and stands highest: the ten of each.
void tell_errors(const Evaluation& evaluation, const Debate& debate, const std::vector<float>& scores) {
  if (!evaluation.error) return;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto above = std::count_if(scores.begin(), scores.end(), [&](float other) { return other > scores[i]; });
    const bool wanted = debate.utterances[i].wanted;
    if (!wanted && above >= 10) continue;
    evaluation.error(
        {{"debate", debate.name}, {"rank", above + 1}, {"wanted", wanted}, {"text", debate.utterances[i].text}});
  }
}

struct Precisions {
  std::vector<Counts> ours, plain, plain_on_claims, length;
};

void judge(const Evaluation& evaluation, const DebateRanker& ranker, const Debate& debate, Precisions& out) {
  const std::vector<float> scores = ranker.scores(debate);
  out.ours.push_back(average_precision_of(debate, scores));
  tell_errors(evaluation, debate, scores);
  std::vector<float> lengths;
  for (const Utterance& one : debate.utterances) lengths.push_back(static_cast<float>(one.text.size()));
  out.length.push_back(average_precision_of(debate, lengths));
}

void judge_plain(const std::vector<Example>& train, const std::vector<Debate>& test, std::vector<Counts>& out) {
  if (train.empty()) return;
  std::vector<std::string> texts;
  for (const Debate& debate : test)
    for (const Utterance& one : debate.utterances) texts.push_back(one.text);
  const std::vector<float> scores = score_plainly(train, texts);
  auto at = scores.begin();
  for (const Debate& debate : test) {
    const auto end = at + static_cast<std::ptrdiff_t>(debate.utterances.size());
    out.push_back(average_precision_of(debate, std::vector<float>(at, end)));
    at = end;
  }
}

/// ClaimBuster's sentences but those that are in the debates.
std::vector<Example> claims_outside(const ClaimBuster& claims, const std::vector<Debate>& debates) {
  std::vector<std::string> inside;
  for (const Debate& debate : debates)
    for (const std::string& text : texts_of(debate)) inside.push_back(plain_form(text));
  return check_worthy_examples(claims, inside);
}

void train_and_judge(const Evaluation& evaluation, const std::vector<Debate>& debates, Precisions& out) {
  const SentenceRecipe recipe{.parts = 0};
  const ClaimBuster known = read_claimbuster(evaluation.data);
  const WordVectors vectors = vectors_for(evaluation.text, ranking_examples(debates));
  for (std::size_t part = 0; part < std::min(parts, debates.size()); ++part) {
    const std::vector<Debate> held = part_of(debates, part, true);
    const std::vector<Example> claims = claims_outside(known, held);
    std::optional<sdk::SentenceModel> worthy;
    if (!claims.empty()) worthy = train_sentences(claims, vectors, recipe);
    std::vector<Example> train = ranking_examples(part_of(debates, part, false));
    const DebateRanker ranker(worthy, train_sentences(train, vectors, recipe));
    for (const Debate& debate : held) judge(evaluation, ranker, debate, out);
    for (Example& one : train) one.weight = 1;
    judge_plain(train, held, out.plain);
    judge_plain(claims, held, out.plain_on_claims);
  }
}

}  // namespace

void run_ranking(Evaluation& evaluation) {
  const std::vector<Debate> debates = read_debates(evaluation.data);
  evaluation.unit = "debate";
  Precisions out;
  const auto worthy = read_installed(evaluation.models, "check-worthy");
  const auto ranking = read_installed(evaluation.models, "ranking");
  if (worthy || ranking) {
    const auto model = [](const auto& from) { return from ? std::optional(from->model) : std::nullopt; };
    const DebateRanker ranker(model(worthy), model(ranking));
    for (const Debate& debate : debates) judge(evaluation, ranker, debate, out);
  } else {
    if (debates.size() < 2)
      throw Error(ErrorCode::bad_input, evaluation.data.string() + " holds fewer than two debates (*.tsv)",
                  "train models with `avow train` and name their folder with --models");
    train_and_judge(evaluation, debates, out);
  }
  const auto add = [&](const char* system, std::vector<Counts>& units) {
    if (!units.empty()) evaluation.add(system, "mean average precision", mean, std::move(units));
  };
  add("avow", out.ours);
  add("1-2-grams, logistic regression, learned from debates", out.plain);
  add("1-2-grams, logistic regression, learned from ClaimBuster", out.plain_on_claims);
  add("length of the sentence", out.length);
}

}  // namespace avow::learn
