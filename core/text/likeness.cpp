#include "text/likeness.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "text/layout.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace avow::text {
namespace {

constexpr std::size_t longest_sentence = 80;     ///< words compared of a sentence
constexpr std::size_t most_sentences = 300;      ///< of each text, where they are not word for word
constexpr std::size_t least_words = 4;           ///< shorter sentences are alike by chance
constexpr double least_likeness = 0.5;           ///< of a pair; unrelated sentences of news reach 0.3
constexpr double least_covered = 0.4;            ///< of a copy
constexpr std::size_t least_pairs = 3;           ///< of a copy
constexpr double surely_covered = 0.9;           ///< below it a copy needs so many words,
constexpr double surely_words = 100;             ///< as short texts share the lines that a paper puts below each
constexpr double least_shared = 0.4;             ///< of words in any order, before their order is looked at
constexpr std::size_t least_anchor_letters = 5;  ///< of a word that is neither number nor name

using Words = std::vector<std::uint64_t>;

/// Length of the longest common subsequence.
std::size_t in_order(const Words& first, const Words& second) {
  std::array<std::uint16_t, longest_sentence + 1> row{};
  for (const std::uint64_t word : first) {
    std::uint16_t diagonal = 0;
    for (std::size_t j = 0; j < second.size(); ++j) {
      const std::uint16_t above = row[j + 1];
      row[j + 1] = word == second[j] ? static_cast<std::uint16_t>(diagonal + 1) : std::max(row[j + 1], row[j]);
      diagonal = above;
    }
  }
  return row[second.size()];
}

std::uint64_t hash_of_words(const Words& words) {
  std::uint64_t hash = hash_begin;
  for (const std::uint64_t word : words) hash = (hash ^ word) * 1099511628211ULL;
  return hash;
}

/// A word of one of the sentences compared.
struct Occurrence {
  std::uint64_t word = 0;
  std::uint32_t sentence = 0;
  std::uint32_t times = 0;  ///< that the sentence has it
};

std::size_t compared_sentences(const Outline& of) {
  return std::min(of.sentences.size(), most_sentences);
}

/// Of all sentences that are compared, by word.
std::vector<Occurrence> occurrences_of(const Outline& of) {
  std::vector<Occurrence> all;
  for (std::size_t i = 0; i < compared_sentences(of); ++i)
    for (const std::uint64_t word : of.sentences[i].words) all.push_back({word, static_cast<std::uint32_t>(i), 1});
  const auto place = [](const Occurrence& one) { return std::pair(one.word, one.sentence); };
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (kept > 0 && place(all[kept - 1]) == place(all[i])) {
      ++all[kept - 1].times;
    } else {
      all[kept++] = all[i];
    }
  }
  all.resize(kept);
  return all;
}

/// For each two sentences, row by row, the words that both hold in any order, each as often as both do. Over the words
/// that both texts have, as nearly all sentences share next to nothing with each other.
std::vector<std::uint16_t> shared_words(const Outline& first, const Outline& second) {
  const std::size_t columns = compared_sentences(second);
  std::vector<std::uint16_t> shared(compared_sentences(first) * columns);
  const std::vector<Occurrence> in_first = occurrences_of(first);
  const std::vector<Occurrence> in_second = occurrences_of(second);
  auto there = in_second.begin();
  for (const Occurrence& here : in_first) {
    while (there != in_second.end() && there->word < here.word) ++there;
    for (auto one = there; one != in_second.end() && one->word == here.word; ++one) {
      std::uint16_t& count = shared[here.sentence * columns + one->sentence];
      count = static_cast<std::uint16_t>(count + std::min(here.times, one->times));
    }
  }
  return shared;
}

/// `shared`: words that the sentences have in common, in any order.
double likeness_of(const Words& a, const Words& b, std::size_t shared) {
  if (std::min(a.size(), b.size()) < least_words) return 0;
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  if (static_cast<double>(shared) < least_shared * longer) return 0;
  if (static_cast<double>(std::min(a.size(), b.size())) < least_likeness * longer) return 0;
  const double likeness = static_cast<double>(in_order(a, b)) / longer;
  return likeness < least_likeness ? 0 : likeness;
}

/// The best pairing in the order of both, by dynamic programming over the sentences.
class Alignment {
 public:
  Alignment(const Outline& first, const Outline& second)
      : first_(first),
        second_(second),
        rows_(compared_sentences(first)),
        columns_(compared_sentences(second)),
        shared_(shared_words(first, second)) {
    best_.assign((rows_ + 1) * (columns_ + 1), 0);
    likeness_.assign(rows_ * columns_, 0);
    for (std::size_t i = 0; i < rows_; ++i)
      for (std::size_t j = 0; j < columns_; ++j) fill(i, j);
  }

  std::vector<SentencePair> pairs() const {
    std::vector<SentencePair> out;
    for (std::size_t i = rows_, j = columns_; i > 0 && j > 0;) {
      if (best(i, j) == best(i - 1, j)) {
        --i;
      } else if (best(i, j) == best(i, j - 1)) {
        --j;
      } else {
        --i, --j;
        out.push_back({i, j, likeness_[i * columns_ + j]});
      }
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  float best(std::size_t i, std::size_t j) const { return best_[i * (columns_ + 1) + j]; }
  void fill(std::size_t i, std::size_t j) {
    const Words& here = first_.sentences[i].words;
    const Words& there = second_.sentences[j].words;
    const double likeness = likeness_of(here, there, shared_[i * columns_ + j]);
    likeness_[i * columns_ + j] = static_cast<float>(likeness);
    const auto words = static_cast<double>(std::min(here.size(), there.size()));
    const float with = likeness == 0 ? 0 : best(i, j) + static_cast<float>(likeness * words);
    best_[(i + 1) * (columns_ + 1) + j + 1] = std::max({with, best(i, j + 1), best(i + 1, j)});
  }

  const Outline& first_;
  const Outline& second_;
  std::size_t rows_;
  std::size_t columns_;
  std::vector<std::uint16_t> shared_;
  std::vector<float> best_;
  std::vector<float> likeness_;
};

/// Sentences of the same words that the alignment left out: beyond its reach, or moved.
void add_exact(const Outline& first, const Outline& second, std::vector<SentencePair>& pairs) {
  std::vector<bool> used_first(first.sentences.size()), used_second(second.sentences.size());
  for (const SentencePair& pair : pairs) used_first[pair.first] = used_second[pair.second] = true;
  std::unordered_map<std::uint64_t, std::size_t> by_words;
  for (std::size_t j = second.sentences.size(); j-- > 0;)
    if (!used_second[j]) by_words[hash_of_words(second.sentences[j].words)] = j;
  for (std::size_t i = 0; i < first.sentences.size(); ++i) {
    if (used_first[i] || first.sentences[i].words.size() < least_words) continue;
    const auto found = by_words.find(hash_of_words(first.sentences[i].words));
    if (found == by_words.end() || used_second[found->second]) continue;
    if (second.sentences[found->second].words != first.sentences[i].words) continue;
    used_second[found->second] = true;
    pairs.push_back({i, found->second, 1});
  }
  std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

}  // namespace

std::size_t Outline::sentence_of(Span span) const noexcept {
  std::size_t best = sentences.size();
  std::uint32_t most = 0;
  auto at = std::lower_bound(sentences.begin(), sentences.end(), span.begin,
                             [](const Sentence& one, std::uint32_t begin) { return one.span.end <= begin; });
  for (; at != sentences.end() && at->span.begin < span.end; ++at) {
    const std::uint32_t common = std::min(at->span.end, span.end) - std::max(at->span.begin, span.begin);
    if (common <= most) continue;
    most = common;
    best = static_cast<std::size_t>(at - sentences.begin());
  }
  return best;
}

Outline outline_of(std::string_view text) {
  const Tokens tokens(text);
  const Layout layout(tokens);
  Outline out;
  for (const TokenRange& range : find_sentences(tokens, layout, {})) {
    Outline::Sentence sentence{{tokens[range.begin].begin, tokens[range.end - 1].end}, {}};
    for (std::size_t i = range.begin; i < range.end && sentence.words.size() < longest_sentence; ++i)
      if (tokens.is_word(i) || tokens.is_number(i)) sentence.words.push_back(tokens[i].hash);
    if (sentence.words.empty()) continue;
    out.words += sentence.words.size();
    out.sentences.push_back(std::move(sentence));
  }
  return out;
}

bool Likeness::is_copy() const noexcept {
  if (covered < least_covered || pairs.size() < least_pairs) return false;
  return covered >= surely_covered || words >= surely_words;
}

Likeness compare(const Outline& first, const Outline& second) {
  Likeness out;
  out.pairs = Alignment(first, second).pairs();
  add_exact(first, second, out.pairs);
  for (const SentencePair& pair : out.pairs)
    out.words += pair.likeness * static_cast<double>(std::min(first.sentences[pair.first].words.size(),
                                                              second.sentences[pair.second].words.size()));
  const std::size_t shorter = std::min(first.words, second.words);
  out.covered = shorter == 0 ? 0 : out.words / static_cast<double>(shorter);
  return out;
}

std::vector<std::string> anchors_of(std::string_view text, std::size_t most) {
  const Tokens tokens(text);
  struct Anchor {
    int rank;  ///< 0: number, 1: name, 2: word
    std::string_view word;
  };
  std::vector<Anchor> found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.view(i);
    if (tokens.is_number(i) && word.size() > 1) found.push_back({0, word});
    if (!tokens.is_word(i) || tokens.has(i, function_word)) continue;
    if (i > 0 && tokens[i].capital && word.size() > 2) found.push_back({1, word});
    if (!tokens[i].capital && word.size() >= least_anchor_letters) found.push_back({2, word});
  }
  std::stable_sort(found.begin(), found.end(), [](const Anchor& a, const Anchor& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.word.size() > b.word.size();
  });
  std::vector<std::string> out;
  for (const Anchor& anchor : found)
    if (out.size() < most && std::find(out.begin(), out.end(), anchor.word) == out.end()) out.emplace_back(anchor.word);
  return out;
}

}  // namespace avow::text
