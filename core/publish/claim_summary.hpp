#pragma once

#include <cstddef>
#include <string>

#include "query/names.hpp"
#include "store/filters.hpp"

/// A claim in plain words, for formats that hold text: feeds, calendars, cards.
namespace avow {

/// Whoever said it: the entity's name, else the name as the document has it; may be empty.
std::string speaker_text(const Claim& claim, const Names& names);

/// One line: the speaker and the words, cut at a blank with "…" where they are longer than `bytes`.
std::string claim_headline(const ClaimRow& row, const Names& names, std::size_t bytes = 140);

/// The words, who said them when and where, the target, the verdict with what takes away from it (verdict_text) and the
/// reason, each on a line of its own; what is not known is left out.
std::string claim_summary(const ClaimRow& row, const Names& names);

/// How to cite it: "Pact chief, 2020-03-01, in: The pact speaks. Harbour Post. https://example.org/d".
std::string citation_text(const ClaimRow& row, const Names& names);

}  // namespace avow
