#pragma once

#include <string_view>
#include <vector>

#include "subject.hpp"
#include "tokens.hpp"

namespace avow::pledge {

/// How a promise is made.
enum class Manner {
  will,         ///< "we will cut"
  commit,       ///< "we pledge to cut", "leaders agreed to cut"
  aim,          ///< "we aim to cut"
  hope,         ///< "we hope to cut"
  noun,         ///< "our commitment to", "made a pledge on", "a decision to cut"
  expectation,  ///< "we expect unemployment to fall"
  imperative,   ///< "Cut taxes": an item of a list of promises
};

/// What begins the words that make one, but for items of lists.
inline constexpr detect::Words promise_words =
    detect::any_of(detect::Word::will, detect::Word::commit, detect::Word::agree, detect::Word::aim, detect::Word::hope,
                   detect::Word::commit_noun, detect::Word::plan_noun, detect::Word::expect);

/// A word that makes a promise, with what depends on it, as positions of words.
struct Promise {
  Manner manner = Manner::will;
  int anchor = 0;       ///< first word of what makes it
  int anchor_last = 0;  ///< its last word
  int verb = 0;         ///< first word of what is promised
  detect::Subject subject;
  bool negated = false;
  bool unlikely = false;  ///< "will probably"
  bool past = false;      ///< "promised"
  bool inverted = false;  ///< "never will we"
  bool that = false;      ///< what is promised is a clause: "promise that every school will"
  bool thing = false;     ///< what is promised is no verb: "commitment to peace"
  int seen = -1;          ///< first word of whose change is wished to be seen: "want to see unemployment fall"
  int parent = -1;        ///< of a second one: the anchor of the first
  bool second = false;    ///< goes on with the promise before it: "cut taxes and build homes"
  bool recounts = false;  ///< tells that a promise was made: "we promised to", not "we have promised to"
};

/// What may be promised at each word of a sentence; the plain grammar of it, without knowing who speaks. Appends to
/// `found` in order. Linear but for the bounded looks to either side.
void find_promises(const detect::Tokens& tokens, std::vector<Promise>& found);

/// "Cut taxes by 2030": the sentence begins with a verb of action in its base form; after a list mark it may begin
/// with a small letter.
bool begins_with_action(const detect::Tokens& tokens, bool marked);
/// After the number of the item, the action is one of so many words.
inline constexpr std::size_t action_within = 3;

}  // namespace avow::pledge
