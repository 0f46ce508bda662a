#pragma once

#include <string_view>

#include "subject.hpp"
#include "tokens.hpp"

namespace avow::detect {

struct Stated;

/// A stretch of a sentence that one claim is made of, as positions of words.
struct Clause {
  int begin = 0;  ///< first word
  int verb = 0;   ///< first word of what is done: after "will", after "commit to"
  int end = 0;    ///< one past the last word
  Subject subject;
  sdk::Span span;        ///< of the document
  bool counts = true;    ///< a number of things after the verb is how many; not so after "our commitment to"
  bool negated = false;  ///< the verb is denied
  int object = -1;       ///< first word of what the verb moves when it stands before it: "see unemployment fall"
  int amounts = 0;     ///< first word whose amounts and dates count: of "43 % by 2030 and 60 % by 2035" the second half
  sdk::Span own = {};  ///< the words about this amount where there are several; dates outside come second
  const Stated* stated = nullptr;  ///< the measure and the amount, where they are known to belong together
};

/// Whether a claim looks ahead (dates after the document's are when it falls due) or back.
enum class Tense { future, past };

/// The words that say how a measure must stand or move.
inline constexpr Words changes = any_of(Word::rise, Word::fall, Word::cap, Word::reach, Word::match, Word::record_high,
                                        Word::record_low, Word::towards, Word::freeze);

/// The relations of a word for change: when no amount is said; with "by"; with "to"; and with an amount but neither.
struct Change {
  Word word;
  std::string_view bare;
  std::string_view by;
  std::string_view to;
  std::string_view plain;
  std::string_view label;
};

struct Found {
  const Change* change = nullptr;  ///< null: none
  int at = 0;
};

/// The word of change that governs the word at `amount`: the last before it, else the first of the clause.
Found find_change(const Tokens& tokens, const Clause& clause, Tense tense, int amount);

/// The relation of a change to the amount at `amount`; a thing reached or spent is `plain`.
std::string_view relation_of_change(const Tokens& tokens, const Change& change, int amount, std::string_view plain);

}  // namespace avow::detect
