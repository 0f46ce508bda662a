#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <string>

#include "base/error.hpp"
#include "learn/attribution_data.hpp"
#include "learn/chain_field.hpp"
#include "learn/metric.hpp"
#include "learn/trainers/trainers.hpp"
#include "text/attribution_features.hpp"
#include "text/language.hpp"
#include "text/turns.hpp"

namespace avow::learn {
namespace {

using text::AttributionModel;

constexpr int rounds = 6;
constexpr std::size_t held_share = 5;  ///< every fifth article is kept unseen for the figures
constexpr std::size_t least_seen = 4;  ///< rarer words are not told as cues

/// An article as the finders see it, with the labels that people gave its tokens.
struct Article {
  explicit Article(const AttributionSample& sample)
      : tokens(sample.text),
        layout(tokens),
        sentences(text::find_sentences(tokens, layout, {})),
        labels(tokens.size(), text::no_role) {
    for (const MarkedRole& role : sample.roles) mark(role);
  }
  void mark(const MarkedRole& role) {
    const text::TokenRange range = tokens_of(tokens, role.span);
    for (std::size_t i = range.begin; i < range.end; ++i)
      labels[i] = static_cast<std::uint8_t>(i == range.begin || layout.begins_block(i) ? role.role : role.role + 1);
  }
  text::Tokens tokens;
  text::Layout layout;
  std::vector<text::TokenRange> sentences;
  std::vector<std::uint8_t> labels;
};
using Articles = std::vector<std::unique_ptr<Article>>;

/// Words that stand in cues, by how large a share of their uses does.
std::vector<AttributionModel::CueWord> cue_words(const Articles& articles) {
  std::map<std::uint64_t, std::array<std::size_t, 2>> seen;
  for (const auto& article : articles)
    for (std::size_t i = 0; i < article->labels.size(); ++i) {
      auto& [all, cues] = seen[article->tokens[i].hash];
      ++all;
      cues += article->labels[i] == text::cue_begins || article->labels[i] == text::cue_goes_on;
    }
  std::vector<AttributionModel::CueWord> out;
  for (const auto& [hash, counts] : seen) {
    const double share = static_cast<double>(counts[1]) / (static_cast<double>(counts[0]) + 2);
    const int level = share > 0.6 ? 3 : share > 0.3 ? 2 : share > 0.12 ? 1 : 0;
    if (counts[0] >= least_seen && level > 0) out.push_back({hash, static_cast<std::uint8_t>(level)});
  }
  return out;
}

std::vector<ChainSequence> sequences_of(const Article& article, const AttributionModel& model) {
  std::vector<ChainSequence> out;
  const text::AttributionFeatures features(article.tokens, article.layout, article.sentences, model);
  text::AttributionFeatures::Rows rows;
  for (const text::TokenRange& paragraph : features.paragraphs()) {
    ChainSequence& one = out.emplace_back();
    for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
      const std::size_t count = features.rows(i, rows);
      one.rows.insert(one.rows.end(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
      one.ends.push_back(static_cast<std::uint32_t>(one.rows.size()));
      one.joints.push_back(static_cast<std::uint8_t>(features.joint(i)));
      one.labels.push_back(article.labels[i]);
    }
  }
  return out;
}

/// A generator of our own use: std::shuffle differs between libraries.
void shuffle(std::vector<const ChainSequence*>& order, std::mt19937_64& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
}

AttributionModel learn_from(const Articles& articles, const Training& training) {
  const auto cues = cue_words(articles);
  const AttributionModel words(cues);
  std::vector<ChainSequence> sequences;
  for (const auto& article : articles)
    for (ChainSequence& one : sequences_of(*article, words)) sequences.push_back(std::move(one));
  std::vector<const ChainSequence*> order;
  for (const ChainSequence& one : sequences) order.push_back(&one);
  ChainField field;
  std::mt19937_64 random(20161108);
  for (int round = 1; round <= rounds; ++round) {
    shuffle(order, random);
    double loss = 0;
    for (const ChainSequence* one : order) loss += field.learn(*one);
    if (training.progress)
      training.progress("round " + std::to_string(round) + " of " + std::to_string(rounds) + ", loss " +
                        std::to_string(std::lround(loss)));
  }
  return AttributionModel::of(field.rows(), field.changes(), cues);
}

/// Exact spans of one role: {right, found, wanted}.
Counts compare(const Article& article, const std::vector<text::RoleSpan>& found, text::AttributionLabel role) {
  Counts counts(3);
  for (const text::RoleSpan& one : found) {
    if (one.role != role) continue;
    ++counts[1];
    bool right = article.labels[one.tokens.begin] == role;
    for (std::size_t i = one.tokens.begin + 1; i < one.tokens.end; ++i) right = right && article.labels[i] == role + 1;
    counts[0] += right && (one.tokens.end == article.labels.size() || article.labels[one.tokens.end] != role + 1);
  }
  counts[2] = static_cast<double>(std::count(article.labels.begin(), article.labels.end(), role));
  return counts;
}

nlohmann::json figures_on(const Articles& held, const AttributionModel& model) {
  std::array<std::vector<Counts>, 3> counts;
  for (const auto& article : held) {
    const text::AttributionFeatures features(article->tokens, article->layout, article->sentences, model);
    const auto found = text::tag_roles(features, model);
    for (std::size_t r = 0; r < counts.size(); ++r)
      counts[r].push_back(compare(*article, found, static_cast<text::AttributionLabel>(2 * r + 1)));
  }
  return {{"source exact F1", value(f1, counts[0])},
          {"cue exact F1", value(f1, counts[1])},
          {"content exact F1", value(f1, counts[2])}};
}

}  // namespace

TrainedModel train_attribution(const Training& training) {
  Articles seen;
  Articles held;
  Articles all;
  const std::vector<AttributionSample> samples = read_attributions(training.data);
  if (samples.size() < 2 * held_share)
    throw Error(ErrorCode::bad_input, training.data.string() + " holds fewer than 10 articles", "name a larger set");
  for (std::size_t i = 0; i < samples.size(); ++i)
    (i % held_share == held_share - 1 ? held : seen).push_back(std::make_unique<Article>(samples[i]));
  if (training.progress) training.progress("four fifths, to see how good it gets");
  const nlohmann::json figures = figures_on(held, learn_from(seen, training));
  if (training.progress) training.progress("all of it");
  for (Articles* part : {&seen, &held})
    for (auto& article : *part) all.push_back(std::move(article));
  TrainedModel out;
  out.bytes = learn_from(all, training).bytes();
  out.card = {{"data", "articles with attributions marked (source, cue, content)"},
              {"rows", samples.size()},
              {"licence", "unknown"},
              {"figures", figures},
              {"held back", "every fifth article, while the figures were taken; the model learned from all"}};
  return out;
}

}  // namespace avow::learn
