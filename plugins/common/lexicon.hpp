#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "word_order.hpp"

/// The words that detectors look for, as data: a language needs a file, not code.
///
/// A lexicon file is UTF-8 text. `[name]` opens a section, `#` begins a comment, every other line is an entry. In most
/// sections a line holds alternatives, separated by commas, each a phrase of one or more words. In a section whose name
/// begins with "verb " a line holds the five forms of one verb in this order: base, third person, past, participle,
/// "-ing" (a missing form is left empty). [part 50] holds what changes a thing by 50 percent ("halve", "by half").
/// [participle ending] lists the ends of words that mostly are participles.
/// Words are lower-case; "'s", "'ll" and their like are words of their own.
namespace avow::detect {

/// What a phrase can be. The names in lexicon files are those of `word_names`, in this order.
enum class Word : std::uint8_t {
  own_pronoun,
  own_possessive,
  you_pronoun,
  other_pronoun,
  other_possessive,
  relative,
  that,
  determiner,
  preposition,
  conjunction,
  coordinate,
  subordinator,
  condition,
  to,
  not_,
  adverb,
  be,
  have,
  do_,
  modal,
  will,
  commit,
  agree,
  aim,
  hope,
  expect,
  say,
  happen,
  commit_noun,
  plan_noun,
  make,
  affirm,
  strong,
  idiom,
  talk,
  state,
  action,
  rise,
  fall,
  cap,
  reach,
  match,
  record_high,
  record_low,
  compare,
  level,
  start,
  by,
  up_to,
  towards,
  group,
  each,
  total,
  hold,
  ratio,
  superlative,
  noise,
  unlikely,
  office,
  own_group,
  owed,
  question,
  definite,
  than,
  part,
  zero,
  net_zero,
  freeze,
  keep,
  no,
  more,
  less,
  goal,
  agent,
  opponent,
  title,
  favour,
  judgement,
  duty,
  deed,
  see,
  opening,
  at,
  noun_too,
  count_
};
inline constexpr std::size_t word_count = static_cast<std::size_t>(Word::count_);
static_assert(word_count <= 128);

/// A set of Word.
__extension__ using Words = unsigned __int128;
constexpr Words bit(Word word) noexcept {
  return Words{1} << static_cast<unsigned>(word);
}
template <typename... W>
constexpr Words any_of(W... words) noexcept {
  return (bit(words) | ...);
}

/// Forms of a verb, as bits; entries that are no verbs have `base` alone.
enum Form : std::uint8_t { base = 1, third = 2, past = 4, participle = 8, gerund = 16 };
inline constexpr std::uint8_t finite = base | third | past;

/// One language's phrases, compiled to a trie over the numbers of known words. Immutable after loading.
class Lexicon {
 public:
  struct Meaning {
    Word word;
    std::uint8_t forms;
    float value = 0;  ///< of Word::part: percent
  };

  /// Adds a file. Throws std::runtime_error that names the file, the line and what is wrong with it.
  void add_file(const std::filesystem::path& file);
  /// The same from text; `where` names it in errors.
  void add_text(std::string_view text, std::string_view where);

  /// Number of a word by the hash and bytes of its lower-case form; 0 when no phrase holds it.
  std::uint32_t number(std::uint32_t hash, std::string_view lower) const noexcept;
  /// The trie: from `node` (0 is the root) over a word's number to the next node; 0 when there is none.
  std::uint32_t next(std::uint32_t node, std::uint32_t number) const noexcept;
  const std::vector<Meaning>& meanings(std::uint32_t node) const noexcept { return nodes_[node].meanings; }
  /// Whether an unknown word looks like a past participle by one of the endings of [participle ending].
  bool ends_as_participle(std::string_view lower) const noexcept;
  /// Whether a phrase of that sort occurs in a short text, such as the name of a speaker.
  bool holds(std::string_view text, Word word) const;
  bool empty() const noexcept { return words_.empty(); }
  /// How sentences are put into plain order before rules look at them; null when they stand in it.
  const WordOrder* order() const noexcept { return order_.get(); }
  void set_order(WordOrder order) { order_ = std::make_shared<const WordOrder>(std::move(order)); }

  static std::uint32_t hash(std::string_view lower) noexcept;
  static constexpr std::uint32_t hash_seed = 2166136261u;
  static constexpr std::uint32_t hash_step(std::uint32_t hash, char c) noexcept {
    return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }

 private:
  struct Node {
    std::vector<Meaning> meanings;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // number of word, node; few each, searched in order
  };

  struct Slot {
    std::uint32_t hash = 0;    // in full, so that another word is seldom compared
    std::uint32_t number = 0;  // 0 is free
  };

  void add_phrase(std::string_view phrase, const Meaning& meaning);
  std::uint32_t intern(std::string_view lower);
  void grow_table();

  std::shared_ptr<const WordOrder> order_;
  std::vector<std::string> participle_endings_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::vector<std::uint32_t> first_nodes_;  // by number of word: node of the phrases that begin with it
  std::vector<std::string> words_;          // by number - 1
  std::vector<Slot> table_;                 // open addressing over words_, a power of two
};

}  // namespace avow::detect
