#include "text/units.hpp"

#include <algorithm>
#include <array>

#include "text/nouns.hpp"

namespace avow::text {
namespace {

constexpr std::size_t max_words_to_base = 6;  ///< between "of" and "GDP": "of their annual Gross Domestic Product"

struct Base {
  std::array<Literal, 3> words;
  std::string_view name;
};
constexpr Base bases[] = {{{{{"gdp"}}}, "GDP"}, {{{{"gross"}, {"domestic"}, {"product"}}}, "GDP"},
                          {{{{"gni"}}}, "GNI"}, {{{{"gross"}, {"national"}, {"income"}}}, "GNI"},
                          {{{{"gnp"}}}, "GNP"}, {{{{"gross"}, {"national"}, {"product"}}}, "GNP"}};

/// "GDP" or its words at token `i`; `end` moves past it and a bracketed short form after it.
std::string_view base_at(const Tokens& tokens, std::size_t i, std::size_t& end) {
  for (const Base& base : bases) {
    std::size_t n = 0;
    while (n < 3 && !base.words[n].empty() && tokens.is(i + n, base.words[n])) ++n;
    if (n == 0 || (n < 3 && !base.words[n].empty())) continue;
    end = i + n;
    if (tokens.is_mark(end, '(') && tokens[end + 1].all_caps && tokens.is_mark(end + 2, ')')) end += 3;
    return base.name;
  }
  return {};
}

/// "of (their annual) GDP" after a percentage.
std::string_view share_of(const Tokens& tokens, std::size_t i, std::size_t& end) {
  if (const auto direct = base_at(tokens, i, end); !direct.empty()) return direct;
  if (!tokens.is(i, "of")) return {};
  for (std::size_t at = i + 1; at <= i + max_words_to_base; ++at) {
    if (const auto base = base_at(tokens, at, end); !base.empty()) return base;
    const bool goes_on = tokens.is_word(at) || tokens[at].kind == TokenKind::possessive;
    if (!goes_on || tokens.is(at, "of") || tokens.is(at, "and")) return {};
  }
  return {};
}

Unit percent(const Tokens& tokens, std::size_t begin, std::size_t end) {
  Unit unit{.end = end, .name = "percent", .known = true, .begin = begin};
  if (tokens.is_any(end, {"point", "points"}))
    return {.end = end + 1, .name = "percentage points", .known = true, .begin = begin};
  std::size_t base_end = end;
  if (const auto base = share_of(tokens, end, base_end); !base.empty()) {
    unit.name.append(" of ").append(base);
    unit.end = base_end;
  }
  return unit;
}

/// "%", "percent", "per cent", "percentage points", "basis points".
Unit percent_like(const Tokens& tokens, std::size_t i) {
  if (tokens.is_mark(i, '%')) return percent(tokens, i, i + 1);
  if (tokens.is(i, "per") && tokens.is(i + 1, "cent")) return percent(tokens, i, i + 2);
  if (tokens.is_any(i, {"percent", "pct", "pc"})) return percent(tokens, i, i + 1);
  const std::size_t point = tokens.is_mark(i + 1, '-') ? i + 2 : i + 1;
  if (tokens.is(i, "percentage") && tokens.is_any(point, {"point", "points"}))
    return {.end = point + 1, .name = "percentage points", .known = true, .begin = i};
  if (tokens.is_any(i, {"bps", "bp"}))
    return {.end = i + 1, .name = "percentage points", .factor = 0.01, .known = true, .begin = i};
  if (tokens.is(i, "basis") && tokens.is_any(i + 1, {"point", "points"}))
    return {.end = i + 2, .name = "percentage points", .factor = 0.01, .known = true, .begin = i};
  return {};
}

/// "tonnes of CO2", "tonnes of carbon dioxide", "Mt CO2".
void add_substance(const Tokens& tokens, Unit& unit) {
  if (unit.name != "t") return;
  const std::size_t at = tokens.is(unit.end, "of") ? unit.end + 1 : unit.end;
  if (tokens.is_any(at, {"co2", "co2e", "co₂"})) {
    unit.name = "t CO2", unit.end = at + 1;
  } else if (tokens.is(at, "carbon") && tokens.is(at + 1, "dioxide")) {
    unit.name = "t CO2", unit.end = at + 2;
  }
}

/// Money signs after the number: "5€", "20 £", "15p".
Unit money_after(const Tokens& tokens, std::size_t i) {
  if (tokens[i].newlines > 0) return {};
  const auto name = currency_of(tokens[i].mark);
  if (!name.empty() && !(tokens[i + 1].glued && tokens.is_number(i + 1)))
    return {.end = i + 1, .name = std::string(name), .known = true, .begin = i};
  if (tokens.is_mark(i, 0xA2)) return {.end = i + 1, .name = "cent", .known = true, .begin = i};
  if (tokens.is(i, "p") && tokens[i].glued && !tokens[i].capital)
    return {.end = i + 1, .name = "penny", .known = true, .begin = i};
  return {};
}

/// "°C", "degrees Celsius", "1.5C".
Unit temperature(const Tokens& tokens, std::size_t i) {
  std::size_t at = i;
  const bool degree = tokens.is_mark(i, 0xB0) || tokens.is_any(i, {"degree", "degrees"});
  if (degree) ++at;
  if (tokens.is_any(at, {"celsius", "centigrade"})) return {.end = at + 1, .name = "°C", .known = true, .begin = i};
  if (tokens.is(at, "fahrenheit")) return {.end = at + 1, .name = "°F", .known = true, .begin = i};
  const bool letter = tokens[at].capital && (degree || tokens[at].glued);
  if (letter && tokens.is(at, "c")) return {.end = at + 1, .name = "°C", .known = true, .begin = i};
  if (letter && tokens.is(at, "f")) return {.end = at + 1, .name = "°F", .known = true, .begin = i};
  return degree ? Unit{.end = at, .name = "degrees", .known = true, .begin = i} : Unit{};
}

/// "-year-old", "years old", "years of age".
Unit age(const Tokens& tokens, std::size_t i) {
  if (!tokens.is_any(i, {"year", "years", "month", "months", "week", "weeks", "day", "days", "yr"})) return {};
  std::size_t at = i + 1;
  if (tokens.is_mark(at, '-')) ++at;
  const bool old = tokens.is_any(at, {"old", "olds"});
  const bool of_age = tokens.is(at, "of") && tokens.is(at + 1, "age");
  if (!old && !of_age) return {};
  Unit unit{.end = of_age ? at + 2 : at + 1, .known = true, .begin = i, .age = true};
  unit.name.append(tokens.word(i).unit).append("s of age");
  return unit;
}

/// Two words (or a sign) that make one unit: "square kilometres", "kilowatt hours", "pound-feet", "m²".
Unit composed(const Tokens& tokens, std::size_t i) {
  const bool unit_follows = tokens.has(i + 1, unit_word);
  if (tokens.is_any(i, {"square", "sq", "cubic"}) && unit_follows) {
    Unit unit{.end = i + 2, .factor = tokens.word(i + 1).factor, .known = true, .begin = i};
    unit.name.append(tokens.is(i, "cubic") ? "cubic " : "square ").append(tokens.word(i + 1).unit);
    return unit;
  }
  const std::size_t second = tokens.is_mark(i + 1, '-') ? i + 2 : i + 1;
  if (tokens.is(i, "light") && tokens.is_any(second, {"year", "years"}))
    return {.end = second + 1, .name = "light-year", .known = true, .begin = i};
  if (tokens.is(i, "ps") && tokens[i].all_caps) return {.end = i + 1, .name = "PS", .known = true, .begin = i};
  if (tokens.is(i, "bpd")) return {.end = i + 1, .name = "barrel", .known = true, .begin = i, .per = "day"};
  if (tokens.is_any(i, {"pound", "lb"}) && tokens.is_any(second, {"feet", "foot", "ft"}))
    return {.end = second + 1, .name = "lb ft", .known = true, .begin = i};
  if (tokens.has(i, unit_word) && tokens.is_any(second, {"hour", "hours"})) {
    const std::string_view watts = tokens.word(i).unit;
    if (watts.ends_with("W")) return {.end = second + 1, .name = std::string(watts) + "h", .known = true, .begin = i};
  }
  return {};
}

/// "127g/km". "5G": a generation of mobile networks. "100m tall": the letter that mostly means millions.
Unit glued_letter(const Tokens& tokens, std::size_t i) {
  if (!tokens[i].glued || tokens[i].end - tokens[i].begin != 1) return {};
  if (tokens.is(i, "g") && !tokens[i].capital) return {.end = i + 1, .name = "g", .known = true, .begin = i};
  if (tokens.is(i, "g") && tokens[i].capital) return {.end = i + 1, .name = "generation", .known = true, .begin = i};
  if (tokens.is(i, "m")) return {.end = i + 1, .name = "m", .known = true, .begin = i};
  return {};
}

/// "12 pounds of beef", "weighs 12 pounds": no money.
bool is_weight(const Tokens& tokens, std::size_t i) {
  if (!tokens.is_any(i, {"pound", "pounds"})) return false;
  for (std::size_t back = 2; back <= 4; ++back)
    if (tokens.is_any(i - back, {"weigh", "weighs", "weighed", "weighing", "weight"})) return true;
  return tokens.is(i + 1, "of") &&
         !tokens.is_any(i + 2, {"taxpayers", "taxpayer", "public", "new",   "investment", "funding", "debt",
                                "spending",  "savings",  "cuts",   "extra", "the",        "your",    "our",
                                "my",        "their",    "his",    "her",   "aid",        "revenue"});
}

/// What a rate is taken of one of: "a year", "per head", "each day", "/h", "per 100,000 people".
std::string rate_at(const Tokens& tokens, std::size_t i) {
  if (tokens[i].newlines > 0) return {};
  const bool article = tokens.is_any(i, {"a", "an", "each", "every"});
  const bool slash = tokens.is_mark(i, '/') && tokens[i].glued && tokens[i + 1].glued;
  const bool hyphens = tokens.is_mark(i, '-') && tokens[i].glued && tokens.is(i + 1, "a") && tokens.is_mark(i + 2, '-');
  if (!article && !slash && !hyphens && !tokens.is(i, "per")) return {};
  const std::size_t at = hyphens ? i + 3 : i + 1;
  if (tokens.is_any(at, {"head", "capita"})) return "person";
  if (tokens.is_number(at) && tokens.is(i, "per")) return std::string(tokens.view(at));
  if (tokens.is(i, "per") && tokens.is_any(at, {"thousand", "million"}))
    return tokens.is(at, "million") ? "1,000,000" : "1,000";
  if (slash && tokens.is_any(at, {"h", "s"})) return tokens.is(at, "h") ? "hour" : "second";
  const bool table = tokens.has(at, period_word | unit_word) || tokens.is(at, "second");
  if (tokens.is_any(at, {"person", "people"})) return "person";
  if (tokens.has(at, period_word)) return std::string(tokens.word(at).unit);
  if (table) return singular(tokens.view(at));
  if (tokens.is_any(
          at, {"share", "piece", "game", "vehicle", "household", "worker", "pupil", "child", "patient", "unit"}) ||
      (tokens.is(i, "per") && tokens.is_word(at) && !tokens.has(at, function_word) && tokens[at].newlines == 0))
    return singular(tokens.view(at));
  return {};
}

/// Most words after a number are nouns: told apart before any reader is tried.
bool may_be_unit(const Tokens& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.kind != TokenKind::word) return token.kind == TokenKind::mark && token.mark != '.' && token.mark != ',';
  return token.capital || token.end - token.begin <= 2 || tokens.has(i, unit_word | currency_word | period_word) ||
         tokens.is_any(i, {"per", "percent", "percentage", "basis", "degree", "degrees", "year", "years", "square",
                           "cubic", "celsius", "centigrade", "fahrenheit", "light", "bpd", "bps"});
}

Unit known_unit(const Tokens& tokens, std::size_t i) {
  if (!may_be_unit(tokens, i)) return {};
  for (const auto reader : {percent_like, money_after, temperature, age, money_of_country, composed, glued_letter})
    if (Unit unit = reader(tokens, i); unit.known) return unit;
  const Word& word = tokens.word(i);
  if ((word.classes & (unit_word | currency_word | period_word)) == 0 || tokens.is(i, "quarter")) return {};
  Unit unit{.end = i + 1, .name = std::string(word.unit), .factor = word.factor, .known = true, .begin = i};
  if (is_weight(tokens, i)) unit.name = "lb";
  if (tokens.is(i, "nm") && tokens[i].capital) unit.name = "N m";
  add_substance(tokens, unit);
  return unit;
}

/// The noun that is counted; a unit of the table after words that describe it ("30 rushing yards") is known.
Unit noun_unit(const Tokens& tokens, std::size_t i, bool one, bool joined) {
  for (std::size_t at = i + 1; at < i + 3 && !joined; ++at) {
    if (!tokens.is_word(at - 1) || tokens.has(at - 1, function_word | not_counted | auxiliary)) break;
    if (tokens.has(at, unit_word | period_word) && !tokens[at].glued && tokens.view(at).size() > 3)
      return {.end = at + 1, .name = std::string(tokens.word(at).unit), .known = true, .begin = at};
  }
  if (tokens.is(i, "times")) return {.end = i + 1, .name = "time", .begin = i};
  const CountedNoun noun = counted_noun(tokens, i, one, joined);
  return {.end = noun.end, .name = noun.singular, .begin = noun.begin};
}

/// "5 murders per 100,000 people" is a rate, whatever is counted: "per 100,000".
void take_population(const Tokens& tokens, Unit& unit) {
  unit.name = "per " + unit.per;
  unit.per.clear();
  unit.known = true;
  unit.end += 2;
  const CountedNoun noun = counted_noun(tokens, unit.end, false, false);
  unit.end = std::max(unit.end, noun.end);
}

}  // namespace

Unit read_divided_unit(const Tokens& tokens, std::size_t i) {
  const std::size_t at = tokens.is(i, "of") ? i + 1 : i;
  const bool one = tokens.is_any(at, {"a", "an", "one"}) || tokens.view(at) == "1";
  Unit unit = one ? read_unit(tokens, at + 1, true) : Unit{};
  return unit.known ? unit : Unit{.end = i, .begin = i};
}

std::string read_rate(const Tokens& tokens, std::size_t i) {
  return rate_at(tokens, i);
}

Unit read_unit(const Tokens& tokens, std::size_t i, bool one) {
  if (tokens[i].newlines > 1) return {.end = i, .begin = i};
  std::size_t at = i;
  const bool joined = is_dash(tokens[at].mark) && tokens[at].glued && tokens[at + 1].glued;
  if (joined) ++at;
  Unit unit = known_unit(tokens, at);
  if (!unit.known) unit = noun_unit(tokens, at, one, joined);
  if (unit.end == at) unit.end = i;
  if (unit.per.empty()) unit.per = rate_at(tokens, unit.end);
  if (!unit.per.empty() && unit.per.front() <= '9') take_population(tokens, unit);
  return unit;
}

}  // namespace avow::text
