#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "read/ascii.hpp"
#include "read/xml_tree.hpp"

namespace avow::xml {
namespace {

/// No entity that is known has a longer name.
constexpr std::size_t longest_entity = 12;

bool may_be_in_text(char32_t c) {
  const bool control = c < 0x20 && c != '\t' && c != '\n';
  return !control && c != 0x7F && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

/// "#163" or "#xA3"; nullopt for what is no number, U+FFFD for what no text may hold.
std::optional<char32_t> numeric(std::string_view name) {
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  if (name.empty()) return std::nullopt;
  char32_t number = 0;
  for (const char c : name) {
    const char low = ascii::lower(c);
    const bool letter = hex && low >= 'a' && low <= 'f';
    if (!ascii::is_digit(c) && !letter) return std::nullopt;
    const auto digit = static_cast<char32_t>(letter ? low - 'a' + 10 : c - '0');
    number = std::min<char32_t>(number * (hex ? 16 : 10) + digit, 0x110000);
  }
  if (number == '\r') return '\n';
  return may_be_in_text(number) ? number : 0xFFFD;
}

std::optional<char32_t> entity(std::string_view name) {
  if (name.starts_with('#')) return numeric(name);
  if (name == "apos") return '\'';
  const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  return found == nullptr ? std::nullopt : std::optional(static_cast<char32_t>(found->value));
}

}  // namespace

std::string decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto ampersand = std::min(text.find('&', at), text.size());
    out += text.substr(at, ampersand - at);
    at = ampersand;
    if (at == text.size()) break;
    const auto end = text.substr(at + 1, longest_entity).find(';');
    const auto code = end == std::string_view::npos ? std::nullopt : entity(text.substr(at + 1, end));
    if (code) utf8::append(out, *code);
    if (!code) out += '&';
    at += code ? end + 2 : 1;
  }
  return out;
}

}  // namespace avow::xml
