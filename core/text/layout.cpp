#include "text/layout.hpp"

#include <algorithm>
#include <array>

namespace avow::text {
namespace {

constexpr std::uint32_t max_width = 140;  ///< longer lines are whole paragraphs
constexpr std::uint32_t min_width = 40;
constexpr std::uint32_t min_lines = 4;        ///< fewer lines show no width
constexpr std::uint32_t continued_line = 30;  ///< a line at least so long may run on into a lower-case one

/// The width that most lines of running text come near; 0 when lines are not wrapped.
std::uint32_t wrap_width(const Tokens& tokens) {
  std::array<std::uint32_t, max_width + 2> lengths{};
  std::uint32_t lines = 0;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= tokens.size(); ++i) {
    if (i < tokens.size() && !tokens.begins_line(i)) continue;
    if (tokens[i].newlines == 1 && i < tokens.size()) {
      ++lengths[std::min(tokens[i - 1].end - tokens[begin].begin, max_width + 1)];
      ++lines;
    }
    begin = i;
  }
  if (lines < min_lines || lengths[max_width + 1] * 20 > lines) return 0;
  std::uint32_t width = max_width;
  for (std::uint32_t above = lengths[width]; width > min_width && above * 20 <= lines; above += lengths[width]) --width;
  std::uint32_t near = 0;
  for (std::uint32_t size = width - width / 4; size <= max_width; ++size) near += lengths[size];
  return width > min_width && near * 2 >= lines ? width : 0;
}

bool is_bullet(char32_t mark) noexcept {
  return is_dash(mark) || mark == '*' || mark == 0x2022 || mark == 0xB7 || mark == 0x25CF || mark == 0x25AA ||
         mark == 0x25A0 || mark == 0x25E6 || mark == 0x2043 || mark == 0x27A4 || mark == '>';
}

}  // namespace

Layout::Layout(const Tokens& tokens) : tokens_(tokens), begins_(tokens.size() + 1), width_(wrap_width(tokens)) {
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens.begins_line(i)) continue;
    begins_[i] = tokens[i].newlines > 1 || !joins_line_before(i, line_begin);
    line_begin = i;
  }
}

bool Layout::joins_line_before(std::size_t i, std::size_t line_begin) const noexcept {
  if (past_marker(i) != i) return false;
  const std::uint32_t length = tokens_[i - 1].end - tokens_[line_begin].begin;
  const char32_t last = tokens_[i - 1].mark;
  const bool stopped = last == '.' || last == '!' || last == '?' || last == ':';
  const bool lower_case = tokens_.is_word(i) && !tokens_[i].capital;
  if (lower_case && !stopped && length >= continued_line) return true;
  if (width_ == 0) return false;
  // The next word would not have fit: the line was broken for width and not for meaning.
  return length + 1 + (tokens_[i].end - tokens_[i].begin) + width_ / 10 >= width_;
}

std::size_t Layout::past_marker(std::size_t i) const noexcept {
  if (!tokens_.begins_line(i)) return i;
  if (is_bullet(tokens_[i].mark))
    return tokens_.is_mark(i, '-') && tokens_[i + 1].glued && tokens_.is_number(i + 1) ? i : i + 1;
  const std::size_t at = tokens_.is_mark(i, '(') ? i + 1 : i;
  const std::uint32_t size = tokens_[at].end - tokens_[at].begin;
  const bool label =
      (tokens_.is_number(at) && size <= 3) || (tokens_.is_word(at) && size == 1 && at > i) ||
      (tokens_.is_word(at) && size == 1 && tokens_.is_mark(at + 1, ')')) ||
      (at > i && tokens_.is_word(at) && size <= 4 && tokens_.is_any(at, {"ii", "iii", "iv", "vi", "vii", "viii"}));
  if (!label || !tokens_[at + 1].glued || tokens_[at + 2].glued) return i;
  return tokens_.is_mark(at + 1, ')') || (at == i && tokens_.is_mark(at + 1, '.')) ? at + 2 : i;
}

}  // namespace avow::text
