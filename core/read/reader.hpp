#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "model/document.hpp"

namespace avow {

/// What the user says about the documents; what is given wins over what is found in the bytes.
struct Metadata {
  std::string url;
  std::string title;
  std::string publisher;
  std::string author;
  std::string speaker;
  std::string language;
  Date published;
};

/// A document with the bytes it was read from.
struct ReadDocument {
  Document document;
  std::string raw;
};

/// Limits on what one document may be, and on the program that helps with PDFs.
struct ReadLimits {
  std::size_t max_bytes = std::size_t{64} << 20;  ///< of the input, per document
  std::size_t max_html_depth = 512;               ///< of HTML and XML
  std::size_t max_html_attributes = 256;          ///< per element
  std::string pdf_program = "pdftotext";          ///< looked for in PATH when it is no path
  std::size_t max_pdf_memory = std::size_t{1} << 30;
  std::chrono::seconds max_pdf_time{60};
};

/// Where read_documents delivers, in the order of the input.
struct ReadSink {
  std::function<void(ReadDocument)> document;
  /// One document of many that could not be read, or the place where a file of many stops being one; reading goes on
  /// with what is left. Never called for formats of single documents.
  std::function<void(const Error&)> failure;
};

/// Reads the documents that the bytes hold, in any of the formats of docs/formats.md, decided by content: one for
/// texts, pages, PDFs, office documents and subtitles, many for NDJSON, feeds and records of parliament. `name` (a
/// file's path or "-") is for messages and, where no address is given, for the url `file:<base name>`. Throws Error:
/// bad_input (binary, empty, not decodable: naming the byte), limit (too large, too deep, too slow), not_found (a PDF
/// and no program to read it with).
void read_documents(std::string_view name, std::string_view bytes, const Metadata& given, const ReadLimits& limits,
                    const ReadSink& sink);

}  // namespace avow
