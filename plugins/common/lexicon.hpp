#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
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

/// What a phrase can be read as; `length` is in words.
struct Match {
  std::uint32_t length = 0;
  Word word{};
  std::uint8_t forms = 0;
  float value = 0;  ///< of Word::part: percent
};

/// What a detector needs in a sentence to find anything in it: a phrase of one of these sorts, in one of these forms.
/// Which of its needs a word may open is known with the word, so that a sentence without any is left at once.
struct Need {
  Words words = 0;
  std::uint8_t forms = 0xff;
};

/// One language's phrases, compiled to a trie over the numbers of known words. Immutable after loading.
class Lexicon {
 public:
  /// Up to `max_needs`, each a bit in their order.
  explicit Lexicon(std::vector<Need> needs = {}) : needs_(std::move(needs)) {}
  static constexpr std::size_t max_needs = 4;

  /// Adds a file's text; `where` names it in errors. Throws std::runtime_error that names the file, the line and what
  /// is wrong with it.
  void add_text(std::string_view text, std::string_view where);

  /// What is known of a word by its hash (sdk::word_hash).
  struct Known {
    std::uint16_t number = 0;  ///< 0: no phrase holds it
    std::uint8_t needs = 0;    ///< met by the word alone, and above these those that a longer phrase meets
    unsigned alone() const noexcept { return needs & ((1u << max_needs) - 1); }
    unsigned longer() const noexcept { return needs >> max_needs; }
  };
  Known known(std::uint64_t hash) const noexcept {
    for (std::size_t at = hash & (table_.size() - 1);; at = (at + 1) & (table_.size() - 1)) {
      const std::uint64_t slot = table_[at];
      if (slot == 0) return {};
      if ((slot ^ hash) >> payload_bits == 0)
        return {static_cast<std::uint16_t>(slot >> needs_bits), static_cast<std::uint8_t>(slot)};
    }
  }

  /// A place in the trie: what the words up to it can be read as.
  struct Node {
    Words words = 0;  ///< of the matches
    std::uint64_t edges_mask = 0;
    std::uint32_t match = 0;
    std::uint32_t edge = 0;
    std::uint16_t matches = 0;
    std::uint16_t edges = 0;
    std::uint8_t needs = 0;  ///< met by the matches
  };
  /// The node of the phrases that begin with a word, by its number.
  const Node& first(std::uint16_t number) const noexcept { return nodes_[number]; }
  /// From a node over a further word; null when no phrase goes on so.
  const Node* next(const Node& node, std::uint16_t number) const noexcept {
    if ((node.edges_mask >> (number % 64) & 1) == 0) return nullptr;
    for (std::uint32_t at = node.edge; at < node.edge + node.edges; ++at)
      if (edges_[at].number == number) return &nodes_[edges_[at].node];
    return nullptr;
  }
  std::span<const Match> matches(const Node& node) const noexcept { return {&matches_[node.match], node.matches}; }

  /// Whether an unknown word looks like a past participle by one of the endings of [participle ending].
  bool ends_as_participle(std::string_view lower) const noexcept;
  /// Whether a phrase of that sort occurs in a short text, such as the name of a speaker.
  bool holds(std::string_view text, Word word) const;
  /// How sentences are put into plain order before rules look at them; null when they stand in it.
  const WordOrder* order() const noexcept { return order_.get(); }
  void set_order(WordOrder order);

 private:
  /// A node as it grows while files are added.
  struct Draft {
    std::vector<Match> matches;
    std::vector<std::pair<std::uint16_t, std::uint32_t>> edges;  // number of word, draft
  };
  struct Edge {
    std::uint16_t number = 0;
    std::uint32_t node = 0;
  };
  /// A slot of the table: the high bits of the hash, the word's number, its needs; 0 is free. With the place, which is
  /// the hash's low bits, two words in a lexicon of thousands are told apart but for one in billions.
  static constexpr unsigned needs_bits = 8;
  static constexpr unsigned payload_bits = 24;
  static_assert(max_needs * 2 == needs_bits);

  void add_phrase(std::string_view phrase, Match meaning);
  std::uint16_t intern(std::string_view lower);
  std::uint32_t follow(std::uint32_t draft, std::uint16_t number);
  void compile();
  void lay_nodes();
  unsigned needs_met(const Draft& draft) const;
  std::vector<std::uint8_t> needs_by_word() const;

  std::vector<Need> needs_;
  std::shared_ptr<const WordOrder> order_;
  std::vector<std::string> participle_endings_;
  std::map<std::string, std::uint16_t, std::less<>> numbers_;
  std::vector<Draft> drafts_ = std::vector<Draft>(1);                  // of which 0 stands for none
  std::vector<std::uint32_t> firsts_ = std::vector<std::uint32_t>(1);  // by number of word, 0: begins no phrase
  std::vector<Node> nodes_;  // by number of word those of the root, then the others
  std::vector<Edge> edges_;
  std::vector<Match> matches_ = std::vector<Match>(1);
  std::vector<std::uint64_t> table_ = std::vector<std::uint64_t>(1);  // open addressing, a power of two
};

}  // namespace avow::detect
