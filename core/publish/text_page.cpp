#include "publish/text_page.hpp"

#include <algorithm>

#include "publish/terminal.hpp"

namespace avow {
namespace {

constexpr std::size_t label_width = 10;
constexpr std::size_t least_width = 20;
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

}  // namespace

void TextPage::heading(std::string_view text) {
  text_ += '\n';
  if (options_.color) text_ += bold;
  text_ += terminal_text(text);
  if (options_.color) text_ += plain;
  text_ += '\n';
}

void TextPage::field(std::size_t indent, std::string_view label, std::string_view text, std::string_view color) {
  if (text.empty()) return;
  std::string first(indent, ' ');
  first += label;
  first.resize(std::max(first.size() + 1, indent + label_width), ' ');
  wrapped(first, first.size(), text, color);
}

void TextPage::item(std::string_view mark, std::string_view text, std::string_view color) {
  wrapped(std::string(mark) + ' ', mark.size() + 1, text, color);
}

void TextPage::wrapped(std::string_view first, std::size_t hang, std::string_view text, std::string_view color) {
  const std::string safe = terminal_text(text);
  const std::size_t room =
      options_.width == 0 ? std::string::npos : std::max(least_width, options_.width - std::min(hang, options_.width));
  text_ += first;
  if (options_.color) text_ += color;
  std::size_t used = 0;
  for (std::size_t at = 0; at < safe.size();) {
    const std::size_t end = std::min(safe.find(' ', at), safe.size());
    const std::string_view word(safe.data() + at, end - at);
    const std::size_t width = display_width(word);
    if (used > 0 && used + 1 + width > room) {
      text_.append("\n").append(hang, ' ');
      used = 0;
    } else if (used > 0) {
      text_ += ' ';
      ++used;
    }
    text_ += word;
    used += width;
    at = std::max(end, at) + 1;
  }
  if (options_.color && !color.empty()) text_ += plain;
  text_ += '\n';
}

}  // namespace avow
