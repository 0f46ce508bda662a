#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/filters.hpp"
#include "store/threads.hpp"
#include "text/word_ranking.hpp"

namespace avow {

class Store;

/// A stored claim that a sentence may be about.
struct Match {
  Wording claim;
  double score = 0;  ///< comparable within one question only
};

/// Ranks stored claims for sentences (text/word_ranking.hpp says how): what does a post or a new sentence repeat? The
/// store must outlive it. One thread.
class ClaimMatcher {
 public:
  enum class For {
    one,  ///< the store's word indexes pick a few hundred claims for each sentence, by their words and by the titles of
          ///< their documents: soonest for a sentence or two
    many  ///< all claims are read once, some 200 bytes of memory each: soonest for hundreds of sentences
  };
  ClaimMatcher(Store& store, Clocks clocks, For sentences);

  /// At most so many, best first; none that shares no word.
  std::vector<Match> best(std::string_view sentence, std::size_t most);

 private:
  std::vector<Match> best_of_index(std::string_view sentence, std::size_t most);
  void take(text::WordRanking& ranking, std::vector<Wording>& claims, const WordingFilter& filter);

  Store& store_;
  Clocks clocks_;
  std::optional<text::WordRanking> all_;
  std::vector<Wording> claims_;
};

/// Claims whose words are like those of a claim, itself left out; best first.
std::vector<Match> similar_claims(Store& store, const Id& claim, const Clocks& clocks, std::size_t most);

}  // namespace avow
