#include "common/word_source.hpp"

#include <array>

namespace avow::bench {
namespace {

constexpr std::array syllables{"ta", "no", "re", "mi", "sol", "ka", "lu", "ven", "dor", "pi", "sha", "bel"};
constexpr std::size_t vocabulary = 20'000;

}  // namespace

WordSource::WordSource(unsigned seed) : random_(seed) {
  words_.reserve(vocabulary);
  while (words_.size() < vocabulary) {
    std::string& word = words_.emplace_back();
    for (std::size_t n = 1 + random_() % 4; n > 0; --n) word += syllables[random_() % syllables.size()];
  }
}

const std::string& WordSource::next() {
  const double share = static_cast<double>(random_()) / static_cast<double>(std::mt19937::max());
  return words_[static_cast<std::size_t>(share * share * share * static_cast<double>(words_.size() - 1))];
}

std::string WordSource::sentence(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text.append(i == 0 ? "" : " ").append(next());
  return text + ".";
}

}  // namespace avow::bench
