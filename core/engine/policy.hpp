#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "model/assessment.hpp"
#include "model/observation.hpp"

namespace avow {

/// What machines may conclude by themselves, as data: which verdicts wait for a person, what an estimate may decide,
/// and how long after the due date figures are waited for. Read from JSON in the form of schema/policy/policy.json.
/// Immutable after construction, so shared by threads.
class Policy {
 public:
  /// A verdict that only a person can make final. What is empty or absent does not narrow.
  struct PersonRule {
    std::string checker;  ///< id of the plugin
    std::vector<Verdict> verdicts;
    std::optional<Status> rests_on;  ///< a figure of this status is among the evidence
    std::string because;             ///< why, for people
  };
  struct Wait {
    std::string indicator;  ///< code; empty: every other
    int months = 0;
  };

  /// The one that is built in.
  static const Policy& shipped();
  /// Error (bad_input) naming `where` and what is wrong.
  static Policy parse(std::string_view json, std::string_view where);

  /// The rule that leaves such a verdict to a person; null when a machine may conclude it. `rests_on` are the statuses
  /// of the figures among its evidence.
  const PersonRule* needs_person(std::string_view checker, Verdict verdict, const std::vector<Status>& rests_on) const;

  /// Of the text it was read from: tells it from any other policy.
  const Digest& digest() const noexcept { return digest_; }
  /// The last day on which figures for something due then are still waited for; an open end stays open.
  Day waited_until(std::string_view indicator, Day due) const;

 private:
  Digest digest_;
  std::vector<PersonRule> person_rules_;
  std::vector<Wait> waits_;  ///< the one without an indicator last
};

}  // namespace avow
