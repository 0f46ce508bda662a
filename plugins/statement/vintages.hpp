#pragma once

#include <optional>

#include "held.hpp"

/// Which vintages a statement is held against: what could be known on the day it was said, and what is known now.
namespace avow::statement {

/// How the vintage was found that decides.
enum class Known {
  then,       ///< out by the day it was said
  afterwards  ///< none was: the first that came out after it
};

/// One entity's figures by two vintages, and the point of each that the statement speaks of. Pointers lie in the Points
/// beside them, so it is moved, never copied.
struct Sight {
  Sight() = default;
  Sight(Sight&&) noexcept = default;
  Sight& operator=(Sight&&) noexcept = default;

  Points then;    ///< what decides
  Points newest;  ///< what is known on the day judged by
  Known known = Known::then;
  const Point* stated = nullptr;  ///< of `then`; null: no figure for the period in any vintage
  const Point* now = nullptr;     ///< of `newest`, for the period of `stated`
};

/// The day whose members count: the end of the period spoken of, else the day it was said.
inline DayNumber day_of_members(const Dates& dates) {
  return dates.due ? dates.end() : dates.said;
}

/// The figures of one entity and the point that the statement speaks of: of the period named; else of the newest period
/// whose figure was out on the day; where none was out, or the day is not known, of the period under way and the two
/// that ended last before it, the one that the statement fits best.
Sight sight_of(Host& host, const Claim& claim, std::string_view entity, const Dates& dates);

}  // namespace avow::statement
