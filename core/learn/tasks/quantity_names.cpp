#include "learn/tasks/quantity_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/ascii.hpp"
#include "text/nouns.hpp"

namespace avow::learn {
namespace {

struct Name {
  std::string_view ours;
  std::string_view theirs;
};
constexpr Name names[] = {
    {"USD", "dollar"},
    {"GBP", "pound sterling"},
    {"EUR", "euro"},
    {"JPY", "japanese yen"},
    {"CNY", "chinese yuan"},
    {"CHF", "swiss franc"},
    {"INR", "indian rupee"},
    {"PKR", "pakistani rupee"},
    {"RUB", "russian ruble"},
    {"UAH", "ukrainian hryvnia"},
    {"SEK", "swedish krone"},
    {"NOK", "norwegian krone"},
    {"DKK", "danish krone"},
    {"ISK", "icelandic krona"},
    {"CZK", "czech koruna"},
    {"PLN", "polish złoty"},
    {"HUF", "hungarian forint"},
    {"RON", "romanian leu"},
    {"BGN", "bulgarian lev"},
    {"TRY", "turkish lira"},
    {"ILS", "israeli new shekel"},
    {"KRW", "south korean won"},
    {"ZAR", "south african rand"},
    {"NGN", "nigerian naira"},
    {"KES", "kenyan shilling"},
    {"MXN", "mexican peso"},
    {"BRL", "brazilian real"},
    {"ARS", "argentine peso"},
    {"CLP", "chilean peso"},
    {"COP", "colombian peso"},
    {"PHP", "philippine peso"},
    {"IDR", "indonesian rupiah"},
    {"MYR", "malaysian ringgit"},
    {"THB", "thai baht"},
    {"VND", "vietnamese dong"},
    {"SAR", "saudi riyal"},
    {"EGP", "egyptian pound"},
    {"CAD", "canadian dollar"},
    {"AUD", "australian dollar"},
    {"NZD", "new zealand dollar"},
    {"HKD", "hong kong dollar"},
    {"SGD", "singapore dollar"},
    {"TWD", "new taiwan dollar"},
    {"BTC", "bitcoin"},
    {"AED", "united arab emirates dirham"},
    {"IRR", "iranian rial"},
    {"penny", "penny"},
    {"percentage points", "percentage point"},
    {"degrees", "degree"},
    {"°C", "celsius"},
    {"°F", "fahrenheit"},
    {"GB", "gigabyte"},
    {"MB", "megabyte"},
    {"TB", "terabyte"},
    {"kB", "kilobyte"},
    {"hp", "horsepower"},
    {"PS", "metric horsepower"},
    {"km/h", "kilometre per hour"},
    {"mph", "mile per hour"},
    {"mpg", "mile per gallon"},
    {"rpm", "revolutions per minute"},
    {"t", "metric ton"},
    {"t CO2", "metric ton"},
    {"kg", "kilogram"},
    {"g", "gram"},
    {"mg", "milligram"},
    {"lb", "pound-mass"},
    {"oz", "ounce"},
    {"lb ft", "pound-foot"},
    {"N m", "newton metre"},
    {"W", "watt"},
    {"kW", "kilowatt"},
    {"MW", "megawatt"},
    {"GW", "gigawatt"},
    {"TW", "terawatt"},
    {"Wh", "watt hour"},
    {"kWh", "kilowatt hour"},
    {"MWh", "megawatt hour"},
    {"GWh", "gigawatt hour"},
    {"TWh", "terawatt hour"},
    {"V", "volt"},
    {"Hz", "hertz"},
    {"kHz", "kilohertz"},
    {"MHz", "megahertz"},
    {"GHz", "gigahertz"},
    {"km", "kilometre"},
    {"m", "metre"},
    {"nm", "nanometre"},
    {"cm", "centimetre"},
    {"nautical mile", "mile"},
    {"cc", "cubic centimetre"},
    {"fps", "frame per second"},
    {"generation", "generation wireless"},
    {"mm", "millimetre"},
    {"square km", "square kilometre"},
    {"square m", "square metre"},
    {"cubic m", "cubic metre"},
    {"ha", "hectare"},
    {"ml", "millilitre"},
    {"Mbit/s", "megabit per second"},
    {"Gbit/s", "gigabit per second"},
    {"MP", "megapixel"},
    {"mAh", "milliampere-hour"},
    {"dB", "decibel"},
    {"years of age", "year of age"},
    {"months of age", "month of age"},
    {"weeks of age", "week of age"},
    {"days of age", "day of age"},
    {"time", "count"},
    {"times", "count"},
};
/// Words that we scale away and they keep, with the factor.
struct Scaled {
  std::string_view words;
  std::string_view theirs;
  double factor;
};
constexpr Scaled scaled[] = {{"basis point", "basis point", 0.01},
                             {"megaton", "megaton", 1e6},
                             {"mt", "megaton", 1e6},
                             {"gigaton", "gigaton", 1e9},
                             {"gt", "gigaton", 1e9}};
constexpr Name superlatives[] = {{"best", "good"}, {"better", "good"}, {"worst", "bad"}, {"worse", "bad"}};

/// "oldest" to "old", "hottest" to "hot", "best" to "good".
std::string plain(const std::string& word) {
  for (const auto& [from, to] : superlatives)
    if (word == from) return std::string(to);
  const bool longer = word.ends_with("est") && word.size() > 5;
  if (!longer) return word;
  std::string out = word.substr(0, word.size() - 3);
  if (out[out.size() - 1] == out[out.size() - 2] && !out.ends_with("ll")) out.pop_back();
  if (out.ends_with("i")) out.back() = 'y';
  return out;
}

/// The counted noun with its adjectives: all words as said, the last as our singular.
std::string phrase(std::string_view words, const std::string& singular) {
  std::string out;
  const std::string lower = ascii::lower(words);
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', begin), lower.size());
    const std::string word = lower.substr(begin, end - begin);
    begin = end + 1;
    const bool last = begin >= lower.size();
    const bool dropped =
        word == "more" || word == "other" || word == "most" || word.ends_with("ing") || word.ends_with("ed");
    if (dropped && !last) continue;
    if (!out.empty()) out += ' ';
    out += !last ? plain(word)
           : word.ends_with(singular) || word.find('-') == std::string::npos
               ? singular
               : word.substr(0, word.rfind('-') + 1) + singular;
  }
  return out;
}

std::string_view theirs(std::string_view ours) {
  for (const auto& [from, to] : names)
    if (from == ours) return to;
  return {};
}

/// "A third", "one in five": a share, whose unit they begin with a percent sign.
bool is_part(std::string_view text, const Quantity& quantity) {
  const std::string_view number = quantity.number.of(text);
  return quantity.value.value < 1 && !quantity.range && number.find_first_of("0123456789") == std::string_view::npos;
}

std::string part_of(std::string_view text, const Quantity& quantity) {
  if (!is_part(text, quantity)) return "-";
  const std::string_view words = quantity.counted.of(text);
  if (words.empty()) return "% -";
  return "% " + phrase(words, text::singular(words.substr(words.rfind(' ') + 1)));
}

/// Units that their dictionary parts by a word more than ours.
std::string_view finer(std::string_view text, const Quantity& quantity) {
  const std::string span = ascii::lower(quantity.span.of(text));
  if (span.find("bhp") != std::string::npos) return "brake horsepower";
  if (quantity.unit == "t" && (span.ends_with("ton") || span.ends_with("tons"))) return "ton";
  if (quantity.unit == "INR" && span.find("₹") == std::string::npos && span.find("indian") == std::string::npos)
    return "rupee";
  if (quantity.unit == "barrel" && text.substr(quantity.counted.end).starts_with(" of oil")) return "barrel of oil";
  return {};
}

/// "One of the best clubs in the world" counts "good club world": what something is the best of belongs to the unit.
std::string place_of_superlative(std::string_view words, std::string_view after) {
  const std::string lower = ascii::lower(words);
  const bool superlative = lower.starts_with("most ") || lower.find("est ") != std::string::npos;
  if (!superlative || !after.starts_with(" in ")) return {};
  std::string out;
  for (after.remove_prefix(4); !after.empty();) {
    const std::size_t size = std::min(after.find_first_of(" .,;:"), after.size());
    const std::string word = ascii::lower(after.substr(0, size));
    constexpr std::array<std::string_view, 9> empty{"the", "his", "her", "its", "their", "my", "our", "a", "this"};
    const bool skipped = std::find(empty.begin(), empty.end(), word) != empty.end();
    if (!skipped) out += " " + word;
    after.remove_prefix(std::min(size + 1, after.size()));
    if (!skipped) break;
  }
  return out;
}

std::string unit_of(std::string_view text, const Quantity& quantity) {
  if (quantity.unit.empty()) return part_of(text, quantity);
  if (quantity.unit == "percent" || quantity.unit.starts_with("percent of")) return "percentage";
  if (const auto fine = finer(text, quantity); !fine.empty()) return std::string(fine);
  if (const auto known = theirs(quantity.unit); !known.empty()) return std::string(known);
  const std::string_view words = quantity.counted.of(text);
  const bool noun = ascii::lower(words).find(' ') != std::string::npos;
  std::string out = ascii::lower(noun ? phrase(words, quantity.unit) : quantity.unit);
  if (quantity.value.value == 1) out += place_of_superlative(words, text.substr(quantity.counted.end));
  return out;
}

/// "as many as 14" and "eight more": no bound and a bound by the list of words that CQE goes by.
bool is_as_many(std::string_view text, const Quantity& quantity) {
  const std::string span = ascii::lower(quantity.span.of(text));
  return span.starts_with("as many as") || span.starts_with("as much as");
}

std::string change_of(std::string_view text, const Quantity& quantity) {
  if (is_as_many(text, quantity)) return "=";
  if (quantity.bound == Bound::exact && quantity.counted.of(text).starts_with("more ")) return ">";
  switch (quantity.bound) {
    case Bound::about:
      return "~";
    case Bound::at_least:
    case Bound::more_than:
      return ">";
    case Bound::at_most:
    case Bound::less_than:
      return "<";
    case Bound::exact:
      break;
  }
  return quantity.change == Change::none ? "=" : std::string(changes.name(quantity.change));
}

NamedQuantity named(std::string_view text, const Quantity& quantity) {
  const std::string_view words = quantity.counted.of(text);
  NamedQuantity out{quantity.value.value, quantity.value.value, quantity.range, unit_of(text, quantity),
                    change_of(text, quantity)};
  if (quantity.range) out.upper = quantity.upper.value;
  if (!quantity.per.empty())
    out.unit += " per " + (quantity.per == "mmbtu" ? std::string("mega british thermal unit") : quantity.per);
  for (const Scaled& one : scaled) {
    if (!ascii::lower(words).starts_with(one.words)) continue;
    out.unit = one.theirs;
    out.value /= one.factor;
    out.upper /= one.factor;
    break;
  }
  return out;
}

/// "One of four plans" is a share to them and two quantities to us.
bool is_one_of(std::string_view text, const Quantity& one, const Quantity& next) {
  if (one.value.value != 1 || next.range || next.value.value <= 1 || next.number.begin < one.number.end) return false;
  return text.substr(one.number.end, next.number.begin - one.number.end) == " of ";
}

}  // namespace

std::vector<NamedQuantity> as_cqe_names(std::string_view text, const std::vector<Quantity>& quantities) {
  std::vector<NamedQuantity> out;
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    out.push_back(named(text, quantities[i]));
    if (i == 0 || !is_one_of(text, quantities[i - 1], quantities[i])) continue;
    NamedQuantity& share = out[out.size() - 2];
    share.value = share.upper = 1 / quantities[i].value.value;
    share.unit = "% " + out.back().unit;
    out.pop_back();
  }
  return out;
}

}  // namespace avow::learn
