#pragma once

#include "engine/attribution.hpp"
#include "engine/vocabulary.hpp"
#include "model/document.hpp"
#include "text/annotations.hpp"

namespace avow {

/// Works out the dates that hang on a term of office ("by the end of this parliament", "before the next election") from
/// the speaker at that place and the day of the document, so that every detector is given them. The country is that of
/// the office that the speaker holds on the day, or of the speaker's party; of a speaker nobody knows, that of the
/// document's own voice. Rules:
/// - "this parliament" is the one that runs; between a dissolution and the first meeting after the election it is the
///   one that has ended, while "the next", and "the parliament" where the words do not look back, are the one to come;
/// - "the next election", said in that time, is not the one at hand but the one after it;
/// - a speaker or party that does not govern means by "our term" the next one; "my second term" counts those held;
/// - "our first 100 days" count from the day that the speaker took office, of who does not hold one from the first day
///   of the term to come.
/// What cannot be told stays as it was.
void date_terms(Annotations& annotations, const Document& document, const Attributor& attributor,
                const Lexicon& lexicon);

}  // namespace avow
