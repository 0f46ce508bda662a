#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "publish/claim_text.hpp"

namespace avow {

/// Builds plain text for a terminal from texts of unknown origin: each goes through terminal_text() and is wrapped at
/// blanks to the page's width, further lines indented as far as the first one's text.
class TextPage {
 public:
  explicit TextPage(const TextOptions& options) : options_(options) {}

  void blank_line() { text_ += '\n'; }
  void heading(std::string_view text);
  /// A label in a column of its own, then the text. Nothing when the text is empty.
  void field(std::size_t indent, std::string_view label, std::string_view text, std::string_view color = {});
  /// A line that begins with a mark ("*" or " ") and leads a group of fields.
  void item(std::string_view mark, std::string_view text, std::string_view color = {});
  const std::string& text() const noexcept { return text_; }

 private:
  void wrapped(std::string_view first, std::size_t hang, std::string_view text, std::string_view color);
  TextOptions options_;
  std::string text_;
};

}  // namespace avow
