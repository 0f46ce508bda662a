#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// Which claims somebody asks for, as they write it: the options of commands and the parameters of addresses.
struct ClaimQuestion {
  std::string speaker, party, kind, topic, indicator, verdict, due, said, text, document;
  bool open = false;
  bool distinct = false;
  bool disputed = false;

  /// As a filter at the clocks, ranges counted from `today`; resolves `document` in the store. Error: usage (naming
  /// what is wrong, with the words that there are), not_found, ambiguous.
  ClaimFilter filter(Store& store, const Clocks& clocks, Day today) const;
  /// The conditions that were given, "speaker ada, said 2024.."; empty when there are none.
  std::string in_words() const;
};

/// A condition that is a text, by its name in commands and addresses.
struct ClaimCondition {
  const char* name;
  std::string ClaimQuestion::*value;
};
/// The same for what either holds or is not asked for.
struct ClaimFlag {
  const char* name;
  bool ClaimQuestion::*value;
};
const std::vector<ClaimCondition>& claim_conditions();
const std::vector<ClaimFlag>& claim_flags();

/// The name of a topic given by its name, code or title; a plugin's own topic stays as it is said.
std::string topic_name(const std::string& said);

}  // namespace avow
