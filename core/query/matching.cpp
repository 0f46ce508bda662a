#include "query/matching.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/error.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

constexpr std::uint64_t common_from = 20'000;  ///< a word of so many claims or more picks none
constexpr std::size_t words_looked_up = 12;    ///< the rarest
constexpr std::size_t claims_weighed = 400;

struct CountedWord {
  text::QueryWord word;
  std::uint64_t claims = 0;
};

/// The sentence's words, each once, rarest first; those in no claim left out, and words of grammar where there are
/// others.
std::vector<CountedWord> counted_words(Store& store, std::string_view sentence) {
  std::vector<CountedWord> all;
  std::vector<text::QueryWord> words = text::query_words(sentence, {});
  if (std::any_of(words.begin(), words.end(), [](const text::QueryWord& one) { return !one.common; }))
    std::erase_if(words, [](const text::QueryWord& one) { return one.common; });
  for (text::QueryWord& word : words) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.word.stem == word.stem; });
    if (known) continue;
    const std::uint64_t claims = store.claims_with(word.said, common_from);
    if (claims > 0) all.push_back({std::move(word), claims});
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.claims < b.claims; });
  return all;
}

}  // namespace

ClaimMatcher::ClaimMatcher(Store& store, Clocks clocks, For sentences) : store_(store), clocks_(std::move(clocks)) {
  if (sentences == For::one) return;
  all_.emplace();
  WordingFilter filter;
  filter.clocks = clocks_;
  take(*all_, claims_, filter);
}

void ClaimMatcher::take(text::WordRanking& ranking, std::vector<Wording>& claims, const WordingFilter& filter) {
  store_.wordings(filter, [&](const Wording& claim) {
    ranking.add(claim.quote, claim.title);
    claims.push_back(claim);
    return true;
  });
}

std::vector<Match> ClaimMatcher::best(std::string_view sentence, std::size_t most) {
  if (!all_) return best_of_index(sentence, most);
  std::vector<Match> matches;
  for (const auto& hit : all_->best(sentence, most)) matches.push_back({claims_[hit.number], hit.score});
  return matches;
}

std::vector<Match> ClaimMatcher::best_of_index(std::string_view sentence, std::size_t most) {
  const std::vector<CountedWord> words = counted_words(store_, sentence);
  WordingFilter filter;
  filter.clocks = clocks_;
  filter.limit = std::max(claims_weighed, most);
  std::unordered_map<std::string, std::size_t> with;
  for (const CountedWord& one : words) {
    with.emplace(one.word.stem, one.claims);
    const bool picks = one.claims < common_from || filter.any_of.empty();
    if (picks && filter.any_of.size() < words_looked_up) filter.any_of.push_back(one.word.said);
  }
  std::vector<Match> matches;
  if (filter.any_of.empty()) return matches;
  text::WordRanking ranking;
  std::vector<Wording> claims;
  take(ranking, claims, filter);
  ranking.count_as(store_.counts().claims, std::move(with));
  for (const auto& hit : ranking.best(sentence, most)) matches.push_back({claims[hit.number], hit.score});
  return matches;
}

std::vector<Match> similar_claims(Store& store, const Id& claim, const Clocks& clocks, std::size_t most) {
  const auto known = store.claim(claim);
  if (!known) throw Error(ErrorCode::not_found, "there is no claim " + claim.hex());
  std::vector<Match> matches = ClaimMatcher(store, clocks, ClaimMatcher::For::one).best(known->quote.exact, most + 1);
  std::erase_if(matches, [&](const Match& one) { return one.claim.id == claim; });
  if (matches.size() > most) matches.resize(most);
  return matches;
}

}  // namespace avow
