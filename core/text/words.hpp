#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What the finders of this folder know of a word. Words come from language files (text/language.hpp), one table a
/// language, so that a token is looked up once for all of them.
namespace avow::text {

/// What a word can be; a word may be several ("second", "may", "quarter"). Each is a section of the language files, by
/// the name that core/text/language_reader.cpp gives it; the examples are English.
enum WordClass : std::uint64_t {
  month_name = 1ULL << 0,
  month_ambiguous = 1ULL << 1,  ///< also an ordinary word: "may", "march"
  weekday_name = 1ULL << 2,
  number_word = 1ULL << 3,         ///< "two", "sixty"
  scale_word = 1ULL << 4,          ///< "hundred", "million", "bn"
  fraction_word = 1ULL << 5,       ///< "half", "third", "quarters"
  period_word = 1ULL << 6,         ///< "day", "years", "decade"
  unit_word = 1ULL << 7,           ///< "tonnes", "people"
  currency_word = 1ULL << 8,       ///< "euros", "USD"
  say_verb = 1ULL << 9,            ///< takes what was said with or without "that": "said"
  that_verb = 1ULL << 10,          ///< takes what was said with "that" only: "found", "shows"
  pledge_verb = 1ULL << 11,        ///< takes an infinitive: "promised to"
  title_word = 1ULL << 12,         ///< stands before a person's name: "Mr", "President", "Senator"
  hard_abbreviation = 1ULL << 13,  ///< its full stop never ends a sentence: "Mr.", "e.g."
  soft_abbreviation = 1ULL << 14,  ///< its full stop may end one: "Inc.", "Jan."
  function_word = 1ULL << 15,      ///< articles, pronouns, prepositions, conjunctions, question words
  person_pronoun = 1ULL << 16,     ///< "he", "she"
  other_pronoun = 1ULL << 17,      ///< "they", "it"
  self_pronoun = 1ULL << 18,       ///< "I", "we", "you": the voice itself or its hearer, never somebody reported
  auxiliary = 1ULL << 19,          ///< "has", "would", "did"
  adverb = 1ULL << 20,             ///< may stand between a subject and its verb: "also", "later"
  metadata_label = 1ULL << 21,     ///< "Note:", "Date:" begin no speech turn
  asker_label = 1ULL << 22,        ///< "Q:", "MODERATOR:" ask
  name_particle = 1ULL << 23,      ///< "van", "de", "al"
  future_cue = 1ULL << 24,
  past_cue = 1ULL << 25,
  numbered_noun = 1ULL << 26,  ///< the number after it names, and counts nothing: "Article 5"
  date_preposition = 1ULL << 27,
  not_person = 1ULL << 28,  ///< part of the names of bodies and places: "House", "Department", "Street"
  determiner = 1ULL << 29,
  role_noun = 1ULL << 30,      ///< "minister", "spokesman": the head of a description of a person
  speaker_label = 1ULL << 31,  ///< "A:", "SPEAKER 2:", "AUDIENCE MEMBER:"
  object_verb = 1ULL << 33,    ///< a say_verb that without "that" takes an ordinary object: "repeated", "denied"
  date_anchor = 1ULL << 34,    ///< head of a time expression: "today", "summer", "recently"
  vague_number = 1ULL << 35,   ///< "dozens", "thousands": from one of them to ten
  not_counted = 1ULL << 32,    ///< after a number these are no counted nouns: "percent", "ago", "more"
};

enum class Period : std::uint8_t { none, day, week, month, quarter, year, decade, century };

struct Word {
  std::uint64_t classes = 0;
  double number = 0;         ///< of number_word, scale_word, fraction_word
  std::uint8_t month = 0;    ///< 1 to 12
  std::uint8_t weekday = 0;  ///< 0 is Sunday
  Period period = Period::none;
  double factor = 1;                    ///< of a unit: "Mt" is 1e6 of "t"
  std::string_view unit;                ///< canonical, of unit_word, currency_word and period_word
  std::uint64_t sense = 0;              ///< hash of the English word that it stands for; 0: none is said
  std::array<std::uint64_t, 3> also{};  ///< of more, 0 where there is none: German "des" is "of" and "the"
};

/// FNV-1a over ASCII-lower-cased bytes: how tokens and table rows meet.
constexpr std::uint64_t hash_begin = 1469598103934665603ULL;
constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr std::uint64_t hash_add(std::uint64_t hash, char c) noexcept {
  return (hash ^ static_cast<std::uint8_t>(lower(c))) * 1099511628211ULL;
}
constexpr std::uint64_t hash_of(std::string_view text) noexcept {
  std::uint64_t hash = hash_begin;
  for (const char c : text) hash = hash_add(hash, c);
  return hash;
}

/// A lower-case English word of the source code, known by its hash alone (words of other languages stand for one by
/// their file's section [means]): comparing a token with it is one comparison. That two
/// words meet in 64 bits is out of reach by chance, and by intent it only makes a text say what it could say outright.
struct Literal {
  std::uint64_t hash = 0;  ///< 0: no word
  constexpr Literal() = default;
  template <std::size_t N>
  consteval Literal(const char (&text)[N]) : hash(hash_of({text, N - 1})) {}  // NOLINT: implicit on purpose
  constexpr bool empty() const noexcept { return hash == 0; }
};

/// hash_of() the word in lower case, beyond ASCII too: how words are found in a Language. The text is valid UTF-8.
std::uint64_t folded_hash(std::string_view text) noexcept;

}  // namespace avow::text
