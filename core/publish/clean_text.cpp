#include "publish/clean_text.hpp"

#include "base/utf8.hpp"

namespace avow {
namespace {

bool can_stand(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n';
  return c != 0x7F && c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [found, size] = utf8::decode(text, at);
    const bool before_line_feed = found == '\r' && text.substr(at + 1).starts_with('\n');
    const char32_t c = found == '\r' ? U'\n' : found;
    if (!before_line_feed) utf8::append(out, can_stand(c) ? c : U'\uFFFD');
    at += size;
  }
  return out;
}

std::string clean_line(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank)
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace avow
