#include "stated.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <tuple>

#include "amount.hpp"

namespace avow::detect {
namespace {

constexpr std::size_t max_measures = 24;
/// What may part a measure from its amount, in words; what stands between counts for more than one.
constexpr int farthest = 14;
/// "5 million dollars on bridges and defence spending": money that stands farther before a measure is paid for
/// something else.
constexpr int money_reach = 5;
namespace cost {
constexpr int behind = 1;  ///< the measure follows: "9 billion dollars in exports"
constexpr int led = -3;    ///< "is", "at", "of", "to" right before the amount, and the measure before that
constexpr int comma = 2;
constexpr int comma_behind = 5;  ///< between an amount and the measure that follows: mostly another clause
constexpr int mark = 1;          ///< parentheses, dashes, colons
constexpr int clause = 5;        ///< "while", "and", "which"
constexpr int another = 5;       ///< amount or measure
constexpr int again = 8;         ///< what a second amount of a measure, of another place, may cost more
constexpr int whole = 9;         ///< "9 percent of the population"
}  // namespace cost

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// Calls use(part) with each part of the text, trimmed.
template <typename Use>
void each_part(std::string_view text, char parted_by, Use use) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(parted_by, at), text.size());
    use(trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
}

bool is_word(std::string_view said, std::string_view lower) {
  return said.size() == lower.size() && std::equal(said.begin(), said.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b;
         });
}

bool fits_sort(char sort, std::string_view unit) {
  return sort == '#' || (sort == '$' ? is_money(unit) : is_share(unit));
}

/// Words [first, last] of an amount.
struct Place {
  int first = 0;
  int last = 0;
};

Place place_of(const Tokens& tokens, sdk::Span span) {
  const int first = tokens.at_or_after(span.begin);
  return {first, std::max(first, tokens.at_or_after(span.end) - 1)};
}

struct Amount {
  sdk::Quantity quantity;
  Place place;
  bool further = false;  ///< of another place: "and 7 percent in Belmark"
  bool aside() const { return false; }
};

struct Named {
  Measure measure;
  Place place;
  bool whole = false;
  bool aside() const { return whole; }
};

/// "from 10 percent", "compared with 9 percent a year before", "more than the 8 percent": of another time or thing.
bool is_only_compared(const Tokens& tokens, int first) {
  int before = first - 1;
  while (tokens.inside(before, any_of(Word::determiner, Word::adverb, Word::definite))) --before;
  return tokens.starts(before, any_of(Word::start, Word::than)) || tokens.inside(before, bit(Word::compare));
}

bool is_in_place(const Tokens& tokens, int last) {
  int next = last + 1;
  if (!tokens.inside(next, bit(Word::preposition)) || tokens.breaks(next, clause_break)) return false;
  if (tokens.inside(++next, bit(Word::determiner))) ++next;
  return next < tokens.size() && tokens[next].capital;
}

bool is_per(const Tokens& tokens, int first) {
  int before = first - 1;
  while (before >= 0 && (tokens[before].digit || tokens.text(before) == "thousand")) --before;
  return before >= 0 && (is_word(tokens.text(before), "per") || is_word(tokens.text(before), "every"));
}

/// "the '82 tax", "the 60's".
bool is_decade(const sdk::Document& document, const sdk::Quantity& quantity) {
  const std::string_view text = document.text();
  const std::string_view after = text.substr(std::min<std::size_t>(quantity.number.end, text.size()));
  const std::string_view before = text.substr(0, quantity.number.begin);
  return before.ends_with('\'') || before.ends_with("\u2019") || after.starts_with("'s") ||
         after.starts_with("\u2019s");
}

std::vector<Amount> amounts_in(const sdk::Document& document, const Tokens& tokens) {
  const sdk::Span all = tokens.span(0, tokens.size() - 1);
  std::vector<Amount> amounts;
  for (const sdk::Quantity quantity : document.quantities().within(all)) {
    if (quantity.number.end > all.end || amounts.size() >= max_amounts) break;
    const Place place = place_of(tokens, quantity.span);
    if (place.first >= tokens.size() || is_per(tokens, place.first) || is_decade(document, quantity)) continue;
    if (is_in_measure(document, quantity.number)) continue;  // "people over 65"
    const bool start = tokens.starts(place.first - 1, bit(Word::start)) || tokens.inside(place.first, bit(Word::noise));
    if (!start) amounts.push_back({quantity, place, is_in_place(tokens, place.last)});
  }
  return amounts;
}

/// "17 percent of the workforce is [unemployed]": a verb parts the mention from what the share is taken of.
bool states_before(const Tokens& tokens, int mention) {
  constexpr int reach = 3;
  for (int at = mention; at >= 0 && at > mention - reach; --at) {
    if (tokens.verb(at, ~Words{0}, third | past) && !tokens.inside(at, bit(Word::preposition))) return true;
    if (at < mention && tokens[at].digit) return false;
  }
  return false;
}

std::vector<Named> measures_in(const sdk::Document& document, const Tokens& tokens) {
  const sdk::Span all = tokens.span(0, tokens.size() - 1);
  std::vector<Named> measures;
  for (const sdk::Mention mention : document.mentions().within(all)) {
    if (mention.span.end > all.end || measures.size() >= max_measures) break;
    if (mention.kind != "measure" || !can_be_measured(document, tokens, mention, Tense::past)) continue;
    const Place place = place_of(tokens, mention.span);
    if (is_per(tokens, place.first)) continue;
    const bool whole = is_whole(document, mention.span) && !states_before(tokens, place.first);
    measures.push_back({{mention.code, mention.span}, place, whole});
  }
  return measures;
}

/// What the words [from, until) between a measure and an amount count for.
int words_between(const Tokens& tokens, int from, int until, int comma_cost) {
  constexpr Words parts = any_of(Word::coordinate, Word::subordinator, Word::relative, Word::condition);
  int sum = 0;
  for (int at = from; at <= until && sum <= farthest; ++at) {
    if (tokens.breaks(at, comma)) sum += comma_cost;
    if (tokens.breaks(at, strong_break | dash | open_paren | close_paren)) sum += cost::mark;
    if (at == until) break;
    sum += tokens.starts(at, parts) && !tokens.inside(at, bit(Word::preposition)) ? cost::clause : 1;
  }
  return sum;
}

template <typename Items>
int others_between(const Items& items, int from, int until) {
  return cost::another * static_cast<int>(std::count_if(items.begin(), items.end(), [&](const auto& item) {
           return !item.aside() && item.place.first >= from && item.place.last < until;
         }));
}

/// "At roughly $110,000, income per head is": the amount opens the sentence, and what it is of follows.
bool is_opening(const Tokens& tokens, int amount) {
  int before = amount - 1;
  while (tokens.inside(before, bit(Word::adverb))) --before;
  return before == 0 && tokens.inside(before, any_of(Word::at, Word::preposition));
}

bool is_led(const Tokens& tokens, int amount) {
  int before = amount - 1;
  while (tokens.inside(before, bit(Word::adverb))) --before;
  constexpr Words leads = any_of(Word::to, Word::up_to, Word::be, Word::at, Word::reach, Word::hold);
  return tokens.inside(before, leads) || (before >= 0 && is_word(tokens.text(before), "of"));
}

struct Pair {
  int cost;
  std::size_t amount;
  std::size_t measure;
};

int cost_of(const Tokens& tokens, const std::vector<Amount>& amounts, const std::vector<Named>& measures,
            const Amount& amount, const Named& named) {
  const Place& a = amount.place;
  const Place& m = named.place;
  if (m.first <= a.last && a.first <= m.last) return 0;
  const bool behind = m.first > a.last;
  const int from = behind ? a.last + 1 : m.last + 1;
  const int until = behind ? m.first : a.first;
  const bool opens = behind && is_opening(tokens, a.first);
  const int apart = words_between(tokens, from, until, behind && !opens ? cost::comma_behind : cost::comma);
  const bool for_another = behind && !opens && is_money(amount.quantity.unit) && apart > money_reach;
  if (apart > farthest || for_another) return farthest + 1;
  const int others = others_between(amounts, from, until) + others_between(measures, from, until);
  const int side = behind ? cost::behind : is_led(tokens, a.first) ? cost::led : 0;
  return std::max(1, apart + others + side + (named.whole ? cost::whole : 0));
}

/// The cheapest pairs first; what costs the same in the order of the text.
std::vector<Pair> pairs_of(const Tokens& tokens, const std::vector<Amount>& amounts,
                           const std::vector<Named>& measures) {
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < amounts.size(); ++a) {
    const bool compared = is_only_compared(tokens, amounts[a].place.first);
    if (compared && !amounts[a].further) continue;
    for (std::size_t m = 0; m < measures.size(); ++m) {
      const int sum = cost_of(tokens, amounts, measures, amounts[a], measures[m]) + (compared ? cost::clause : 0);
      if (sum <= farthest + (amounts[a].further ? cost::again : 0)) pairs.push_back({sum, a, m});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    return std::tie(x.cost, x.amount, x.measure) < std::tie(y.cost, y.amount, y.measure);
  });
  return pairs;
}

/// "3 inhabitants per square kilometre" counts no inhabitants.
bool is_per_area(const Tokens& tokens, int at) {
  return at + 1 < tokens.size() && is_word(tokens.text(at), "per") &&
         (is_word(tokens.text(at + 1), "square") || is_word(tokens.text(at + 1), "sq"));
}

/// The first word of the name that ends at `at`: "the United Kingdom".
int name_begin(const Tokens& tokens, int at) {
  const auto in_name = [&](int word) {
    return tokens[word].capital || is_word(tokens.text(word), "of") || is_word(tokens.text(word), "and");
  };
  int first = at;
  for (int word = at; word >= 0 && in_name(word) && !(word < at && tokens.breaks(word + 1, clause_break)); --word)
    if (tokens[word].capital) first = word;
  return tokens.inside(first - 1, bit(Word::determiner)) && !tokens.breaks(first, clause_break) ? first - 1 : first;
}

/// "on average 1.4 children", "an average of 2": where the amount begins with what only bends it.
int before_average(const Tokens& tokens, int first) {
  const auto said = [&](int back, std::string_view word) {
    return first >= back && is_word(tokens.text(first - back), word);
  };
  if (said(2, "on") && said(1, "average")) return first - 2;
  if (said(3, "an") && said(2, "average") && said(1, "of")) return first - 3;
  while (tokens.inside(first - 1, bit(Word::adverb)) && !tokens.breaks(first, clause_break)) --first;
  return first;
}

/// Whether a sort of words of which places have some may follow the word at `at`: "Arvania has", "a country with".
bool names_place(const Tokens& tokens, int at) {
  constexpr std::array<std::string_view, 8> sorts = {"country", "nation",  "republic", "state",
                                                     "island",  "kingdom", "land",     "territory"};
  return tokens[at].capital ||
         std::any_of(sorts.begin(), sorts.end(), [&](std::string_view sort) { return is_word(tokens.text(at), sort); });
}

/// Whether the word belongs to a place that stands before it: "has", "with", "'s".
bool follows_place(std::string_view word) {
  return word == "has" || word == "had" || word == "have" || word == "with" || word == "'s";
}

/// "Oil output in", "Rents and prices in": the way tells no more than a part of what is measured.
bool is_narrowed(const Tokens& tokens, int first, bool of_place) {
  const int before = first - 1;
  if (before < 0 || tokens.breaks(first, clause_break)) return false;
  if (tokens.starts(before, bit(Word::coordinate))) return before > 0 && !tokens.breaks(before, clause_break);
  if (of_place && names_place(tokens, before)) return false;
  constexpr Words nouns = any_of(Word::agent, Word::group);
  return tokens[before].inside == 0 || tokens.inside(before, nouns);
}

/// "40,000 citizens in Mali": some of them only; "in 2013" says when.
bool is_limited(const Tokens& tokens, int last) {
  const int next = last + 1;
  if (!tokens.inside(next, bit(Word::preposition)) || tokens.breaks(next, clause_break)) return false;
  return next + 1 >= tokens.size() || !tokens[next + 1].digit;
}

bool ends_clause(const Tokens& tokens, int last) {
  const int next = last + 1;
  constexpr Words parts = any_of(Word::coordinate, Word::conjunction, Word::subordinator, Word::relative);
  if (next >= tokens.size() || tokens.breaks(next, clause_break)) return true;
  if (tokens.inside(next, parts)) return true;
  return tokens.inside(next, bit(Word::preposition)) && !is_limited(tokens, last);
}

/// "A fair in Arvania drew": the name belongs to what drew.
bool is_subject(const Tokens& tokens, int first) {
  return first == 0 || tokens.breaks(first, clause_break) ||
         !(tokens.inside(first - 1, bit(Word::preposition)) || is_word(tokens.text(first - 1), "of"));
}

}  // namespace

Shapes::Shapes(std::string_view text, std::string_view where) {
  std::size_t number = 0;
  each_part(text, '\n', [&](std::string_view line) {
    ++number;
    if (line.empty() || line.front() == '#') return;
    const std::string place = std::string(where) + ":" + std::to_string(number);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
      throw std::runtime_error(place + ": no measure with a colon before its ways");
    each_part(line.substr(colon + 1), '|', [&](std::string_view way) { add(line.substr(0, colon), way, place); });
  });
  std::stable_sort(shapes_.begin(), shapes_.end(), [](const Shape& a, const Shape& b) {
    return a.before.size() + a.after.size() > b.before.size() + b.after.size();
  });
}

void Shapes::add(std::string_view measure, std::string_view way, std::string_view where) {
  Shape shape{std::string(measure), '#', way.starts_with('~'), false, {}, {}};
  if (shape.weak) way.remove_prefix(1);
  bool amount = false;
  each_part(way, ' ', [&](std::string_view word) {
    if (word.empty()) return;
    if (word == ".") {
      shape.at_end = true;
      return;
    }
    if (word.ends_with('#') && !amount) {
      amount = true;
      if (word.size() > 1) shape.sort = word.front();
      return;
    }
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? c | 0x20 : c; });
    (amount ? shape.after : shape.before).push_back(std::move(lower));
  });
  if (!amount || shape.before.size() + shape.after.size() == 0)
    throw std::runtime_error(std::string(where) + ": no # for the amount, or no word beside it");
  std::reverse(shape.before.begin(), shape.before.end());
  shapes_.push_back(std::move(shape));
}

/// Takes the words of the way in on both sides of the amount at [first, last]; false where others stand there.
bool Shapes::reads(const Tokens& tokens, const Shape& shape, Found& found) {
  for (const std::string& word : shape.before) {
    const int at = found.first - 1;
    if (at < 0 || tokens.breaks(found.first, clause_break)) return false;
    if (word == "^" ? !tokens[at].capital : !is_word(tokens.text(at), word)) return false;
    found.first = word == "^" ? name_begin(tokens, at) : at;
  }
  for (const std::string& word : shape.after) {
    if (++found.last >= tokens.size() || tokens.breaks(found.last, clause_break)) return false;
    if (word == "^" ? !tokens[found.last].capital : !is_word(tokens.text(found.last), word)) return false;
  }
  if (shape.at_end && !ends_clause(tokens, found.last)) return false;
  const std::string_view outermost = shape.before.empty() ? std::string_view{} : shape.before.back();
  if (outermost == "^" && !is_subject(tokens, found.first)) return false;
  if (!shape.weak) return true;
  const bool limited = !shape.after.empty() && shape.after.back() != "in" && is_limited(tokens, found.last);
  return !limited && !is_narrowed(tokens, found.first, follows_place(outermost));
}

Shapes::Found Shapes::around(const Tokens& tokens, const sdk::Quantity& quantity) const {
  const int first = tokens.at_or_after(quantity.span.begin);
  const int begin = before_average(tokens, first);
  const int number_end = std::max(first + 1, tokens.at_or_after(quantity.number.end));
  const int unit_end = std::max(number_end, tokens.at_or_after(quantity.span.end));
  for (const Shape& shape : shapes_) {
    if (!fits_sort(shape.sort, quantity.unit)) continue;
    for (const int end : {number_end, unit_end}) {  // a unit may be a word of the way: "# people", "# children"
      Found found{shape.measure, begin, end - 1, shape.weak};
      if (reads(tokens, shape, found) && !is_per_area(tokens, found.last + 1)) return found;
      if (number_end == unit_end) break;
    }
  }
  return {};
}

std::vector<Stated> stated_in(const sdk::Document& document, const Tokens& tokens, const Shapes& shapes) {
  const std::vector<Amount> amounts = amounts_in(document, tokens);
  const std::vector<Named> measures = amounts.empty() ? std::vector<Named>() : measures_in(document, tokens);
  std::vector<Named> shaped(amounts.size());
  std::vector<const Named*> of_amount(amounts.size());
  std::vector<bool> weak(amounts.size());
  std::vector<int> apart(amounts.size());
  for (std::size_t a = 0; a < amounts.size(); ++a) {
    const Shapes::Found found = shapes.around(tokens, amounts[a].quantity);
    if (found.measure.empty()) continue;
    shaped[a] = {{found.measure, tokens.span(found.first, found.last)}, {found.first, found.last}, false};
    weak[a] = found.weak;
    if (!found.weak) of_amount[a] = &shaped[a];
  }
  std::vector<bool> taken(measures.size());
  const std::vector<Pair> pairs = pairs_of(tokens, amounts, measures);
  for (const bool again : {false, true}) {
    for (const Pair& pair : pairs) {
      const bool fits = again ? amounts[pair.amount].further : pair.cost <= farthest && !taken[pair.measure];
      if (of_amount[pair.amount] != nullptr || !fits) continue;
      of_amount[pair.amount] = &measures[pair.measure];
      apart[pair.amount] = pair.cost;
      taken[pair.measure] = true;
    }
  }
  for (std::size_t a = 0; a < amounts.size(); ++a)
    if (weak[a] && of_amount[a] == nullptr) of_amount[a] = &shaped[a];
  std::vector<Stated> stated;
  for (std::size_t a = 0; a < amounts.size(); ++a)
    if (of_amount[a] != nullptr) stated.push_back({of_amount[a]->measure, amounts[a].quantity, apart[a]});
  return stated;
}

}  // namespace avow::detect
