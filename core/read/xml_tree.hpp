#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/reader.hpp"

namespace avow {

/// XML as a tree, with the text it was made from. Nothing is fetched, no DTD is read and no entity is expanded but the
/// five of XML, numeric ones and the named ones of HTML; those that a file declares stay as they are written. What is
/// ill-formed is read up to there. Linear in the text.
class XmlTree {
 public:
  /// `text` is UTF-8, whatever its declaration says. Throws Error: limit (too many tags, nested deeper than
  /// limits.max_html_depth), bad_input (a DTD whose entities hold other entities, which is how small files are made
  /// to grow without bound).
  XmlTree(std::string_view name, std::string_view text, const ReadLimits& limits);

  /// The outermost element; null when there is none.
  pugi::xml_node root() const { return document_.document_element(); }

  struct Fault {
    std::size_t byte;      ///< of the text
    std::string_view why;  ///< "Start-end tags mismatch"
  };
  /// Where the text stops being XML; nullopt for well-formed text.
  const std::optional<Fault>& fault() const { return fault_; }

  /// The element as it is written in the text, from its "<" to the ">" of its end tag (or to the end of the text when
  /// that is missing). Valid as long as the text.
  std::string_view source(pugi::xml_node element) const;
  /// What is written between its start tag and its end tag.
  std::string_view inner_source(pugi::xml_node element) const;
  /// Where it begins in the text.
  std::size_t begin_of(pugi::xml_node element) const;
  /// Whether its end tag was reached.
  bool is_whole(pugi::xml_node element) const;

 private:
  std::size_t end_of(pugi::xml_node element) const;

  std::string_view text_;
  pugi::xml_document document_;
  std::optional<Fault> fault_;
};

namespace xml {

/// Name without its prefix.
std::string_view local_name(pugi::xml_node node) noexcept;
bool is_text(pugi::xml_node node) noexcept;
/// Content of a text node, its entities decoded.
std::string value(pugi::xml_node text_node);
/// The attribute's value with entities decoded and white space squeezed; "" when there is none.
std::string attribute(pugi::xml_node element, const char* name);
/// All text beneath a node, as it stands.
std::string text(pugi::xml_node node);
/// The same with white space squeezed.
std::string line(pugi::xml_node node);
/// The first element beneath `node`, in document order, with this name (prefix and all); null when there is none.
pugi::xml_node first(pugi::xml_node node, std::string_view name);
/// The node after `node` in document order within `root`; past its children when `skip_children`; null at the end.
pugi::xml_node next(pugi::xml_node node, pugi::xml_node root, bool skip_children = false);
/// Entities decoded: those of XML, numeric ones and the named ones of HTML; others stay.
std::string decoded(std::string_view text);

}  // namespace xml
}  // namespace avow
