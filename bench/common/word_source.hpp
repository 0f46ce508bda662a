#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace avow::bench {

/// Invented words of one to four syllables, the first ones far more often, as in a language. The same for the same
/// seed.
class WordSource {
 public:
  explicit WordSource(unsigned seed);
  const std::string& next();
  /// So many words with blanks between them and a full stop.
  std::string sentence(std::size_t words);
  const std::string& word(std::size_t index) const { return words_.at(index); }

 private:
  std::mt19937 random_;
  std::vector<std::string> words_;
};

}  // namespace avow::bench
