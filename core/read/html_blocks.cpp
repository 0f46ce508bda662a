#include "read/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/ascii.hpp"
#include "read/html_names.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool in(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Never part of what a page says to its reader.
constexpr std::array skipped = {"applet"sv, "aside"sv,      "audio"sv,    "button"sv,   "canvas"sv,   "datalist"sv,
                                "embed"sv,  "figcaption"sv, "figure"sv,   "footer"sv,   "frameset"sv, "head"sv,
                                "iframe"sv, "input"sv,      "label"sv,    "map"sv,      "menu"sv,     "meter"sv,
                                "nav"sv,    "noscript"sv,   "object"sv,   "progress"sv, "script"sv,   "select"sv,
                                "style"sv,  "svg"sv,        "template"sv, "textarea"sv, "video"sv};
static_assert(std::is_sorted(skipped.begin(), skipped.end()));

/// Elements that begin and end a block of text; all others are within a line.
constexpr std::array block_tags = {
    "address"sv, "article"sv, "blockquote"sv, "body"sv,    "center"sv,  "dd"sv,    "details"sv, "div"sv,
    "dl"sv,      "dt"sv,      "fieldset"sv,   "form"sv,    "h1"sv,      "h2"sv,    "h3"sv,      "h4"sv,
    "h5"sv,      "h6"sv,      "header"sv,     "hgroup"sv,  "hr"sv,      "html"sv,  "li"sv,      "main"sv,
    "ol"sv,      "p"sv,       "pre"sv,        "section"sv, "summary"sv, "table"sv, "tbody"sv,   "td"sv,
    "tfoot"sv,   "th"sv,      "thead"sv,      "tr"sv,      "ul"sv};
static_assert(std::is_sorted(block_tags.begin(), block_tags.end()));

/// What is marked as beside the article and yet holds more of the page's running text than this is a frame around it.
constexpr double most_beside = 0.7;
/// Bytes of a block from which it is likely to be running text.
constexpr std::size_t long_block = 80;

bool is_beside(const xmlNode* node, std::string_view tag) {
  if (tag == "body" || tag == "html" || tag == "article" || tag == "main") return false;
  return names_beside(attribute(node, "class")) || names_beside(attribute(node, "id"));
}

bool is_hidden(const xmlNode* node) {
  if (attribute(node, "aria-hidden") == "true") return true;
  const auto style = attribute(node, "style");
  return ascii::find(style, "display:none") != std::string_view::npos ||
         ascii::find(style, "display: none") != std::string_view::npos;
}

bool says_article(const xmlNode* node, std::string_view tag) {
  const auto item = attribute(node, "itemprop");
  if (tag == "article" || tag == "main" || item == "articleBody" || item == "text") return true;
  const bool named = (tag == "div" || tag == "section") &&
                     (names_article(attribute(node, "class")) || names_article(attribute(node, "id")));
  return named || attribute(node, "role") == "main";
}

HtmlBlock::Kind kind_of(std::string_view tag, HtmlBlock::Kind outer) {
  using enum HtmlBlock::Kind;
  if (tag.size() == 2 && tag[0] == 'h' && ascii::is_digit(tag[1])) return heading;
  if (tag == "li" || tag == "dt" || tag == "dd") return item;
  if (tag == "td" || tag == "th") return cell;
  if (tag == "pre") return preformatted;
  return outer == cell || outer == preformatted || outer == item ? outer : paragraph;
}

class Walk {
 public:
  explicit Walk(const HtmlPage& page) {
    const xmlNode* node = first_node(page);
    while (node != nullptr) {
      if (enter(node) && node->children != nullptr) {
        node = node->children;
        continue;
      }
      node = leave_until_next(node);
    }
    flush();
    mark_beside();
  }
  HtmlBlocks result;

 private:
  /// An element that has been entered and not yet left.
  struct Open {
    const xmlNode* node;
    HtmlBlock::Kind kind;
    bool block, link, beside;
    std::size_t region;
    std::size_t marked_from = none;  ///< first block of an element that is marked as beside the article
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  bool enter(const xmlNode* node) {
    if (is_text(node)) add_text(content_of(node));
    const auto tag = tag_of(node);
    if (tag == "br") line_break();
    if (tag.empty() || in(skipped, tag) || is_hidden(node)) return false;
    const bool block = in(block_tags, tag);
    if (block) flush();
    const Open outer =
        open_.empty() ? Open{nullptr, HtmlBlock::Kind::paragraph, true, false, false, none} : open_.back();
    const bool marked = is_beside(node, tag);
    Open now{node, outer.kind, block, outer.link || tag == "a", outer.beside || (marked && !block), none};
    if (marked && block) now.marked_from = result.blocks.size();
    if (block) now.kind = kind_of(tag, outer.kind);
    if (block) now.region = open_region(says_article(node, tag));
    open_.push_back(now);
    return true;
  }

  std::size_t open_region(bool article) {
    const auto first = static_cast<std::uint32_t>(result.blocks.size());
    result.regions.push_back({first, first, article});
    return result.regions.size() - 1;
  }

  const xmlNode* leave_until_next(const xmlNode* node) {
    for (; node != nullptr; node = node->parent) {
      if (!open_.empty() && open_.back().node == node) leave();
      if (node->next != nullptr) return node->next;
      if (node->parent == nullptr || node->parent->type != XML_ELEMENT_NODE) return nullptr;
    }
    return nullptr;
  }

  void leave() {
    const Open closing = open_.back();
    if (closing.block) flush();
    if (closing.marked_from != none) marked_.push_back({closing.marked_from, result.blocks.size()});
    if (closing.region != none) result.regions[closing.region].last = static_cast<std::uint32_t>(result.blocks.size());
    open_.pop_back();
  }

  void add_text(std::string_view text) {
    const Open& outer = open_.empty() ? nowhere_ : open_.back();
    const auto before = text_.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool nbsp = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
      if (nbsp) ++i;
      const char c = nbsp ? ' ' : text[i];
      const bool blank = ascii::is_space(c) && !(outer.kind == HtmlBlock::Kind::preformatted && c == '\n');
      if (!blank) {
        text_ += c;
      } else if (!text_.empty() && !ascii::is_space(text_.back())) {
        text_ += ' ';
      }
    }
    if (outer.link) link_bytes_ += text_.size() - before;
    kind_ = outer.kind;
    beside_ = beside_ || outer.beside;
  }

  void line_break() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (text_.empty()) return;
    if (text_.back() == '\n') return flush();  // two in a row part paragraphs
    text_ += '\n';
  }

  void flush() {
    const auto trimmed = ascii::trim(text_);
    if (!trimmed.empty())
      result.blocks.push_back({kind_, beside_, std::string(trimmed), std::min(link_bytes_, trimmed.size())});
    text_.clear();
    link_bytes_ = 0;
    beside_ = false;
  }

  /// Marks what lies in marked elements, once all of the page is known. In one pass, however they are nested.
  void mark_beside() {
    auto& blocks = result.blocks;
    std::vector<std::size_t> running(blocks.size() + 1, 0);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const auto bytes = blocks[i].text.size() - blocks[i].link_bytes;
      running[i + 1] = running[i] + (blocks[i].text.size() >= long_block ? bytes : 0);
    }
    std::vector<int> change(blocks.size() + 1, 0);
    for (const auto& [first, last] : marked_) {
      const auto bytes = static_cast<double>(running[last] - running[first]);
      if (bytes > most_beside * static_cast<double>(running.back())) continue;
      ++change[first];
      --change[last];
    }
    int depth = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) blocks[i].beside |= (depth += change[i]) > 0;
  }

  std::vector<Open> open_;
  std::vector<std::pair<std::size_t, std::size_t>> marked_;
  const Open nowhere_{nullptr, HtmlBlock::Kind::paragraph, true, false, false, none};
  std::string text_;
  std::size_t link_bytes_ = 0;
  HtmlBlock::Kind kind_ = HtmlBlock::Kind::paragraph;
  bool beside_ = false;
};

}  // namespace

HtmlBlocks html_blocks(const HtmlPage& page) {
  return std::move(Walk(page).result);
}

}  // namespace avow
