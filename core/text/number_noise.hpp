#pragma once

#include <cstddef>

#include "text/number_words.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// Whether the numeral at token `i` names something and counts nothing: articles, models, ordinals, times, scores, list
/// markers, references, telephone numbers.
bool names_something(const Tokens& tokens, std::size_t i, const Numeral& numeral);

/// Whether a dash, slash or colon joins the number that ends before token `end` to a further one: "555-1234", "2-1".
bool is_joined_number(const Tokens& tokens, std::size_t end);

/// "Platform 9", "the Model 3": whether the number at `i` stands after a name within a sentence.
bool is_model(const Tokens& tokens, std::size_t i);

/// "the 787 Dreamliner": whether the number at `i`, which ends before `end`, stands before the rest of a name.
bool is_in_name(const Tokens& tokens, std::size_t i, std::size_t end);

}  // namespace avow::text
