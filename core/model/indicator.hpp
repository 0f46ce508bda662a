#pragma once

#include <string>
#include <vector>

#include "base/digest.hpp"

namespace avow {

/// Something measured, with a unit, by one definition of one publisher. NATO's and SIPRI's defence expenditure are two
/// indicators of one `measure`. Replaced by a newer version of the same code, never changed.
struct Indicator {
  std::string code;        ///< the publisher's own where it has one: "MS.MIL.XPND.GD.ZS", else "nato:defence-share-gdp"
  std::string name;        ///< "Defence expenditure as a share of GDP (NATO definition)"
  std::string measure;     ///< what is measured, whatever the unit and definition: "defence expenditure"
  std::string unit;        ///< canonical unit: "percent of GDP", "percent", "USD", "t CO2", "count"
  std::string publisher;   ///< "NATO"
  std::string definition;  ///< in words, with the source
  int rank = 0;  ///< among indicators of the same measure; the lowest that fits is meant when nothing else is said
  std::vector<std::string> phrases;  ///< how texts name the measure: "defence spending", "on defence"
  bool operator==(const Indicator&) const = default;
};

Id id_of(const Indicator& indicator);

}  // namespace avow
