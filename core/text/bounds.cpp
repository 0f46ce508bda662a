#include "text/bounds.hpp"

#include <algorithm>
#include <array>

namespace avow::text {
namespace {

struct BoundPhrase {
  Literal words[5];
  Bound bound;
};
constexpr std::size_t word_count(const BoundPhrase& phrase) {
  std::size_t n = 0;
  while (n < std::size(phrase.words) && !phrase.words[n].empty()) ++n;
  return n;
}
constexpr std::uint64_t last_word(const BoundPhrase& phrase) {
  return phrase.words[word_count(phrase) - 1].hash;
}
/// Ordered for a search by the word next to the number; among those the longer first.
constexpr auto by_last_word(auto phrases) {
  std::sort(phrases.begin(), phrases.end(), [](const BoundPhrase& a, const BoundPhrase& b) {
    if (last_word(a) != last_word(b)) return last_word(a) < last_word(b);
    return word_count(a) > word_count(b);
  });
  return phrases;
}
/// Before a number; the longer first where one ends another.
constexpr auto before_phrases =
    by_last_word(std::to_array<BoundPhrase>({{{"somewhere", "in", "the", "region", "of"}, Bound::about},
                                             {{"in", "the", "region", "of"}, Bound::about},
                                             {{"in", "the", "order", "of"}, Bound::about},
                                             {{"in", "the", "neighborhood", "of"}, Bound::about},
                                             {{"on", "the", "order", "of"}, Bound::about},
                                             {{"a", "little", "more", "than"}, Bound::more_than},
                                             {{"a", "little", "less", "than"}, Bound::less_than},
                                             {{"no", "less", "than"}, Bound::at_least},
                                             {{"not", "less", "than"}, Bound::at_least},
                                             {{"no", "fewer", "than"}, Bound::at_least},
                                             {{"not", "fewer", "than"}, Bound::at_least},
                                             {{"no", "more", "than"}, Bound::at_most},
                                             {{"not", "more", "than"}, Bound::at_most},
                                             {{"no", "greater", "than"}, Bound::at_most},
                                             {{"no", "lower", "than"}, Bound::at_least},
                                             {{"no", "higher", "than"}, Bound::at_most},
                                             {{"no", "longer", "than"}, Bound::at_most},
                                             {{"a", "minimum", "of"}, Bound::at_least},
                                             {{"a", "maximum", "of"}, Bound::at_most},
                                             {{"a", "ceiling", "of"}, Bound::at_most},
                                             {{"a", "floor", "of"}, Bound::at_least},
                                             {{"as", "much", "as"}, Bound::at_most},
                                             {{"as", "many", "as"}, Bound::at_most},
                                             {{"as", "high", "as"}, Bound::at_most},
                                             {{"as", "little", "as"}, Bound::at_least},
                                             {{"as", "few", "as"}, Bound::at_least},
                                             {{"as", "low", "as"}, Bound::at_least},
                                             {{"at", "the", "least"}, Bound::at_least},
                                             {{"at", "the", "most"}, Bound::at_most},
                                             {{"a", "little", "over"}, Bound::more_than},
                                             {{"a", "little", "under"}, Bound::less_than},
                                             {{"an", "average", "of"}, Bound::about},
                                             {{"in", "excess", "of"}, Bound::more_than},
                                             {{"more", "or", "less"}, Bound::about},
                                             {{"at", "least"}, Bound::at_least},
                                             {{"at", "most"}, Bound::at_most},
                                             {{"at", "minimum"}, Bound::at_least},
                                             {{"up", "to"}, Bound::at_most},
                                             {{"not", "exceeding"}, Bound::at_most},
                                             {{"not", "exceed"}, Bound::at_most},
                                             {{"capped", "at"}, Bound::at_most},
                                             {{"more", "than"}, Bound::more_than},
                                             {{"greater", "than"}, Bound::more_than},
                                             {{"higher", "than"}, Bound::more_than},
                                             {{"larger", "than"}, Bound::more_than},
                                             {{"bigger", "than"}, Bound::more_than},
                                             {{"longer", "than"}, Bound::more_than},
                                             {{"better", "than"}, Bound::more_than},
                                             {{"upwards", "of"}, Bound::more_than},
                                             {{"upward", "of"}, Bound::more_than},
                                             {{"north", "of"}, Bound::more_than},
                                             {{"over", "than"}, Bound::more_than},
                                             {{"less", "than"}, Bound::less_than},
                                             {{"fewer", "than"}, Bound::less_than},
                                             {{"lower", "than"}, Bound::less_than},
                                             {{"smaller", "than"}, Bound::less_than},
                                             {{"shorter", "than"}, Bound::less_than},
                                             {{"short", "of"}, Bound::less_than},
                                             {{"shy", "of"}, Bound::less_than},
                                             {{"close", "to"}, Bound::about},
                                             {{"near", "to"}, Bound::about},
                                             {{"an", "estimated"}, Bound::about},
                                             {{"something", "like"}, Bound::about},
                                             {{"minimum", "of"}, Bound::at_least},
                                             {{"maximum", "of"}, Bound::at_most},
                                             {{"average", "of"}, Bound::about},
                                             {{"over"}, Bound::more_than},
                                             {{"above"}, Bound::more_than},
                                             {{"beyond"}, Bound::more_than},
                                             {{"exceeding"}, Bound::more_than},
                                             {{"exceeds"}, Bound::more_than},
                                             {{"exceeded"}, Bound::more_than},
                                             {{"exceed"}, Bound::more_than},
                                             {{"topping"}, Bound::more_than},
                                             {{"topped"}, Bound::more_than},
                                             {{"under"}, Bound::less_than},
                                             {{"below"}, Bound::less_than},
                                             {{"about"}, Bound::about},
                                             {{"around"}, Bound::about},
                                             {{"approximately"}, Bound::about},
                                             {{"roughly"}, Bound::about},
                                             {{"nearly"}, Bound::about},
                                             {{"almost"}, Bound::about},
                                             {{"virtually"}, Bound::about},
                                             {{"barely"}, Bound::about},
                                             {{"some"}, Bound::about},
                                             {{"circa"}, Bound::about},
                                             {{"approx"}, Bound::about},
                                             {{"estimated"}, Bound::about},
                                             {{"averaging"}, Bound::about},
                                             {{"averaged"}, Bound::about},
                                             {{"averages"}, Bound::about},
                                             {{"minimum"}, Bound::at_least},
                                             {{"maximum"}, Bound::at_most},
                                             {{"~"}, Bound::about},
                                             {{"≈"}, Bound::about},
                                             {{"≥"}, Bound::at_least},
                                             {{"≤"}, Bound::at_most},
                                             {{">"}, Bound::more_than},
                                             {{"<"}, Bound::less_than}}));
/// After it.
constexpr BoundPhrase after_phrases[] = {{{"at", "the", "very", "least"}, Bound::at_least},
                                         {{"or", "more"}, Bound::at_least},
                                         {{"or", "less"}, Bound::at_most},
                                         {{"or", "fewer"}, Bound::at_most},
                                         {{"or", "higher"}, Bound::at_least},
                                         {{"or", "lower"}, Bound::at_most},
                                         {{"or", "so"}, Bound::about},
                                         {{"or", "above"}, Bound::at_least},
                                         {{"or", "over"}, Bound::at_least},
                                         {{"or", "older"}, Bound::at_least},
                                         {{"or", "better"}, Bound::at_least},
                                         {{"or", "below"}, Bound::at_most},
                                         {{"or", "under"}, Bound::at_most},
                                         {{"or", "thereabouts"}, Bound::about},
                                         {{"at", "least"}, Bound::at_least},
                                         {{"at", "most"}, Bound::at_most},
                                         {{"at", "minimum"}, Bound::at_least},
                                         {{"and", "above"}, Bound::at_least},
                                         {{"and", "over"}, Bound::at_least},
                                         {{"and", "up"}, Bound::at_least},
                                         {{"plus"}, Bound::at_least},
                                         {{"+"}, Bound::at_least}};

bool phrase_at(const Tokens& tokens, const BoundPhrase& phrase, std::size_t count, std::size_t i) {
  for (std::size_t n = 0; n < count; ++n)
    if (!tokens.is(i + n, phrase.words[n])) return false;
  return true;
}

}  // namespace

BoundWords bound_before(const Tokens& tokens, std::size_t at, std::uint32_t not_before) {
  const std::uint64_t last = tokens[at - 1].sense;
  auto phrase = std::lower_bound(before_phrases.begin(), before_phrases.end(), last,
                                 [](const BoundPhrase& one, std::uint64_t word) { return last_word(one) < word; });
  for (; phrase != before_phrases.end() && last_word(*phrase) == last; ++phrase) {
    const std::size_t count = word_count(*phrase);
    if (at < count || tokens[at - count].begin < not_before || !phrase_at(tokens, *phrase, count, at - count)) continue;
    return {phrase->bound, count};
  }
  return {};
}

BoundWords bound_after(const Tokens& tokens, std::size_t at) {
  if (!tokens.is_any(at, {"or", "and", "at", "plus", "+"})) return {};
  for (const BoundPhrase& phrase : after_phrases) {
    const std::size_t count = word_count(phrase);
    if (!phrase_at(tokens, phrase, count, at)) continue;
    if (tokens.is(at, "plus") && (tokens.is_number(at + 1) || tokens.has(at + 1, determiner | currency_word))) continue;
    return {phrase.bound, count};
  }
  return {};
}

}  // namespace avow::text
