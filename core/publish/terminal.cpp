#include "publish/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "base/utf8.hpp"

namespace avow {
namespace {

struct Range {
  char32_t first, last;
};

/// What steers a terminal or the direction of writing: controls, bidirectional marks, embeddings, overrides and
/// isolates, line and paragraph separators, interlinear annotations, tags.
constexpr Range unsafe[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C}, {0x200E, 0x200F},  {0x2028, 0x202E},
                            {0x2066, 0x2069}, {0xFFF9, 0xFFFB}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE007F}};

/// Combining marks, joiners and variation selectors (Unicode 15, general categories Mn, Me, Cf; the blocks of them).
constexpr Range zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD},  {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0900, 0x0902},
    {0x093C, 0x093C}, {0x0941, 0x0948},   {0x0E31, 0x0E31},  {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200D},   {0x2060, 0x2064},  {0x20D0, 0x20FF}, {0x302A, 0x302F}, {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF}};

/// East Asian Width W and F (UAX 11), by blocks, and emoji.
constexpr Range wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
                          {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
                          {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
                          {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

bool in(std::span<const Range> ranges, char32_t c) noexcept {
  const auto at =
      std::lower_bound(ranges.begin(), ranges.end(), c, [](Range range, char32_t v) { return range.last < v; });
  return at != ranges.end() && at->first <= c;
}

std::size_t width_of(char32_t c) noexcept {
  if (c < 0x0300) return 1;
  if (in(zero_width, c)) return 0;
  return in(wide, c) ? 2 : 1;
}

bool is_plain(char c) noexcept {
  return c >= 0x20 && c < 0x7F;
}

void append_escape(std::string& out, char32_t c) {
  const auto number = static_cast<std::uint32_t>(c);
  if (number <= 0xFF)
    fmt::format_to(std::back_inserter(out), "\\x{:02X}", number);
  else if (number <= 0xFFFF)
    fmt::format_to(std::back_inserter(out), "\\u{:04X}", number);
  else
    fmt::format_to(std::back_inserter(out), "\\U{:08X}", number);
}

/// Line feeds, tabs and carriage returns; false for anything else.
bool append_blank(std::string& out, char c, Lines lines) {
  if (c != '\n' && c != '\t' && c != '\r') return false;
  if (lines == Lines::one)
    out.push_back(' ');
  else if (c != '\r')
    out.push_back(c);
  return true;
}

}  // namespace

std::string terminal_text(std::string_view text, Lines lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (is_plain(byte)) {
      out.push_back(byte);
      ++at;
      continue;
    }
    const auto [c, size] = utf8::decode(text, at);
    const bool invalid = size == 1 && static_cast<std::uint8_t>(byte) >= 0x80;
    if (invalid)
      append_escape(out, static_cast<std::uint8_t>(byte));
    else if (!append_blank(out, byte, lines) && in(unsafe, c))
      append_escape(out, c);
    else if (size > 1)
      out.append(text.substr(at, size));
    at += size;
  }
  return out;
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = utf8::decode(text, at);
    width += width_of(c);
    at += size;
  }
  return width;
}

std::string fit(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t used = 0, at = 0;
  while (at < text.size()) {
    const auto [c, size] = utf8::decode(text, at);
    if (used + width_of(c) > width - 1) break;
    used += width_of(c);
    at += size;
  }
  std::string cut(text.substr(0, at));
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  return cut + "…";
}

}  // namespace avow
