#pragma once

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

/// Limits on what one document may be.
struct ReadLimits {
  std::size_t max_bytes = std::size_t{64} << 20;  ///< of the input, per document
  std::size_t max_html_depth = 512;
  std::size_t max_html_attributes = 256;  ///< per element
};

/// Where read_documents delivers, in the order of the input.
struct ReadSink {
  std::function<void(ReadDocument)> document;
  /// One document of many that could not be read; reading goes on with the next. Never called for single documents.
  std::function<void(const Error&)> failure;
};

/// Reads the documents that the bytes hold: one for plain text and HTML, one a line for NDJSON; decided by content.
/// `name` (a file's path or "-") is for messages and, where no address is given, for the url `file:<base name>`.
/// Throws Error: bad_input (binary, empty, not decodable: naming the byte), limit (too large, too deep).
void read_documents(std::string_view name, std::string_view bytes, const Metadata& given, const ReadLimits& limits,
                    const ReadSink& sink);

}  // namespace avow
