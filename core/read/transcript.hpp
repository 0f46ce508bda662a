#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "read/delivery.hpp"
#include "read/xml_tree.hpp"

namespace avow {

/// What one person said, without interruption.
struct Speech {
  std::string speaker;  ///< empty when nobody says who it is
  std::string role;     ///< office, party or seat, as the record gives it; often empty
  std::vector<std::string> paragraphs;
};

/// A debate: what was said under one heading.
struct Debate {
  std::string title;
  std::vector<Speech> speeches;

  /// Adds a paragraph to the last speech, or begins a speech when another speaks. White space alone adds nothing.
  void add(std::string_view speaker, std::string_view role, std::string paragraph);
  bool empty() const { return speeches.empty(); }
  /// Whose words all of it is; empty when several speak or nobody is named.
  std::string sole_speaker() const;
};

/// The debate as the text of a document, in the form that core/text takes for a dialogue: every speech begins with
/// "Name: ", the first of each speaker with "Name (role): " where the role is short; paragraphs are parted by empty
/// lines. What is all one person's needs no label.
std::string debate_text(const Debate& debate);

/// "The Secretary of State for Health (Ms Ada Vale)" is Ms Ada Vale with an office; "Ada Vale (Harwick) (Lab)" is Ada
/// Vale with seat and party. Colons at the end are taken off.
struct NameAndRole {
  std::string name;
  std::string role;
};
NameAndRole split_label(std::string_view label);

/// What to say of a record of parliament that stops being XML. Only when the tree has a fault.
Error record_fault(const Delivery& delivery, const XmlTree& tree);

}  // namespace avow
