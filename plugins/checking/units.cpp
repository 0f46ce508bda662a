#include "units.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace avow::check {
namespace {

struct Scale {
  std::string_view word;
  double factor;
};
constexpr std::array scales{Scale{"hundred", 1e2},   Scale{"thousand", 1e3},  Scale{"thousands", 1e3},
                            Scale{"million", 1e6},   Scale{"millions", 1e6},  Scale{"mn", 1e6},
                            Scale{"billion", 1e9},   Scale{"billions", 1e9},  Scale{"bn", 1e9},
                            Scale{"trillion", 1e12}, Scale{"trillions", 1e12}};

struct Alias {
  std::string_view word;
  std::string_view base;
  double factor;
};
constexpr std::array aliases{Alias{"%", "percent", 1},  Alias{"per cent", "percent", 1},
                             Alias{"US$", "USD", 1},    Alias{"$", "USD", 1},
                             Alias{"€", "EUR", 1},      Alias{"£", "GBP", 1},
                             Alias{"kt", "t", 1e3},     Alias{"Mt", "t", 1e6},
                             Alias{"Gt", "t", 1e9},     Alias{"MtCO2", "t CO2", 1e6},
                             Alias{"tCO2", "t CO2", 1}, Alias{"tonnes", "t", 1},
                             Alias{"tonne", "t", 1},    Alias{"dollars", "USD", 1}};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// Takes the scale out of a word; true when there is nothing left to add to the base.
bool take_scale(std::string_view word, double& scale) {
  for (const Scale& known : scales)
    if (known.word == word) {
      scale *= known.factor;
      return true;
    }
  return false;
}

std::string_view plain_word(std::string_view word, double& scale) {
  for (const Alias& known : aliases)
    if (known.word == word) {
      scale *= known.factor;
      return known.base;
    }
  return word;
}

bool is_currency(std::string_view base) {
  return base.size() == 3 &&
         std::all_of(base.begin(), base.end(), [](unsigned char c) { return std::isupper(c) != 0; });
}

bool fits_count(const Unit& a, const Unit& b) {
  return a.base == "count" && !is_percentage(b.base) && !is_currency(b.base);
}

/// Plain tonnes fit tonnes of something: publishers often leave out of what.
bool fits_tonnes(const Unit& a, const Unit& b) {
  return a.base == "t" && b.base.starts_with("t ");
}

}  // namespace

Unit parse_unit(std::string_view text) {
  Unit unit;
  for (const std::string_view word : words_of(text)) {
    if (word == "of" && unit.base.empty()) continue;
    if (take_scale(word, unit.scale)) continue;
    if (!unit.base.empty()) unit.base += ' ';
    unit.base += plain_word(word, unit.scale);
  }
  if (unit.base.empty() && unit.scale != 1) unit.base = "count";
  return unit;
}

bool is_percentage(std::string_view unit) {
  return unit == "percent" || unit.starts_with("percent ");
}

std::optional<double> conversion(std::string_view from, std::string_view to) {
  if (from.empty() || to.empty()) return 1;
  const Unit a = parse_unit(from);
  const Unit b = parse_unit(to);
  const bool percentages =
      is_percentage(a.base) && is_percentage(b.base) && (a.base == "percent" || b.base == "percent");
  const bool counts = fits_count(a, b) || fits_count(b, a);
  const bool tonnes = fits_tonnes(a, b) || fits_tonnes(b, a);
  if (a.base == b.base || percentages || counts || tonnes) return a.scale / b.scale;
  return std::nullopt;
}

std::string difference_unit(std::string_view unit) {
  return is_percentage(unit) ? "percentage points" : std::string(unit);
}

}  // namespace avow::check
