#include "text/word_ranking.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace avow::text {
namespace {

constexpr std::size_t most_bytes = 10'000;
constexpr std::size_t longest_word = 64;
constexpr std::size_t weighed_again = 100;  ///< hits of the first ranking

/// Snowball's English stemmer. One thread.
class Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {
    if (stemmer_ == nullptr) throw Error(ErrorCode::internal, "libstemmer has no English");
  }
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  ~Stemmer() { sb_stemmer_delete(stemmer_); }

  std::string operator()(const std::string& word) {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_, bytes, static_cast<int>(word.size()));
    if (stem == nullptr) return word;
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
  }

 private:
  sb_stemmer* stemmer_;
};

std::string stem_of(const std::string& word) {
  thread_local Stemmer stemmer;
  return stemmer(word);
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Letters and digits; beyond ASCII the letters of Latin, Greek and Cyrillic, not the marks, signs and emoji.
bool is_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || (c >= 0x3000 && c < 0xFE00);
}

bool is_address(std::string_view word) {
  return word.starts_with("http:") || word.starts_with("https:") || word.starts_with("www.") ||
         word.starts_with("pic.twitter.com/") || word.starts_with("t.co/") || word.starts_with("https://");
}

std::string without_addresses(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    std::string_view word = text.substr(begin, at - begin);
    // What was copied from a page often has the picture's address right behind the last word.
    for (const std::string_view glued : {"http", "pic.twitter.com/"})
      if (const auto found = word.find(glued); found != std::string_view::npos) word = word.substr(0, found);
    if (!is_address(word)) kept += word;
    kept += ' ';
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  return kept;
}

/// A post copied from a page ends in "(@handle) May 3, 2020": when it was written says nothing of what it is about.
std::string_view without_signature(std::string_view text) {
  constexpr std::size_t longest_date = 24;
  while (!text.empty() && (is_blank(text.back()) || text.back() == '"')) text.remove_suffix(1);
  const std::size_t handle = text.rfind("(@");
  const std::size_t end = handle == std::string_view::npos ? handle : text.find(')', handle);
  if (end == std::string_view::npos || text.size() - end > longest_date || !is_digit(text.back())) return text;
  return text.substr(0, handle);
}

/// Takes a text apart into words. Within "#" and "@" words a capital after a small letter begins another one.
class Splitter {
 public:
  Splitter(std::string_view text, const RankingWeights& weights) : text_(text), weights_(weights) {}

  std::vector<QueryWord> words() {
    while (at_ < text_.size()) step();
    end_word(false);
    return std::move(words_);
  }

 private:
  void step() {
    const utf8::Decoded c = utf8::decode(text_, at_);
    const bool inner = is_inner(c);
    if (is_word(c.code_point) || inner) {
      if (tagged_ && !word_.empty() && c.code_point < 0x80 && is_upper(text_[at_]) && !is_upper(word_.back()))
        end_word(true);
      if (!inner || is_digit(text_[at_ - 1])) word_.append(text_, at_, c.size);
    } else {
      end_word(text_[at_] == ' ' || text_[at_] == '-');
      tagged_ = text_[at_] == '#' || text_[at_] == '@';
      sentence_begins_ = sentence_begins_ || text_[at_] == '.' || text_[at_] == '!' || text_[at_] == '?';
    }
    at_ += c.size;
  }

  /// "1.5" and "3,000" are one word, and so is "Canada's" without its ending; the comma itself is left out.
  bool is_inner(const utf8::Decoded& c) const {
    if (word_.empty() || at_ + 1 >= text_.size() || c.code_point >= 0x80) return false;
    const bool between_digits = is_digit(text_[at_ - 1]) && is_digit(text_[at_ + 1]);
    return between_digits && (c.code_point == '.' || c.code_point == ',');
  }

  void end_word(bool joins) {
    if (!word_.empty()) {
      const bool capital = is_upper(word_.front()) && !sentence_begins_;
      add(capital);
      sentence_begins_ = false;
    }
    word_.clear();
    follows_ = joins && !words_.empty();
  }

  void add(bool capital) {
    if (word_.size() > longest_word) return;
    std::erase(word_, ',');
    for (char& c : word_)
      if (is_upper(c)) c = static_cast<char>(c + ('a' - 'A'));
    if (word_ == "s" || word_ == "t") return;  // of "Canada's", "don't"
    const double weight = is_digit(word_.front()) ? weights_.number : capital ? weights_.name : 1;
    words_.push_back({stem_of(word_), word_, weight, follows_});
  }

  std::string_view text_;
  const RankingWeights& weights_;
  std::size_t at_ = 0;
  std::string word_;
  bool tagged_ = false;
  bool follows_ = false;
  bool sentence_begins_ = true;
  std::vector<QueryWord> words_;
};

std::vector<QueryWord> words_of(std::string_view text, const RankingWeights& weights) {
  return Splitter(utf8::prefix(text, most_bytes), weights).words();
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

}  // namespace

RankingWeights plain_bm25() noexcept {
  return {1.2, 0.75, 1, 1, 1, 0, 0};
}

std::vector<QueryWord> query_words(std::string_view text, const RankingWeights& weights) {
  return words_of(without_signature(without_addresses(utf8::prefix(text, most_bytes))), weights);
}

struct WordRanking::Impl {
  struct Posting {
    std::uint32_t text;
    float count;
  };
  struct Text {
    std::vector<std::uint32_t> words;  ///< of the text itself, in their order
    float length = 0;                  ///< with the title's, weighed
  };

  RankingWeights weights;
  std::unordered_map<std::string, std::uint32_t> number_of;  ///< by stem
  std::vector<std::vector<Posting>> postings;
  std::vector<Text> texts;
  double total_length = 0;
  std::size_t counted = 0;  ///< texts that words are counted in; 0: those that were added
  std::vector<std::size_t> counted_with;

  std::uint32_t number(const std::string& stem) {
    const auto [known, added] = number_of.try_emplace(stem, static_cast<std::uint32_t>(postings.size()));
    if (added) postings.emplace_back();
    return known->second;
  }

  double rarity(std::uint32_t word) const {
    const bool outside = counted != 0 && word < counted_with.size() && counted_with[word] != 0;
    const double all = static_cast<double>(counted != 0 ? counted : texts.size());
    const double with = static_cast<double>(outside ? counted_with[word] : postings[word].size());
    return std::log(1 + (all - with + 0.5) / (with + 0.5));
  }

  /// Of each word of the query that occurs anywhere, the weight of all its occurrences.
  std::map<std::uint32_t, double> weights_of(const std::vector<QueryWord>& query) const {
    std::map<std::uint32_t, double> all;
    for (const QueryWord& word : query)
      if (const auto known = number_of.find(word.stem); known != number_of.end()) {
        double& weight = all[known->second];
        weight = std::max(weight, word.weight);
      }
    return all;
  }

  std::vector<Hit> by_words(const std::map<std::uint32_t, double>& query) const {
    std::vector<double> scores(texts.size());
    const double mean = texts.empty() ? 1 : std::max(1.0, total_length / static_cast<double>(texts.size()));
    for (const auto& [word, weight] : query) {
      const double rare = weight * rarity(word);
      for (const Posting& one : postings[word]) {
        const double held_back =
            weights.k1 * (1 - weights.b + weights.b * static_cast<double>(texts[one.text].length) / mean);
        const double count = static_cast<double>(one.count);
        scores[one.text] += rare * count * (weights.k1 + 1) / (count + held_back);
      }
    }
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < scores.size(); ++i)
      if (scores[i] > 0) hits.push_back({i, scores[i]});
    return hits;
  }

  std::set<Pair> pairs_of(const std::vector<QueryWord>& query) const {
    std::set<Pair> pairs;
    std::optional<std::uint32_t> before;
    for (const QueryWord& word : query) {
      const auto known = number_of.find(word.stem);
      const auto now = known == number_of.end() ? std::nullopt : std::optional(known->second);
      if (before && now && word.follows) pairs.emplace(*before, *now);
      before = now;
    }
    return pairs;
  }

  /// The shares of the text's words and of its pairs of words that the query holds, rare ones counting for more.
  double held(const Text& text, const std::map<std::uint32_t, double>& words, const std::set<Pair>& pairs) const {
    const std::set<std::uint32_t> own(text.words.begin(), text.words.end());
    double all = 0, common = 0, all_pairs = 0, common_pairs = 0;
    for (const std::uint32_t word : own) {
      const double rare = rarity(word);
      all += rare;
      if (words.count(word) != 0) common += rare;
    }
    for (std::size_t i = 1; i < text.words.size(); ++i) {
      const double rare = rarity(text.words[i - 1]) + rarity(text.words[i]);
      all_pairs += rare;
      if (pairs.count({text.words[i - 1], text.words[i]}) != 0) common_pairs += rare;
    }
    return weights.covered * (all > 0 ? common / all : 0) +
           weights.phrases * (all_pairs > 0 ? common_pairs / all_pairs : 0);
  }
};

WordRanking::WordRanking(RankingWeights weights) : impl_(std::make_unique<Impl>()) {
  impl_->weights = weights;
}
WordRanking::~WordRanking() = default;
WordRanking::WordRanking(WordRanking&&) noexcept = default;
WordRanking& WordRanking::operator=(WordRanking&&) noexcept = default;

std::size_t WordRanking::size() const noexcept {
  return impl_->texts.size();
}

void WordRanking::add(std::string_view text, std::string_view title) {
  Impl& impl = *impl_;
  Impl::Text one;
  std::map<std::uint32_t, float> counts;
  for (const QueryWord& word : words_of(text, impl.weights)) {
    one.words.push_back(impl.number(word.stem));
    counts[one.words.back()] += 1;
    one.length += 1;
  }
  const auto share = static_cast<float>(impl.weights.title);
  for (const QueryWord& word : words_of(title, impl.weights)) {
    counts[impl.number(word.stem)] += share;
    one.length += share;
  }
  const auto number = static_cast<std::uint32_t>(impl.texts.size());
  for (const auto& [word, count] : counts)
    if (count > 0) impl.postings[word].push_back({number, count});
  impl.total_length += static_cast<double>(one.length);
  impl.texts.push_back(std::move(one));
}

void WordRanking::count_as(std::size_t texts, std::unordered_map<std::string, std::size_t> with_stem) {
  impl_->counted = std::max(texts, impl_->texts.size());
  impl_->counted_with.assign(impl_->postings.size(), 0);
  for (const auto& [stem, with] : with_stem)
    if (const auto known = impl_->number_of.find(stem); known != impl_->number_of.end())
      impl_->counted_with[known->second] =
          std::min(impl_->counted, std::max(with, impl_->postings[known->second].size()));
}

std::vector<WordRanking::Hit> WordRanking::best(std::string_view text, std::size_t most) const {
  const std::vector<QueryWord> query = query_words(text, impl_->weights);
  const auto words = impl_->weights_of(query);
  std::vector<Hit> hits = impl_->by_words(words);
  const auto order = [](const Hit& a, const Hit& b) {
    return a.score != b.score ? a.score > b.score : a.number < b.number;
  };
  const std::size_t again = std::min(hits.size(), std::max(most, weighed_again));
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(again), hits.end(), order);
  hits.resize(again);
  if (impl_->weights.covered > 0 || impl_->weights.phrases > 0) {
    const auto pairs = impl_->pairs_of(query);
    for (Hit& hit : hits) hit.score *= 1 + impl_->held(impl_->texts[hit.number], words, pairs);
    std::sort(hits.begin(), hits.end(), order);
  }
  if (hits.size() > most) hits.resize(most);
  return hits;
}

}  // namespace avow::text
