#pragma once

#include "tokens.hpp"

namespace avow::detect {

/// Whether one of the words tokens[first..last] is part of an idiom that says something else.
bool covered_by_idiom(const Tokens& tokens, int first, int last);

/// Whether one of the `reach` words before `at` denies what comes, with none but adverbs and auxiliaries between:
/// "never promised", "by no means opposed", "did not promise".
bool denied_before(const Tokens& tokens, int at, int reach);

}  // namespace avow::detect
