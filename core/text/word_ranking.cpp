#include "text/word_ranking.hpp"

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "text/language.hpp"

namespace avow::text {
namespace {

constexpr std::size_t most_bytes = 10'000;
constexpr std::size_t longest_word = 64;
constexpr std::size_t beginning_length = 5;  ///< letters that words of one beginning share

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

constexpr std::array<std::string_view, 5> address_beginnings{"http://", "https://", "www.", "pic.twitter.com/",
                                                             "t.co/"};

/// What was copied from a page often has the picture's address right behind the last word.
std::string_view before_address(std::string_view word) {
  for (const std::string_view begins : address_beginnings) word = word.substr(0, word.find(begins));
  return word;
}

std::string without_addresses(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    kept += before_address(text.substr(begin, at - begin));
    kept += ' ';
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  return kept;
}

/// Length of the character reference ("&amp;", "&#39;") at the beginning; 0 for none.
std::size_t reference_length(std::string_view text) {
  constexpr std::size_t longest = 10;
  if (text.front() != '&') return 0;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos || end < 3) return 0;
  const std::string_view name = text.substr(1, end - 1);
  const bool all_name =
      std::all_of(name.begin(), name.end(), [](char c) { return c == '#' || is_word(static_cast<unsigned char>(c)); });
  return all_name ? end + 1 : 0;
}

/// The code point without case and accents, as the store's index has it; 0 for an accent of its own.
char32_t plain(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* normalizer = unorm2_getNFDInstance(&status);
  std::array<UChar, 8> parts{};
  const auto folded = u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT);
  const std::int32_t count =
      U_FAILURE(status)
          ? 0
          : unorm2_getDecomposition(normalizer, folded, parts.data(), static_cast<std::int32_t>(parts.size()), &status);
  const auto base =
      count > 0 && U_SUCCESS(status) && !U16_IS_SURROGATE(parts[0]) ? static_cast<UChar32>(parts[0]) : folded;
  return u_charType(base) == U_NON_SPACING_MARK ? 0 : static_cast<char32_t>(base);
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
    end_word();
    return std::move(words_);
  }

 private:
  void step() {
    if (const std::size_t reference = reference_length(text_.substr(at_)); reference != 0) {
      end_word();
      at_ += reference;
      return;
    }
    const utf8::Decoded c = utf8::decode(text_, at_);
    const bool inner = is_inner(c);
    if (inner || is_word(c.code_point)) {
      take(c, inner);
    } else {
      end_word();
      tagged_ = text_[at_] == '#' || text_[at_] == '@';
      sentence_begins_ = sentence_begins_ || text_[at_] == '.' || text_[at_] == '!' || text_[at_] == '?';
    }
    at_ += c.size;
  }

  void take(const utf8::Decoded& c, bool inner) {
    const bool capital = c.code_point < 0x80 && is_upper(text_[at_]);
    if (tagged_ && capital && !word_.empty() && !last_capital_) end_word();
    if (word_.empty()) first_capital_ = capital;
    last_capital_ = capital;
    if (inner && c.code_point == ',') return;
    if (const char32_t letter = plain(c.code_point); letter != 0) utf8::append(word_, letter);
  }

  /// "1.5" and "3,000" are one word; the comma itself is left out.
  bool is_inner(const utf8::Decoded& c) const {
    if (word_.empty() || at_ + 1 >= text_.size() || (c.code_point != '.' && c.code_point != ',')) return false;
    return is_digit(text_[at_ - 1]) && is_digit(text_[at_ + 1]);
  }

  void end_word() {
    if (word_.empty()) return;
    add(first_capital_ && !sentence_begins_);
    sentence_begins_ = false;
    word_.clear();
  }

  void add(bool capital) {
    if (word_.size() > longest_word) return;
    if (word_ == "s" || word_ == "t") return;  // of "Canada's", "don't"
    const double weight = is_digit(word_.front()) ? weights_.number : capital ? weights_.name : 1;
    const bool common = (Language::english().find(hash_of(word_)).classes & function_word) != 0;
    words_.push_back({stem_of(word_), word_, weight, common});
  }

  std::string_view text_;
  const RankingWeights& weights_;
  std::size_t at_ = 0;
  std::string word_;
  bool tagged_ = false;
  bool first_capital_ = false;
  bool last_capital_ = false;
  bool sentence_begins_ = true;
  std::vector<QueryWord> words_;
};

std::vector<QueryWord> words_of(std::string_view text, const RankingWeights& weights) {
  return Splitter(utf8::prefix(text, most_bytes), weights).words();
}

/// The letters that words of one beginning share; none of a number or a word that is too short.
std::string_view beginning_of_stem(std::string_view stem) {
  if (stem.empty() || is_digit(stem.front())) return {};
  std::size_t end = 0;
  for (std::size_t letters = 0; letters < beginning_length; ++letters) {
    if (end >= stem.size()) return {};
    end += utf8::decode(stem, end).size;
  }
  return stem.substr(0, end);
}

}  // namespace

RankingWeights plain_bm25() noexcept {
  RankingWeights weights;
  weights.rarity = 1;
  weights.beginning = 0;
  weights.all_words = true;
  return weights;
}

std::vector<QueryWord> query_words(std::string_view text, const RankingWeights& weights) {
  return words_of(without_signature(without_addresses(utf8::prefix(text, most_bytes))), weights);
}

struct WordRanking::Impl {
  struct Posting {
    std::uint32_t text;
    float count;
  };

  RankingWeights weights;
  std::unordered_map<std::string, std::uint32_t> number_of;  ///< by stem
  std::vector<std::vector<Posting>> postings;
  std::vector<std::uint32_t> beginning_of;             ///< by stem's number; 0: too short for one
  std::vector<std::vector<std::uint32_t>> beginnings;  ///< stems of each
  std::unordered_map<std::string, std::uint32_t> known_beginnings;
  std::vector<float> lengths;  ///< of texts, with the title's, weighed
  double total_length = 0;
  std::size_t counted = 0;  ///< texts that words are counted in; 0: those that were added
  std::vector<std::size_t> counted_with;

  std::uint32_t number(const std::string& stem) {
    const auto [known, added] = number_of.try_emplace(stem, static_cast<std::uint32_t>(postings.size()));
    if (added) {
      postings.emplace_back();
      beginning_of.push_back(beginning(stem, known->second));
    }
    return known->second;
  }

  std::uint32_t beginning(const std::string& stem, std::uint32_t number) {
    if (beginnings.empty()) beginnings.emplace_back();
    const std::string_view letters = beginning_of_stem(stem);
    if (letters.empty()) return 0;
    const auto [known, added] =
        known_beginnings.try_emplace(std::string(letters), static_cast<std::uint32_t>(beginnings.size()));
    if (added) beginnings.emplace_back();
    beginnings[known->second].push_back(number);
    return known->second;
  }

  double rarity(std::uint32_t word) const {
    const bool outside = counted != 0 && word < counted_with.size() && counted_with[word] != 0;
    const double all = static_cast<double>(counted != 0 ? counted : lengths.size());
    const double with = static_cast<double>(outside ? counted_with[word] : postings[word].size());
    return std::pow(std::log(1 + (all - with + 0.5) / (with + 0.5)), weights.rarity);
  }

  /// What is looked for, each with its weight: words that occur anywhere, and the beginnings of those that do not.
  struct Sought {
    std::map<std::uint32_t, double> words;
    std::map<std::uint32_t, double> beginnings;
  };

  /// The words of the query that count. Of words of grammar alone, all.
  Sought weights_of(const std::vector<QueryWord>& query) const {
    const bool all_words =
        weights.all_words || std::all_of(query.begin(), query.end(), [](const QueryWord& one) { return one.common; });
    Sought sought;
    const auto seek = [&](std::map<std::uint32_t, double>& those, std::uint32_t number, double weight) {
      double& most = those[number];
      most = std::max(most, weight);
    };
    for (const QueryWord& word : query) {
      if (word.common && !all_words) continue;
      if (const auto known = number_of.find(word.stem); known != number_of.end()) {
        seek(sought.words, known->second, word.weight);
      } else if (weights.beginning > 0) {
        const auto begin = known_beginnings.find(std::string(beginning_of_stem(word.stem)));
        if (begin != known_beginnings.end()) seek(sought.beginnings, begin->second, word.weight);
      }
    }
    return sought;
  }

  /// Texts that one word after another is looked for in.
  struct Scores {
    std::vector<double> of;
    std::vector<std::uint32_t> counted_for;  ///< the last word, from 1, that a text got something for
  };

  void add_word(Scores& scores, std::uint32_t word, double weight, std::uint32_t turn) const {
    const double rare = weight * rarity(word);
    const double mean = std::max(1.0, total_length / static_cast<double>(lengths.size()));
    for (const Posting& one : postings[word]) {
      const double length = static_cast<double>(lengths[one.text]) / mean;
      const double held_back = weights.k1 * (1 - weights.b + weights.b * length);
      const double count = static_cast<double>(one.count);
      scores.of[one.text] += rare * count * (weights.k1 + 1) / (count + held_back);
      scores.counted_for[one.text] = turn;
    }
    add_beginning(scores, beginning_of[word], rare, turn);
  }

  /// For texts that got nothing in this turn.
  void add_beginning(Scores& scores, std::uint32_t beginning, double rare, std::uint32_t turn) const {
    if (weights.beginning <= 0 || beginning == 0) return;
    for (const std::uint32_t other : beginnings[beginning])
      for (const Posting& one : postings[other])
        if (std::exchange(scores.counted_for[one.text], turn) != turn) scores.of[one.text] += weights.beginning * rare;
  }

  /// A word that no text has tells as little as the commonest of its beginning.
  double least_rarity(std::uint32_t beginning) const {
    const std::vector<std::uint32_t>& stems = beginnings[beginning];
    double least = rarity(stems.front());
    for (const std::uint32_t stem : stems) least = std::min(least, rarity(stem));
    return least;
  }

  std::vector<Hit> by_words(const Sought& query) const {
    Scores scores{std::vector<double>(lengths.size()), std::vector<std::uint32_t>(lengths.size())};
    std::uint32_t turn = 0;
    for (const auto& [word, weight] : query.words) add_word(scores, word, weight, ++turn);
    for (const auto& [beginning, weight] : query.beginnings)
      add_beginning(scores, beginning, weight * least_rarity(beginning), ++turn);
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < scores.of.size(); ++i)
      if (scores.of[i] > 0) hits.push_back({i, scores.of[i]});
    return hits;
  }
};

WordRanking::WordRanking(RankingWeights weights) : impl_(std::make_unique<Impl>()) {
  impl_->weights = weights;
}
WordRanking::~WordRanking() = default;
WordRanking::WordRanking(WordRanking&&) noexcept = default;
WordRanking& WordRanking::operator=(WordRanking&&) noexcept = default;

std::size_t WordRanking::size() const noexcept {
  return impl_->lengths.size();
}

void WordRanking::add(std::string_view text, std::string_view title) {
  Impl& impl = *impl_;
  std::map<std::uint32_t, float> counts;
  float length = 0;
  const auto take = [&](std::string_view part, float share) {
    for (const QueryWord& word : words_of(part, impl.weights)) {
      counts[impl.number(word.stem)] += share;
      length += share;
    }
  };
  take(text, 1);
  take(title, static_cast<float>(impl.weights.title));
  const auto number = static_cast<std::uint32_t>(impl.lengths.size());
  for (const auto& [word, count] : counts)
    if (count > 0) impl.postings[word].push_back({number, count});
  impl.total_length += static_cast<double>(length);
  impl.lengths.push_back(length);
}

void WordRanking::count_as(std::size_t texts, std::unordered_map<std::string, std::size_t> with_stem) {
  impl_->counted = std::max(texts, impl_->lengths.size());
  impl_->counted_with.assign(impl_->postings.size(), 0);
  for (const auto& [stem, with] : with_stem)
    if (const auto known = impl_->number_of.find(stem); known != impl_->number_of.end())
      impl_->counted_with[known->second] =
          std::min(impl_->counted, std::max(with, impl_->postings[known->second].size()));
}

std::vector<WordRanking::Hit> WordRanking::best(std::string_view text, std::size_t most) const {
  std::vector<Hit> hits = impl_->by_words(impl_->weights_of(query_words(text, impl_->weights)));
  const std::size_t kept = std::min(hits.size(), most);
  std::partial_sort(
      hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(),
      [](const Hit& a, const Hit& b) { return a.score != b.score ? a.score > b.score : a.number < b.number; });
  hits.resize(kept);
  return hits;
}

}  // namespace avow::text
