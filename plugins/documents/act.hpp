#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "avow/sdk.hpp"
#include "words.hpp"

namespace documents {

using avow::sdk::DayNumber;

/// What a promise says will be done, as far as its words tell: the acts that its main clause can mean, and the words
/// that say to what.
struct Act {
  std::vector<std::size_t> acts;  ///< numbers of Words
  WordList matter;                ///< words of the main clause that are neither acts nor common, the longest first
  Stems matter_stems;             ///< of these

  /// To have decided is what was promised: "decisions will be taken".
  bool is_decision = false;

  /// Too little to look for: any report would do.
  bool empty() const { return acts.empty() && matter.empty(); }
  /// Whether the act with that number is promised; any is where the promise names none.
  bool promises(std::size_t number) const;
  bool is_about(const std::string& stem) const;
};

Act act_of(std::string_view quote, const Words& words);

/// How much of the promise a sentence speaks of.
struct Likeness {
  bool act = false;   ///< one of the acts, or the promise names none
  double matter = 0;  ///< share of its matter, 0 to 1; 1 when it has none
};
Likeness likeness(const Act& act, const Stems& sentence, const Words& words);

}  // namespace documents
