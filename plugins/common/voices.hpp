#pragma once

#include <optional>
#include <string_view>

#include "avow/sdk.hpp"
#include "tokens.hpp"

namespace avow::detect {

/// Whose words a place of the document is.
struct Speaker {
  std::optional<sdk::Voice> voice;  ///< nullopt: the document's own
  sdk::Span stretch;                ///< the part of the sentence that is in this voice
};

/// The innermost voice at `offset`, which lies in `sentence`.
Speaker speaker_at(const sdk::Document& document, const sdk::Sentence& sentence, std::size_t offset);

/// Whether the words tokens[first..last] name a group that the speaker, or whoever publishes the document, speaks for:
/// they share a name with what is said of the speaker, or both name the same entity.
bool is_own_group(const sdk::Document& document, const Speaker& speaker, const Tokens& tokens, int first, int last);

}  // namespace avow::detect
