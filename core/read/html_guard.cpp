#include "read/html_guard.hpp"

#include <fmt/format.h>

#include "read/ascii.hpp"

namespace avow {
namespace {

bool is_name(char c) noexcept {
  return ascii::is_alpha(c) || ascii::is_digit(c) || c == '_' || c == ':' || c == '-' || c == '.';
}

/// Reads tags as libxml2 does, so that nothing can be hidden from the count in what only one of the two takes for a
/// quote.
class TagScanner {
 public:
  TagScanner(std::string_view html, std::size_t at) : html_(html), at_(at) {}

  std::string_view name() {
    const auto begin = at_;
    skip_while(is_name);
    return html_.substr(begin, at_ - begin);
  }

  /// Goes to the ">" and gives the number of attributes.
  std::size_t attributes() {
    std::size_t count = 0;
    for (skip_while(ascii::is_space); !done(); skip_while(ascii::is_space), ++count) {
      if (is_name(here())) {
        skip_while(is_name);
        value();
      } else {
        skip_while(is_bare);
      }
    }
    return count;
  }

  std::size_t at() const { return at_; }
  bool closes_itself() const { return at_ > 0 && at_ < html_.size() && html_[at_ - 1] == '/'; }

 private:
  static bool is_bare(char c) noexcept { return !ascii::is_space(c) && c != '>'; }
  char here() const { return at_ < html_.size() ? html_[at_] : '>'; }
  bool done() const { return here() == '>'; }
  template <typename Fits>
  void skip_while(Fits fits) {
    while (at_ < html_.size() && fits(html_[at_])) ++at_;
  }
  void value() {
    skip_while(ascii::is_space);
    if (here() != '=') return;
    ++at_;
    skip_while(ascii::is_space);
    const char quote = here();
    if (quote != '"' && quote != '\'') return skip_while(is_bare);
    at_ = html_.find(quote, at_ + 1);
    at_ = at_ == std::string_view::npos ? html_.size() : at_ + 1;
  }

  std::string_view html_;
  std::size_t at_;
};

/// Where a comment that begins at `at` ends: at the first thing that any parser takes for its end.
std::size_t end_of_comment(std::string_view html, std::size_t at) {
  const auto end = html.find("--", at + 4);
  if (html.substr(at + 4).starts_with('>') || html.substr(at + 4).starts_with("->")) return at + 5;
  for (auto dashes = end; dashes != std::string_view::npos; dashes = html.find("--", dashes + 1)) {
    const auto rest = html.substr(dashes + 2);
    if (rest.starts_with('>') || rest.starts_with("!>")) return dashes + 2;
  }
  return html.size();
}

/// Where a script or style ends, whose "<" begin no tags.
std::size_t end_of_raw(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2))
    if (ascii::starts_with(html.substr(at + 2), name)) return at;
  return html.size();
}

}  // namespace

void guard_html(std::string_view name, std::string_view html, const ReadLimits& limits) {
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    const std::size_t begin = at++;
    if (html.substr(begin).starts_with("<!--")) at = end_of_comment(html, begin);
    if (at >= html.size() || !ascii::is_alpha(html[at])) continue;
    TagScanner tag(html, at);
    const auto element = tag.name();
    const auto attributes = tag.attributes();
    at = tag.at();
    if (attributes > limits.max_html_attributes)
      throw Error(ErrorCode::limit,
                  fmt::format("{}: the HTML tag at byte {} has {} attributes; {} are allowed", name, begin, attributes,
                              limits.max_html_attributes),
                  "save the text of the page and give that");
    const bool raw = ascii::equal(element, "script") || ascii::equal(element, "style");
    if (raw && !tag.closes_itself()) at = end_of_raw(html, at, element);
  }
}

}  // namespace avow
