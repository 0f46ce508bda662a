#pragma once

#include "read/html_dom.hpp"

namespace avow {

/// Whether a page is one of the UK Parliament's Official Report as it was published until 2016: it marks its columns.
bool is_hansard_page(const HtmlPage& page);

/// The speeches of such a page as a dialogue, in the form of debate_text, with the headings between them; without notes
/// of procedure, numbers of questions, columns, times and lists of divisions. Title, house and day come from its
/// headings and marks. The text is empty when nobody speaks, as on a page of contents.
Document read_hansard_page(const HtmlPage& page);

}  // namespace avow
