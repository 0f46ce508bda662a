#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "model/claim.hpp"
#include "model/link.hpp"
#include "model/reading.hpp"

namespace avow {

/// Which way a promise points.
enum class Direction { none, up, down, level };
inline constexpr auto directions = enum_names<Direction>(
    {{Direction::none, ""}, {Direction::up, "up"}, {Direction::down, "down"}, {Direction::level, "level"}});

/// Up for what is to rise or to stay above, down for what is to fall or to stay below, level for what is to be of an
/// amount; none where nothing measurable was said. Turned around by a negation: "will not raise" points down.
Direction direction_of(const Reading& reading) noexcept;

/// One utterance of a promise as versions compare it.
struct Utterance {
  std::string speaker;  ///< code or name of who said it
  std::string quote;
  Reading reading;
};

/// One field of two utterances that differs, in the words of the vocabularies and of what was said.
struct Difference {
  std::string field;  ///< "value", "due", "strength", "scope", "subject", "condition", "baseline", "relation",
                      ///< "direction" or "words"
  std::string before;
  std::string after;
  std::optional<LinkKind> shift;  ///< what it makes of the promise; nothing where it makes it neither more nor less
};

/// How a later utterance stands to earlier ones: all that holds, in the order of LinkKind. Only `repeats` where nothing
/// moved.
struct Version {
  std::vector<LinkKind> shifts;
  std::vector<Difference> differences;
};

/// Whether a part (code) belongs to a larger whole.
using PartOf = std::function<bool(const std::string& part, const std::string& whole)>;

/// What was said before, field by field: an utterance that leaves a field out ("we will spend more") does not take back
/// what an earlier one said of it ("2 percent by 2024").
struct Standing {
  Utterance said;  ///< with each field as it was said last; `quote` and `speaker` of the last utterance
  void take(const Utterance& next);
};

/// Compares a later utterance with what stood before. Rules, each by its field:
///   value      further in its direction strengthens, less far weakens; only in one unit and of one form (a level or a
///              change); the first amount after none strengthens
///   due        earlier brings forward, later moves later
///   strength   "aim to" to "will" strengthens, the other way weakens
///   scope      from the whole to each member strengthens, the other way narrows
///   subject    from a part to the whole strengthens, from the whole to a part of it narrows; where neither is known by
///              code, by their words: "primary schools" are a part of "all schools"
///   condition  a new one weakens, one left out by who binds himself as before strengthens
///   direction  against what stood: contradicts when the same speaker says it, and withdraws when it denies it
///   words      "no longer", "scrapped the plan" withdraw
Version compare(const Standing& before, const Utterance& later, const PartOf& part_of);

/// Whether two readings about the same measure of the same subject cannot both be meant: one wants up and the other
/// down, or their amounts exclude each other. Symmetric.
bool contradicts(const Reading& first, const Reading& second) noexcept;

/// Whether a thing named in words is a part of another: the same noun at the end, and what stands before it says more.
/// Words that only point ("all", "our") say nothing; after words that take away ("former", "non") it is no part. English
/// only, and "schools in the north" is told from "schools" by nothing.
bool names_part(std::string_view part, std::string_view whole);

/// Whether the words take a promise back: "will no longer", "have abandoned the target". English only.
bool says_withdrawal(std::string_view quote);

}  // namespace avow
