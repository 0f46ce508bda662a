#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "store/filters.hpp"

/// What commitments and matching ask of a store: less of each claim than a ClaimRow holds, and many of them.
namespace avow {

/// Which promises. Every condition that is set must hold.
struct PromiseFilter {
  Clocks clocks;
  std::optional<Id> claim;              ///< this claim alone
  std::vector<std::string> indicators;  ///< codes, one of which the target names
  std::vector<std::string> subjects;    ///< codes, one of which the target names; "" is one without a code
  bool without_measure_only = false;    ///< whose target names no indicator, or nothing that could be measured of it
};

/// A pledge or a forecast by its standing reading, with its standing verdict.
struct PromiseRow {
  Id id;
  Claim claim;
  std::string document_title;
  std::string document_publisher;
  std::string document_url;
  Reading reading;
  std::optional<Verdict> verdict;
  bool provisional = false;
  bool copy = false;    ///< of a claim in another document, true at the clocks as well
  bool linked = false;  ///< there is a link to or from it that says more than that it is a copy, retracted or not
};

/// Which claims by their words.
struct WordingFilter {
  Clocks clocks;
  std::vector<std::string> any_of;  ///< one must occur in the claim or its title (in some form); none: every claim
  std::size_t limit = 0;            ///< 0: all
};

/// A claim as words.
struct Wording {
  Id id;
  std::string quote;
  std::string title;    ///< of its document
  std::string speaker;  ///< as the document names him
};

}  // namespace avow
