#include "read/pdf_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.hpp"
#include "read/ascii.hpp"
#include "read/text_lines.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

/// Share of a page's height at its head and foot where running titles and page numbers stand.
constexpr double margin = 0.12;
/// Pages on which the same line must stand there; of short documents, two.
constexpr std::size_t many_pages = 3;
constexpr std::size_t few_pages = 4;
/// Height of the one line over that of the other from which the letters are of another size.
constexpr double other_size = 1.15;
constexpr std::size_t max_title = 150;

// --- heads and feet --------------------------------------------------------------------------------------------------

bool in_margin(const PdfPage& page, const PdfLine& line) {
  return line.bottom < page.height * margin || line.top > page.height * (1 - margin);
}

/// The line with every number as "#", so that "Page 3" and "Page 12" are the same.
std::string without_numbers(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool digit = ascii::is_digit(c);
    if (!digit) out += ascii::lower(c);
    if (digit && !out.ends_with('#')) out += '#';
  }
  return out;
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.find_first_not_of("ivxlc") == std::string_view::npos;
}

/// "12", "- 12 -", "Page 12 of 40", "xii".
bool is_page_number(std::string_view text) {
  static constexpr std::array forms = {"#"sv,      "- # -"sv,       "\xE2\x80\x93 # \xE2\x80\x93"sv,
                                       "page #"sv, "page # of #"sv, "# of #"sv,
                                       "#/#"sv,    "# / #"sv,       "| #"sv,
                                       "# |"sv,    "p. #"sv,        "[#]"sv};
  const auto form = without_numbers(text);
  return is_roman(form) || std::find(forms.begin(), forms.end(), form) != forms.end();
}

class RunningLines {
 public:
  explicit RunningLines(const PdfContent& content) : needed_(content.pages.size() <= few_pages ? 2 : many_pages) {
    for (const auto& page : content.pages) {
      std::unordered_set<std::string> here;
      for (const auto& block : page.blocks)
        for (const auto& line : block.lines)
          if (in_margin(page, line)) here.insert(without_numbers(line.text));
      for (const auto& form : here) ++pages_[form];
    }
  }
  bool has(const PdfPage& page, const PdfLine& line) const {
    if (!in_margin(page, line)) return false;
    if (is_page_number(line.text)) return true;
    const auto found = pages_.find(without_numbers(line.text));
    return found != pages_.end() && found->second >= needed_;
  }

 private:
  std::unordered_map<std::string, std::size_t> pages_;
  std::size_t needed_;
};

// --- hyphens ---------------------------------------------------------------------------------------------------------

bool is_letter(char c) {
  return ascii::is_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_word_part(char c) {
  return is_letter(c) || c == '-';
}

/// The words of the whole text in lower case, without those at the ends of lines.
class Words {
 public:
  void add(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      const auto* const begin = std::find_if(line.begin() + at, line.end(), is_letter);
      const auto* const end = std::find_if_not(begin, line.end(), is_word_part);
      if (begin != end && end != line.end()) words_.insert(ascii::lower(std::string_view(begin, end)));
      at = static_cast<std::size_t>(end - line.begin()) + 1;
    }
  }
  bool has(std::string_view word) const { return words_.contains(ascii::lower(word)); }

 private:
  std::unordered_set<std::string> words_;
};

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
bool is_own_hyphen(const Words& words, std::string_view before, std::string_view behind) {
  const std::string whole = std::string(before) + std::string(behind);
  const std::string hyphened = std::string(before) + "-" + std::string(behind);
  if (words.has(hyphened)) return true;
  return !words.has(whole) && words.has(before) && words.has(behind);
}

/// Puts a line behind the text of its paragraph.
void join_line(std::string& text, std::string_view line, const Words& words) {
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

// --- paragraphs ------------------------------------------------------------------------------------------------------

bool ends_sentence(std::string_view text) {
  for (const auto closer : {"\""sv, "'"sv, ")"sv, "\xE2\x80\x9D"sv, "\xE2\x80\x99"sv})
    if (text.ends_with(closer)) text.remove_suffix(closer.size());
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with(';');
}

/// "•", "–", "1.", "(a)" before the words of an item.
bool is_item(std::string_view line) {
  static constexpr std::array bullets = {"\xE2\x80\xA2"sv,  "\xE2\x96\xAA"sv, "\xE2\x96\xA0"sv, "\xE2\x97\x8F"sv,
                                         "\xE2\x97\xA6"sv,  "\xE2\x80\xA3"sv, "\xC2\xB7"sv,     "\xEF\x82\xB7"sv,
                                         "\xE2\x80\x93 "sv, "- "sv,           "o "sv,           "* "sv,
                                         "\xE2\x9C\x93"sv,  "\xE2\x96\xB6"sv, "\xE2\x9E\xA4"sv};
  if (std::any_of(bullets.begin(), bullets.end(), [&](auto bullet) { return line.starts_with(bullet); })) return true;
  const bool bracket = line.starts_with('(');
  std::size_t at = bracket ? 1 : 0;
  const auto begin = at;
  while (at < line.size() && at - begin < 3 && ascii::is_digit(line[at])) ++at;
  if (at == begin && bracket && at < line.size() && ascii::is_alpha(line[at])) ++at;
  const bool closed = at > begin && at + 1 < line.size() && (line[at] == ')' || (line[at] == '.' && !bracket));
  return closed && line[at + 1] == ' ';
}

bool same_size(const PdfLine& a, const PdfLine& b) {
  return std::max(a.height(), b.height()) < other_size * std::min(a.height(), b.height());
}

bool begins_lower(std::string_view text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z';
}

struct Edges {
  double left = 1e9, right = -1e9;
};
Edges edges_of(const PdfBlock& block) {
  Edges edges;
  for (const auto& line : block.lines) {
    edges.left = std::min(edges.left, line.left);
    edges.right = std::max(edges.right, line.right);
  }
  return edges;
}

/// Whether a line of a block begins a paragraph: it is set off by its size, its distance or its indent, or the last one
/// ended a sentence well before the edge.
bool begins_paragraph(const Edges& edges, const PdfLine& last, const PdfLine& line) {
  if (!same_size(last, line)) return true;
  if (line.top - last.bottom > 0.8 * line.height()) return true;
  if (!ends_sentence(last.text)) return false;
  const bool indented = line.left - edges.left > 0.7 * line.height() && last.left - edges.left < 0.3 * line.height();
  const bool short_line = edges.right - last.right > std::max(0.12 * (edges.right - edges.left), 2 * line.height());
  return indented || short_line;
}

class Paragraphs {
 public:
  explicit Paragraphs(const PdfContent& content) : running_(content) {
    for (const auto& page : content.pages)
      for (const auto& block : page.blocks)
        for (const auto& line : block.lines) words_.add(line.text);
    for (const auto& page : content.pages)
      for (const auto& block : page.blocks) add(page, block);
    flush();
  }
  std::string take() && { return std::move(text_).take(); }

 private:
  void add(const PdfPage& page, const PdfBlock& block) {
    const auto edges = edges_of(block);
    bool first = true;
    for (const auto& line : block.lines) {
      if (running_.has(page, line)) continue;
      const bool item = is_item(line.text);
      const bool begins = first ? !carries_on(line) : begins_paragraph(edges, last_, line);
      if (begins || item) flush();
      if (paragraph_.empty()) item_ = item;
      join_line(paragraph_, line.text, words_);
      last_ = line;
      first = false;
    }
  }

  /// Whether a block goes on with the paragraph of the block before, over the end of a column or a page.
  bool carries_on(const PdfLine& line) const {
    if (paragraph_.empty() || !same_size(last_, line)) return false;
    return !ends_sentence(paragraph_) && (begins_lower(line.text) || paragraph_.ends_with('-'));
  }

  void flush() {
    const auto text = ascii::trim(paragraph_);
    item_ ? text_.line(text) : text_.paragraph(text);
    paragraph_.clear();
  }

  RunningLines running_;
  Words words_;
  TextLines text_;
  std::string paragraph_;
  bool item_ = false;
  PdfLine last_;
};

}  // namespace

std::string pdf_text(const PdfContent& content) {
  return Paragraphs(content).take();
}

std::string largest_line(const PdfContent& content) {
  if (content.pages.empty()) return {};
  const PdfLine* largest = nullptr;
  std::string title;
  for (const auto& block : content.pages.front().blocks)
    for (const auto& line : block.lines) {
      if (largest != nullptr && line.height() < largest->height() * 0.95) continue;
      const bool goes_on = largest != nullptr && same_size(*largest, line);
      title = goes_on ? title + " " + line.text : line.text;
      largest = &line;
    }
  return title.size() <= max_title ? title : std::string();
}

}  // namespace avow
