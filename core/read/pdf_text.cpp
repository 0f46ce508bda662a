#include "read/pdf_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "read/ascii.hpp"
#include "read/pdf_words.hpp"
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

template <typename Take>
void for_each_line(const PdfContent& content, Take take) {
  for (const auto& page : content.pages)
    for (const auto& block : page.blocks)
      for (const auto& line : block.lines) take(page, line);
}

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

/// The height of the letters that most of the text is set in, in quarters of a point.
long quarters(const PdfLine& line) {
  return std::lround(line.height() * 4);
}
long body_height(const PdfContent& content) {
  std::map<long, std::size_t> bytes;
  for_each_line(content, [&](const PdfPage&, const PdfLine& line) { bytes[quarters(line)] += line.text.size(); });
  const auto most = std::max_element(bytes.begin(), bytes.end(), [](auto& a, auto& b) { return a.second < b.second; });
  return most == bytes.end() ? 0 : most->first;
}

/// How far the lines of the body reach to both sides on a page; all of the page when it has too few of them.
struct Columns {
  double left = 0, right = 1e9;
};
Columns columns_of(const PdfPage& page, long height) {
  constexpr std::size_t enough_lines = 5;
  Columns columns{1e9, 0};
  std::size_t lines = 0;
  for (const auto& block : page.blocks)
    for (const auto& line : block.lines) {
      if (std::abs(quarters(line) - height) > 2) continue;
      columns = {std::min(columns.left, line.left), std::max(columns.right, line.right)};
      ++lines;
    }
  return lines < enough_lines ? Columns{} : columns;
}

/// What is no part of the running text: titles at head and foot, numbers of pages, small print beside the columns.
class RunningLines {
 public:
  explicit RunningLines(const PdfContent& content)
      : needed_(content.pages.size() <= few_pages ? 2 : many_pages), height_(body_height(content)) {
    std::map<std::string, std::set<const PdfPage*>> pages;
    for_each_line(content, [&](const PdfPage& page, const PdfLine& line) {
      if (in_margin(page, line)) pages[without_numbers(line.text)].insert(&page);
    });
    for (auto& [form, on] : pages)
      if (on.size() >= needed_) repeated_.insert(form);
    for (const auto& page : content.pages) columns_.emplace(&page, columns_of(page, height_));
  }
  bool has(const PdfPage& page, const PdfLine& line) const {
    const auto& columns = columns_.at(&page);
    const bool beside = line.left >= columns.right || line.right <= columns.left;
    if (beside && quarters(line) < height_ - 2) return true;
    return in_margin(page, line) && (is_page_number(line.text) || repeated_.contains(without_numbers(line.text)));
  }

 private:
  std::size_t needed_;
  long height_;
  std::set<std::string> repeated_;
  std::map<const PdfPage*, Columns> columns_;
};

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

double left_shift(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.left - b.left) / b.height();
}

/// Whether `line` stands below `last` in the same column, which an indent does not leave.
bool is_below(const PdfLine& last, const PdfLine& line) {
  return line.top > last.top && left_shift(last, line) < 3;
}

/// The usual distance from line to line, in heights of a line.
double usual_pitch(const PdfContent& content) {
  std::vector<double> found;
  for (const auto& page : content.pages) {
    const PdfLine* last = nullptr;
    for (const auto& block : page.blocks)
      for (const auto& line : block.lines) {
        const double pitch = last == nullptr ? 0 : (line.top - last->top) / line.height();
        if (pitch > 0.5 && pitch < 3 && same_size(*last, line) && is_below(*last, line)) found.push_back(pitch);
        last = &line;
      }
  }
  if (found.empty()) return 1.2;
  const auto middle = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2);
  std::nth_element(found.begin(), middle, found.end());
  return *middle;
}

/// A line with the page it is on and the right edge of its column: of the lines of its size that begin where it does.
struct PlacedLine {
  PdfLine line;
  std::size_t page = 0;
  double edge = 0;
};

std::vector<PlacedLine> place_lines(const PdfContent& content, const RunningLines& running) {
  std::vector<PlacedLine> placed;
  for (std::size_t number = 0; number < content.pages.size(); ++number) {
    const auto& page = content.pages[number];
    std::unordered_map<long, double> edges;  // by left edge and height, both in steps of some points
    const auto key = [](const PdfLine& line) {
      return std::lround(line.left / 12) * 64 + std::lround(line.height() / 4);
    };
    const auto first = placed.size();
    for (const auto& block : page.blocks)
      for (const auto& line : block.lines)
        if (!running.has(page, line)) {
          placed.push_back({line, number, 0});
          auto& edge = edges[key(line)];
          edge = std::max(edge, line.right);
        }
    for (auto i = first; i < placed.size(); ++i) placed[i].edge = edges[key(placed[i].line)];
  }
  return placed;
}

/// Whether the first word of `next` would have had room at the end of `last`: then the line ended on purpose.
bool had_room(const PlacedLine& last, std::string_view next) {
  const auto& line = last.line;
  const double character = (line.right - line.left) / static_cast<double>(std::max<std::size_t>(line.text.size(), 1));
  const auto word = std::min(next.find(' '), next.size());
  return line.right + character * static_cast<double>(word + 1) < last.edge;
}

class Paragraphs {
 public:
  explicit Paragraphs(const PdfContent& content) : pitch_(usual_pitch(content)) {
    const auto lines = place_lines(content, RunningLines(content));
    for (const auto& placed : lines) words_.add(placed.line.text);
    const PlacedLine* last = nullptr;
    for (const auto& placed : lines) {
      const bool item = is_item(placed.line.text);
      if (last != nullptr && (item || begins_paragraph(*last, placed))) flush();
      if (paragraph_.empty()) item_ = item;
      join_line(paragraph_, placed.line.text, words_);
      last = &placed;
    }
    flush();
  }
  std::string take() && { return std::move(text_).take(); }

 private:
  bool begins_paragraph(const PlacedLine& last, const PlacedLine& now) const {
    if (is_initial(last.line.text, now.line.text)) return false;
    const bool open = !ends_sentence(last.line.text);
    const bool far = last.page == now.page && is_below(last.line, now.line) &&
                     now.line.top - last.line.top > 1.3 * pitch_ * now.line.height();
    if (open && begins_lower(now.line.text)) return far && !same_size(last.line, now.line);
    if (!same_size(last.line, now.line) || far) return true;
    if (had_room(last, now.line.text)) return true;
    if (open) return false;
    const bool same_column = last.page == now.page && is_below(last.line, now.line);
    const bool indented = now.line.left - last.line.left > 0.7 * now.line.height();
    return !same_column || indented;
  }

  void flush() {
    const auto text = ascii::trim(paragraph_);
    item_ ? text_.line(text) : text_.paragraph(text);
    paragraph_.clear();
  }

  double pitch_;
  PdfWords words_;
  TextLines text_;
  std::string paragraph_;
  bool item_ = false;
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
