#include "read/html_main_text.hpp"

#include <algorithm>
#include <array>

#include "read/ascii.hpp"
#include "read/html_blocks.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

/// Below this many bytes, what was found is taken for a scrap, and the search is done again less strictly.
constexpr std::size_t enough_text = 250;
/// Share of a block that may be links before it counts as a menu or teaser.
constexpr double max_link_share = 0.5;
/// Bytes of a block from which it can be running text.
constexpr std::size_t running_text = 80;
/// What a block costs that is none: more than a scrap between two paragraphs, less than a paragraph.
constexpr double scrap_cost = 20;
constexpr double menu_cost = 60;
/// How much more an element weighs that says of itself that it is the article.
constexpr double article_weight = 1.1;

/// Blocks that are taken off the end for inviting to something else.
constexpr std::size_t most_invitations = 6;

double link_share(const HtmlBlock& block) {
  return static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size());
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view closer : {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99"})
    if (text.ends_with(closer)) text.remove_suffix(closer.size());
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with("\xE2\x80\xA6");
}

bool is_running_text(const HtmlBlock& block) {
  if (block.kind == HtmlBlock::Kind::heading || link_share(block) > max_link_share) return false;
  return block.text.size() >= running_text || (block.text.size() >= running_text / 3 && ends_sentence(block.text));
}

/// An item of a list in words: lists of promises often end without a full stop.
bool is_worded_item(const HtmlBlock& block) {
  constexpr std::size_t some_words = 25;
  return block.kind == HtmlBlock::Kind::item && block.text.size() >= some_words && link_share(block) < 0.2;
}

double score(const HtmlBlock& block, bool strict) {
  if (strict && block.beside) return -scrap_cost;
  if (link_share(block) > max_link_share) return -menu_cost;
  if (is_running_text(block)) return static_cast<double>(block.text.size()) * (1 - link_share(block));
  return block.kind == HtmlBlock::Kind::heading || is_worded_item(block) ? 0 : -scrap_cost;
}

HtmlRegion best_region(const HtmlBlocks& page, bool strict) {
  std::vector<double> sums(page.blocks.size() + 1, 0);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) sums[i + 1] = sums[i] + score(page.blocks[i], strict);
  HtmlRegion best;
  double most = 0;
  for (const auto& region : page.regions) {
    const double sum = (sums[region.last] - sums[region.first]) * (region.article ? article_weight : 1);
    if (sum < most || sum <= 0) continue;
    most = sum;
    best = region;
  }
  return best;
}

/// What stands between the paragraphs of an article and is none of it.
bool is_label(const HtmlBlock& block) {
  static constexpr std::array labels = {
      "advertisement"sv,          "advert"sv, "ad"sv, "sponsored"sv, "share"sv, "read more"sv, "story continues"sv,
      "article continues below"sv};
  return std::any_of(labels.begin(), labels.end(), [&](auto label) { return ascii::equal(block.text, label); });
}

/// What pages write below an article, in its own column.
bool is_invitation(const HtmlBlock& block) {
  static constexpr std::array openings = {
      "follow "sv,    "subscribe"sv, "sign up"sv,   "get the latest"sv, "read more"sv,  "read next"sv, "click here"sv,
      "share this"sv, "related:"sv,  "copyright"sv, "\xC2\xA9"sv,       "have a tip"sv, "join our"sv,  "join the"sv,
      "like us"sv,    "view all"sv,  "see also"sv,  "also read"sv,      "read also"sv,  "email "sv,    "contact "sv};
  constexpr std::size_t longest = 250;
  const auto opens = [&](std::string_view opening) { return ascii::starts_with(block.text, opening); };
  return block.text.size() < longest && std::any_of(openings.begin(), openings.end(), opens);
}

bool is_kept(const HtmlBlock& block, bool strict, std::string_view title) {
  if (strict && block.beside) return false;
  if (link_share(block) > max_link_share) return false;
  return block.text != title && !is_label(block);
}

/// Scraps before the first and after the last running text are dates, bylines, buttons, headings of teasers.
std::vector<const HtmlBlock*> kept_blocks(const HtmlBlocks& page, HtmlRegion region, bool strict,
                                          std::string_view title) {
  std::vector<const HtmlBlock*> kept;
  std::size_t end = 0;
  for (std::size_t i = region.first; i < region.last; ++i) {
    const auto& block = page.blocks[i];
    if (!is_kept(block, strict, title)) continue;
    const bool running = is_running_text(block);
    if (kept.empty() && !running) continue;
    kept.push_back(&block);
    // A list right behind running text goes with it, whatever its items end with.
    const bool listed = is_worded_item(block) && kept.size() == end + 1;
    if (running || listed) end = kept.size();
  }
  kept.resize(end);
  for (std::size_t left = most_invitations; left > 0 && kept.size() > 1 && is_invitation(*kept.back()); --left)
    kept.pop_back();
  return kept;
}

bool is_line(const HtmlBlock& block) {
  return block.kind == HtmlBlock::Kind::item || block.kind == HtmlBlock::Kind::cell;
}

std::string join(const std::vector<const HtmlBlock*>& blocks) {
  std::string text;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0) text += is_line(*blocks[i]) && is_line(*blocks[i - 1]) ? "\n" : "\n\n";
    text += blocks[i]->text;
  }
  return text;
}

/// All that stands in the largest element that says of itself that it is the article, for pages of tables and short
/// lines; empty when no element says so.
std::string declared_article(const HtmlBlocks& page, std::string_view title) {
  std::vector<std::size_t> bytes(page.blocks.size() + 1, 0);
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    bytes[i + 1] = bytes[i] + (page.blocks[i].beside ? 0 : page.blocks[i].text.size() - page.blocks[i].link_bytes);
  const auto size = [&](const HtmlRegion& region) {
    return region.article ? bytes[region.last] - bytes[region.first] : 0;
  };
  const auto most = std::max_element(page.regions.begin(), page.regions.end(),
                                     [&](const auto& a, const auto& b) { return size(a) < size(b); });
  if (most == page.regions.end() || !most->article) return {};
  std::vector<const HtmlBlock*> kept;
  for (auto i = most->first; i < most->last; ++i)
    if (is_kept(page.blocks[i], true, title)) kept.push_back(&page.blocks[i]);
  return join(kept);
}

std::string all_text(const HtmlBlocks& page) {
  std::vector<const HtmlBlock*> blocks;
  for (const auto& block : page.blocks) blocks.push_back(&block);
  return join(blocks);
}

}  // namespace

std::string html_fragment_text(const HtmlPage& page) {
  const HtmlBlocks found = html_blocks(page);
  std::vector<const HtmlBlock*> kept;
  for (const auto& block : found.blocks) {
    const bool added = block.text.starts_with("The post ") && block.text.find("appeared first on") < block.text.size();
    if (!added && link_share(block) <= max_link_share) kept.push_back(&block);
  }
  return kept.empty() ? all_text(found) : join(kept);
}

std::string html_main_text(const HtmlPage& page, std::string_view title) {
  const HtmlBlocks blocks = html_blocks(page);
  std::string best;
  for (const bool strict : {true, false}) {
    std::string text = join(kept_blocks(blocks, best_region(blocks, strict), strict, title));
    if (text.size() > best.size()) best = std::move(text);
    if (best.size() >= enough_text) return best;
  }
  if (auto declared = declared_article(blocks, title); declared.size() > 2 * best.size()) return declared;
  return best.empty() ? all_text(blocks) : best;
}

}  // namespace avow
