#include "read/html_blocks.hpp"

#include <algorithm>
#include <array>

#include "read/ascii.hpp"

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

/// Words in class and id that mark what stands beside an article.
constexpr std::array beside_words = {
    "ad"sv,          "ads"sv,     "advert"sv,     "advertisement"sv, "banner"sv,    "bio"sv,          "breadcrumb"sv,
    "breadcrumbs"sv, "byline"sv,  "caption"sv,    "carousel"sv,      "comment"sv,   "comments"sv,     "consent"sv,
    "cookie"sv,      "cookies"sv, "copyright"sv,  "credit"sv,        "credits"sv,   "cta"sv,          "dateline"sv,
    "disclaimer"sv,  "disqus"sv,  "donate"sv,     "excerpt"sv,       "feedback"sv,  "footer"sv,       "gdpr"sv,
    "hidden"sv,      "login"sv,   "masthead"sv,   "menu"sv,          "meta"sv,      "metadata"sv,     "modal"sv,
    "nav"sv,         "navbar"sv,  "navigation"sv, "newsletter"sv,    "outbrain"sv,  "pagination"sv,   "paywall"sv,
    "popular"sv,     "popup"sv,   "privacy"sv,    "promo"sv,         "promoted"sv,  "rail"sv,         "recirc"sv,
    "recommended"sv, "related"sv, "share"sv,      "shares"sv,        "sharing"sv,   "sidebar"sv,      "signup"sv,
    "skip"sv,        "social"sv,  "sponsor"sv,    "sponsored"sv,     "subscribe"sv, "subscription"sv, "taboola"sv,
    "tags"sv,        "teaser"sv,  "ticker"sv,     "timestamp"sv,     "toolbar"sv,   "trending"sv,     "upsell"sv,
    "widget"sv};
static_assert(std::is_sorted(beside_words.begin(), beside_words.end()));

/// Names longer than this are generated; reading them costs more than they say.
constexpr std::size_t max_name = 256;

/// Whether a word of "class" or "id" (split at anything but letters, and before capitals) is a marker.
bool has_beside_word(std::string_view names) {
  std::string word;
  for (const char c : names.substr(0, max_name)) {
    const bool capital = c >= 'A' && c <= 'Z';
    if ((capital || !ascii::is_alpha(c)) && !word.empty()) {
      if (in(beside_words, word)) return true;
      word.clear();
    }
    if (ascii::is_alpha(c)) word += ascii::lower(c);
  }
  return in(beside_words, word);
}

bool is_beside(const xmlNode* node, std::string_view tag) {
  if (tag == "body" || tag == "html" || tag == "article" || tag == "main") return false;
  return has_beside_word(attribute(node, "class")) || has_beside_word(attribute(node, "id"));
}

bool is_hidden(const xmlNode* node) {
  if (attribute(node, "aria-hidden") == "true") return true;
  const auto style = attribute(node, "style");
  return ascii::find(style, "display:none") != std::string_view::npos ||
         ascii::find(style, "display: none") != std::string_view::npos;
}

bool says_article(const xmlNode* node, std::string_view tag) {
  const auto item = attribute(node, "itemprop");
  return tag == "article" || tag == "main" || item == "articleBody" || item == "text" ||
         attribute(node, "role") == "main";
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
  }
  HtmlBlocks result;

 private:
  /// An element that has been entered and not yet left.
  struct Open {
    const xmlNode* node;
    HtmlBlock::Kind kind;
    bool block, link, beside;
    std::size_t region;
  };
  static constexpr std::size_t no_region = static_cast<std::size_t>(-1);

  bool enter(const xmlNode* node) {
    if (is_text(node)) add_text(content_of(node));
    const auto tag = tag_of(node);
    if (tag == "br") line_break();
    if (tag.empty() || in(skipped, tag) || is_hidden(node)) return false;
    const bool block = in(block_tags, tag);
    if (block) flush();
    const Open outer =
        open_.empty() ? Open{nullptr, HtmlBlock::Kind::paragraph, true, false, false, no_region} : open_.back();
    Open now{node, outer.kind, block, outer.link || tag == "a", outer.beside || is_beside(node, tag), no_region};
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
    if (closing.region != no_region)
      result.regions[closing.region].last = static_cast<std::uint32_t>(result.blocks.size());
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

  std::vector<Open> open_;
  const Open nowhere_{nullptr, HtmlBlock::Kind::paragraph, true, false, false, no_region};
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
