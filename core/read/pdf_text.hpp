#pragma once

#include <string>

#include "read/pdf_page.hpp"

namespace avow {

/// The running text of a PDF: lines joined into paragraphs, words that a line's end has parted put together, what
/// stands at the head or foot of page after page and page numbers left out, paragraphs carried on over columns and
/// pages. Items of lists are lines of their own.
std::string pdf_text(const PdfContent& content);

/// What is printed largest on the first page, when it is a title by its length; else empty.
std::string largest_line(const PdfContent& content);

}  // namespace avow
