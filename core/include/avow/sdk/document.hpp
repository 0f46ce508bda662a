#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "avow/sdk/view.hpp"

/// The annotated document that a detector is given.
namespace avow::sdk {

/// Headings, list items and captions are sentences of their own; none crosses a paragraph or a speech turn.
struct Sentence {
  using Raw = avow_sentence;
  Span span;
  std::optional<std::size_t> voice;  ///< index into Document::voices(); nullopt: the document's own voice
  Span word_range{};                 ///< of Document::word_list(), counted in words
  std::uint32_t marks_after = 0;     ///< AVOW_MARK_*, after its last word
  static Sentence read(const Raw& raw) {
    const bool own = raw.voice < 0;
    Sentence out{detail::view(raw.span), own ? std::nullopt : std::optional(static_cast<std::size_t>(raw.voice))};
    if (raw.struct_size < sizeof(Raw)) return out;  // of plugin ABI 1.0, which knows no words
    out.word_range = detail::view(raw.words);
    out.marks_after = static_cast<std::uint32_t>(raw.marks_after);
    return out;
  }
};

/// A word, cut and hashed by the rules that avow_word tells; word_hash() (cut_words.hpp) is the hash of a word to look
/// for.
struct Word {
  using Raw = avow_word;
  Span span;
  std::uint64_t hash = 0;
  std::uint32_t marks = 0;  ///< AVOW_MARK_*, between it and the word before
  std::uint32_t form = 0;   ///< AVOW_WORD_*
  static Word read(const Raw& raw) { return {{raw.begin, raw.end}, raw.hash, raw.marks, raw.form}; }
};

/// A stretch in one voice; voices nest, the innermost counts.
struct Voice {
  using Raw = avow_voice;
  Span span;              ///< the words that are the speaker's
  Span source;            ///< where the speaker is named; empty when nowhere near
  Span cue;               ///< "said"; empty for turns
  std::string_view kind;  ///< "turn", "quotation", "reported"
  std::string_view name;
  bool interviewer = false;  ///< asks rather than answers: the host drops claims in such a voice
  static Voice read(const Raw& raw) {
    return {detail::view(raw.content), detail::view(raw.source), detail::view(raw.cue),
            detail::view(raw.kind),    detail::view(raw.name),   raw.interviewer != 0};
  }
};

/// A number with what it counts.
struct Quantity {
  using Raw = avow_quantity;
  Span span;    ///< number and unit with the words that bend it: "at least 2 percent of GDP"
  Span number;  ///< "2"
  Number value;
  std::optional<Number> upper;  ///< of a range
  std::string_view unit;        ///< canonical: "percent", "percent of GDP", "USD", ...; may be empty
  std::string_view bound;       ///< "exact", "about", "at_least", "at_most", "more_than", "less_than"
  static Quantity read(const Raw& raw) {
    return {detail::view(raw.span),  detail::view(raw.number), {raw.value.value, raw.value.step},
            detail::view(raw.upper), detail::view(raw.unit),   detail::view(raw.bound)};
  }
};

/// A date that the text names; relative ones are worked out from the day the document was published.
struct DateMention {
  using Raw = avow_date_mention;
  Span span;              ///< with the preposition: "by 2035", "within a decade"
  Date date;              ///< unknown when relative and the document has no date
  std::string_view role;  ///< "at", "by", "since", "from", "until", "within"
  bool relative = false;
  static DateMention read(const Raw& raw) {
    return {detail::view(raw.span), detail::view(raw.date), detail::view(raw.role), raw.relative != 0};
  }
};

/// A name from the vocabulary where it occurs in the text.
struct Mention {
  using Raw = avow_mention;
  Span span;
  std::string_view kind;  ///< "entity", "measure"
  std::string_view code;  ///< code of the entity, or the name of the measure
  static Mention read(const Raw& raw) {
    return {detail::view(raw.span), detail::view(raw.kind), detail::view(raw.code)};
  }
};

/// What a detector is given. All spans count bytes of text(); every array is ordered by span (begin, then longer
/// first).
class Document {
 public:
  explicit Document(const avow_document& raw) : raw_(&raw) {}

  std::string_view id() const { return detail::view(raw_->id); }
  std::string_view url() const { return detail::view(raw_->url); }
  std::string_view title() const { return detail::view(raw_->title); }
  std::string_view publisher() const { return detail::view(raw_->publisher); }
  std::string_view author() const { return detail::view(raw_->author); }
  /// Whose words the text is as a whole; often empty.
  std::string_view speaker() const { return detail::view(raw_->speaker); }
  /// BCP 47, e.g. "en"; empty when not known.
  std::string_view language() const { return detail::view(raw_->language); }
  /// May be unknown.
  Date published() const { return detail::view(raw_->published); }
  /// Valid UTF-8.
  std::string_view text() const { return detail::view(raw_->text); }
  /// The words that a span covers; the span must lie within the text.
  std::string_view words(Span span) const { return text().substr(span.begin, span.size()); }

  View<Sentence> sentences() const { return View<Sentence>(raw_->sentences); }
  View<Voice> voices() const { return View<Voice>(raw_->voices); }
  View<Quantity> quantities() const { return View<Quantity>(raw_->quantities); }
  View<DateMention> dates() const { return View<DateMention>(raw_->dates); }
  View<Mention> mentions() const { return View<Mention>(raw_->mentions); }
  /// The words of every sentence. Throws std::runtime_error when the host gives none, being of plugin ABI 1.0.
  View<Word> word_list() const {
    if (raw_->struct_size < sizeof(avow_document))
      throw std::runtime_error("the host is of plugin ABI 1.0 and gives no words; this plugin needs them");
    return View<Word>(raw_->words);
  }
  /// Those of one sentence.
  View<Word> word_list(const Sentence& sentence) const {
    return word_list().sub(sentence.word_range.begin, sentence.word_range.size());
  }

  const avow_document& raw() const { return *raw_; }

 private:
  const avow_document* raw_;
};

}  // namespace avow::sdk
