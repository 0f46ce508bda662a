#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.hpp"

namespace avow::text {

/// How a language writes, beyond its words. Set in a file's section [settings]; English is the default.
struct Writing {
  bool own_concepts = false;   ///< its words are the ones that the code names: true of English alone
  bool decimal_comma = false;  ///< "1.234,5"
  bool ordinal_point = false;  ///< "24. Juni", "im 21. Jahrhundert": such a full stop ends no sentence
  bool capital_nouns = false;  ///< every noun begins with a capital
  bool angle_inward = false;   ///< »so«: the angle quotation marks may point at what is quoted
};

/// The words of one language with what the finders know of them, found by hash: built once, read-only afterwards, so
/// shared by threads. Tokens keep pointers into it, which must not outlive it. docs/languages.md tells how files are
/// written.
class Language {
 public:
  /// The language that the library carries in itself; the others come from files. Lives for ever.
  static const Language& english();

  /// Reads a language file. `tag` is a BCP 47 primary subtag ("de"); `where` names the file in messages. Error
  /// (bad_input) with file and line for what is no language file, (limit) for one too big.
  static Language read(std::string_view content, std::string tag, std::string_view where);

  const std::string& tag() const noexcept { return tag_; }
  const Writing& writing() const noexcept { return writing_; }

  /// The row of a word by its folded_hash(); one with no classes when the table does not hold it.
  const Word& find(std::uint64_t hash) const noexcept { return words_[slots_[place(hash)].word]; }

  Language(Language&&) = default;
  Language& operator=(Language&&) = default;
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;

 private:
  friend class LanguageReader;
  Language() : slots_(8192), words_(1) {}

  /// Open addressing, at most half full; small, so that it stays in the cache.
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t word = 0;  ///< index into words_, whose first is the word that the table does not hold
  };
  std::size_t place(std::uint64_t hash) const noexcept {
    std::size_t i = (hash ^ (hash >> 32)) & (slots_.size() - 1);
    while (slots_[i].word != 0 && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
    return i;
  }
  Word& add(std::uint64_t hash);
  std::string_view keep(std::string_view text);

  std::string tag_;
  Writing writing_;
  std::vector<Slot> slots_;
  std::vector<Word> words_;
  std::deque<std::string> texts_;  ///< what Word::unit views
};

}  // namespace avow::text
