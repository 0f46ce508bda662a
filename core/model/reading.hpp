#pragma once

#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/enum_names.hpp"
#include "base/span.hpp"
#include "model/maker.hpp"
#include "model/target.hpp"

namespace avow {

enum class Kind { pledge, forecast, statistic, fact, stance };
inline constexpr auto kinds = enum_names<Kind>({{Kind::pledge, "pledge"},
                                                {Kind::forecast, "forecast"},
                                                {Kind::statistic, "statistic"},
                                                {Kind::fact, "fact"},
                                                {Kind::stance, "stance"}});
/// A pledge or forecast looks ahead and can fall due; a statistic or fact is judged as it stands.
constexpr bool is_promise(Kind kind) noexcept {
  return kind == Kind::pledge || kind == Kind::forecast;
}
constexpr bool is_statement(Kind kind) noexcept {
  return kind == Kind::statistic || kind == Kind::fact;
}

/// How strongly the speaker is bound: "will" > "aim to" > "hope to".
enum class Strength { none, hope, aim, commit };
inline constexpr auto strengths = enum_names<Strength>(
    {{Strength::none, ""}, {Strength::hope, "hope"}, {Strength::aim, "aim"}, {Strength::commit, "commit"}});

/// A stretch of the document that led to the reading, and what it showed.
struct Cue {
  Span span;
  std::string label;  ///< "modal will", "negation", "due date"
  bool operator==(const Cue&) const = default;
};

/// How an analyzer or a person understood a claim.
struct Reading {
  Id claim;
  Kind kind = Kind::fact;
  std::string topic;
  Target target;
  Strength strength = Strength::none;
  bool negated = false;  ///< "never promised", "will not": kept and searchable, not an open pledge to do it
  double score = 0;      ///< 0 to 1
  std::vector<Cue> cues;
  Maker maker;
  std::string reason = {};  ///< why, of a person's; empty for an analyzer's
  Id corrects = {};         ///< of a person's: the reading that stood before it; empty when none did
};

Id id_of(const Reading& reading);

}  // namespace avow
