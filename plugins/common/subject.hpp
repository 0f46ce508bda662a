#pragma once

#include <optional>

#include "tokens.hpp"

namespace avow::detect {

/// Of whom or what a verb speaks, as positions of words, both inclusive. Empty when first > last.
struct Subject {
  int first = 0;
  int last = -1;
  bool relative = false;     ///< reached through "who", "which": the words are what these stand for
  bool subordinate = false;  ///< its clause hangs on another: "that we will", "because it will"
  bool conditional = false;  ///< its clause is a condition: "if they will"
  bool question = false;     ///< its clause is a question within another: "what we will do"
  bool inherited = false;    ///< the verb has none of its own: "... and aim to"
  bool empty() const noexcept { return last < first; }
};

/// The subject of the verb (or modal) at `verb`, looking back no further than `from`. Adverbs, auxiliaries and a
/// parenthesis between commas are skipped. Linear in the words between.
Subject subject_before(const Tokens& tokens, int from, int verb);

/// The subject of an inverted clause ("never will we ..."): the pronoun that follows; empty when none does.
Subject subject_after(const Tokens& tokens, int verb);

/// Where the clause of a verb with this subject begins: after the last break or conjunction before the subject, with
/// what introduces it ("In 2025 the government will").
int clause_begin(const Tokens& tokens, int from, int subject_first);

}  // namespace avow::detect
