#pragma once

#include <string>
#include <string_view>

#include "engine/vocabulary.hpp"
#include "model/document.hpp"
#include "plugin/values.hpp"

namespace avow {

/// The country or group whose measure a statement tells of, by how its sentence names it: "Greek unemployment",
/// "Kenya's population", "the inflation rate in Iran", "In Japan ...".
struct Place {
  /// How near to the measure it is named: with it ("Greek unemployment"), of the sentence ("In Greece ..."), or merely
  /// somewhere in it.
  enum class Nearness { mentioned, introduced, bound };
  std::string code;  ///< empty: the sentence names none
  Nearness nearness = Nearness::mentioned;
};

/// Whether the measure is said to be of somewhere that the vocabulary does not know: "unemployment in Ohio", "Leeds's
/// population". Then it is not the speaker's own country's.
bool is_elsewhere(const Document& document, const Candidate& candidate);

/// What is said of the measure and its amount: from the break before both to the break after them, within the sentence
/// and a few words; the claim's words where it has neither.
std::string_view words_around(const Document& document, const Annotations& annotations, const Candidate& candidate);

/// Where none is named in the sentence and it speaks of "the country" or "it", the country that the sentence before
/// names first.
Place place_of(const Lexicon& lexicon, const Document& document, const Annotations& annotations,
               const Candidate& candidate);

}  // namespace avow
