#include "read/hansard_html.hpp"

#include <algorithm>
#include <array>

#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/transcript.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && ascii::is_digit(tag[1]);
}

/// All text beneath a node, however long.
std::string whole_text(const xmlNode* node) {
  std::string text;
  for (const xmlNode* at = node; at != nullptr; at = next_node(at, node))
    if (is_text(at)) text += content_of(at);
  return ascii::squeeze(text);
}

/// "19 July 2011 : Column 771".
bool is_column(std::string_view text) {
  const auto colon = text.find(" : Column ");
  return colon != std::string_view::npos && text.size() < 60 && leading_date(text).is_day();
}

/// "3. ", "T1. [66880]": what may stand before the name of who asks.
bool is_question_number(std::string_view text) {
  return text.find_first_not_of("0123456789T.[] \t\n") == std::string_view::npos;
}

std::string_view without_question_number(std::string_view text) {
  text = ascii::trim(text);
  const auto open = text.rfind('[');
  if (open == std::string_view::npos || !text.ends_with(']')) return text;
  return is_question_number(text.substr(open)) ? ascii::trim(text.substr(0, open)) : text;
}

/// A paragraph taken apart: who is named in bold at its beginning, what follows, and whether any of it is not set in
/// italics.
struct Paragraph {
  std::string label, words;
  bool upright = false;
};

bool is_within(const xmlNode* node, const xmlNode* root, std::string_view tag) {
  for (; node != nullptr && node != root; node = node->parent)
    if (tag_of(node) == tag) return true;
  return false;
}

/// "(Harwick) (Lab):" behind a name in bold belongs to it.
void move_seat_to_label(Paragraph& paragraph) {
  const auto end = paragraph.words.find("):");
  constexpr std::size_t longest = 100;
  if (paragraph.label.empty() || paragraph.label.ends_with(':')) return;
  if (!paragraph.words.starts_with('(') || end > longest) return;
  paragraph.label += " " + paragraph.words.substr(0, end + 2);
  paragraph.words.erase(0, end + 2);
}

Paragraph take_apart(const xmlNode* element) {
  Paragraph out;
  std::string before;
  for (const xmlNode* at = element; at != nullptr; at = next_node(at, element)) {
    if (!is_text(at)) continue;
    const bool blank = ascii::trim(content_of(at)).empty();
    const bool bold = !blank && is_within(at, element, "b");
    const bool goes_on =
        out.label.empty() ? is_question_number(before) : ascii::trim(before).empty() && !out.label.ends_with(':');
    if (bold && goes_on) {
      out.label = ascii::squeeze(out.label + " " + std::string(content_of(at)));
      before.clear();
      continue;
    }
    out.upright = out.upright || (!blank && !is_within(at, element, "i"));
    before += content_of(at);
  }
  out.words = ascii::squeeze(before);
  move_seat_to_label(out);
  if (!out.label.ends_with(':')) {
    out.words = whole_text(element);
    out.label.clear();
  }
  return out;
}

/// What the House does, told by the reporters and only partly in italics.
bool is_procedure(std::string_view words) {
  constexpr std::array openings = {"Question put"sv, "Question proposed"sv, "Question accordingly"sv,
                                   "Motion made"sv,  "The House divided"sv, "Ayes "sv,
                                   "Noes "sv};
  const bool time = words.size() <= 12 && (words.ends_with(" pm") || words.ends_with(" am"));
  return time ||
         std::any_of(openings.begin(), openings.end(), [&](auto opening) { return words.starts_with(opening); });
}

class PageReader {
 public:
  explicit PageReader(const HtmlPage& page) {
    for (const xmlNode* node = first_node(page); node != nullptr;) {
      const auto tag = tag_of(node);
      const bool whole = is_heading(tag) || tag == "p";
      if (tag == "notus-date") mark(node);
      if (is_heading(tag)) heading(whole_text(node));
      if (tag == "p") paragraph(node);
      node = next_node(node, nullptr, whole);
    }
  }

  Document document() && {
    Document document;
    document.title = title_.empty() ? house_ : title_;
    document.publisher = house_;
    document.published = day_;
    document.speaker = all_.sole_speaker();
    document.text = debate_text(all_);
    document.language = "en";
    document.media_type = "text/html";
    return document;
  }

 private:
  /// <notus-date day="19" month="7" year="2011">
  void mark(const xmlNode* node) {
    if (day_.known()) return;
    const auto two = [&](const char* name) {
      const std::string value(attribute(node, name));
      return value.size() == 1 ? "0" + value : value;
    };
    day_ = leading_date(two("year") + "-" + two("month") + "-" + two("day"));
  }

  void heading(const std::string& text) {
    dividing_ = false;
    open_ = false;
    const bool names_house = text == "House of Commons" || text == "House of Lords" || text == "Westminster Hall";
    if (names_house && house_.empty()) house_ = text;
    const Date date = leading_date(text);
    if (date.is_day() && !day_.known()) day_ = date;
    const bool note = text.empty() || text[0] == '[' || text == "Prayers" || text.starts_with("The House met");
    if (title_.empty() && !names_house && !date.known() && !note) title_ = text;
  }

  void paragraph(const xmlNode* node) {
    auto found = take_apart(node);
    if (is_column(found.words)) {
      if (!day_.known()) day_ = leading_date(found.words);
      return;
    }
    if (!found.label.empty()) return begin(found);
    if (found.words.starts_with("Division No.") || found.words == "AYES" || found.words == "Contents") dividing_ = true;
    if (open_ && !dividing_ && found.upright && !is_procedure(found.words))
      add(std::string(without_question_number(found.words)));
  }

  void begin(const Paragraph& found) {
    const auto [name, role] = split_label(found.label);
    speaker_ = name;
    role_ = role;
    dividing_ = false;
    open_ = true;
    add(std::string(without_question_number(found.words)));
  }

  /// A column that ends within a sentence has cut a paragraph in two.
  void add(std::string words) {
    const bool cut = !words.empty() && words[0] >= 'a' && words[0] <= 'z' && !all_.empty() &&
                     all_.speeches.back().speaker == speaker_;
    if (cut)
      all_.speeches.back().paragraphs.back() += " " + words;
    else
      all_.add(speaker_, role_, std::move(words));
  }

  Debate all_;
  std::string title_, house_, speaker_, role_;
  Date day_;
  bool open_ = false;      ///< somebody speaks
  bool dividing_ = false;  ///< names of those who voted follow
};

}  // namespace

bool is_hansard_page(const HtmlPage& page) {
  for (const xmlNode* node = first_node(page); node != nullptr; node = next_node(node, nullptr)) {
    const auto tag = tag_of(node);
    if (tag == "notus-date" || tag == "columnnum") return true;
    if (tag == "a" && attribute(node, "class") == "anchor-column") return true;
    if (tag == "a" && attribute(node, "name").starts_with("column_")) return true;
  }
  return false;
}

Document read_hansard_page(const HtmlPage& page) {
  return std::move(PageReader(page)).document();
}

}  // namespace avow
