#pragma once

#include <pugixml.hpp>
#include <string>

namespace avow {

struct OfficeText {
  std::string title;  ///< the paragraph in the style "Title"; empty when there is none
  std::string text;
};

/// The text of word/document.xml. Its depth is bounded by whoever parsed it (XmlTree).
OfficeText word_text(pugi::xml_node root);
/// The text of an OpenDocument's content.xml.
OfficeText open_document_text(pugi::xml_node root);

}  // namespace avow
