#include "text/attribution_tagger.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace avow::text {
namespace {

// One lane a label, the last unused: with these types a compiler adds and compares all labels at once. What leads by
// more than `most_behind` cannot be caught up, so scores stay within 16 bits.
using Scores = std::int16_t __attribute__((vector_size(16)));
using Weights = std::int8_t __attribute__((vector_size(8)));
constexpr std::int16_t most_behind = 12000;
using From = std::array<std::uint8_t, attribution_labels>;

/// Viterbi over one paragraph after the other; keeps its room between them.
class Tagger {
 public:
  Tagger(const AttributionFeatures& features, const AttributionModel& model) : features_(features), model_(model) {}

  void read(TokenRange paragraph, std::vector<RoleSpan>& out) {
    from_.resize(paragraph.end - paragraph.begin);
    Scores best{};
    for (std::size_t i = paragraph.begin; i < paragraph.end; ++i)
      best = step(i, best, i == paragraph.begin, from_[i - paragraph.begin]);
    std::uint8_t label = no_role;
    for (std::uint8_t l = 1; l < attribution_labels; ++l)
      if (best[l] > best[label]) label = l;
    labels_.resize(from_.size());
    for (std::size_t i = from_.size(); i-- > 0;) {
      labels_[i] = label;
      label = from_[i][label];
    }
    collect(paragraph.begin, out);
  }

 private:
  Scores weigh(std::size_t i) const {
    AttributionFeatures::Rows rows;
    const std::size_t count = features_.rows(i, rows);
    Scores sums{};
    for (std::size_t r = 0; r < count; ++r) {
      Weights weights;
      std::memcpy(&weights, model_.row(rows[r]).data(), sizeof weights);
      sums += __builtin_convertvector(weights, Scores);
    }
    return sums;
  }

  Scores step(std::size_t i, const Scores& before, bool first, From& from) const {
    const AttributionModel::Changes& changes = model_.changes(features_.joint(i));
    Scores best = load(changes[no_role]) + before[no_role];
    Scores came{};
    for (std::int16_t label = 1; label < static_cast<std::int16_t>(attribution_labels) && !first; ++label) {
      const Scores score = load(changes[static_cast<std::size_t>(label)]) + before[label];
      const Scores better = score > best;
      best = better ? score : best;
      came = better ? Scores{} + label : came;
    }
    for (std::size_t to = 0; to < from.size(); ++to) from[to] = static_cast<std::uint8_t>(came[to]);
    return behind_the_first(best + weigh(i));
  }
  static Scores load(const AttributionModel::Change& change) {
    Scores scores;
    std::memcpy(&scores, change.data(), sizeof scores);
    return scores;
  }
  static Scores behind_the_first(Scores scores) {
    std::int16_t most = scores[0];
    for (std::size_t l = 1; l < attribution_labels; ++l) most = std::max<std::int16_t>(most, scores[l]);
    scores -= most;
    const Scores least = Scores{} - most_behind;
    return scores < least ? least : scores;
  }

  void collect(std::size_t begin, std::vector<RoleSpan>& out) const {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (labels_[i] % 2 == 0) continue;
      std::size_t end = i + 1;
      while (end < labels_.size() && labels_[end] == labels_[i] + 1) ++end;
      out.push_back({static_cast<AttributionLabel>(labels_[i]), {begin + i, begin + end}});
    }
  }

  const AttributionFeatures& features_;
  const AttributionModel& model_;
  std::vector<From> from_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace

std::vector<RoleSpan> tag_roles(const AttributionFeatures& features, const AttributionModel& model) {
  std::vector<RoleSpan> out;
  Tagger tagger(features, model);
  for (const TokenRange& paragraph : features.paragraphs()) tagger.read(paragraph, out);
  return out;
}

std::vector<LinkedAttribution> learned_attributions(const Tokens& tokens, const Layout& layout,
                                                    const std::vector<TokenRange>& sentences,
                                                    const AttributionModel& model) {
  const AttributionFeatures features(tokens, layout, sentences, model);
  return link_roles(tag_roles(features, model), sentences);
}

}  // namespace avow::text
