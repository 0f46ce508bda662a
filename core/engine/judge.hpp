#pragma once

#include "engine/check_host.hpp"
#include "engine/policy.hpp"
#include "model/assessment.hpp"
#include "plugin/plugin.hpp"

namespace avow {

/// What a checker is asked about the standing reading of a claim. The lexicon names its subject.
CheckRequest check_request(const ClaimRow& row, const Lexicon& lexicon, Day today);

/// Runs the checker and makes an Assessment of its answer, proposed only where the policy leaves such a verdict to a
/// person. Error (plugin) when it fails, or names evidence that it was not given for this claim.
Assessment judge(Plugin& checker, const CheckRequest& request, StoreCheckHost& host, const Policy& policy);

/// The rule that leaves a verdict that was just reached with this host to a person; null when there is none.
const Policy::PersonRule* rule_for(const Assessment& assessment, const StoreCheckHost& host, const Policy& policy);

}  // namespace avow
