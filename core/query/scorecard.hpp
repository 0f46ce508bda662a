#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/scale.hpp"
#include "query/commitment_score.hpp"
#include "store/claim_count.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// So many of so many, with the interval that a sample of this size leaves open.
struct Rate {
  std::uint64_t part = 0;
  std::uint64_t n = 0;
  /// 95 % score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
  /// of the American Statistical Association 22 (1927), 209-212. With p = part / n and z = 1.96:
  ///   (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
  double low = 0, high = 1;
  double value() const noexcept { return n == 0 ? 0 : static_cast<double>(part) / static_cast<double>(n); }
};
Rate rate(std::uint64_t part, std::uint64_t n) noexcept;

/// How claims are weighed: none; or by how strongly the speaker was bound, where a hope counts 1, an aim 2, a
/// commitment 3 and words that do not say 2.
enum class Weight { none, strength };
inline constexpr auto weights = enum_names<Weight>({{Weight::none, ""}, {Weight::strength, "strength"}});

/// The claims of one group, each in exactly one of: judged for good, provisional, proposed, open, undecidable,
/// unjudged, not testable, stance, unread.
struct Score {
  std::string group;  ///< as ClaimCount::group; of kind: the word
  std::uint64_t n = 0;
  std::map<Verdict, std::uint64_t> final_verdicts;        ///< for promises and for statements
  std::map<Verdict, std::uint64_t> open_verdicts;         ///< may change yet: not_due, on_track, ...
  std::map<Verdict, std::uint64_t> provisional_verdicts;  ///< rest on estimates
  std::map<Verdict, std::uint64_t> proposed_verdicts;     ///< of a machine, until a person confirms them
  std::uint64_t undecidable = 0;
  std::uint64_t unjudged = 0;                         ///< testable, but no verdict yet
  std::map<std::string, std::uint64_t> not_testable;  ///< without a verdict, by the parts that are missing
  std::uint64_t stances = 0;                          ///< never checked
  std::uint64_t unread = 0;                           ///< no reading stands
  Rate kept;                                          ///< of promises judged for good
  Rate supported;                                     ///< of statements judged for good
  /// Where commitments were counted: what holds them together. `n` and all other numbers are then of commitments.
  std::optional<CommitmentTally> commitments;
  /// Weighed shares of the same; absent when no weight was asked for or there is nothing to weigh.
  std::optional<double> weighed_kept, weighed_supported;
};

struct ScorecardQuestion {
  ClaimFilter filter;  ///< order, limit and `after` play no part
  enum class By { nothing, speaker, party, topic, year, kind } by = By::nothing;
  Weight weight = Weight::none;
  /// Count each commitment once (count_commitments()), as these are made; null: each claim. Must outlive the call.
  Commitments* commitments = nullptr;
  /// Only these claims of the filter, row by row; not together with `commitments`.
  std::optional<std::set<Id>> among = {};
};
inline constexpr auto scorecard_groups = enum_names<ScorecardQuestion::By>({{ScorecardQuestion::By::nothing, ""},
                                                                            {ScorecardQuestion::By::speaker, "speaker"},
                                                                            {ScorecardQuestion::By::party, "party"},
                                                                            {ScorecardQuestion::By::topic, "topic"},
                                                                            {ScorecardQuestion::By::year, "year"},
                                                                            {ScorecardQuestion::By::kind, "kind"}});

/// One score a group, those with most claims first, then by name.
std::vector<Score> scorecard(Store& store, const ScorecardQuestion& question);

/// The scale that a code, or the beginning of one that only one scale has, names. Error: not_found, ambiguous.
Scale find_scale(Store& store, const std::string& code, const Clocks& clocks);
/// What a scale calls a verdict; nullopt when it has no word for it.
std::optional<std::string> label_of(Verdict verdict, const Scale& scale);
/// Counts under the names of a scale; verdicts that it has no word for by our own.
std::map<std::string, std::uint64_t> by_label(const std::map<Verdict, std::uint64_t>& counts, const Scale& scale);

}  // namespace avow
