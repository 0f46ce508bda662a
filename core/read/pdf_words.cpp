#include "read/pdf_words.hpp"

#include <algorithm>

#include "read/ascii.hpp"

namespace avow {
namespace {

bool is_letter(char c) {
  return ascii::is_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_word_part(char c) {
  return is_letter(c) || c == '-';
}

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view real_hyphen = "\xE2\x80\x90";

std::string_view last_word(std::string_view text) {
  auto begin = text.size();
  while (begin > 0 && is_word_part(text[begin - 1])) --begin;
  return text.substr(begin);
}
std::string_view first_word(std::string_view text) {
  return text.substr(0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_letter) - text.begin()));
}

/// Whether the hyphen between two lines is the word's own ("long-term"): the text has it so elsewhere, or both parts
/// are words of the text and the whole is not.
bool is_own_hyphen(const PdfWords& words, std::string_view before, std::string_view behind) {
  const std::string whole = std::string(before) + std::string(behind);
  const std::string hyphened = std::string(before) + "-" + std::string(behind);
  if (words.has(hyphened)) return true;
  return !words.has(whole) && words.has(before) && words.has(behind);
}

}  // namespace

void PdfWords::add(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const auto* const begin = std::find_if(line.begin() + at, line.end(), is_letter);
    const auto* const end = std::find_if_not(begin, line.end(), is_word_part);
    if (begin != end && end != line.end()) words_.insert(ascii::lower(std::string_view(begin, end)));
    at = static_cast<std::size_t>(end - line.begin()) + 1;
  }
}

bool PdfWords::has(std::string_view word) const {
  return words_.contains(ascii::lower(word));
}

bool is_initial(std::string_view text, std::string_view next) {
  return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z' && next[0] >= 'a' && next[0] <= 'z';
}

void join_line(std::string& text, std::string_view line, const PdfWords& words) {
  if (is_initial(text, line)) {
    const bool one_word = words.has(text + std::string(first_word(line))) || (text != "A" && text != "I");
    text += (one_word ? "" : " ") + std::string(line);
    return;
  }
  if (text.ends_with(soft_hyphen)) {
    text.resize(text.size() - soft_hyphen.size());
    text += line;
    return;
  }
  const auto size = text.ends_with(real_hyphen) ? real_hyphen.size() : 1;
  const bool hyphen = text.ends_with('-') || text.ends_with(real_hyphen);
  const std::string_view stem = std::string_view(text).substr(0, text.size() - std::min(size, text.size()));
  if (!hyphen || stem.empty() || !is_letter(stem.back())) {
    const bool figures = hyphen && !stem.empty() && ascii::is_digit(stem.back());
    text += (text.empty() || figures ? "" : " ") + std::string(line);
    return;
  }
  const bool lower = line[0] >= 'a' && line[0] <= 'z';
  if (lower && !is_own_hyphen(words, last_word(stem), first_word(line))) text.resize(stem.size());
  text += line;
}

}  // namespace avow
