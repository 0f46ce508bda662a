#pragma once

#include <optional>
#include <string_view>

#include "base/digest.hpp"
#include "model/record.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// The record of a kind that an id or a prefix of one names. Error: as Store::resolve(), and not_found when it names a
/// record of another kind (saying which).
Id resolve_as(Store& store, RecordKind kind, std::string_view prefix);

/// The claim that an id names: its own, or that of one of its readings, verdicts or disputes (or of their answers).
/// Errors as resolve_as().
Id resolve_claim(Store& store, std::string_view prefix);

/// A claim with its standing reading and verdict at the clocks; nullopt when it is not there or was retracted then.
std::optional<ClaimRow> claim_row(Store& store, const Id& claim, const Clocks& clocks);

/// An observation with its series, retracted or not. Error (not_found) when it is not there, or was not yet at the
/// clocks: not recorded, or its vintage not published.
ObservationRow observation_row(Store& store, const Id& observation, const Clocks& clocks);

}  // namespace avow
