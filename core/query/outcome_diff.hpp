#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// One side of a comparison of publications: those out by a day, those of a source, or both.
struct VintageSide {
  std::string source;  ///< part of the source's name, whatever the case, or of a series' hex id; empty: every source
  std::optional<Day> day;  ///< published by then; absent: all

  /// Whether the publication that a figure comes from belongs to the side.
  bool admits(const ObservationRow& row) const;
};

/// "2024-06-17", a day; "NATO", a source or the first digits of a series' id; "NATO@2024-06-17", both. Error (usage)
/// for what is empty or has no day behind the "@".
VintageSide parse_vintage_side(std::string_view word);

enum class RevisionKind { revised, status, added, dropped };
inline constexpr auto revision_kinds = enum_names<RevisionKind>({{RevisionKind::revised, "revised"},
                                                                 {RevisionKind::status, "status"},
                                                                 {RevisionKind::added, "added"},
                                                                 {RevisionKind::dropped, "dropped"}});

/// What became of one figure between two publications.
struct Revision {
  RevisionKind kind = RevisionKind::revised;  ///< status: the value stayed, an estimate became actual or the like
  std::optional<ObservationRow> before, after;
  /// Whichever there is, the later of two.
  const ObservationRow& figure() const { return after ? *after : *before; }
};

/// Which figures to compare; the limit and newest_only of the filter play no part.
struct RevisionQuery {
  ObservationFilter filter;
  VintageSide before, after;
};

/// Compares publications, in the order of indicator, entity, period. Of a series each side takes the newest vintage
/// that it admits; a series with the same vintage on both sides has not changed. Where neither side names a source,
/// figures are compared within their series, else by indicator, entity and period, the newest of each side. `visit`
/// returns false to stop. Holds the figures of one indicator at a time.
void outcome_diff(Store& store, const RevisionQuery& query, const std::function<bool(const Revision&)>& visit);

}  // namespace avow
