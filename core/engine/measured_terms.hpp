#pragma once

#include <string>
#include <string_view>

#include "engine/vocabulary.hpp"
#include "model/target.hpp"

/// Puts what a statement says into the terms that the indicator is published in.
namespace avow {

/// What a unit measures: amounts of one sort may be compared once their scales are known, those of two never.
enum class UnitSort { share, money, mass, time, count };
UnitSort sort_of_unit(std::string_view unit);

/// Whether what is counted may be what the indicator counts, whose measure was named: "5 children a woman", "48 million
/// inhabitants", but no islands where people are counted.
bool may_count(const Indicator& indicator, std::string_view unit);

/// "emits 9 tonnes per person", "each citizen emits", "per capita water resources": the measure per head, where there
/// is one and the words of `said` around the measure and its amount say so.
std::string measure_per_head(const Lexicon& lexicon, const std::string& measure, std::string_view said);

/// "adjusted for purchasing power", "in PPP terms": the measure at purchasing power parity, where there is one.
std::string measure_at_parity(const Lexicon& lexicon, const std::string& measure, std::string_view said);

/// The measure that a statement about `measure` is about: "GDP grew by 3 percent", without what it is counted from,
/// tells of economic growth.
std::string stated_measure(const std::string& measure, const Target& target);

/// Of an indicator that is a rate of change, what it rose by is the rate: "the economy shrank by 2 percent" is a growth
/// of -2. Of a balance, a deficit is negative. A count of things ("children", "inhabitants") takes the indicator's own
/// name for them. `words` are those that name the measure.
void put_in_terms_of(const Indicator& indicator, std::string_view words, Target& target);

}  // namespace avow
