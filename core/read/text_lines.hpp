#pragma once

#include <string>
#include <string_view>

namespace avow {

/// Puts a text together from its paragraphs and lines: paragraphs are parted by empty lines, lines that follow each
/// other (of a list, a table) by a line feed. Empty ones are passed over.
class TextLines {
 public:
  void paragraph(std::string_view text) { add(text, false); }
  void line(std::string_view text) { add(text, true); }
  bool empty() const { return text_.empty(); }
  std::string take() && { return std::move(text_); }

 private:
  void add(std::string_view text, bool line) {
    if (text.empty()) return;
    if (!text_.empty()) text_ += line && line_ ? "\n" : "\n\n";
    text_ += text;
    line_ = line;
  }

  std::string text_;
  bool line_ = false;
};

}  // namespace avow
