#include "read/reader.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "read/document_fields.hpp"
#include "read/encoding.hpp"
#include "read/format.hpp"
#include "read/html.hpp"
#include "read/ndjson.hpp"
#include "read/plain_text.hpp"

namespace avow {
namespace {

Document read_single(std::string_view name, std::string_view bytes, const ReadLimits& limits) {
  std::string text = decode_text(name, bytes);
  if (is_html(text)) return read_html(name, text, limits);
  if (const auto what = other_xml(text); !what.empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: is {}, which Avow does not read", name, what),
                "give the article itself as HTML or plain text");
  return read_plain_text(name, std::move(text));
}

}  // namespace

void apply(const Metadata& given, Document& document) {
  const auto replace = [](std::string& found, const std::string& value) {
    if (!value.empty()) found = value;
  };
  replace(document.url, given.url);
  replace(document.title, given.title);
  replace(document.publisher, given.publisher);
  replace(document.author, given.author);
  replace(document.speaker, given.speaker);
  replace(document.language, given.language);
  if (given.published.known()) document.published = given.published;
}

void read_documents(std::string_view name, std::string_view bytes, const Metadata& given, const ReadLimits& limits,
                    const ReadSink& sink) {
  if (is_ndjson(bytes, limits.max_bytes)) {
    read_ndjson(name, bytes, given, limits, sink);
    return;
  }
  if (bytes.size() > limits.max_bytes)
    throw Error(
        ErrorCode::limit,
        fmt::format("{}: {} bytes are more than the {} that a document may have", name, bytes.size(), limits.max_bytes),
        "split it into its documents");
  ReadDocument read{read_single(name, bytes, limits), std::string(bytes)};
  if (read.document.url.empty()) read.document.url = fmt::format("file:{}", base_name(name));
  apply(given, read.document);
  read.document.raw = sha256(bytes);
  sink.document(std::move(read));
}

}  // namespace avow
