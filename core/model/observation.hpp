#pragma once

#include <string>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/digest.hpp"
#include "base/enum_names.hpp"

namespace avow {

enum class Status { actual, estimate, forecast };
inline constexpr auto statuses =
    enum_names<Status>({{Status::actual, "actual"}, {Status::estimate, "estimate"}, {Status::forecast, "forecast"}});

/// One indicator as one source publishes it, over all its vintages.
struct Series {
  std::string indicator;  ///< code
  std::string source;     ///< "NATO, Defence Expenditure of NATO Countries"
  std::string url;
  std::string licence;
  bool operator==(const Series&) const = default;
};

Id id_of(const Series& series);

/// An indicator's value for an entity and a period, as one publication gave it. The day it was published is its
/// vintage.
struct Observation {
  Id series;
  std::string entity;  ///< code
  Date period;         ///< a year, quarter or month
  std::string value;   ///< decimal text just as published (parse_decimal reads it); empty when published as missing
  std::string unit;
  Status status = Status::actual;
  Day published{};  ///< the vintage
  std::string note;
};

Id id_of(const Observation& observation);

}  // namespace avow
