#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace avow::text {

/// Where two wordings differ: the longest common subsequence of their words is left out.
struct ChangedWords {
  std::vector<Span> before;  ///< stretches of the earlier text that the later one does not have, in order
  std::vector<Span> after;   ///< and the other way round
};

/// Words are parted by ASCII blanks and compared without regard to ASCII case and to punctuation around them. Looks at
/// the first 400 words of each; what is beyond counts as changed. Time is the product of both lengths.
ChangedWords changed_words(std::string_view before, std::string_view after);

}  // namespace avow::text
