#pragma once

#include <initializer_list>
#include <vector>

#include "avow/sdk.hpp"
#include "stated.hpp"
#include "subject.hpp"
#include "tokens.hpp"

namespace avow::statistic {

/// What makes a clause a statement that can be checked.
enum class Sort {
  number,       ///< "contains 32 nations", "fell to 4.1 percent"
  record,       ///< "at a record low"
  ratio,        ///< "one in four", "twice as many"
  superlative,  ///< "more than any other"
  change,       ///< "inflation has fallen": a measure and its direction
  deed,         ///< "we abolished the toll", "crime has fallen": no quantity, yet it was so or not
};

/// What a sentence without a quantity needs to be one.
inline constexpr std::initializer_list<detect::Need> statement_needs = {
    {detect::any_of(detect::Word::record_high, detect::Word::record_low, detect::Word::ratio,
                    detect::Word::superlative)},
    {detect::any_of(detect::Word::rise, detect::Word::fall, detect::Word::deed), detect::past | detect::participle}};

struct Statement {
  Sort sort = Sort::number;
  int anchor = 0;  ///< first word of the number or phrase
  int verb = 0;    ///< the finite verb that states it
  int begin = 0;   ///< words [begin, end) are its clause
  int end = 0;
  bool negated = false;
  detect::Subject subject;
  const detect::Stated* stated = nullptr;  ///< the measure and amount it states, where they are known
  int first = -1;  ///< of several statements in one clause, the words [first, last) that are this one's; -1: the clause
  int last = -1;
};

/// Finds the clauses of a sentence that state a quantity about what is or was, or what somebody did; what is promised,
/// supposed, asked for or only possible is left out. `document` gives quantities and names, `stated` what belongs
/// together of them, which must outlive `found`. Appends to `found` in order.
void find_statements(const sdk::Document& document, const detect::Tokens& tokens,
                     const std::vector<detect::Stated>& stated, std::vector<Statement>& found);

}  // namespace avow::statistic
