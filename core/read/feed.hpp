#pragma once

#include <string_view>

#include "read/delivery.hpp"

namespace avow {

/// Reads the entries of an RSS (0.9x, 1.0, 2.0) or Atom (0.3, 1.0) feed, each as a document: its title, address,
/// author, day of publication, the feed's title as publisher, and its text: the full content where the feed gives it,
/// else the description or summary, else the title. HTML in it is read as HTML. An entry that says nothing, and the
/// place where a feed stops being XML, go to the sink as failures; entries behind such a place are read nevertheless.
/// Throws Error bad_input when there is no entry at all, and what XmlTree throws.
void read_feed(const Delivery& delivery, std::string_view text);

}  // namespace avow
