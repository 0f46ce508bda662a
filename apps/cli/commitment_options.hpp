#pragma once

#include <string>

#include "base/enum_names.hpp"
#include "model/link.hpp"
#include "query/commitments.hpp"

namespace avow::cli {

/// How --shift names what was done to a promise.
inline constexpr auto shift_words = enum_names<LinkKind>({{LinkKind::moves_later, "later"},
                                                          {LinkKind::brings_forward, "earlier"},
                                                          {LinkKind::weakens, "weaker"},
                                                          {LinkKind::strengthens, "stronger"},
                                                          {LinkKind::narrows, "narrower"},
                                                          {LinkKind::withdraws, "withdrawn"},
                                                          {LinkKind::contradicts, "contradicted"}});
inline constexpr const char* shift_help =
    "Moved so: later, earlier, weaker, stronger, narrower, withdrawn or contradicted";
inline constexpr const char* links_help = "confirmed (by exact rule or a person; as if not said) or suggested too";

/// Error (usage) for a word that is none.
LinkUse parse_links(const std::string& word);

/// The code of whoever a user means, or the word itself where nobody is known by it.
std::string code_or_word(const Names& names, const std::string& said);
/// Whether the speaker (a code, or a name as the document has it) made the promise.
bool is_by(const PromiseRow& promise, const std::string& speaker);

}  // namespace avow::cli
