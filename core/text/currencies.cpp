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
  if (!tokens.has(i - 1, currency_word)) return {};
  if (!tokens[i - 1].all_caps && !tokens.is_any(i - 1, {"kr", "rs"})) return {};
  begin = i - 1;
  return tokens.word(i - 1).unit;
}

}  // namespace avow::text
