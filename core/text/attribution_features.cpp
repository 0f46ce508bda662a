#include "text/attribution_features.hpp"

#include <algorithm>

namespace avow::text {
namespace {

/// Distances that tell something: each to four, then ever wider.
std::uint64_t step_of(std::size_t distance) noexcept {
  constexpr std::array<std::size_t, 8> ends = {1, 2, 3, 4, 6, 9, 14, 22};
  return static_cast<std::uint64_t>(std::upper_bound(ends.begin(), ends.end(), distance) - ends.begin());
}

std::uint8_t shape_of(const Token& token) noexcept {
  switch (token.kind) {
    case TokenKind::word:
      return token.all_caps ? 2 : token.capital ? 1 : 0;
    case TokenKind::number:
      return 3;
    case TokenKind::possessive:
      return 4;
    default:
      return 6;
  }
}

}  // namespace

/// Hashes one feature after the other into rows; the number of a feature keeps features of equal values apart.
class AttributionFeatures::Adder {
 public:
  explicit Adder(Rows& rows) : rows_(rows) {}
  void operator()(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) noexcept {
    std::uint64_t hash = (a + size_ + 1) * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ (hash >> 32)) + b * 0xC2B2AE3D27D4EB4FULL + size_ * 0x165667B19E3779F9ULL;
    hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9ULL + c * 0x94D049BB133111EBULL + d * 0xD6E8FEB86659FD93ULL;
    hash = (hash ^ (hash >> 31)) * 0x9FB21C651E98DF25ULL;
    rows_[size_++] = static_cast<std::uint32_t>(hash >> (64 - attribution_row_bits));
  }
  std::size_t size() const noexcept { return size_; }

 private:
  Rows& rows_;
  std::size_t size_ = 0;
};

AttributionFeatures::AttributionFeatures(const Tokens& tokens, const Layout& layout,
                                         const std::vector<TokenRange>& sentences, const AttributionModel& model)
    : tokens_(tokens), clues_(tokens.size()) {
  std::size_t begin = 0;
  for (const TokenRange& sentence : sentences) {
    sentences_.push_back({begin, sentence.end});
    begin = sentence.end;
  }
  if (begin < tokens.size()) sentences_.push_back({begin, tokens.size()});
  quoted_.resize(sentences_.size());
  for (std::size_t s = 0; s < sentences_.size(); ++s)
    for (std::size_t i = sentences_[s].begin; i < sentences_[s].end; ++i)
      clues_[i].sentence = static_cast<std::uint32_t>(s);
  for (std::size_t i = 0; i < tokens.size(); ++i) describe(i, model);
  find_quoting(layout);
  find_neighbours();
  find_paragraphs(layout);
}

void AttributionFeatures::describe(std::size_t i, const AttributionModel& model) {
  const Token& token = tokens_[i];
  const std::string_view view = tokens_.view(i);
  Clue& clue = clues_[i];
  clue.word = token.hash;
  clue.shape = shape_of(token);
  clue.kind = (token.word->classes >> 9) * 8 + clue.shape;
  clue.suffix = hash_of(view.substr(view.size() - std::min<std::size_t>(view.size(), 3)));
  clue.ending = hash_of(view.substr(view.size() - std::min<std::size_t>(view.size(), 2)));
  clue.cue = model.cue_level(token.hash);
}

void AttributionFeatures::find_quoting(const Layout& layout) {
  for (Clue& clue : clues_) clue.quoting = plain;
  for (const Quote& quote : find_quotes(tokens_, layout)) {
    for (std::size_t i = quote.open; i < quote.begin; ++i) clues_[i].quoting = opens;
    for (std::size_t i = quote.begin; i < quote.end; ++i) clues_[i].quoting = inside;
    for (std::size_t i = quote.end; i <= quote.close && i < clues_.size(); ++i)
      if (quote.end < quote.close || is_mark(i)) clues_[i].quoting = tokens_[i].newlines > 0 ? plain : closes;
  }
  for (std::size_t i = 0; i < clues_.size(); ++i)
    if (clues_[i].quoting >= opens) quoted_[clues_[i].sentence] = 1;
}

bool AttributionFeatures::is_mark(std::size_t i) const noexcept {
  const Token& token = tokens_[i];
  return token.kind == TokenKind::mark && token.mark != '-' && token.mark != '.';
}

void AttributionFeatures::find_neighbours() {
  std::uint32_t cue = none;
  std::uint32_t mark = none;
  for (std::size_t i = 0; i < clues_.size(); ++i) {
    if (i == sentence_of(i).begin) cue = mark = none;
    clues_[i].cue_before = cue;
    clues_[i].mark_before = mark;
    if (is_cue(i)) cue = static_cast<std::uint32_t>(i);
    if (is_mark(i)) mark = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = clues_.size(); i-- > 0;) {
    if (i + 1 == sentence_of(i).end) cue = mark = none;
    clues_[i].cue_after = cue;
    clues_[i].mark_after = mark;
    if (is_cue(i)) cue = static_cast<std::uint32_t>(i);
    if (is_mark(i)) mark = static_cast<std::uint32_t>(i);
  }
}

void AttributionFeatures::find_paragraphs(const Layout& layout) {
  bool goes_on = false;
  for (const TokenRange& sentence : sentences_) {
    bool wanted = false;
    for (std::size_t i = sentence.begin; i < sentence.end && !wanted; ++i)
      wanted = clues_[i].cue > 0 || clues_[i].quoting != plain;
    if (!wanted || layout.begins_block(sentence.begin)) goes_on = false;
    if (wanted && goes_on) paragraphs_.back().end = sentence.end;
    if (wanted && !goes_on) paragraphs_.push_back(sentence);
    goes_on = wanted;
  }
}

std::size_t AttributionFeatures::rows(std::size_t i, Rows& out) const noexcept {
  Adder add(out);
  add(1);
  add_words(i, add);
  add_cues(i, add);
  add_marks(i, add);
  add_sentence(i, add);
  return add.size();
}

void AttributionFeatures::add_words(std::size_t i, Adder& add) const noexcept {
  const Clue& a = clue(i - 2);
  const Clue& b = clue(i - 1);
  const Clue& c = clue(i);
  const Clue& d = clue(i + 1);
  const Clue& e = clue(i + 2);
  const bool first = i == sentence_of(i).begin;
  for (const Clue* one : {&clue(i - 3), &a, &b, &c, &d, &e, &clue(i + 3)}) add(one->word);
  for (const Clue* one : {&a, &b, &c, &d, &e}) add(one->kind);
  add(c.suffix, first);
  add(b.suffix);
  add(d.suffix);
  add(c.ending, b.shape * 64U + c.shape * 8U + d.shape);
  add(a.kind, b.kind, c.kind);
  add(c.kind, d.kind, e.kind);
  add(b.kind, c.kind, d.kind);
}

void AttributionFeatures::add_cues(std::size_t i, Adder& add) const noexcept {
  const Clue& b = clue(i - 1);
  const Clue& c = clue(i);
  const Clue& d = clue(i + 1);
  const std::uint64_t before = c.cue_before == none ? 0 : clues_[c.cue_before].word;
  const std::uint64_t after = c.cue_after == none ? 0 : clues_[c.cue_after].word;
  const std::uint64_t from = step_of(c.cue_before == none ? 99 : i - c.cue_before);
  const std::uint64_t to = step_of(c.cue_after == none ? 99 : c.cue_after - i);
  add(from, to, c.quoting);
  add(before, from);
  add(after, to);
  add(before, c.word);
  add(after, c.word);
  add(before, c.kind, b.kind);
  add(after, c.kind, d.kind);
  add(c.cue, b.kind, d.kind);
  add(b.cue, c.word, clue(i - 2).kind);
  add(d.cue, c.word, clue(i + 2).kind);
}

void AttributionFeatures::add_marks(std::size_t i, Adder& add) const noexcept {
  const Clue& b = clue(i - 1);
  const Clue& c = clue(i);
  const Clue& d = clue(i + 1);
  add(c.quoting * 16U + b.quoting * 4U + d.quoting, c.word);
  add(b.quoting * 4U + c.quoting, b.word, clue(i - 2).word);
  const std::size_t next = c.mark_after == none ? clues_.size() : c.mark_after;
  const std::size_t last = c.mark_before == none ? clues_.size() : c.mark_before;
  const std::uint64_t after = clue(next).word;
  const std::uint64_t from = step_of(c.cue_before == none ? 99 : i - c.cue_before);
  const std::uint64_t to = step_of(c.cue_after == none ? 99 : c.cue_after - i);
  add(after, clue(next + 1).kind, clue(next + 2).kind);
  add(after, clue(last).word, from, to);
  add(after, clue(next + 1).cue, clue(next + 2).cue, clue(next + 3).cue);
  add(after, step_of(c.mark_after == none ? 99 : next - i), c.kind);
}

void AttributionFeatures::add_sentence(std::size_t i, Adder& add) const noexcept {
  const Clue& c = clue(i);
  const TokenRange sentence = sentence_of(i);
  const std::size_t last = sentence.end - 1;
  const std::uint64_t to = step_of(last - i);
  const bool ends_quoted = clue(last).quoting >= opens || (last > 0 && clue(last - 1).quoting >= opens);
  add(to, c.word);
  add(clue(sentence.begin).word, clue(sentence.begin + 1).kind, step_of(i - sentence.begin));
  add(quoted_[c.sentence] * 2U + ends_quoted, clue(sentence.begin - 1).quoting, c.quoting,
      step_of(c.cue_before == none ? 99 : i - c.cue_before));
  add(clue(sentence.begin).quoting, clue(last).quoting, step_of(c.cue_after == none ? 99 : c.cue_after - i),
      step_of(i - sentence.begin));
}

/// What kind of place a token is for a change of label.
std::size_t AttributionFeatures::place(std::size_t i) const noexcept {
  const Clue& one = clue(i);
  if (one.quoting == opens) return 1;
  if (one.quoting == closes) return 2;
  if (tokens_.is_mark(i, ',') || tokens_.is_mark(i, ';')) return 3;
  if (tokens_[i].kind == TokenKind::mark) return 4;
  if (is_cue(i)) return 5;
  return tokens_.is_any(i, {"that", "to"}) ? 6 : 7;
}

std::size_t AttributionFeatures::joint(std::size_t i) const noexcept {
  constexpr std::array<std::uint8_t, 8> rows = {0, 0, 1, 2, 4, 3, 0, 0};  // by the place before
  if (i == sentence_of(i).begin) return place(i);
  return 8 + std::size_t{rows[place(i - 1)]} * 8 + place(i);
}

}  // namespace avow::text
