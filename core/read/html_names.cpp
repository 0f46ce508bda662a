#include "read/html_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/ascii.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

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

/// Names of the element that holds the body of an article, each a whole class or id.
constexpr std::array article_names = {"article-body"sv,     "article-content"sv, "article-text"sv,   "article__body"sv,
                                      "article__content"sv, "article_body"sv,    "articlebody"sv,    "body-content"sv,
                                      "content-body"sv,     "entry-content"sv,   "entry__content"sv, "main-content"sv,
                                      "page-content"sv,     "post-body"sv,       "post-content"sv,   "post__content"sv,
                                      "story-body"sv,       "story-content"sv,   "td-post-content"sv};
static_assert(std::is_sorted(article_names.begin(), article_names.end()));

/// Names longer than this are generated; reading them costs more than they say.
constexpr std::size_t max_name = 256;

/// Calls `take` for each word, in lower case; words end at anything but letters, and before capitals.
template <typename Take>
void for_each_word(std::string_view names, Take take) {
  std::string word;
  for (const char c : names.substr(0, max_name)) {
    const bool capital = c >= 'A' && c <= 'Z';
    if ((capital || !ascii::is_alpha(c)) && !word.empty()) {
      take(word);
      word.clear();
    }
    if (ascii::is_alpha(c)) word += ascii::lower(c);
  }
  if (!word.empty()) take(word);
}

}  // namespace

bool names_beside(std::string_view names) {
  bool beside = false;
  bool embedded = false;
  for_each_word(names, [&](std::string_view word) {
    beside = beside || word.starts_with("author") || std::binary_search(beside_words.begin(), beside_words.end(), word);
    embedded = embedded || word == "embed" || word == "tweet";
  });
  return beside && !embedded;
}

bool names_article(std::string_view names) {
  names = names.substr(0, max_name);
  while (!names.empty()) {
    const auto end = std::min(names.find(' '), names.size());
    const auto name = ascii::lower(names.substr(0, end));
    if (std::binary_search(article_names.begin(), article_names.end(), name)) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

}  // namespace avow
