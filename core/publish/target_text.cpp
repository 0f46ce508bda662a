#include "publish/target_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace avow {
namespace {

/// "1,234,567.80" from "1234567.80".
std::string grouped(std::string digits) {
  const std::size_t point = digits.find('.');
  const std::size_t first = !digits.empty() && digits.front() == '-' ? 1 : 0;
  for (std::size_t at = point == std::string::npos ? digits.size() : point; at > first + 3;)
    digits.insert(at -= 3, 1, ',');
  return digits;
}

/// Decimal places that a step distinguishes: 0.01 gives 2.
int places(double step) {
  if (step <= 0 || step >= 1) return 0;
  return std::min(9, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

std::string scaled(const Decimal& amount, double unit, std::string_view word) {
  const Decimal small{amount.value / unit, amount.step / unit};
  const std::string digits =
      small.step > 0 ? fmt::format("{:.{}f}", small.value, places(small.step)) : fmt::format("{:.10g}", small.value);
  return grouped(digits) + std::string(word);
}

std::string quoted(const std::string& said) {
  return said.empty() ? said : "\"" + said + "\"";
}

std::string subject_text(const Target& target, const Names& names) {
  const std::string name = target.subject.empty() ? quoted(target.subject_text) : names.entity_name(target.subject);
  if (name.empty()) return name;
  if (target.scope == Scope::each) return "each member of " + name;
  if (target.scope == Scope::total) return name + " as a whole";
  return name;
}

std::string measure_text(const Target& target, const Names& names) {
  if (target.indicator.empty()) return quoted(target.indicator_text);
  const Indicator* indicator = names.indicator(target.indicator);
  return indicator ? indicator->measure : target.indicator;
}

constexpr std::array<std::pair<Hedge, std::string_view>, 4> hedge_words = {
    {{Hedge::about, "about "}, {Hedge::nearly, "nearly "}, {Hedge::over, "over "}, {Hedge::under, "under "}}};

/// "of about 5 percent"; "at least" and "at most" need no "over" and "under" beside them.
std::string_view hedge_word(const Target& target) {
  if (target.relation == Relation::at_least || target.relation == Relation::at_most) return {};
  for (const auto& [hedge, word] : hedge_words)
    if (hedge == target.hedge) return word;
  return {};
}

std::string with_unit(const Target& target, const std::optional<Decimal>& amount) {
  if (!amount) return {};
  return std::string(hedge_word(target)) + amount_text(*amount) +
         (target.unit.empty() || target.unit == "count" ? "" : " " + target.unit);
}

struct Phrase {
  Relation relation;
  std::string_view words;  ///< "{}" stands for the amount
};
constexpr Phrase phrases[] = {{Relation::none, "{}"},
                              {Relation::at_least, "at least {}"},
                              {Relation::at_most, "at most {}"},
                              {Relation::equal, "of {}"},
                              {Relation::rise, "rises"},
                              {Relation::fall, "falls"},
                              {Relation::rise_by, "rises by {}"},
                              {Relation::fall_by, "falls by {}"},
                              {Relation::rise_to, "rises to {}"},
                              {Relation::fall_to, "falls to {}"},
                              {Relation::record_high, "at a record high"},
                              {Relation::record_low, "at a record low"}};

std::string relation_text(const Target& target) {
  const std::string amount = with_unit(target, target.value);
  if (target.relation == Relation::between) {
    const std::string first = target.value ? amount_text(*target.value) : "?";
    const std::string second = target.upper ? with_unit(target, target.upper) : "?";
    return "between " + first + " and " + second;
  }
  for (const auto& [relation, words] : phrases)
    if (relation == target.relation) return fmt::format(fmt::runtime(words), amount.empty() ? "?" : amount);
  return {};
}

std::string due_text(const Target& target, Kind kind) {
  if (!target.due.known()) return {};
  const std::string_view before = is_statement(kind) ? (target.due.is_day() ? "on " : "in ") : "by ";
  return std::string(before) + target.due.text();
}

bool says_relation(const Target& target) {
  return target.relation != Relation::none || target.value.has_value();
}

void add_word(std::string& text, const std::string& word) {
  if (!word.empty()) text += (text.empty() ? "" : " ") + word;
}

}  // namespace

std::string amount_text(const Decimal& amount) {
  static constexpr std::pair<double, std::string_view> words[] = {
      {1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
  const double size = std::abs(amount.value);
  if (size >= 1e15) return to_string(amount.value);
  for (const auto& [unit, word] : words)
    if (size >= unit && (amount.step == 0 || amount.step >= unit / 1e4)) return scaled(amount, unit, word);
  return scaled(amount, 1, "");
}

std::string target_text(const Target& target, Kind kind, const Names& names) {
  std::string what = measure_text(target, names);
  if (says_relation(target)) add_word(what, relation_text(target));
  if (target.baseline.known()) add_word(what, "from " + target.baseline.text());
  add_word(what, due_text(target, kind));
  if (!target.condition.empty()) add_word(what, "(" + target.condition + ")");
  const std::string who = subject_text(target, names);
  if (who.empty() || what.empty()) return who + what;
  return who + ": " + what;
}

}  // namespace avow
