#include "forms.hpp"

namespace avow::pledge {

using namespace detect;

int infinitive_after(const Tokens& tokens, int at, int reach) {
  for (int next = at; next < tokens.size() && next < at + reach; ++next) {
    if (tokens.breaks(next, strong_break | dash)) return -1;
    if (tokens.inside(next, any_of(Word::will, Word::modal))) return -1;
    // "agree that the people who are helped work hard to": the infinitive is another's.
    if (tokens.starts(next, any_of(Word::that, Word::relative)) && !tokens.starts(next, bit(Word::determiner)))
      return -1;
    if (!tokens.starts(next, bit(Word::to))) continue;
    const bool verb = next + 1 < tokens.size() && !tokens.inside(next + 1, no_verb & ~bit(Word::to)) &&
                      !tokens[next + 1].capital && !tokens[next + 1].digit && !tokens.breaks(next + 1, strong_break);
    if (verb) return next;
  }
  return -1;
}

}  // namespace avow::pledge
