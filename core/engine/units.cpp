#include "engine/units.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace avow {
namespace {

/// A name of a unit, in lower case, and what it is.
struct UnitName {
  std::string_view name;
  std::string_view unit;
  int exponent = 0;
};

/// By the words that publishers use, then by the codes of SDMX (CL_UNIT_MEASURE) and of Eurostat.
constexpr std::array unit_names{
    UnitName{"%", "percent"},
    UnitName{"per cent", "percent"},
    UnitName{"percentage", "percent"},
    UnitName{"percentages", "percent"},
    UnitName{"share", "percent", 2},
    UnitName{"fraction", "percent", 2},
    UnitName{"ratio", "percent", 2},
    UnitName{"per mille", "percent", -1},
    UnitName{"‰", "percent", -1},
    UnitName{"basis points", "percent", -2},
    UnitName{"basis point", "percent", -2},
    UnitName{"bp", "percent", -2},
    UnitName{"bps", "percent", -2},
    UnitName{"% of gdp", "percent of GDP"},
    UnitName{"percent of gdp", "percent of GDP"},
    UnitName{"per cent of gdp", "percent of GDP"},
    UnitName{"percentage of gdp", "percent of GDP"},
    UnitName{"% gdp", "percent of GDP"},
    UnitName{"share of gdp", "percent of GDP", 2},
    UnitName{"% of gni", "percent of GNI"},
    UnitName{"percent of gni", "percent of GNI"},
    UnitName{"share of gni", "percent of GNI", 2},
    UnitName{"us dollars", "USD"},
    UnitName{"us dollar", "USD"},
    UnitName{"us$", "USD"},
    UnitName{"usd", "USD"},
    UnitName{"current us$", "USD"},
    UnitName{"current usd", "USD"},
    UnitName{"constant us$", "constant USD"},
    UnitName{"constant usd", "constant USD"},
    UnitName{"euros", "EUR"},
    UnitName{"euro", "EUR"},
    UnitName{"eur", "EUR"},
    UnitName{"pounds sterling", "GBP"},
    UnitName{"pounds", "GBP"},
    UnitName{"gbp", "GBP"},
    UnitName{"tonnes", "t"},
    UnitName{"tonne", "t"},
    UnitName{"metric tons", "t"},
    UnitName{"kilograms", "t", -3},
    UnitName{"kg", "t", -3},
    UnitName{"kt", "t", 3},
    UnitName{"kilotonnes", "t", 3},
    UnitName{"mt", "t", 6},
    UnitName{"megatonnes", "t", 6},
    UnitName{"gt", "t", 9},
    UnitName{"gigatonnes", "t", 9},
    UnitName{"tonnes of co2", "t CO2"},
    UnitName{"t co2", "t CO2"},
    UnitName{"tco2", "t CO2"},
    UnitName{"kt co2", "t CO2", 3},
    UnitName{"mt co2", "t CO2", 6},
    UnitName{"mtco2", "t CO2", 6},
    UnitName{"gt co2", "t CO2", 9},
    UnitName{"gtco2", "t CO2", 9},
    UnitName{"t co2e", "t CO2e"},
    UnitName{"t co2 equivalent", "t CO2e"},
    UnitName{"tonnes of co2 equivalent", "t CO2e"},
    UnitName{"kt co2e", "t CO2e", 3},
    UnitName{"mt co2e", "t CO2e", 6},
    UnitName{"mtco2e", "t CO2e", 6},
    UnitName{"gt co2e", "t CO2e", 9},
    UnitName{"wh", "kWh", -3},
    UnitName{"kwh", "kWh"},
    UnitName{"mwh", "kWh", 3},
    UnitName{"gwh", "kWh", 6},
    UnitName{"twh", "kWh", 9},
    UnitName{"persons", "people"},
    UnitName{"person", "people"},
    UnitName{"inhabitants", "people"},
    UnitName{"per 100", "percent"},
    UnitName{"per 1,000", "per person", -3},
    UnitName{"per 1000", "per person", -3},
    UnitName{"per thousand", "per person", -3},
    UnitName{"per 100,000", "per person", -5},
    UnitName{"per 100000", "per person", -5},
    UnitName{"per million", "per person", -6},
    UnitName{"square kilometres", "km2"},
    UnitName{"square kilometers", "km2"},
    UnitName{"sq. km", "km2"},
    UnitName{"hectares", "km2", -2},
    UnitName{"ha", "km2", -2},
    UnitName{"cubic metres", "m3"},
    UnitName{"cubic meters", "m3"},
    UnitName{"pc", "percent"},
    UnitName{"pt", "percent"},
    UnitName{"pct", "percent"},
    UnitName{"pc_gdp", "percent of GDP"},
    UnitName{"pt_b1gq", "percent of GDP"},
    UnitName{"pt_gdp", "percent of GDP"},
    UnitName{"pt_gni", "percent of GNI"},
    UnitName{"pc_act", "percent"},
    UnitName{"pc_pop", "percent"},
    UnitName{"mio_eur", "EUR", 6},
    UnitName{"mio_usd", "USD", 6},
    UnitName{"cp_meur", "EUR", 6},
    UnitName{"ths_per", "people", 3},
    UnitName{"mio_per", "people", 6},
    UnitName{"ps", "people"},
    UnitName{"per", "people"},
    UnitName{"nr", "count"},
    UnitName{"ths_t", "t", 3},
    UnitName{"mio_t", "t", 6},
};

constexpr std::array<std::pair<std::string_view, int>, 8> scale_words{{{"hundred ", 2},
                                                                       {"thousand ", 3},
                                                                       {"thousands of ", 3},
                                                                       {"million ", 6},
                                                                       {"mn ", 6},
                                                                       {"billion ", 9},
                                                                       {"bn ", 9},
                                                                       {"trillion ", 12}}};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

/// A decimal as its digits, and how many of them stand before the point.
struct Digits {
  std::string sign, digits;
  std::ptrdiff_t whole = 0;
};

Digits digits_of(std::string_view text) {
  Digits result;
  if (text.starts_with('-') || text.starts_with('+')) {
    if (text[0] == '-') result.sign = "-";
    text.remove_prefix(1);
  }
  const auto mark = std::min(text.find_first_of("eE"), text.size());
  std::string_view exponent = text.substr(std::min(mark + 1, text.size()));
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  int power = 0;
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
  text = text.substr(0, mark);
  const auto point = std::min(text.find('.'), text.size());
  result.digits = std::string(text.substr(0, point));
  result.whole = static_cast<std::ptrdiff_t>(point) + power;
  if (point < text.size()) result.digits += text.substr(point + 1);
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
  const auto named =
      std::find_if(unit_names.begin(), unit_names.end(), [&](const UnitName& unit) { return unit.name == rest; });
  if (named == unit_names.end()) {
    result.unit = std::string(published.substr(whole.size() - rest.size()));
  } else {
    result.unit = named->unit;
    result.exponent += named->exponent;
  }
  return result;
}

std::optional<int> exponent_between(std::string_view published, std::string_view wanted) {
  const CanonicalUnit from = canonical_unit(published), to = canonical_unit(wanted);
  const bool share = from.unit == "percent" && to.unit.starts_with("percent of ");
  return from.unit == to.unit || share ? std::optional(from.exponent - to.exponent) : std::nullopt;
}

std::string shift_decimal(std::string_view text, int exponent) {
  if (exponent == 0 && text.find_first_of("eE") == std::string_view::npos) return std::string(text);
  auto [sign, digits, whole] = digits_of(text);
  whole += exponent;
  if (whole < 1) {
    digits.insert(0, static_cast<std::size_t>(1 - whole), '0');
    whole = 1;
  }
  if (static_cast<std::size_t>(whole) > digits.size())
    digits.append(static_cast<std::size_t>(whole) - digits.size(), '0');
  const auto point = static_cast<std::size_t>(whole);
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), point - 1);
  const std::string fraction = digits.substr(point);
  return sign + digits.substr(zeros, point - zeros) + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace avow
