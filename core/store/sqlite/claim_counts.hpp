#pragma once

#include <optional>
#include <string>

#include "store/claim_count.hpp"
#include "store/filters.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/sqlite_store.hpp"

/// Counts of claims, in four ways that give the same. SqliteStore::count_claims takes the first that can answer.
namespace avow::sqlite {

/// Whether the filter asks for all claims, but for what kept and logged counts tell apart.
bool is_unrestricted(const ClaimFilter& filter);

/// Of all claims as they are now, from what the writer keeps; nullopt for a question that it does not answer.
std::optional<ClaimCounts> kept_counts(Connection& connection, const ClaimFilter& filter, CountBy by,
                                       const Bounds& bounds);
/// Of all claims as they were at the clocks, from the log of what stood when; nullopt when that leaves out a verdict,
/// copy or document of a day to come, so that the records must be asked.
std::optional<ClaimCounts> logged_counts(Connection& connection, const ClaimFilter& filter, CountBy by,
                                         const Bounds& bounds);
/// Of the claims that match, row by row of what is derived.
ClaimCounts derived_counts(Connection& connection, const ClaimFilter& filter, CountBy by, const Bounds& bounds);
/// Of the claims that match, claim by claim from the records.
ClaimCounts recorded_counts(Store& store, ClaimFilter filter, CountBy by);

/// Who was in which party when, by the newest version of each person at the clocks, as a table `party` with `code`,
/// `group_code`, `since` and `until` for the query that follows.
std::string with_parties();

}  // namespace avow::sqlite
