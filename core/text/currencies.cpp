#include <array>
#include <utility>

#include "text/units.hpp"

namespace avow::text {
namespace {

constexpr std::array<std::pair<char32_t, std::string_view>, 13> signs{{{'$', "USD"},
                                                                       {0xA3, "GBP"},
                                                                       {0x20AC, "EUR"},
                                                                       {0xA5, "JPY"},
                                                                       {0x20B9, "INR"},
                                                                       {0x20BD, "RUB"},
                                                                       {0x20A9, "KRW"},
                                                                       {0x20AA, "ILS"},
                                                                       {0x20BA, "TRY"},
                                                                       {0x20B4, "UAH"},
                                                                       {0x20A6, "NGN"},
                                                                       {0x20AB, "VND"},
                                                                       {0x20BF, "BTC"}}};

/// The letters before "$" that tell whose dollars they are.
struct Prefix {
  Literal word;
  std::string_view code;
};
constexpr Prefix prefixes[] = {{"us", "USD"},  {"usd", "USD"}, {"c", "CAD"},  {"ca", "CAD"},
                               {"can", "CAD"}, {"cad", "CAD"}, {"a", "AUD"},  {"au", "AUD"},
                               {"aud", "AUD"}, {"nz", "NZD"},  {"hk", "HKD"}, {"s", "SGD"},
                               {"sg", "SGD"},  {"nt", "TWD"},  {"r", "BRL"},  {"mex", "MXN"}};

/// Whose money it is: "Danish crowns", "Hong Kong dollars". A country has one currency, so that its name is enough.
struct Country {
  Literal words[2];
  std::string_view code;
};
constexpr Country countries[] = {{{"us"}, "USD"},
                                 {{"american"}, "USD"},
                                 {{"canadian"}, "CAD"},
                                 {{"australian"}, "AUD"},
                                 {{"new", "zealand"}, "NZD"},
                                 {{"hong", "kong"}, "HKD"},
                                 {{"singapore"}, "SGD"},
                                 {{"taiwan"}, "TWD"},
                                 {{"british"}, "GBP"},
                                 {{"egyptian"}, "EGP"},
                                 {{"syrian"}, "SYP"},
                                 {{"lebanese"}, "LBP"},
                                 {{"swiss"}, "CHF"},
                                 {{"danish"}, "DKK"},
                                 {{"swedish"}, "SEK"},
                                 {{"norwegian"}, "NOK"},
                                 {{"icelandic"}, "ISK"},
                                 {{"czech"}, "CZK"},
                                 {{"polish"}, "PLN"},
                                 {{"hungarian"}, "HUF"},
                                 {{"romanian"}, "RON"},
                                 {{"bulgarian"}, "BGN"},
                                 {{"turkish"}, "TRY"},
                                 {{"russian"}, "RUB"},
                                 {{"ukrainian"}, "UAH"},
                                 {{"israeli"}, "ILS"},
                                 {{"iranian"}, "IRR"},
                                 {{"iraqi"}, "IQD"},
                                 {{"saudi"}, "SAR"},
                                 {{"indian"}, "INR"},
                                 {{"pakistani"}, "PKR"},
                                 {{"chinese"}, "CNY"},
                                 {{"japanese"}, "JPY"},
                                 {{"south", "korean"}, "KRW"},
                                 {{"korean"}, "KRW"},
                                 {{"south", "african"}, "ZAR"},
                                 {{"nigerian"}, "NGN"},
                                 {{"kenyan"}, "KES"},
                                 {{"mexican"}, "MXN"},
                                 {{"brazilian"}, "BRL"},
                                 {{"argentine"}, "ARS"},
                                 {{"chilean"}, "CLP"},
                                 {{"colombian"}, "COP"},
                                 {{"philippine"}, "PHP"},
                                 {{"indonesian"}, "IDR"},
                                 {{"malaysian"}, "MYR"},
                                 {{"thai"}, "THB"},
                                 {{"vietnamese"}, "VND"}};

std::string_view dollars_before(const Tokens& tokens, std::size_t sign, std::size_t& begin) {
  const bool apart = !tokens[sign].glued;
  for (const auto& [prefix, code] : prefixes)
    if (tokens.is(sign - 1, prefix) && (!apart || tokens.is_any(sign - 1, {"us", "usd", "cad", "aud"})) &&
        tokens[sign - 1].capital)
      return begin = sign - 1, code;
  // "U.S. $5", "U.S.$5"
  if (tokens.is_mark(sign - 1, '.') && tokens.is(sign - 2, "s") && tokens.is_mark(sign - 3, '.') &&
      tokens.is(sign - 4, "u"))
    begin = sign - 4;
  return "USD";
}

}  // namespace

std::string_view currency_of(char32_t sign) noexcept {
  if (sign == 0 || (sign > '$' && sign < 0xA3)) return {};
  for (const auto& [mark, name] : signs)
    if (mark == sign) return name;
  return {};
}

std::string_view currency_before(const Tokens& tokens, std::size_t i, std::size_t& begin) {
  if (tokens[i].newlines > 0) return {};
  if (const auto name = currency_of(tokens[i - 1].mark); !name.empty()) {
    begin = i - 1;
    return name == "USD" ? dollars_before(tokens, i - 1, begin) : name;
  }
  const bool stop = tokens.is_mark(i - 1, '.') && tokens[i - 1].glued && tokens.is(i - 2, "rs");  // "Rs. 500"
  const std::size_t at = stop ? i - 2 : i - 1;
  if (!tokens.has(at, currency_word)) return {};
  const bool rupees = tokens.is(at, "rs");  // "Rs 500", but "the RS 6"
  if (tokens[at].all_caps == rupees && !tokens.is(at, "kr")) return {};
  begin = at;
  return tokens.word(at).unit;
}

Unit money_of_country(const Tokens& tokens, std::size_t i) {
  if (!tokens[i].capital) return {};
  for (const Country& country : countries) {
    if (!tokens.is(i, country.words[0])) continue;
    const std::size_t at = country.words[1].empty() ? i + 1 : i + 2;
    if (at == i + 2 && !tokens.is(i + 1, country.words[1])) continue;
    if (tokens.has(at, currency_word) ||
        tokens.is_any(at, {"crowns", "crown", "reais", "won", "real", "pesos", "lira"}))
      return {.end = at + 1, .name = std::string(country.code), .known = true, .begin = i};
  }
  return {};
}

}  // namespace avow::text
