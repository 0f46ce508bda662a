#include "text/nouns.hpp"

#include <algorithm>
#include <array>

namespace avow::text {
namespace {

constexpr std::size_t most_words = 5;  ///< of a counted noun with what describes it

struct Irregular {
  Literal plural;
  std::string_view singular;
};
constexpr auto by_hash(auto words) {
  std::sort(words.begin(), words.end(), [](auto& a, auto& b) { return a.plural.hash < b.plural.hash; });
  return words;
}
constexpr auto irregulars = by_hash(std::to_array<Irregular>({{"men", "man"},
                                                              {"women", "woman"},
                                                              {"children", "child"},
                                                              {"lives", "life"},
                                                              {"wives", "wife"},
                                                              {"midwives", "midwife"},
                                                              {"housewives", "housewife"},
                                                              {"knives", "knife"},
                                                              {"thieves", "thief"},
                                                              {"halves", "half"},
                                                              {"wolves", "wolf"},
                                                              {"shelves", "shelf"},
                                                              {"loaves", "loaf"},
                                                              {"leaves", "leaf"},
                                                              {"teeth", "tooth"},
                                                              {"mice", "mouse"},
                                                              {"geese", "goose"},
                                                              {"crises", "crisis"},
                                                              {"analyses", "analysis"},
                                                              {"theses", "thesis"},
                                                              {"buses", "bus"},
                                                              {"viruses", "virus"},
                                                              {"bonuses", "bonus"},
                                                              {"campuses", "campus"},
                                                              {"statuses", "status"},
                                                              {"heroes", "hero"},
                                                              {"potatoes", "potato"},
                                                              {"tomatoes", "tomato"},
                                                              {"vetoes", "veto"},
                                                              {"echoes", "echo"},
                                                              {"criteria", "criterion"},
                                                              {"phenomena", "phenomenon"},
                                                              {"referenda", "referendum"},
                                                              {"servicemen", "serviceman"},
                                                              {"servicewomen", "servicewoman"},
                                                              {"policemen", "policeman"},
                                                              {"firemen", "fireman"},
                                                              {"fishermen", "fisherman"},
                                                              {"grandchildren", "grandchild"},
                                                              {"gases", "gas"},
                                                              {"quizzes", "quiz"},
                                                              {"movies", "movie"},
                                                              {"cookies", "cookie"},
                                                              {"zombies", "zombie"},
                                                              {"calories", "calorie"},
                                                              {"selfies", "selfie"},
                                                              {"series", "series"},
                                                              {"species", "species"},
                                                              {"means", "means"},
                                                              {"people", "people"},
                                                              {"police", "police"},
                                                              {"personnel", "personnel"},
                                                              {"staff", "staff"},
                                                              {"aircraft", "aircraft"},
                                                              {"sheep", "sheep"},
                                                              {"cattle", "cattle"}}));

const Irregular* irregular(std::uint64_t hash) {
  const auto found = std::lower_bound(irregulars.begin(), irregulars.end(), hash,
                                      [](const Irregular& one, std::uint64_t word) { return one.plural.hash < word; });
  return found == irregulars.end() || found->plural.hash != hash ? nullptr : &*found;
}

std::string lowered(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = lower(c);
  return out;
}

bool is_regular_plural(std::string_view word) {
  if (word.size() <= 3 || word.back() != 's') return false;
  const char before = lower(word[word.size() - 2]);
  return before != 's' && before != 'u' && before != 'i' && before != '\'';
}

bool is_plural_at(const Tokens& tokens, std::size_t i) {
  return is_regular_plural(tokens.view(i)) || irregular(tokens[i].hash) != nullptr;
}

constexpr std::uint64_t never_inside = not_counted | auxiliary | say_verb | number_word | scale_word | month_name |
                                       weekday_name | name_particle | function_word;

/// "other", "more", "first" say nothing about where the phrase ends.
bool passes(const Tokens& tokens, std::size_t i) {
  return tokens.is_any(i, {"other", "more", "further", "additional", "extra", "first", "second", "third", "last", "new",
                           "such", "most", "next", "final", "post", "means", "read", "claims", "charges"});
}

bool is_noun_like(const Tokens& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.kind != TokenKind::word || token.newlines > 0 || token.end - token.begin < 2) return false;
  return (token.word->classes & never_inside) == 0 || passes(tokens, i);
}

/// A hyphen with words on both sides: "first-team".
bool joins(const Tokens& tokens, std::size_t i) {
  return tokens.is_mark(i, '-') && tokens[i].glued && tokens[i + 1].glued && tokens.is_word(i + 1);
}

/// One past letters with full stops in a name: "U.S." in "two U.S. diplomats"; `i` when there are none.
std::size_t initials_end(const Tokens& tokens, std::size_t i) {
  while (tokens.is_word(i) && tokens[i].capital && tokens[i].end - tokens[i].begin == 1 && tokens.is_mark(i + 1, '.') &&
         tokens[i + 1].glued && tokens[i].newlines == 0)
    i += 2;
  return i;
}

/// "central and eastern countries": the "and" between two describing words.
bool joins_adjectives(const Tokens& tokens, std::size_t i) {
  return tokens.is(i, "and") && tokens[i - 1].capital == tokens[i + 1].capital && is_noun_like(tokens, i - 1) &&
         is_noun_like(tokens, i + 1) && is_noun_like(tokens, i + 2) && !is_plural_at(tokens, i + 1);
}

bool is_head(const Tokens& tokens, std::size_t i) {
  return is_plural_at(tokens, i) && !tokens.is_any(i, {"first", "last", "post", "such", "most"}) &&
         tokens[i + 1].kind != TokenKind::possessive && !joins(tokens, i + 1);
}

CountedNoun noun(const Tokens& tokens, std::size_t begin, std::size_t end) {
  return {begin, end, singular(tokens.view(end - 1))};
}

/// "one particular demand that": all words up to one that no noun phrase holds. A verb may end it unseen ("one man
/// plays"), so a word in -s or -ed ends it too.
CountedNoun noun_of_one(const Tokens& tokens, std::size_t i) {
  std::size_t at = i;
  while (at < i + most_words && is_noun_like(tokens, at)) {
    const std::string_view word = tokens.view(at);
    if (at > i && (is_plural_at(tokens, at) || word.ends_with("ed"))) break;
    at += joins(tokens, at + 1) ? 2 : 1;
    if (at > i && joins(tokens, at - 1)) continue;
  }
  while (at > i && (!tokens.is_word(at - 1) || (passes(tokens, at - 1) && at - 1 > i))) --at;
  if (at == i || (at == i + 1 && passes(tokens, i))) return {i, i, {}};
  return noun(tokens, i, at);
}

/// "a 12 page document", "the three course meal", "a .500 record now": the number and its noun describe another.
CountedNoun attributive(const Tokens& tokens, std::size_t i) {
  const std::size_t before = tokens.is_mark(i - 2, '.') && tokens[i - 1].glued ? i - 3 : i - 2;
  const bool determined = tokens.has(before, determiner) && !tokens[i].capital && !tokens[i + 1].capital;
  const bool both = determined && is_noun_like(tokens, i) && is_noun_like(tokens, i + 1);
  return both && !passes(tokens, i) && !tokens.view(i).ends_with("ed") ? noun(tokens, i, i + 1) : CountedNoun{i, i, {}};
}

/// Where nouns have capitals, the first of them after describing words; its form says little of its number.
CountedNoun capital_noun(const Tokens& tokens, std::size_t i) {
  for (std::size_t at = i; at < i + most_words && is_noun_like(tokens, at); ++at)
    if (tokens[at].capital) return {i, at + 1, lowered(tokens.view(at))};
  return {i, i, {}};
}

}  // namespace

bool is_plural(std::string_view word) {
  return is_regular_plural(word) || irregular(hash_of(word)) != nullptr;
}

std::string singular(std::string_view plural) {
  std::string word = lowered(plural);
  if (const Irregular* known = irregular(hash_of(word))) return std::string(known->singular);
  if (!is_plural(word)) return word;
  static constexpr std::array<std::string_view, 5> es{"sses", "shes", "ches", "xes", "zes"};
  for (const auto ending : es)
    if (word.ends_with(ending)) return word.substr(0, word.size() - 2);
  if (word.ends_with("ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
  return word.substr(0, word.size() - 1);
}

CountedNoun counted_noun(const Tokens& tokens, std::size_t i, bool one, bool joined) {
  if (tokens.language().writing().capital_nouns) return capital_noun(tokens, i);
  if (joined) return is_noun_like(tokens, i) ? noun(tokens, i, i + 1) : CountedNoun{i, i, {}};
  if (one) return noun_of_one(tokens, i);
  const std::size_t first = initials_end(tokens, i);
  for (std::size_t at = first; at < first + most_words; ++at) {
    if (!is_noun_like(tokens, at)) {
      if (at > first && joins_adjectives(tokens, at)) continue;
      break;
    }
    while (joins(tokens, at + 1)) at += 2;
    if (!is_head(tokens, at)) continue;
    const bool describes = tokens.is_any(at, {"sports", "sales", "arms", "savings", "goods", "singles", "doubles",
                                              "systems", "operations", "communications", "women", "men", "straight"});
    const Irregular* known = irregular(tokens[at].hash);
    const bool same_form = known != nullptr && hash_of(known->singular) == known->plural.hash;
    const bool goes_on = (describes || same_form) && is_noun_like(tokens, at + 1) && is_head(tokens, at + 1);
    return noun(tokens, i, goes_on ? at + 2 : at + 1);
  }
  return attributive(tokens, i);
}

}  // namespace avow::text
