#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "model/link.hpp"
#include "model/version.hpp"
#include "store/store.hpp"
#include "store/threads.hpp"

namespace avow {

/// What linking must know of a promise, as commitments work it out.
struct LinkRules {
  /// Whose promise it is; empty when nothing tells, and then it is linked to none.
  std::function<std::string(const PromiseRow&)> side;
  PartOf part_of;
};

struct LinkTotals {
  std::size_t promises = 0;  ///< without a key, that were compared
  std::size_t alike = 0;     ///< pairs that are alike and hold their promises together
  std::size_t added = 0;     ///< links that are new
};

/// When two promises are taken for the same, judged by eye
/// (docs/decisions/0020-matching-and-links.md): from `alike_from` when so many telling words are in both, else from
/// `surely_alike_from`: four words of five are the same by chance in "make America great again" and "safe again".
inline constexpr double alike_from = 0.4;
inline constexpr std::size_t enough_in_common = 5;
inline constexpr double surely_alike_from = 0.75;

/// How much two wordings have in common; its score, 0 to 1, is the share of the telling words (stems; numbers count
/// three times, names twice, words of fewer than four letters not at all), of both together, that are in both.
/// Symmetric, and of these two alone: it does not change with what else a store holds.
struct WordingLikeness {
  double score = 0;
  std::size_t in_common = 0;  ///< telling words
  bool is_alike() const noexcept;
};
WordingLikeness wording_likeness(std::string_view first, std::string_view second);

/// Suggests links between promises of one side in different documents that no exact key puts anywhere and whose words
/// are alike: each a record with its score, from the later to the earlier. Those that a link joins already, suggested
/// or confirmed, or that a person parted by retracting one, are left alone, so a second run adds nothing. Which
/// promises end up joined depends on what the store holds, not on the order in which it came. One transaction for each
/// thousand links. `stop` ends it with Error (interrupted) after what was written.
LinkTotals link_promises(Store& store, const LinkRules& rules, const Clocks& clocks, const std::string& actor,
                         const std::function<bool()>& stop);

/// A person's word that one claim stands so to another.
struct LinkWord {
  Id first;
  Id second;
  LinkKind kind = LinkKind::repeats;
  std::string because;  ///< never empty
  std::string person;   ///< never empty
};

/// Records it as a confirmed link from the claim said later to the other (of one day, as they were named). Error: usage
/// (no reason, no person, one claim twice), not_found.
Link link_claims(Store& store, const LinkWord& word, Instant now);

}  // namespace avow
