#include "engine/measured_terms.hpp"

#include <algorithm>
#include <array>

namespace avow {
namespace {

struct Growth {
  std::string_view level;
  std::string_view rate;
};
constexpr std::array growths{Growth{"gross domestic product", "economic growth"},
                             Growth{"gross domestic product per head", "growth of gross domestic product per head"},
                             Growth{"population", "population growth"}};

constexpr std::array<std::string_view, 9> times = {"year",  "years", "month", "months",      "week",
                                                   "weeks", "day",   "days",  "years of age"};

bool is_growth(std::string_view measure) {
  return std::any_of(growths.begin(), growths.end(), [&](const Growth& growth) { return growth.rate == measure; });
}

bool is_percent_change(const Target& target) {
  const bool change = target.relation == Relation::rise_by || target.relation == Relation::fall_by;
  return change && target.unit == "percent" && target.value;
}

bool says(std::string_view words, std::string_view lower) {
  const auto same = [](char said, char wanted) { return (said >= 'A' && said <= 'Z' ? said | 0x20 : said) == wanted; };
  return std::search(words.begin(), words.end(), lower.begin(), lower.end(), same) != words.end();
}

/// "Consumer prices rose by 11 percent": prices are the level of which inflation is the rate.
bool names_prices(const Indicator& indicator, std::string_view words) {
  return indicator.measure == "inflation" && (says(words, "price") || words == "CPI") && !says(words, "inflation");
}

/// Says of what is counted from below what was said of it from above.
void negate(Target& target) {
  const bool change = target.relation == Relation::rise_by || target.relation == Relation::fall_by;
  if (target.value && !change) target.value->value = -target.value->value;
  if (target.upper) {
    target.upper->value = -target.upper->value;
    std::swap(target.value, target.upper);
  }
  constexpr std::array<std::pair<Relation, Relation>, 5> opposites = {{{Relation::at_least, Relation::at_most},
                                                                       {Relation::rise, Relation::fall},
                                                                       {Relation::rise_by, Relation::fall_by},
                                                                       {Relation::rise_to, Relation::fall_to},
                                                                       {Relation::record_high, Relation::record_low}}};
  for (const auto& [one, other] : opposites) {
    if (target.relation != one && target.relation != other) continue;
    target.relation = target.relation == one ? other : one;
    break;
  }
  if (!change && (target.hedge == Hedge::over || target.hedge == Hedge::under))
    target.hedge = target.hedge == Hedge::over ? Hedge::under : Hedge::over;
}

bool names_deficit(const Indicator& indicator, std::string_view words) {
  return indicator.measure.ends_with(" balance") && says(words, "deficit");
}

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// Near the begin, as the subject is: "The average Arvanian ...".
template <std::size_t N>
bool starts_any(std::string_view text, const std::array<std::string_view, N>& words) {
  constexpr std::size_t reach = 16;
  return holds_any(text.substr(0, reach), words);
}

std::string known_measure(const Lexicon& lexicon, const std::string& measure, const std::string& otherwise) {
  return lexicon.indicators_of(measure).empty() ? otherwise : measure;
}

}  // namespace

UnitSort sort_of_unit(std::string_view unit) {
  if (unit.starts_with("percent")) return UnitSort::share;
  if (unit.starts_with("constant ")) unit.remove_prefix(9);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (unit.size() >= 3 && std::all_of(unit.begin(), unit.begin() + 3, capital)) return UnitSort::money;
  if (unit == "t" || unit.starts_with("t ")) return UnitSort::mass;
  return std::find(times.begin(), times.end(), unit) != times.end() ? UnitSort::time : UnitSort::count;
}

bool may_count(const Indicator& indicator, std::string_view unit) {
  constexpr std::array<std::string_view, 22> people = {
      "people",  "person",     "inhabitant", "resident", "citizen",   "soldier", "troop", "tourist",
      "visitor", "refugee",    "worker",     "migrant",  "immigrant", "man",     "woman", "soul",
      "member",  "subscriber", "personnel",  "user",     "arrival",   "national"};
  if (sort_of_unit(unit) != sort_of_unit(indicator.unit)) return false;
  if (sort_of_unit(unit) == UnitSort::time) return true;
  if (sort_of_unit(unit) != UnitSort::count || indicator.unit != "people") return sort_of_unit(unit) == UnitSort::count;
  const std::string_view last = unit.substr(unit.rfind(' ') + 1);
  return std::any_of(people.begin(), people.end(), [&](std::string_view word) {
    return last == word || (last.starts_with(word) && last.size() == word.size() + 1 && last.back() == 's');
  });
}

std::string measure_per_head(const Lexicon& lexicon, const std::string& measure, std::string_view said) {
  constexpr std::array<std::string_view, 12> heads = {
      " per person", "per capita", "Per capita",      "per-capita",       " per head",         " a head",
      " a person",   " a citizen", " per inhabitant", " for each person", " for every person", " per resident"};
  constexpr std::array<std::string_view, 6> every = {"Each ", "each ", "Every ", "every ", "he average ", "n average "};
  const bool per_head = holds_any(said, heads) || (starts_any(said, every) && measure != "population");
  return per_head ? known_measure(lexicon, measure + " per head", measure) : measure;
}

std::string measure_at_parity(const Lexicon& lexicon, const std::string& measure, std::string_view said) {
  constexpr std::array<std::string_view, 4> parity = {"purchasing power", "purchasing-power", "PPP", "ppp"};
  return holds_any(said, parity) ? known_measure(lexicon, measure + " at purchasing power parity", measure) : measure;
}

std::string stated_measure(const std::string& measure, const Target& target) {
  if (measure == "consumer price index" && target.unit == "percent") return "inflation";
  if (!is_percent_change(target) || target.baseline.known()) return measure;
  for (const Growth& growth : growths)
    if (growth.level == measure) return std::string(growth.rate);
  return measure;
}

void put_in_terms_of(const Indicator& indicator, std::string_view words, Target& target) {
  if ((is_growth(indicator.measure) || names_prices(indicator, words)) && is_percent_change(target)) {
    const bool fell = target.relation == Relation::fall_by;
    target.relation = Relation::equal;
    target.baseline = {};  // "from a year earlier": a rate says so by itself
    if (target.hedge == Hedge::over) target.relation = Relation::at_least;
    if (target.hedge == Hedge::under) target.relation = Relation::at_most;
    if (fell) negate(target);
  }
  const bool deflation = indicator.measure == "inflation" && says(words, "deflation");
  if (names_deficit(indicator, words) || deflation) negate(target);
  const bool fraction = target.unit.empty() && target.value && target.value->value > 0 && target.value->value < 1;
  if (fraction && indicator.unit.starts_with("percent")) {  // "a quarter of Swedes"
    *target.value = {target.value->value * 100, target.value->step * 100};
    target.unit = indicator.unit;
  }
  if (target.unit == "t" && sort_of_unit(indicator.unit) == UnitSort::mass) target.unit = indicator.unit;
  const bool counted = !target.unit.empty() && sort_of_unit(target.unit) == UnitSort::count;
  if (counted && sort_of_unit(indicator.unit) == UnitSort::count) target.unit = indicator.unit;
  const bool lived = target.unit == "year" || target.unit == "years of age";
  if (lived && indicator.unit == "years") target.unit = indicator.unit;
}

}  // namespace avow
