#pragma once

#include <string_view>

#include "read/reader.hpp"

namespace avow {

/// Whether a zip archive is a document of a word processor; by the names of the members at its start, which need not
/// be unpacked for it.
bool is_word(std::string_view bytes);
bool is_open_document(std::string_view bytes);

/// Reads a Word document (.docx): its paragraphs, headings, items of lists and rows of tables, without notes, comments,
/// deleted text, pictures and boxes. Title, author, language and day of making come from the document's properties, the
/// day before that from a dateline at its start. Throws Error: bad_input (damaged, no text), limit (ZipArchive's and
/// XmlTree's).
Document read_word(std::string_view name, std::string_view bytes, const ReadLimits& limits);

/// The same of an OpenDocument text (.odt).
Document read_open_document(std::string_view name, std::string_view bytes, const ReadLimits& limits);

}  // namespace avow
