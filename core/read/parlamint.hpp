#pragma once

#include <string_view>

#include "read/delivery.hpp"

namespace avow {

/// Reads records of parliament in ParlaMint's TEI: a <TEI> is one sitting and one document, of a <teiCorpus> each of
/// its <TEI>; a sitting whose text is larger than a mebibyte is one document for each of its divisions. Speeches (<u>)
/// become a dialogue, their speakers named by the <listPerson> of the file, else by the note before the speech, else by
/// their id. Notes, noises and gaps are left out; annotated words are put together again. Title, day and house come
/// from the header. What is ill-formed is read up to there, with a failure. Throws Error bad_input when nobody says
/// anything, and what XmlTree throws.
void read_parlamint(const Delivery& delivery, std::string_view text);

}  // namespace avow
