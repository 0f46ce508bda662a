#include "publish/fields.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.hpp"

namespace avow {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

/// What stands for a byte within quotation marks: 0 for itself, 'u' for its number, else the letter behind a backslash.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t control = 0; control < ' '; ++control) table[control] = 'u';
  table['\b'] = 'b';
  table['\t'] = 't';
  table['\n'] = 'n';
  table['\f'] = 'f';
  table['\r'] = 'r';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

char escape_of(char c) {
  return escapes[static_cast<unsigned char>(c)];
}

void append_escape(std::string& out, char c) {
  const char letter = escape_of(c);
  out += '\\';
  out += letter;
  if (letter != 'u') return;
  const auto byte = static_cast<unsigned char>(c);
  out += {'0', '0', digits[byte >> 4], digits[byte & 15]};
}

void append_text(std::string& out, std::string_view text) {
  if (utf8::first_invalid(text)) {
    out += json_text(Json(text));
    return;
  }
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && escape_of(text[at]) == 0) ++at;
    out.append(text, begin, at - begin);
    if (at < text.size()) append_escape(out, text[at++]);
  }
  out += '"';
}

void append_number(std::string& out, std::uint32_t number) {
  std::array<char, 10> text{};
  out.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr);
}

}  // namespace

std::string json_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void JsonFields::put(std::string_view name, Json value) {
  object_[std::string(name)] = std::move(value);
}

void JsonFields::null(std::string_view name) {
  put(name, nullptr);
}

void JsonFields::text(std::string_view name, std::string_view text) {
  put(name, text);
}

void JsonFields::texts(std::string_view name, const std::vector<std::string>& texts) {
  put(name, texts);
}

void JsonFields::number(std::string_view name, double number) {
  put(name, number);
}

void JsonFields::flag(std::string_view name, bool flag) {
  put(name, flag);
}

void JsonFields::span(std::string_view name, Span span) {
  put(name, Json::array({span.begin, span.end}));
}

void TextFields::begin(std::string_view name) {
  if (!std::exchange(empty_, false)) out_ += ',';
  out_ += '"';
  out_ += name;
  out_ += "\":";
}

void TextFields::null(std::string_view name) {
  begin(name);
  out_ += "null";
}

void TextFields::text(std::string_view name, std::string_view text) {
  begin(name);
  append_text(out_, text);
}

void TextFields::texts(std::string_view name, const std::vector<std::string>& texts) {
  begin(name);
  out_ += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out_ += ',';
    append_text(out_, texts[i]);
  }
  out_ += ']';
}

/// By the library, whose digits are not always those of std::to_chars.
void TextFields::number(std::string_view name, double number) {
  begin(name);
  out_ += json_text(number);
}

void TextFields::flag(std::string_view name, bool flag) {
  begin(name);
  out_ += flag ? "true" : "false";
}

void TextFields::span(std::string_view name, Span span) {
  begin(name);
  out_ += '[';
  append_number(out_, span.begin);
  out_ += ',';
  append_number(out_, span.end);
  out_ += ']';
}

}  // namespace avow
