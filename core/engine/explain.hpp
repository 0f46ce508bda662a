#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/policy.hpp"
#include "engine/vocabulary.hpp"
#include "plugin/plugin.hpp"
#include "store/store.hpp"

namespace avow {

/// Whether one checker takes a claim.
struct CheckerAnswer {
  std::string checker;  ///< id of the plugin
  bool takes = false;
  std::string failure;  ///< why it could not even be asked; empty when it could
};

/// How a claim is, or would be, judged, and why; nothing of it is stored.
struct CheckExplanation {
  ClaimRow row;
  std::vector<std::string> missing;      ///< parts that figures would need (missing_parts)
  std::vector<CheckerAnswer> checkers;   ///< in the order they are asked; the first that takes it judges
  std::optional<Assessment> assessment;  ///< what is concluded now; nullopt when nobody judges or the checker failed
  std::string failure;                   ///< of the checker
  std::string left_to_person;            ///< policy's reason why the verdict is only proposed; empty: it is not
  std::optional<Day> judged;             ///< the day it was last judged as if it were, by a run that stored it
  std::optional<std::string> news;       ///< why `check` would judge it now; nullopt: it would pass it over
  std::optional<Day> falls_due;          ///< last day of the due date of a promise
  std::optional<Day> waited_until;       ///< how long after that figures are waited for
};

/// Error (not_found) when no such claim with a reading stands at the clocks; clocks.today must be set.
CheckExplanation explain_check(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
                               const Policy& policy, const Id& claim, const Clocks& clocks);

}  // namespace avow
