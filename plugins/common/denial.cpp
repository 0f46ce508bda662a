#include "denial.hpp"

namespace avow::detect {

bool covered_by_idiom(const Tokens& tokens, int first, int last) {
  for (int at = first; at <= last; ++at) {
    if (tokens.inside(at, bit(Word::idiom))) return true;
  }
  return false;
}

bool denied_before(const Tokens& tokens, int at, int reach) {
  for (int back = at - 1; back >= 0 && back >= at - reach && !tokens.breaks(back + 1, clause_break); --back) {
    if (tokens.inside(back, bit(Word::not_))) return true;
    if (!tokens.inside(back, any_of(Word::adverb, Word::have, Word::do_, Word::be))) return false;
  }
  return false;
}

}  // namespace avow::detect
