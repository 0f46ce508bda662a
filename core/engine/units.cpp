#include "engine/units.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace avow {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array unit_names{
    Word{"%", "percent"},
    Word{"per cent", "percent"},
    Word{"% of gdp", "percent of GDP"},
    Word{"percent of gdp", "percent of GDP"},
    Word{"percentage of gdp", "percent of GDP"},
    Word{"% gdp", "percent of GDP"},
    Word{"% of gni", "percent of GNI"},
    Word{"percent of gni", "percent of GNI"},
    Word{"us dollars", "USD"},
    Word{"us dollar", "USD"},
    Word{"us$", "USD"},
    Word{"usd", "USD"},
    Word{"current us$", "USD"},
    Word{"euros", "EUR"},
    Word{"euro", "EUR"},
    Word{"eur", "EUR"},
    Word{"pounds sterling", "GBP"},
    Word{"pounds", "GBP"},
    Word{"gbp", "GBP"},
    Word{"tonnes", "t"},
    Word{"metric tons", "t"},
    Word{"tonnes of co2", "t CO2"},
    Word{"t co2", "t CO2"},
    Word{"persons", "people"},
};

constexpr std::array<std::pair<std::string_view, int>, 6> scale_words{
    {{"thousand ", 3}, {"million ", 6}, {"mn ", 6}, {"billion ", 9}, {"bn ", 9}, {"trillion ", 12}}};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

}  // namespace

CanonicalUnit canonical_unit(std::string_view published) {
  const std::string whole = lower(published);
  std::string_view rest = whole;
  CanonicalUnit result;
  for (const auto& [word, exponent] : scale_words)
    if (rest.starts_with(word)) {
      rest.remove_prefix(word.size());
      result.exponent = exponent;
      break;
    }
  const auto named = std::find_if(unit_names.begin(), unit_names.end(), [&](const Word& w) { return w.first == rest; });
  result.unit = named != unit_names.end() ? std::string(named->second)
                                          : std::string(published.substr(whole.size() - rest.size()));
  return result;
}

std::optional<std::string> shift_decimal(std::string_view text, int exponent) {
  if (exponent == 0) return std::string(text);
  if (text.find_first_of("eE") != std::string_view::npos) return std::nullopt;
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string whole(text.substr(0, point));
  std::string fraction(point < text.size() ? text.substr(point + 1) : std::string_view());
  const auto moved = static_cast<std::size_t>(exponent);
  if (fraction.size() < moved) fraction.append(moved - fraction.size(), '0');
  whole += fraction.substr(0, moved);
  fraction.erase(0, moved);
  const std::size_t sign = !whole.empty() && (whole[0] == '-' || whole[0] == '+') ? 1 : 0;
  const std::size_t zeros = std::min(whole.find_first_not_of('0', sign), whole.size() - 1);
  whole.erase(sign, zeros - sign);
  return fraction.empty() ? whole : whole + "." + fraction;
}

}  // namespace avow
