#include "read/reader.hpp"

#include <fmt/format.h>

#include "read/delivery.hpp"
#include "read/document_fields.hpp"
#include "read/encoding.hpp"
#include "read/feed.hpp"
#include "read/format.hpp"
#include "read/gunzip.hpp"
#include "read/hansard.hpp"
#include "read/html.hpp"
#include "read/ndjson.hpp"
#include "read/office.hpp"
#include "read/parlamint.hpp"
#include "read/pdf.hpp"
#include "read/plain_text.hpp"
#include "read/subtitles.hpp"

namespace avow {
namespace {

Document read_unmarked(std::string_view name, std::string text) {
  if (const auto root = unknown_xml(text); !root.empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: is XML of a form that Avow does not read ({})", name, root),
                "give the article itself as HTML or plain text");
  return read_plain_text(name, std::move(text));
}

/// Text and markup, their encoding found out.
void read_text(const Delivery& delivery, std::string_view bytes) {
  std::string text = decode_text(delivery.name, bytes);
  switch (text_format(text)) {
    case Format::feed:
      return read_feed(delivery, text);
    case Format::hansard:
      return read_hansard(delivery, text);
    case Format::parlamint:
      return read_parlamint(delivery, text);
    case Format::subtitles:
      return delivery.document(read_subtitles(delivery.name, text), bytes);
    case Format::html:
      return delivery.document(read_html(delivery.name, text, delivery.limits), bytes);
    default:
      return delivery.document(read_unmarked(delivery.name, std::move(text)), bytes);
  }
}

void refuse_size(std::string_view name, std::size_t size, const ReadLimits& limits) {
  if (size <= limits.max_bytes) return;
  throw Error(ErrorCode::limit,
              fmt::format("{}: {} bytes are more than the {} that a document may have", name, size, limits.max_bytes),
              "split it into its documents");
}

/// `packed`: the bytes come out of a gzip file, in which no other is looked for.
void read_bytes(const Delivery& delivery, std::string_view bytes, bool packed) {
  const auto format = byte_format(bytes, delivery.limits.max_bytes);
  if (format == Format::ndjson)
    return read_ndjson(delivery.name, bytes, delivery.given, delivery.limits, delivery.sink);
  refuse_size(delivery.name, bytes.size(), delivery.limits);
  switch (format) {
    case Format::pdf:
      return delivery.document(read_pdf(delivery.name, bytes, delivery.limits), bytes);
    case Format::word:
      return delivery.document(read_word(delivery.name, bytes, delivery.limits), bytes);
    case Format::open_document:
      return delivery.document(read_open_document(delivery.name, bytes, delivery.limits), bytes);
    case Format::gzip:
      if (!packed) return read_bytes(delivery, gunzip(delivery.name, bytes, delivery.limits.max_bytes), true);
      [[fallthrough]];
    default:
      return read_text(delivery, bytes);
  }
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
  read_bytes({name, given, limits, sink}, bytes, false);
}

}  // namespace avow
