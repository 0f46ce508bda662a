#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace avow::text {

/// How texts are ranked for a sentence; the numbers are measured (docs/decisions/0020-matching-and-links.md).
struct RankingWeights {
  double k1 = 1.2;         ///< BM25: how soon a repeated word adds nothing
  double b = 0.75;         ///< BM25: how much longer texts are held back
  double title = 1;        ///< a word of the title counts as so much of one in the text
  double number = 1;       ///< of a number in the query
  double name = 1;         ///< of a word in capitals within a sentence of the query
  double rarity = 1.5;     ///< the power that BM25's rarity is raised to: rare words tell what a post is about
  double beginning = 0.3;  ///< what a word counts where a text has only another of its beginning: Russia, Russian
  bool all_words = false;  ///< whether articles, pronouns, auxiliaries and the like count
};

/// BM25 alone, by its authors' usual numbers (k1 1.2, b 0.75): rarity as it is, and every word counts.
RankingWeights plain_bm25() noexcept;

/// A word of a query, as it is ranked by.
struct QueryWord {
  std::string stem;
  std::string said;  ///< in lower case and without accents, unstemmed
  double weight = 1;
  bool common = false;  ///< an article, a pronoun, an auxiliary: says nothing of what a text is about
};

/// Words of a sentence as people post it: addresses, character references ("&amp;"), handles of pictures, emoji and the
/// marks of hashtags and handles are left out, and so is the handle with the date that closes a copied post;
/// "#GreenNewDeal" and "@WorldHealth" are their words; stemmed as English (Snowball). Linear; looks at the first 10,000
/// bytes.
std::vector<QueryWord> query_words(std::string_view text, const RankingWeights& weights);

/// Texts by their words: BM25 over stems, with rarity sharpened, words of grammar left out (unless a query has no
/// others), and less for words of one beginning. add() from one thread; then best() from any.
class WordRanking {
 public:
  explicit WordRanking(RankingWeights weights = {});
  ~WordRanking();
  WordRanking(WordRanking&&) noexcept;
  WordRanking& operator=(WordRanking&&) noexcept;

  /// Gives it the next number, from 0.
  void add(std::string_view text, std::string_view title);
  /// Instead of the texts that were added: of how many, and in how many of them a stem is, when they were chosen from
  /// a larger number by the query.
  void count_as(std::size_t texts, std::unordered_map<std::string, std::size_t> with_stem);
  std::size_t size() const noexcept;

  struct Hit {
    std::size_t number = 0;
    double score = 0;
  };
  /// Best first, of equals the one added first; none without a word, or the beginning of one, in common.
  std::vector<Hit> best(std::string_view query, std::size_t most) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace avow::text
