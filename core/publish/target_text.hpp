#pragma once

#include <string>

#include "base/decimal.hpp"
#include "model/reading.hpp"
#include "model/target.hpp"
#include "query/names.hpp"

namespace avow {

/// A target in plain words: "each member of NATO: defence expenditure at least 2 percent of GDP by 2024". What was not
/// said is left out; what could not be resolved is given as said, in quotation marks. Dates of statements read "in
/// 2024". Empty when the target is.
std::string target_text(const Target& target, Kind kind, const Names& names);

/// A number as precise as it was said: "2", "2.0", "1.5 billion", "12,500".
std::string amount_text(const Decimal& amount);

}  // namespace avow
