#pragma once

#include <string>
#include <vector>

#include "model/json.hpp"
#include "query/names.hpp"
#include "query/outcome_diff.hpp"

/// The rows of `outcomes diff`: of figures and of verdicts, with the same fields (schema/json/revision.schema.json).
namespace avow {

/// A figure: change (RevisionKind), indicator, entity, entity_name, period, before, after (decimal texts), difference
/// (number), unit, status_before, status_after, published_before, published_after, source, observation_before,
/// observation_after; the fields of verdicts null.
Json revision_json(const Revision& revision, const Names& names);

/// A member whose figure meets the target by one publication only.
struct SideJson {
  std::string entity;
  Observation before, after;
  bool meets_it = false;
};

/// A verdict: change "verdict", indicator, entity, entity_name and period of the target, before and after (verdicts),
/// claim, quote, reading, provisional_before, provisional_after, reason_before, reason_after, no_longer_meet and
/// now_meet (names of members), changed_sides [{entity, entity_name, period, before, after, meets_it}]; the fields of
/// figures null.
Json verdict_change_json(const ClaimRow& claim, const Assessment& before, const Assessment& after,
                         const std::vector<SideJson>& changed_sides, const Names& names);

}  // namespace avow
