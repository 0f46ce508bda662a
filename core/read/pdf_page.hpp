#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/reader.hpp"

namespace avow {

/// A line of a page, in points from its upper left corner.
struct PdfLine {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;
  double height() const { return bottom - top; }
};

/// Lines that lie together, as a paragraph or a part of one does, in reading order.
struct PdfBlock {
  std::vector<PdfLine> lines;
};

struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfBlock> blocks;  ///< columns in reading order
};

/// A PDF as `pdftotext -bbox-layout` tells it.
struct PdfContent {
  std::string title, author;
  Date made;
  std::vector<PdfPage> pages;
};

/// Reads that telling. Words that only a change of font has parted are put together, ligatures taken apart. Throws
/// what XmlTree throws.
PdfContent parse_pdf_content(std::string_view name, std::string_view xml, const ReadLimits& limits);

}  // namespace avow
