#pragma once

#include <string>
#include <vector>

#include "text/layout.hpp"
#include "text/names.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// One speech turn of an interview or a debate.
struct Turn {
  TokenRange label;    ///< with the colon
  TokenRange content;  ///< up to the next label or the end of the text; may be empty
  std::string name;    ///< the fullest form that the document uses
  bool interviewer = false;
};

/// The speech turns of the text, in order; empty when its lines hold no dialogue. A label ("NAME:", "Title First
/// Last:", "Q:") counts when it recurs, or looks like a name in a text where others recur, and at least two speakers
/// are told apart. A speaker is an interviewer when the label or the list of participants says so, or when most of the
/// turns end in a question while those of the others do not.
std::vector<Turn> find_turns(const Tokens& tokens, const Layout& layout, const Names& names);

}  // namespace avow::text
