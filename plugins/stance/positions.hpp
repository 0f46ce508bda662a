#pragma once

#include <vector>

#include "subject.hpp"
#include "tokens.hpp"

namespace avow::stance {

/// How a position is taken.
enum class Sort {
  favour,     ///< "we oppose the sale"
  judgement,  ///< "it is wrong that nurses wait"
  duty,       ///< "the law should be changed"
};

/// What a sentence needs to take one.
inline constexpr detect::Words position_words =
    detect::any_of(detect::Word::favour, detect::Word::judgement, detect::Word::duty);

/// Words that take a position, as positions of words.
struct Position {
  Sort sort = Sort::favour;
  int anchor = 0;       ///< first word of what takes it
  int anchor_last = 0;  ///< its last word
  int verb = 0;         ///< first word of what it is about
  bool negated = false;
  detect::Subject subject{};
};

/// The positions that a sentence takes, by its words alone, without knowing who speaks. Appends to `found` in order.
/// Linear but for the bounded looks to either side.
void find_positions(const detect::Tokens& tokens, std::vector<Position>& found);

}  // namespace avow::stance
