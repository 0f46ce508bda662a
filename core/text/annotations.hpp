#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/enum_names.hpp"
#include "base/span.hpp"
#include "model/claim.hpp"

/// What a text holds, found once for all plugins. All spans count bytes of the document's text; every vector is
/// ordered by span (begin, then longer first).
namespace avow {

/// Headings, list items and captions are sentences of their own; none crosses a paragraph or a speech turn.
struct Sentence {
  Span span;  ///< without surrounding white space
  bool operator==(const Sentence&) const = default;
};

/// A stretch in one voice. Turns, quotations and reported speech nest; the innermost that holds a byte is its voice,
/// and a byte in none is the document's own voice.
struct VoiceSpan {
  Span content;  ///< the words that are the speaker's, without the label, quotation marks or "X said"
  Span source;   ///< where the speaker is named; empty when nowhere near
  Span cue;      ///< "said"; empty for turns
  Voice kind = Voice::turn;
  std::string name;  ///< the fullest form that the document uses: "Jens Muster", even where this turn says "Muster:"
  bool interviewer = false;  ///< asks rather than answers: no claim is theirs
  bool operator==(const VoiceSpan&) const = default;
};

/// How the words around a quantity bend it: "at least", "up to", "about".
enum class Bound { exact, about, at_least, at_most, more_than, less_than };
inline constexpr auto bounds = enum_names<Bound>({{Bound::exact, "exact"},
                                                  {Bound::about, "about"},
                                                  {Bound::at_least, "at_least"},
                                                  {Bound::at_most, "at_most"},
                                                  {Bound::more_than, "more_than"},
                                                  {Bound::less_than, "less_than"}});

/// Which way the words around a quantity say something moved by this much: "rose 3 percent", "a cut of 5 percent". What
/// it moved to ("rose to 5 percent") is no change.
enum class Change { none, up, down };
inline constexpr auto changes =
    enum_names<Change>({{Change::none, "none"}, {Change::up, "up"}, {Change::down, "down"}});

/// A number with what it counts. A range has both ends. Years, ordinals, dates and numbers of articles, pages or
/// telephones are no quantities; a length of time inside a date ("in 15 years") is one.
struct Quantity {
  Span span;      ///< number and unit with the words that bend it: "at least 2 percent of GDP"
  Span number;    ///< "2"
  Decimal value;  ///< scaled: "1.5 billion" is 1.5e9 with step 1e8
  bool range = false;
  Decimal upper;     ///< of a range
  std::string unit;  ///< canonical: "percent", "percent of GDP", "percentage points", "USD", "EUR", "GBP", "t",
                     ///< "t CO2", "people", ... else the counted noun as said, singular and lower-case; may be empty
  Bound bound = Bound::exact;
  Change change = Change::none;
  std::string per{};  ///< of what one the unit is taken: "year" in "300 homes a year", "person" in "9 t per head"
  Span counted{};     ///< the words of the unit as the text has them: "different bosses"; empty when there are none
  /// Counts, but says little by itself: "one of the best", an age, a length of time inside a date. Plugins are given
  /// the others only.
  bool loose = false;
  bool operator==(const Quantity&) const = default;
};

/// What the words before a date make of it.
enum class DateRole { at, by, since, from, until, within };
inline constexpr auto date_roles = enum_names<DateRole>({{DateRole::at, "at"},
                                                         {DateRole::by, "by"},
                                                         {DateRole::since, "since"},
                                                         {DateRole::from, "from"},
                                                         {DateRole::until, "until"},
                                                         {DateRole::within, "within"}});

/// What a date hangs on that no calendar tells: a term of a parliament or office, of whoever speaks.
enum class TermOf : std::uint8_t {
  none,
  parliament,
  office,  ///< of the head of state or the government where those have terms of their own; else that of the parliament
  session,
  election,  ///< of either, and the two where the words say which
  office_election,
  parliament_election
};
enum class TermChoice : std::uint8_t {
  open,     ///< "the parliament", "our term": the one that runs; while none does the one that is to come
  running,  ///< "this parliament"
  next,
  numbered  ///< "my second term": by Term::number
};
enum class TermPart : std::uint8_t { end, middle, begin };

/// Which term a date is worked out from, and how; for who knows the speaker (engine/term_dates.hpp).
struct Term {
  TermOf of = TermOf::none;
  TermChoice choice = TermChoice::open;
  int number = 0;
  bool own = false;    ///< "my", "our"
  bool hoped = false;  ///< "a Harbour government": of one that does not govern yet
  bool past = false;   ///< what stands around it looks back
  TermPart part = TermPart::end;
  int days = 0;  ///< counted from its first day, where not 0: "our first 100 days"
  int months = 0;
  bool operator==(const Term&) const = default;
};

/// A date that the text names, relative ones worked out from the day the document was published.
struct DateMention {
  Span span;  ///< with the preposition: "by 2035", "within a decade", "on Friday"
  Date date;  ///< unknown when it is relative and the document has no date
  DateRole role = DateRole::at;
  bool relative = false;
  Term term{};  ///< `date` is unknown, or the best that can be told without knowing the term
  bool operator==(const DateMention&) const = default;
};

/// A name from the vocabulary where it occurs in the text.
enum class MentionKind { entity, measure };
inline constexpr auto mention_kinds =
    enum_names<MentionKind>({{MentionKind::entity, "entity"}, {MentionKind::measure, "measure"}});

struct Mention {
  Span span;
  MentionKind kind = MentionKind::entity;
  std::string code;  ///< Entity::code, or Indicator::measure
  bool operator==(const Mention&) const = default;
};

struct Annotations {
  std::string language;  ///< BCP 47, the one that the text was read in
  std::vector<Sentence> sentences;
  std::vector<VoiceSpan> voices;
  std::vector<Quantity> quantities;
  std::vector<DateMention> dates;
  std::vector<Mention> mentions;
};

}  // namespace avow
