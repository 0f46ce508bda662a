#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

struct sb_stemmer;

namespace documents {

/// What a sentence says became of something, in the order in which they are looked for: "has not been built" is no
/// "built".
enum class Report { denies, not_done, enacts, done, decides, announces, none };

/// What words of a sentence do to what it reports; they are looked for as phrases that report are.
enum class Bend {
  unreal,      ///< "will", "to be": what follows closely is not so yet
  condition,   ///< "if", "urged": nor is anything that follows in the clause
  negator,     ///< "not", "no": what follows closely is not so
  concession,  ///< "despite", "after": a failure that follows was overcome
  plain,       ///< "not only", "no fewer": no negation after all
  been,        ///< "was", "has been": with an act's participle after it, that was done
};

/// What a word as it stands is, beside what it reports.
enum class WordClass {
  participle,  ///< "built": a participle that does not end in "ed"
  adverb,      ///< "now": may stand before a participle, and does not end in "ly"
  joiner,      ///< "and": where the object of a rejection ends
  objection,   ///< "criticism": to reject it is not to reject what it is about
  month,       ///< "may": of [unreal] too, unless a date is around it
  dating,      ///< "in": before a month
};
inline constexpr std::size_t word_classes = 6;

/// A phrase found in a clause, words [begin, end): what it reports or how it bends that.
struct Sign {
  std::size_t begin = 0;
  std::size_t end = 0;
  Report report = Report::none;
  std::optional<Bend> bend;
};

/// Without the blanks and line ends around it.
std::string_view trim(std::string_view text);

/// Words of a text in their order, ASCII letters lower-case; "haven't" is "haven" and "t".
using WordList = std::vector<std::string>;
/// The stem of each.
using Stems = std::vector<std::string>;

/// The words of one language, read from words/<language>.txt, which says how it is written. Not copied; one thread at
/// a time, as the stemmer keeps a buffer.
class Words {
 public:
  /// Throws std::runtime_error that names `where`, the line and what is wrong.
  Words(std::string_view text, std::string_view where);
  ~Words();
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  /// Linear. Of a text of more than max_words words the rest is left out.
  static WordList words(std::string_view text);
  /// The same words as they are written.
  static WordList written(std::string_view text);
  Stems stems(const WordList& words) const;
  Stems stems(std::string_view text) const { return stems(words(text)); }
  static constexpr std::size_t max_words = 400;

  bool is(WordClass one, const std::string& word) const {
    return classes_[static_cast<std::size_t>(one)].contains(word);
  }
  bool is_stop(const std::string& stem) const { return stop_.contains(stem); }
  /// Where the main clause ends: place of the first word of a purpose or reason, else the number of words.
  std::size_t end_of_main_clause(const Stems& stems) const;
  /// Numbers of the acts that the words can mean, each once, in their order.
  std::vector<std::size_t> acts(const Stems& stems) const;
  /// The act of the longest phrase that begins at `at`.
  std::optional<std::size_t> act_at(const Stems& stems, std::size_t at) const;
  /// The words of an act as the file has them, to search for.
  const std::vector<std::string>& act_words(std::size_t act) const { return acts_[act]; }
  /// By the words as they stand: at each word the longest phrase.
  std::vector<Sign> signs(const WordList& words) const;

 private:
  struct Section;
  /// Stems, or words as they stand in phrases that report.
  struct Phrase {
    std::vector<std::string> words;
    std::size_t value = 0;
  };
  /// Phrases by their first word.
  using Phrases = std::unordered_map<std::string, std::vector<Phrase>>;

  std::string stem(std::string_view lower) const;
  void add(const Section& section, std::string_view line);
  static void add_phrase(Phrases& phrases, std::vector<std::string> words, std::size_t value);
  static const Phrase* longest(const Phrases& phrases, const std::vector<std::string>& words, std::size_t at);
  template <typename Use>
  static void each_match(const Phrases& phrases, const std::vector<std::string>& words, Use use);

  sb_stemmer* stemmer_;
  std::unordered_set<std::string> stop_;
  std::array<std::unordered_set<std::string>, word_classes> classes_;
  Phrases purpose_;
  Phrases act_phrases_;
  Phrases report_phrases_;
  std::vector<std::vector<std::string>> acts_;
};

}  // namespace documents
