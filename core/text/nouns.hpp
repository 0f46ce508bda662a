#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/tokens.hpp"

namespace avow::text {

/// The words after a number that say what it counts: "different bosses", "member states".
struct CountedNoun {
  std::size_t begin = 0;
  std::size_t end = 0;   ///< one past the noun; `begin` when nothing counted follows
  std::string singular;  ///< of its head, lower-case: "boss", "state"
};

/// The noun that a number before token `i` counts: the first plural with only describing words before it. After "one"
/// it is the last of the words before the phrase ends. `joined` says that a hyphen binds it to the number ("a 12-page
/// report"): then it is the next word, whatever its form.
CountedNoun counted_noun(const Tokens& tokens, std::size_t i, bool one, bool joined);

/// Whether a word has the form of a plural, regular or not.
bool is_plural(std::string_view word);

/// "countries" to "country", "women" to "woman"; lower-case. What is no plural stays as it is.
std::string singular(std::string_view word);

}  // namespace avow::text
