#include "text/units.hpp"

#include <array>
#include <utility>

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

Unit percent(const Tokens& tokens, std::size_t end) {
  Unit unit{end, "percent", 1, true};
  if (tokens.is_any(end, {"point", "points"})) return {end + 1, "percentage points", 1, true};
  std::size_t base_end = end;
  if (const auto base = share_of(tokens, end, base_end); !base.empty()) {
    unit.name.append(" of ").append(base);
    unit.end = base_end;
  }
  return unit;
}

/// "%", "percent", "per cent", "percentage points", "basis points".
Unit percent_like(const Tokens& tokens, std::size_t i) {
  if (tokens.is_mark(i, '%')) return percent(tokens, i + 1);
  if (tokens.is(i, "per") && tokens.is(i + 1, "cent")) return percent(tokens, i + 2);
  if (tokens.is_any(i, {"percent", "pct", "pc"})) return percent(tokens, i + 1);
  if (tokens.is(i, "percentage") && tokens.is_any(i + 1, {"point", "points"}))
    return {i + 2, "percentage points", 1, true};
  if (tokens.is(i, "basis") && tokens.is_any(i + 1, {"point", "points"}))
    return {i + 2, "percentage points", 0.01, true};
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

bool is_noun_like(const Tokens& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.kind != TokenKind::word || token.newlines > 0 || token.end - token.begin < 2) return false;
  constexpr std::uint64_t others = not_counted | function_word | auxiliary | say_verb | number_word | scale_word |
                                   month_name | weekday_name | name_particle;
  return (token.word->classes & others) == 0;
}

bool is_plural(std::string_view word) {
  return word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' && word[word.size() - 2] != 'u' &&
         word[word.size() - 2] != 'i' && word[word.size() - 2] != '\'';
}

/// Good enough for the nouns that texts count; irregular ones stay as said.
std::string singular(std::string_view plural) {
  std::string word;
  for (const char c : plural) word += lower(c);
  if (!is_plural(word)) return word;
  static constexpr std::array<std::string_view, 5> es{"sses", "shes", "ches", "xes", "zes"};
  for (const auto ending : es)
    if (word.ends_with(ending)) return word.substr(0, word.size() - 2);
  if (word.ends_with("ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
  return word.substr(0, word.size() - 1);
}

/// The noun counted: the first plural of the next three words, when only describing words stand before it.
Unit counted_noun(const Tokens& tokens, std::size_t i) {
  for (std::size_t at = i; at < i + 3; ++at) {
    if (!is_noun_like(tokens, at)) break;
    if (is_plural(tokens.view(at)) && tokens[at + 1].kind != TokenKind::possessive)
      return {at + 1, singular(tokens.view(at)), 1, false};
    if (tokens.has(at, unit_word) && at > i) return {at + 1, std::string(tokens.word(at).unit), 1, true};
  }
  return {i, {}, 1, false};
}

}  // namespace

Unit read_unit(const Tokens& tokens, std::size_t i) {
  if (tokens[i].newlines > 1) return {i, {}, 1, false};
  std::size_t at = i;
  if (tokens.is_mark(at, '-') && tokens[at].glued && tokens[at + 1].glued) ++at;
  if (Unit unit = percent_like(tokens, at); unit.known) return unit;
  if (tokens.is_mark(at, 0x20AC)) return {at + 1, "EUR", 1, true};
  if (tokens.is_mark(at, 0xB0)) return {tokens.is_any(at + 1, {"c", "f"}) ? at + 2 : at + 1, "degrees", 1, true};
  if (tokens.is_any(at, {"us", "american", "canadian", "australian"}) && tokens.has(at + 1, currency_word)) ++at;
  const Word& word = tokens.word(at);
  if ((word.classes & (unit_word | currency_word | period_word)) != 0 && !tokens.is(at, "quarter")) {
    Unit unit{at + 1, std::string(word.unit), word.factor, true};
    add_substance(tokens, unit);
    if (unit.name == "degrees" && tokens.is_any(unit.end, {"celsius", "fahrenheit", "centigrade", "c", "f"}))
      ++unit.end;
    return unit;
  }
  return counted_noun(tokens, at);
}

std::string_view currency_before(const Tokens& tokens, std::size_t i, std::size_t& begin) {
  static constexpr std::array<std::pair<char32_t, std::string_view>, 6> signs{
      {{'$', "USD"}, {0xA3, "GBP"}, {0x20AC, "EUR"}, {0xA5, "JPY"}, {0x20B9, "INR"}, {0x20BD, "RUB"}}};
  const Token& token = tokens[i - 1];
  for (const auto& [sign, name] : signs) {
    if (token.mark != sign || tokens[i].newlines > 0) continue;
    begin = i - 1;
    if (sign != '$' || !tokens[i - 1].glued) return name;
    struct Prefix {
      Literal word;
      std::string_view code;
    };
    static constexpr Prefix prefixes[] = {{"us", "USD"}, {"c", "CAD"},  {"ca", "CAD"}, {"a", "AUD"},
                                          {"au", "AUD"}, {"nz", "NZD"}, {"hk", "HKD"}, {"s", "SGD"}};
    for (const auto& [prefix, code] : prefixes)
      if (tokens.is(i - 2, prefix)) return begin = i - 2, code;
    return name;
  }
  if (tokens.has(i - 1, currency_word) && tokens[i - 1].all_caps && tokens[i].newlines == 0) {
    begin = i - 1;
    return tokens.word(i - 1).unit;
  }
  return {};
}

}  // namespace avow::text
