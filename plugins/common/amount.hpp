#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "change.hpp"
#include "tokens.hpp"

namespace avow::detect {

/// What sort of unit an amount is in, by the unit's name as sdk::Quantity gives it.
bool is_money(std::string_view unit);
bool is_mass(std::string_view unit);
bool is_share(std::string_view unit);
bool is_time(std::string_view unit);

/// How far after the verb, in words, a count of things ("200,000 new homes") still is its object.
inline constexpr int object_reach = 5;

/// The amount that the clause is about; nullopt when it gives none. `measured`: it names a measure, whose amount is in
/// a unit or stands by the measure's own name.
std::optional<sdk::Quantity> quantity_in(const sdk::Document& document, const Tokens& tokens, const Clause& clause,
                                         Tense tense, bool measured);

/// Sets the value, its unit and how the measure must stand to it, and labels what says so. target.indicator is set by
/// then. Whether the denial of the clause went into the relation: "never less than 2 percent" is at least 2 percent.
bool set_relation(const sdk::Document& document, const Tokens& tokens, const Clause& clause, Tense tense,
                  sdk::Target& target, std::vector<sdk::Cue>& cues);

}  // namespace avow::detect
