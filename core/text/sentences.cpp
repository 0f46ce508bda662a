#include "text/sentences.hpp"

namespace avow::text {
namespace {

constexpr char32_t ellipsis = 0x2026;

bool is_stop(char32_t mark) noexcept {
  return mark == '.' || mark == '!' || mark == '?' || mark == ellipsis;
}

/// Marks that close what a sentence opened and so still belong to it after its stop.
bool is_closer(const Tokens& tokens, std::size_t i) noexcept {
  const Token& token = tokens[i];
  if (!token.glued) return false;
  const char32_t mark = token.mark;
  return is_closing_quote(mark) || mark == ')' || mark == ']' || mark == 0x2019 ||
         ((mark == '"' || mark == '\'') && !(tokens[i + 1].glued && tokens.is_word(i + 1)));
}

class SentenceFinder {
 public:
  SentenceFinder(const Tokens& tokens, const Layout& layout, const std::vector<TokenRange>& labels)
      : tokens_(tokens), layout_(layout), labels_(labels) {}

  std::vector<TokenRange> run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      if (label_ < labels_.size() && i >= labels_[label_].begin) {
        close(labels_[label_].begin);
        begin_ = i = labels_[label_++].end;
        continue;
      }
      if (layout_.begins_block(i) && i > begin_) close(i);
      if (i == begin_) begin_ = layout_.past_marker(i);
      i = begin_ > i ? begin_ : step(i);
    }
    close(tokens_.size());
    return std::move(out_);
  }

 private:
  /// Moves past token `i`, or past the end of the sentence that it stops.
  std::size_t step(std::size_t i) {
    if (!is_stop(tokens_[i].mark)) return i + 1;
    std::size_t end = i + 1;
    while (is_stop(tokens_[end].mark) && (tokens_[end].glued || tokens_.is_mark(end, '.')) && !limit(end)) ++end;
    while (is_closer(tokens_, end) && !limit(end)) ++end;
    if (!limit(end) && ends_at(i, end)) close(end);
    return end;
  }
  bool limit(std::size_t i) const {
    return i >= tokens_.size() || (label_ < labels_.size() && i >= labels_[label_].begin) || layout_.begins_block(i);
  }

  /// Whether the stop at `i`, with what closes after it up to `next`, ends a sentence.
  bool ends_at(std::size_t i, std::size_t next) const {
    if (tokens_[next].glued && !is_dash(tokens_[next].mark) && !glued_start(i, next)) return false;
    std::size_t first = next;
    while (is_opening(first)) ++first;
    const Token& start = tokens_[first];
    const bool small = start.kind == TokenKind::word && !start.capital && !careless_start(i, next);
    const bool mark = start.kind == TokenKind::mark && start.mark != '$' && start.mark != 0xA3 &&
                      start.mark != 0x20AC && start.mark != '#' && start.mark != '@';
    if (numbers_what_follows(i, next)) return false;
    if (!tokens_.is_mark(i, '.') || next > i + 1)
      return !small && !(mark && !is_dash(start.mark) && !is_stop(start.mark));
    if (small || (mark && !is_dash(start.mark)) || (mark && !tokens_[first + 1].capital)) return false;
    return !abbreviation(i, first);
  }
  /// "end.Next" with the blank forgotten: a word of three letters or more on either side, the next one capital.
  bool glued_start(std::size_t i, std::size_t next) const {
    return next == i + 1 && tokens_.is_word(next) && tokens_[next].capital && !tokens_[next].all_caps &&
           tokens_.is_word(i - 1) && !tokens_[i - 1].capital && tokens_[i - 1].end - tokens_[i - 1].begin > 2 &&
           tokens_[next].end - tokens_[next].begin > 1 && tokens_.has(next, function_word);
  }
  /// A sentence that begins small, as in letters and comments: a pronoun or article after a word that abbreviates
  /// nothing.
  bool careless_start(std::size_t i, std::size_t next) const {
    const bool plain = tokens_.is_word(i - 1) && tokens_[i - 1].end - tokens_[i - 1].begin > 3 &&
                       !tokens_[i - 1].capital && !tokens_.has(i - 1, hard_abbreviation | soft_abbreviation);
    if (tokens_[next].glued || tokens_[i].mark == ellipsis) return false;
    if (tokens_.is_any(next, {"http", "https", "www"})) return true;
    const bool starts = tokens_.has(next, self_pronoun | other_pronoun | person_pronoun | determiner) ||
                        tokens_.is_any(next, {"if", "what", "where", "when", "please", "there", "are", "is"});
    if (begins_small() && tokens_.is_word(next) && !tokens_.is_mark(next - 1, ellipsis) &&
        !tokens_.is_mark(next - 2, '.') && ends_plainly(i))
      return true;
    return next == i + 1 && (plain || tokens_.is_mark(i, '?')) && starts;
  }
  /// Who begins one sentence small will begin the next one so.
  bool begins_small() const { return tokens_.is_word(begin_) && !tokens_[begin_].capital; }
  bool ends_plainly(std::size_t i) const {
    const Token& last = tokens_[i - 1];
    return !tokens_.is_mark(i, '.') || (tokens_.is_word(i - 1) && last.end - last.begin > 1 && !tokens_[i - 1].glued &&
                                        !tokens_.has(i - 1, hard_abbreviation | soft_abbreviation));
  }
  /// "4. We believe" within a paragraph: the number belongs to what it numbers.
  bool numbers_what_follows(std::size_t i, std::size_t next) const {
    return next == i + 1 && i == begin_ + 1 && tokens_.is_mark(i, '.') && tokens_[i].glued &&
           tokens_.is_number(begin_) && tokens_[begin_].end - tokens_[begin_].begin <= 2;
  }
  bool is_opening(std::size_t i) const {
    const char32_t mark = tokens_[i].mark;
    return is_opening_quote(mark) || mark == '"' || mark == '(' || mark == '[' || mark == 0x2018 || mark == '\'';
  }

  /// Whether the full stop at `i` belongs to the word before it and the sentence goes on at `first`.
  bool abbreviation(std::size_t i, std::size_t first) const {
    if (!tokens_[i].glued) return false;
    if (ordinal(i, first) || between_parties(i, first) || reference(i, first)) return true;
    if (tokens_[i - 1].glued && tokens_.is_number(i - 2)) return false;  // 1st.
    const bool starter = tokens_.has(first, function_word) && tokens_[first].capital;
    if (tokens_.has(i - 1, hard_abbreviation)) return !is_no_word(i, first);
    if (tokens_.has(i - 1, soft_abbreviation)) return !starter && abbreviates_here(i, first);
    if (!single_letter(i - 1)) return false;
    if (inside_initials(i)) return !starter;  // U.S., J.R.
    if (!tokens_[i - 1].capital || tokens_.is(i - 1, "i")) return false;
    if (i - 1 == begin_) return true;  // J. Smith, Q. Who
    if (single_letter(first) && tokens_[first].capital && tokens_.is_mark(first + 1, '.')) return true;  // C. V. Starr
    const bool named = tokens_.is_word(i - 2) ||
                       (tokens_.is_mark(i - 2, '.') && (single_letter(i - 3) || tokens_.has(i - 3, hard_abbreviation)));
    return !starter && tokens_.is_word(first) && named;  // J. Smith, Gen. P. Q. Smith
  }
  /// "Oak v. Elm".
  bool between_parties(std::size_t i, std::size_t first) const {
    return tokens_.is(i - 1, "v") && tokens_.is_word(i - 2) && tokens_[i - 2].capital && tokens_[first].capital;
  }
  /// "c. 375", "n. 4": a small letter and a number.
  bool reference(std::size_t i, std::size_t first) const {
    return single_letter(i - 1) && !tokens_[i - 1].capital && !tokens_[i - 1].glued && tokens_.is_number(first);
  }
  /// "24. Juni", "im 21. Jahrhundert", where the language writes ordinals so.
  bool ordinal(std::size_t i, std::size_t first) const {
    return tokens_.language().writing().ordinal_point && tokens_.is_number(i - 1) &&
           tokens_[i - 1].end - tokens_[i - 1].begin <= 2 && tokens_.is_word(first) &&
           !tokens_.has(first, function_word);
  }
  /// "No." the answer, against "No. 5"; "art." against "Art. 5" and such.
  bool is_no_word(std::size_t i, std::size_t first) const {
    if (!tokens_.is_any(i - 1, {"no", "nos", "fig", "figs", "art", "arts", "sec", "para", "vol", "ch", "mt", "cf",
                                "del", "pres", "al", "doc", "docs"}))
      return false;
    if (tokens_.is(i - 1, "al")) return !tokens_.is(i - 2, "et");
    return !tokens_.is_number(first) && !(tokens_.is_any(i - 1, {"mt", "pres"}) && tokens_[i - 1].capital);
  }
  /// Ordinary words among the soft abbreviations need a sign: a capital ("Jan."), a number after it ("min. 5").
  bool abbreviates_here(std::size_t i, std::size_t first) const {
    if (tokens_.is_number(first)) return true;
    return tokens_[i - 1].capital || tokens_.is_any(i - 1, {"etc", "est", "approx"});
  }
  bool single_letter(std::size_t i) const { return tokens_.is_word(i) && tokens_[i].end - tokens_[i].begin == 1; }
  bool inside_initials(std::size_t i) const {
    return tokens_[i - 1].glued && tokens_.is_mark(i - 2, '.') && tokens_[i - 2].glued && single_letter(i - 3);
  }

  void close(std::size_t end) {
    TokenRange range{begin_, end};
    begin_ = end;
    bool words = false;
    for (std::size_t i = range.begin; i < range.end && !words; ++i) words = tokens_.is_word(i) || tokens_.is_number(i);
    if (words) out_.push_back(range);
  }

  const Tokens& tokens_;
  const Layout& layout_;
  const std::vector<TokenRange>& labels_;
  std::size_t label_ = 0;
  std::size_t begin_ = 0;
  std::vector<TokenRange> out_;
};

}  // namespace

std::vector<TokenRange> find_sentences(const Tokens& tokens, const Layout& layout,
                                       const std::vector<TokenRange>& labels) {
  return SentenceFinder(tokens, layout, labels).run();
}

}  // namespace avow::text
