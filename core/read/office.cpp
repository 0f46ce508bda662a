#include "read/office.hpp"

#include <fmt/format.h>

#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/encoding.hpp"
#include "read/office_text.hpp"
#include "read/plain_text.hpp"
#include "read/xml_tree.hpp"
#include "read/zip_archive.hpp"

namespace avow {
namespace {

/// Names of the properties that both formats have, each under its own prefix.
struct Properties {
  std::string title, author, language;
  Date made;
};

/// The first of these elements that says something.
std::string property(const XmlTree& tree, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    if (auto text = xml::line(xml::first(tree.root(), name)); !text.empty()) return text;
  return {};
}

Properties properties_of(std::string_view name, const ZipArchive& archive, const char* member,
                         const ReadLimits& limits) {
  const auto bytes = archive.read(member);
  if (!bytes || ascii::trim(*bytes).empty()) return {};
  const auto text = decode_text(name, *bytes);
  const XmlTree tree(name, text, limits);
  Properties found;
  found.title = property(tree, {"dc:title"});
  found.author = property(tree, {"dc:creator", "meta:initial-creator"});
  found.language = property(tree, {"dc:language"});
  found.made = leading_date(property(tree, {"dcterms:created", "meta:creation-date", "dcterms:modified", "dc:date"}));
  return found;
}

Date day_of(std::string_view name, std::string_view text, const Date& made) {
  if (Date date = dateline(text); date.known()) return date;
  if (Date date = date_in_name(stem(name)); date.is_day()) return date;
  return made;
}

Document document_of(std::string_view name, OfficeText read, Properties properties) {
  Document document;
  if (read.text.empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: the document holds no text", name),
                "text in pictures and boxes is not read");
  document.title = !properties.title.empty() ? properties.title : read.title;
  if (document.title.empty()) document.title = stem(name);
  document.author = std::move(properties.author);
  document.language = std::move(properties.language);
  document.published = day_of(name, read.text, properties.made);
  document.text = std::move(read.text);
  return document;
}

std::string member_text(std::string_view name, const ZipArchive& archive, const std::string& member) {
  const auto bytes = archive.read(member.c_str());
  if (!bytes)
    throw Error(ErrorCode::bad_input, fmt::format("{}: the document has no {}", name, member),
                "save it again, or give its text");
  return decode_text(name, *bytes);
}

void refuse_fault(std::string_view name, std::string_view member, const XmlTree& tree) {
  if (tree.fault())
    throw Error(
        ErrorCode::bad_input,
        fmt::format("{}: {}: byte {} is not well-formed XML ({})", name, member, tree.fault()->byte, tree.fault()->why),
        "save the document again, or give its text");
}

/// The main part is where the package says, nearly always word/document.xml.
std::string main_part(std::string_view name, const ZipArchive& archive, const ReadLimits& limits) {
  if (const auto bytes = archive.read("_rels/.rels")) {
    const auto text = decode_text(name, *bytes);
    const XmlTree tree(name, text, limits);
    for (const auto relation : tree.root().children())
      if (xml::attribute(relation, "Type").ends_with("/officeDocument")) {
        const auto target = xml::attribute(relation, "Target");
        return target.starts_with('/') ? target.substr(1) : target;
      }
  }
  return "word/document.xml";
}

/// The names of the members stand before their bytes; those that matter come early.
bool names_member(std::string_view bytes, std::string_view member) {
  constexpr std::size_t header_size = 30;
  constexpr std::string_view header = "PK\x03\x04";
  for (auto at = bytes.find(header); at != std::string_view::npos; at = bytes.find(header, at + 1))
    if (bytes.substr(std::min(at + header_size, bytes.size())).starts_with(member)) return true;
  return false;
}

constexpr std::string_view odt_type = "application/vnd.oasis.opendocument.text";

}  // namespace

bool is_word(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") && names_member(bytes, "word/");
}

bool is_open_document(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") && bytes.substr(0, 200).find(odt_type) != std::string_view::npos;
}

Document read_word(std::string_view name, std::string_view bytes, const ReadLimits& limits) {
  const ZipArchive archive(name, bytes, limits);
  const auto member = main_part(name, archive, limits);
  const auto text = member_text(name, archive, member);
  const XmlTree tree(name, text, limits);
  refuse_fault(name, member, tree);
  auto document = document_of(name, word_text(tree.root()), properties_of(name, archive, "docProps/core.xml", limits));
  document.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return document;
}

Document read_open_document(std::string_view name, std::string_view bytes, const ReadLimits& limits) {
  const ZipArchive archive(name, bytes, limits);
  const auto text = member_text(name, archive, "content.xml");
  const XmlTree tree(name, text, limits);
  refuse_fault(name, "content.xml", tree);
  auto document = document_of(name, open_document_text(tree.root()), properties_of(name, archive, "meta.xml", limits));
  document.media_type = odt_type;
  return document;
}

}  // namespace avow
