#include "learn/sentence_trainer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>

#include "base/error.hpp"
#include "learn/calibration.hpp"
#include "learn/logistic.hpp"

namespace avow::learn {
namespace {

constexpr float meaning_length = 1.5F;  ///< of an average sentence's meaning, beside 1 for its words
constexpr float style_weight = 0.3F;

/// The tables of features in one row of numbers, as liblinear wants them: words, letters, meaning, style. Its first
/// index is 1.
struct Layout {
  int words, letters, meaning, style, end;
  explicit Layout(const SentenceRecipe& recipe)
      : words(1),
        letters(words + (1 << recipe.word_bits)),
        meaning(letters + (1 << recipe.letter_bits)),
        style(meaning + static_cast<int>(WordVectors::size)),
        end(style + static_cast<int>(sdk::style_count)) {}
};

/// One sentence's features before they are weighed: how often each slot is there.
struct Bag {
  std::vector<std::pair<int, float>> slots;  // of words and letters, by index
  std::vector<std::uint32_t> words;          // slots of single words
  std::array<float, sdk::style_count> style{};
  std::uint32_t runs = 0;
  std::uint32_t letter_runs = 0;
};

struct Collector {
  const Layout& layout;
  std::uint32_t word_mask, letter_mask, meaning_mask;
  Bag& bag;
  void words(std::uint32_t hash) {
    bag.slots.emplace_back(layout.words + static_cast<int>(hash & word_mask), 1.0F);
    ++bag.runs;
  }
  void letters(std::uint32_t hash) {
    bag.slots.emplace_back(layout.letters + static_cast<int>(hash & letter_mask), 1.0F);
    ++bag.letter_runs;
  }
  void word(std::uint32_t hash) { bag.words.push_back(hash & meaning_mask); }
};

void merge(std::vector<std::pair<int, float>>& slots) {
  std::sort(slots.begin(), slots.end());
  std::size_t last = 0;
  for (std::size_t i = 1; i < slots.size(); ++i) {
    if (slots[i].first == slots[last].first)
      slots[last].second += slots[i].second;
    else
      slots[++last] = slots[i];
  }
  if (!slots.empty()) slots.resize(last + 1);
}

/// Examples as rows of numbers, and what it takes to make a model of the weights learned on them.
class Rows {
 public:
  Rows(std::span<const Example> examples, const WordVectors& vectors, const SentenceRecipe& recipe)
      : vectors_(vectors), recipe_(recipe), layout_(recipe) {
    bags_.reserve(examples.size());
    for (const Example& one : examples) bags_.push_back(bag(one.text));
    weigh_slots();
    weigh_words();
    for (const Bag& one : bags_) rows_.push_back(row(one));
    bags_ = {};  // before liblinear takes its own copy of the rows
  }

  const SparseRow& row(std::size_t index) const { return rows_[index]; }
  int features() const { return layout_.end; }
  sdk::SentenceModel model(const std::vector<double>& weights) const;

 private:
  Bag bag(const std::string& text) const;
  void weigh_slots();
  void weigh_words();
  std::array<float, WordVectors::size> meaning(const Bag& bag) const;
  SparseRow row(const Bag& bag) const;
  float scale_of(int index, const Bag& bag) const {
    return 1 / std::sqrt(static_cast<float>(index < layout_.letters ? bag.runs : bag.letter_runs));
  }
  sdk::WeightTable table(unsigned bits, int first, const std::vector<double>& weights) const;
  sdk::WeightTable meaning_table(const std::vector<double>& weights) const;

  const WordVectors& vectors_;
  const SentenceRecipe& recipe_;
  Layout layout_;
  std::vector<Bag> bags_;
  std::vector<float> rarity_;       // by index of words and letters; 0 for what only one example has
  std::vector<float> word_rarity_;  // by slot of single words
  float meaning_scale_ = 1;
  std::vector<SparseRow> rows_;
};

Bag Rows::bag(const std::string& text) const {
  Bag out;
  const auto mask = [](unsigned bits) { return (1U << bits) - 1; };
  Collector collector{layout_, mask(recipe_.word_bits), mask(recipe_.letter_bits), mask(vectors_.bits()), out};
  out.style = sdk::read_features(text, collector);
  merge(out.slots);
  return out;
}

/// Inverse document frequency (Sparck Jones 1972), brought to about 1 for what is rare.
float rarity(std::uint32_t having, std::size_t all) {
  const float most = std::log(static_cast<float>(1 + all)) + 1;
  return (std::log(static_cast<float>(1 + all) / static_cast<float>(1 + having)) + 1) / (0.6F * most);
}

void Rows::weigh_slots() {
  std::vector<std::uint32_t> having(static_cast<std::size_t>(layout_.meaning));
  for (const Bag& bag : bags_)
    for (const auto& slot : bag.slots) ++having[static_cast<std::size_t>(slot.first)];
  rarity_.resize(having.size());
  for (std::size_t i = 0; i < having.size(); ++i) rarity_[i] = having[i] < 2 ? 0 : rarity(having[i], bags_.size());
}

void Rows::weigh_words() {
  std::vector<std::uint32_t> having(std::size_t{1} << vectors_.bits());
  for (const Bag& bag : bags_)
    for (const std::uint32_t slot : bag.words) ++having[slot];
  word_rarity_.resize(having.size());
  for (std::size_t i = 0; i < having.size(); ++i) word_rarity_[i] = rarity(having[i], bags_.size());
  double lengths = 0;
  for (const Bag& bag : bags_) {
    const auto sum = meaning(bag);
    lengths += std::sqrt(static_cast<double>(std::inner_product(sum.begin(), sum.end(), sum.begin(), 0.0F)));
  }
  if (lengths > 0) meaning_scale_ = meaning_length * static_cast<float>(static_cast<double>(bags_.size()) / lengths);
}

std::array<float, WordVectors::size> Rows::meaning(const Bag& bag) const {
  std::array<float, WordVectors::size> sum{};
  for (const std::uint32_t slot : bag.words)
    if (const float* vector = vectors_.of(slot))
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += word_rarity_[slot] * vector[i];
  for (float& one : sum) one *= meaning_scale_ / static_cast<float>(std::max<std::size_t>(1, bag.words.size()));
  return sum;
}

SparseRow Rows::row(const Bag& bag) const {
  SparseRow out;
  out.reserve(bag.slots.size() / 2 + WordVectors::size + sdk::style_count + 2);
  const auto add = [&](int index, float value) {
    if (value != 0) out.push_back({index, static_cast<double>(value)});
  };
  for (const auto& [index, count] : bag.slots)
    add(index, count * rarity_[static_cast<std::size_t>(index)] * scale_of(index, bag));
  const auto sum = meaning(bag);
  for (std::size_t i = 0; i < sum.size(); ++i) add(layout_.meaning + static_cast<int>(i), sum[i]);
  for (std::size_t i = 0; i < bag.style.size(); ++i)
    add(layout_.style + static_cast<int>(i), bag.style[i] * style_weight);
  out.push_back({layout_.end, 1});
  return out;
}

/// Rounds weights to bytes. The scale is the largest weight's, so that none is cut off.
sdk::WeightTable to_bytes(const std::vector<double>& weights) {
  double most = 1e-9;
  for (const double one : weights) most = std::max(most, std::abs(one));
  sdk::WeightTable out;
  out.scale = static_cast<float>(most / 127);
  out.weights.reserve(weights.size());
  for (const double one : weights) out.weights.push_back(static_cast<std::int8_t>(std::lround(one / most * 127)));
  return out;
}

sdk::WeightTable Rows::table(unsigned bits, int first, const std::vector<double>& weights) const {
  std::vector<double> values(std::size_t{1} << bits);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t index = static_cast<std::size_t>(first) + i;
    values[i] = weights[index] * static_cast<double>(rarity_[index]);
  }
  return to_bytes(values);
}

/// The sum over a sentence's words of their vectors, times weights, is the sum of one number a word.
sdk::WeightTable Rows::meaning_table(const std::vector<double>& weights) const {
  std::vector<double> values(std::size_t{1} << vectors_.bits());
  for (std::size_t slot = 0; slot < values.size(); ++slot) {
    const float* vector = vectors_.of(static_cast<std::uint32_t>(slot));
    if (vector == nullptr) continue;
    double sum = 0;
    for (std::size_t i = 0; i < WordVectors::size; ++i)
      sum += static_cast<double>(vector[i]) * weights[static_cast<std::size_t>(layout_.meaning) + i];
    values[slot] = sum * static_cast<double>(word_rarity_[slot] * meaning_scale_);
  }
  return to_bytes(values);
}

sdk::SentenceModel Rows::model(const std::vector<double>& weights) const {
  sdk::SentenceModel out;
  out.words = table(recipe_.word_bits, layout_.words, weights);
  out.letters = table(recipe_.letter_bits, layout_.letters, weights);
  out.meaning = meaning_table(weights);
  for (std::size_t i = 0; i < sdk::style_count; ++i)
    out.style[i] = static_cast<float>(weights[static_cast<std::size_t>(layout_.style) + i]) * style_weight;
  out.bias = static_cast<float>(weights[static_cast<std::size_t>(layout_.end)]);
  return out;
}

/// Logistic regression on the examples that `use` names.
sdk::SentenceModel fit(const Rows& rows, std::span<const Example> examples, const std::vector<bool>& use, double cost) {
  std::vector<LogisticRow> given;
  for (std::size_t i = 0; i < examples.size(); ++i)
    for (unsigned times = 0; use[i] && times < examples[i].weight; ++times)
      given.push_back({&rows.row(i), examples[i].wanted});
  return rows.model(fit_logistic(given, rows.features(), cost));
}

/// Which part each example is in, by the hash of its group's name, or of its own text.
std::vector<unsigned> parts_of(std::span<const Example> examples, unsigned parts, bool by_group) {
  std::vector<unsigned> out;
  for (const Example& one : examples)
    out.push_back(sdk::detail::word_hash(by_group && !one.group.empty() ? one.group : one.text) % std::max(1U, parts));
  return out;
}

/// Whether each part leaves both classes to learn from.
bool leaves_both(std::span<const Example> examples, std::span<const unsigned> part, unsigned parts) {
  for (unsigned out = 0; out < parts; ++out) {
    std::array<bool, 2> left{};
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (part[i] != out) left[examples[i].wanted ? 1 : 0] = true;
    if (!left[0] || !left[1]) return false;
  }
  return true;
}

/// Whole groups where that is possible: of a single manifesto all would be in one part.
std::vector<unsigned> divide(std::span<const Example> examples, unsigned parts) {
  auto out = parts_of(examples, parts, true);
  if (!leaves_both(examples, out, parts)) out = parts_of(examples, parts, false);
  if (!leaves_both(examples, out, parts))
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<unsigned>(i) / 2 % parts;
  return out;
}

void refuse_one_class(std::span<const Example> examples) {
  const auto wanted = std::count_if(examples.begin(), examples.end(), [](const Example& one) { return one.wanted; });
  if (wanted < 2 || static_cast<std::size_t>(wanted) + 2 > examples.size())
    throw Error(ErrorCode::bad_input, "there are too few examples of one of the two classes to learn from");
}

}  // namespace

sdk::SentenceModel train_sentences(std::span<const Example> examples, const WordVectors& vectors,
                                   const SentenceRecipe& recipe, HeldOut* held_out) {
  refuse_one_class(examples);
  const Rows rows(examples, vectors, recipe);
  const std::vector<unsigned> part = divide(examples, recipe.parts);
  HeldOut held;
  held.scores.resize(examples.size());
  for (unsigned out = 0; out < recipe.parts; ++out) {
    std::vector<bool> use(examples.size());
    for (std::size_t i = 0; i < use.size(); ++i) use[i] = part[i] != out;
    const sdk::SentenceModel without = fit(rows, examples, use, recipe.cost);
    for (std::size_t i = 0; i < use.size(); ++i)
      if (!use[i]) held.scores[i] = without.score(examples[i].text);
  }
  sdk::SentenceModel model = fit(rows, examples, std::vector<bool>(examples.size(), true), recipe.cost);
  if (recipe.parts > 0) calibrate(examples, held, model);
  if (held_out != nullptr) *held_out = std::move(held);
  return model;
}

}  // namespace avow::learn
