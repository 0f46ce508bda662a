#include "read/ndjson.hpp"

#include <fmt/format.h>

#include <optional>

#include "base/digest.hpp"
#include "model/json.hpp"
#include "read/ascii.hpp"
#include "read/document_fields.hpp"
#include "read/encoding.hpp"
#include "read/plain_text.hpp"

namespace avow {
namespace {

struct Field {
  std::string_view key;
  std::string Document::*field;
};
constexpr Field fields[] = {{"url", &Document::url},           {"source", &Document::url},
                            {"title", &Document::title},       {"publisher", &Document::publisher},
                            {"author", &Document::author},     {"speaker", &Document::speaker},
                            {"language", &Document::language}, {"text", &Document::text}};

Error bad_line(std::string_view where, std::string_view what) {
  return {ErrorCode::bad_input, fmt::format("{}: {}", where, what),
          "see schema/json/document.schema.json for the form of a line"};
}

/// Strings and null (as absent) are all that a document's fields may be.
std::string string_at(const Json& json, std::string_view key, std::string_view where) {
  const auto found = json.find(std::string(key));
  if (found == json.end() || found->is_null()) return {};
  if (!found->is_string()) throw bad_line(where, fmt::format("\"{}\" is not a string", key));
  return found->get<std::string>();
}

/// EDTF, or a moment, of which the day counts.
Date published_at(const Json& json, std::string_view where) {
  const auto text = string_at(json, "published", where);
  if (text.empty()) return {};
  const auto date = Date::parse(text.find('T') == 10 ? std::string_view(text).substr(0, 10) : text);
  if (!date)
    throw bad_line(where, fmt::format("\"published\" is \"{}\", which is no date (YYYY-MM-DD)", text.substr(0, 40)));
  return *date;
}

Document document_of(std::string_view line, std::string_view where) {
  const Json json = parse_json(line, where);
  if (!json.is_object()) throw bad_line(where, "is not a JSON object");
  Document document;
  for (const auto& [key, field] : fields)
    if (auto value = string_at(json, key, where); !value.empty() && (document.*field).empty())
      document.*field = std::move(value);
  if (document.text.empty()) throw bad_line(where, "has no \"text\"");
  if (document.text.find('\0') != std::string::npos) throw bad_line(where, "has a NUL character in \"text\"");
  document.text = clean_text(std::move(document.text));
  if (ascii::trim(document.text).empty()) throw bad_line(where, "has a \"text\" of white space only");
  document.published = published_at(json, where);
  document.media_type = "application/json";
  return document;
}

ReadDocument read_line(std::string_view name, std::string_view line, std::size_t number, std::size_t offset,
                       const Metadata& given, const ReadLimits& limits) {
  const auto where = fmt::format("{}: line {} (byte {})", name, number, offset);
  if (line.size() > limits.max_bytes)
    throw Error(ErrorCode::limit, fmt::format("{}: {} bytes are more than the {} that a document may have", where,
                                              line.size(), limits.max_bytes));
  ReadDocument read{document_of(line, where), std::string(line)};
  if (read.document.url.empty()) read.document.url = fmt::format("file:{}#line={}", base_name(name), number);
  apply(given, read.document);
  read.document.raw = sha256(line);
  return read;
}

}  // namespace

void read_ndjson(std::string_view name, std::string_view bytes, const Metadata& given, const ReadLimits& limits,
                 const ReadSink& sink) {
  std::size_t offset = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (std::size_t number = 1; offset < bytes.size(); ++number) {
    const auto line = ascii::line_at(bytes, offset);
    if (!ascii::trim(line).empty()) {
      std::optional<ReadDocument> read;
      try {
        read = read_line(name, line, number, offset, given, limits);
      } catch (const Error& error) {
        sink.failure(error);
      }
      if (read) sink.document(std::move(*read));
    }
    offset += line.size() + 1;
  }
}

}  // namespace avow
