#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/enum_names.hpp"

namespace avow {

/// How the indicator must stand to the value.
enum class Relation {
  none,      ///< nothing measurable was said
  at_least,  ///< value or more
  at_most,   ///< value or less
  equal,     ///< the value, to the precision said
  between,   ///< from value to upper, both inclusive
  rise,      ///< higher than the baseline; by or to nothing said
  fall,      ///< lower than the baseline
  rise_by,   ///< higher than the baseline by value (of the baseline when the unit is "percent", else in its unit)
  fall_by,
  rise_to,  ///< from below up to value: at least value in the end
  fall_to,
  record_high,  ///< the highest there ever was up to then
  record_low,
};
inline constexpr auto relations = enum_names<Relation>({{Relation::none, ""},
                                                        {Relation::at_least, "at_least"},
                                                        {Relation::at_most, "at_most"},
                                                        {Relation::equal, "equal"},
                                                        {Relation::between, "between"},
                                                        {Relation::rise, "rise"},
                                                        {Relation::fall, "fall"},
                                                        {Relation::rise_by, "rise_by"},
                                                        {Relation::fall_by, "fall_by"},
                                                        {Relation::rise_to, "rise_to"},
                                                        {Relation::fall_to, "fall_to"},
                                                        {Relation::record_high, "record_high"},
                                                        {Relation::record_low, "record_low"}});

/// What words made of an amount: how far from it the value may lie and still be as said. "At least" and "at most" are
/// relations and no hedges.
enum class Hedge {
  none,
  about,   ///< "about", "around", "some", "or so"
  nearly,  ///< "nearly", "almost", "just under": below, but close
  over,    ///< "more than", "over"
  under,   ///< "less than", "under"
};
inline constexpr auto hedges = enum_names<Hedge>({{Hedge::none, ""},
                                                  {Hedge::about, "about"},
                                                  {Hedge::nearly, "nearly"},
                                                  {Hedge::over, "over"},
                                                  {Hedge::under, "under"}});

/// Of a group: each member for itself, or the group as a whole.
enum class Scope { none, each, total };
inline constexpr auto scopes = enum_names<Scope>({{Scope::none, ""}, {Scope::each, "each"}, {Scope::total, "total"}});

/// What would make a reading true, as data. Empty and unknown fields are what was not said.
struct Target {
  std::string subject_text;    ///< as said: "Allies", "we"
  std::string subject;         ///< code of the entity, empty when not resolved
  std::string indicator_text;  ///< as said: "defence spending"
  std::string indicator;       ///< code of the indicator, empty when not resolved
  Relation relation = Relation::none;
  std::optional<Decimal> value;
  std::optional<Decimal> upper;  ///< of `between`
  std::string unit;              ///< as Indicator::unit
  Date baseline;                 ///< period that a change is counted from; unknown: the last before it was said
  Date due;                      ///< by the end of when; for statements, the period spoken of
  Scope scope = Scope::none;
  std::string condition;  ///< "if elected"
  Hedge hedge = Hedge::none;
  bool operator==(const Target&) const = default;
};

/// What a checker would need and does not have, in this order: "subject", "measure", "amount", "date".
/// Empty means testable. rise, fall and records need no amount; statements need no date.
std::vector<std::string> missing_parts(const Target& target, bool is_statement);

}  // namespace avow
