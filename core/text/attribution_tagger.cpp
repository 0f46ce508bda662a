#include "text/attribution_tagger.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace avow::text {
namespace {

using Scores = std::array<std::int32_t, attribution_labels>;
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
    auto label = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
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
    std::array<std::int16_t, 8> sums{};
    for (std::size_t r = 0; r < count; ++r) {
      const AttributionModel::Row& row = model_.row(rows[r]);
      for (std::size_t l = 0; l < sums.size(); ++l) sums[l] = static_cast<std::int16_t>(sums[l] + row[l]);
    }
    Scores out;
    for (std::size_t l = 0; l < out.size(); ++l) out[l] = sums[l];
    return out;
  }

  Scores step(std::size_t i, const Scores& before, bool first, From& from) const {
    const AttributionModel::Changes& changes = model_.changes(features_.joint(i));
    Scores out = weigh(i);
    for (std::size_t to = 0; to < out.size(); ++to) {
      std::int32_t best = before[no_role] + changes[no_role][to];
      from[to] = no_role;
      for (std::size_t label = 1; label < out.size() && !first; ++label) {
        const std::int32_t score = before[label] + changes[label][to];
        if (score > best) best = score, from[to] = static_cast<std::uint8_t>(label);
      }
      out[to] += best;
    }
    return out;
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
