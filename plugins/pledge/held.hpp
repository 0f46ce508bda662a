#pragma once

#include <string_view>
#include <vector>

#include "promises.hpp"
#include "tokens.hpp"
#include "voices.hpp"

namespace avow::pledge {

/// A promise of the sentence together with whose it is and where its words lie.
struct Held {
  Promise promise;
  detect::Speaker speaker;
  std::string_view strength;
  bool own = false;
  bool agent = false;     ///< its subject can act: a government, a company
  bool endorsed = false;  ///< an expectation that the speaker says will come true
  int begin = 0;          ///< words [begin, end) of the sentence
  int end = 0;
};

/// Takes a promise into the last one held when it is part of it: "will commit to", "pledge that we will", "in June to
/// make sure that we will". Whether it did.
bool merges(const detect::Tokens& tokens, std::vector<Held>& held, const Held& later);

/// Leaves out "that is going to happen", which only rewords the expectation before it. Whether an expectation counts
/// that is neither the speaker's own nor endorsed is seen once its target is known (worth_telling).
void drop_endorsements(const detect::Tokens& tokens, std::vector<Held>& held);

/// Gives each promise of the sentence, in their order, the words that are its own: up to where the next one begins.
void cut_clauses(const detect::Tokens& tokens, std::vector<Held>& all);

}  // namespace avow::pledge
