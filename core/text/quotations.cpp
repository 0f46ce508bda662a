#include "text/quotations.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "text/learned_voices.hpp"
#include "text/quote_marks.hpp"
#include "text/sources.hpp"

namespace avow::text {
namespace {

constexpr std::size_t max_gap = 30;        ///< tokens between a quotation and its cue at most
constexpr std::size_t whole_sentence = 4;  ///< words that a quotation needs to stand without a cue

class QuotationFinder {
 public:
  QuotationFinder(const Tokens& tokens, const Layout& layout, const std::vector<TokenRange>& sentences,
                  const Names& names, const std::vector<LinkedAttribution>& learned)
      : tokens_(tokens),
        layout_(layout),
        sentences_(sentences),
        sources_(tokens, names),
        quotes_(find_quotes(tokens, layout)),
        learned_(tokens, learned) {}

  std::vector<VoiceSpan> run() {
    for (const TokenRange& sentence : sentences_) {
      while (quote_ < quotes_.size() && quotes_[quote_].close <= sentence.begin) ++quote_;
      read(sentence);
    }
    learned_.add_to(out_);
    return std::move(out_);
  }

 private:
  /// Takes one sentence: first what is quoted in it, then what is reported.
  void read(TokenRange sentence) {
    const std::size_t first = quote_;
    std::size_t last = first;
    while (last < quotes_.size() && quotes_[last].open < sentence.end) ++last;
    const std::size_t before = out_.size();
    bool attributed = false;
    for (std::size_t q = first; q < last; ++q) attributed |= quoted(q, sentence, attributed);
    if (!attributed || quotes_[first].open > sentence.begin) reported(sentence, first, last, before);
    learned_.read(sentence, sources_);
    sources_.pass(sentence);
  }

  // --- direct speech -----------------------------------------------------------------------------------------------

  bool quoted(std::size_t q, TokenRange sentence, bool after_attributed) {
    Quote& quote = quotes_[q];
    if (quote.done) return quote.attributed;
    const bool closes_here = quote.close < sentence.end;
    std::optional<Attribution> found;
    if (closes_here) found = after(quote, sentence);
    if (!found && quote.open >= sentence.begin) found = before(q, sentence);
    if (!found && closes_here && after_attributed && q > 0 && quotes_[q - 1].attributed && substantial(quote))
      found = last_;
    if (!found && (closes_here || quote.open >= sentence.begin)) found = neighbour(q, sentence);
    if (!found) return false;
    attribute(q, *found);
    return true;
  }

  /// "...," X said / said X after the closing mark.
  std::optional<Attribution> after(const Quote& quote, TokenRange sentence) const {
    std::size_t at = quote.close + 1;
    const char32_t last = tokens_[quote.end - 1].mark;
    const bool leads_on = last == ',' || last == '?' || last == '!' || last == '.' || is_dash(last) || last == 0x2026;
    if (tokens_.is_mark(at, ',')) {
      ++at;
    } else if (!leads_on) {
      return std::nullopt;
    }
    if (is_dash(tokens_[at].mark)) ++at;
    const std::size_t end = std::min(sentence_end_after(quote.close, sentence), at + max_gap);
    if (auto found = sources_.said_by(at, end)) return found;
    return sources_.by_sayer(at, end);
  }
  /// The quotation may end the sentence where it stops ("?"): the words of attribution are then the next one.
  std::size_t sentence_end_after(std::size_t i, TokenRange sentence) const {
    if (i + 1 < sentence.end) return sentence.end;
    if (tokens_[i + 1].newlines > 0) return i + 1;
    std::size_t end = i + 1;
    while (end < i + max_gap && end < tokens_.size() && !tokens_.is_mark(end, '.') && !layout_.begins_block(end)) ++end;
    return tokens_[i + 1].capital || tokens_.is_word(i + 1) ? end : i + 1;
  }

  /// X said: "...", X said that "...", according to X, "...".
  std::optional<Attribution> before(std::size_t q, TokenRange sentence) const {
    const Quote& quote = quotes_[q];
    std::size_t from = sentence.begin;
    if (q > 0 && quotes_[q - 1].close + 1 > from && quotes_[q - 1].close < quote.open) from = quotes_[q - 1].close + 1;
    if (quote.open > from + max_gap) from = quote.open - max_gap;
    if (auto found = sources_.sayer_before(from, quote.open)) return found;
    if (from < quote.open || !layout_.begins_block(quote.open) || quote.open == 0) return std::nullopt;
    return line_before(quote.open);
  }
  /// A paragraph that ends in "X said:" right before the quotation's own.
  std::optional<Attribution> line_before(std::size_t open) const {
    if (!tokens_.is_mark(open - 1, ':')) return std::nullopt;
    return sources_.sayer_before(open > max_gap ? open - max_gap : 0, open);
  }

  /// A whole sentence quoted next to an attributed one is by the same speaker.
  std::optional<Attribution> neighbour(std::size_t q, TokenRange sentence) const {
    if (q == 0 || !last_ || !quotes_[q - 1].attributed) return std::nullopt;
    const Quote& quote = quotes_[q];
    const std::size_t gap = quote.open - quotes_[q - 1].close;
    if (!substantial(quote) || gap > max_gap || quote.open > sentence.begin + 1) return std::nullopt;
    if (tokens_[quote.open].newlines > 2) return std::nullopt;
    const char32_t stop = tokens_[quote.end - 1].mark;
    return stop == '.' || stop == '?' || stop == '!' || stop == ',' ? last_ : std::nullopt;
  }
  bool substantial(const Quote& quote) const { return quote.end + 1 > quote.begin + whole_sentence; }

  void attribute(std::size_t q, const Attribution& attribution) {
    last_ = attribution;
    const std::size_t chain = quotes_[q].chain;
    for (std::size_t n = q; n < quotes_.size() && quotes_[n].chain == chain; ++n) add_quote(n, attribution);
    for (std::size_t n = q; n-- > 0 && quotes_[n].chain == chain;)
      if (!quotes_[n].done) add_quote(n, attribution);
  }
  void add_quote(std::size_t q, const Attribution& attribution) {
    Quote& quote = quotes_[q];
    quote.done = quote.attributed = true;
    if (quote.end <= quote.begin) return;
    add({quote.begin, quote.end}, attribution, Voice::quotation);
  }

  // --- reported speech ---------------------------------------------------------------------------------------------

  /// `before` is where the voices of this sentence begin: what a later cue of theirs introduces is not reported too.
  void reported(TokenRange sentence, std::size_t first_quote, std::size_t last_quote, std::size_t before) {
    for (std::size_t q = first_quote; q < last_quote; ++q)
      if (quotes_[q].open < sentence.begin && quotes_[q].close >= sentence.end) return;  // all of it is quoted
    if (auto found = sources_.according_to(sentence)) {
      add(found->content, *found, Voice::reported);
    } else if ((found = sources_.reports(sentence))) {
      found->content.end = std::min(found->content.end, second_cue(found->content, before));
      if (found->content.end <= found->content.begin + 1 || is_quoted(found->content.begin, first_quote, last_quote))
        return;
      add(found->content, *found, Voice::reported);
      if (!found->more.empty()) add(found->more, *found, Voice::reported);
      last_ = *found;
    }
  }

  bool is_quoted(std::size_t i, std::size_t first_quote, std::size_t last_quote) const {
    for (std::size_t q = first_quote; q < last_quote; ++q)
      if (quotes_[q].attributed && quotes_[q].open <= i && i <= quotes_[q].close) return true;
    return false;
  }
  /// In "X said that ..., but said: ..." the first clause ends before the conjunction.
  std::size_t second_cue(TokenRange content, std::size_t before) const {
    std::size_t end = content.end;
    for (std::size_t v = before; v < out_.size(); ++v) {
      std::size_t cue = tokens_.at_or_after(out_[v].cue.begin);
      if (cue <= content.begin || cue >= end) continue;
      if (!out_[v].source.empty() && out_[v].source.begin > tokens_[content.begin].begin)
        cue = std::min(cue, tokens_.at_or_after(out_[v].source.begin));
      if (tokens_.is_any(cue - 1, {"but", "and", "while"})) --cue;
      end = cue;
    }
    return end;
  }

  void add(TokenRange content, const Attribution& attribution, Voice kind) {
    const char32_t stop = tokens_[content.end - 1].mark;
    if (stop == ',' || (kind == Voice::reported && stop == '.')) --content.end;
    if (content.empty()) return;
    VoiceSpan voice;
    voice.content = {tokens_[content.begin].begin, tokens_[content.end - 1].end};
    voice.source = span_of(attribution.source);
    voice.cue = span_of(attribution.cue);
    voice.kind = kind;
    voice.name = attribution.name;
    out_.push_back(std::move(voice));
    sources_.spoke(attribution);
  }
  Span span_of(TokenRange range) const {
    return range.empty() ? Span{} : Span{tokens_[range.begin].begin, tokens_[range.end - 1].end};
  }

  const Tokens& tokens_;
  const Layout& layout_;
  const std::vector<TokenRange>& sentences_;
  Sources sources_;
  std::vector<Quote> quotes_;
  LearnedVoices learned_;
  std::size_t quote_ = 0;
  std::optional<Attribution> last_;
  std::vector<VoiceSpan> out_;
};

}  // namespace

std::vector<VoiceSpan> find_quotations(const Tokens& tokens, const Layout& layout,
                                       const std::vector<TokenRange>& sentences, const Names& names,
                                       const std::vector<LinkedAttribution>& learned) {
  return QuotationFinder(tokens, layout, sentences, names, learned).run();
}

}  // namespace avow::text
