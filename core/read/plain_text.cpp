#include "read/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/front_matter.hpp"

namespace avow {
namespace {

constexpr std::size_t max_title = 150;

/// Lines such as "Date: ..." and "Source: ..." above the text, which are no title.
bool is_label(std::string_view line) {
  const auto word = std::find_if_not(line.begin(), line.end(), ascii::is_alpha);
  return word != line.begin() && word != line.end() && *word == ':';
}

/// A short line that does not end as a sentence does.
bool looks_like_title(std::string_view line) {
  return line.size() <= max_title && std::string_view(".!?:;,").find(line.back()) == std::string_view::npos &&
         !leading_date(line).known();
}

/// The first line below any labels, when it looks like a title and an empty line or a longer paragraph follows.
std::string_view title_line(std::string_view text) {
  auto at = text.find_first_not_of(" \t\n");
  while (at < text.size() && is_label(ascii::trim(ascii::line_at(text, at))))
    at = text.find_first_not_of(" \t\n", at + ascii::line_at(text, at).size());
  if (at >= text.size()) return {};
  const auto whole = ascii::line_at(text, at);
  const auto line = ascii::trim(whole);
  const auto next_at = at + whole.size() + 1;
  if (!looks_like_title(line) || next_at >= text.size()) return {};
  const auto next = ascii::trim(ascii::line_at(text, next_at));
  return next.empty() || next.size() > line.size() ? line : std::string_view{};
}

Date publication_date(std::string_view name, const Metadata& front, std::string_view text) {
  if (front.published.known()) return front.published;
  if (Date date = dateline(text); date.known()) return date;
  return date_in_name(stem(name));
}

}  // namespace

std::string_view base_name(std::string_view path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string_view::npos || slash + 1 == path.size() ? path : path.substr(slash + 1);
}

std::string_view stem(std::string_view path) {
  const auto base = base_name(path);
  const auto dot = base.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? base : base.substr(0, dot);
}

Document read_plain_text(std::string_view name, std::string text) {
  const auto front = front_matter(text).value_or(FrontMatter{});
  text.erase(0, front.size);
  if (ascii::trim(text).empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: holds front matter only", name),
                "put the text below the empty line");
  Document document;
  document.url = front.metadata.url;
  document.title = !front.metadata.title.empty() ? front.metadata.title : std::string(title_line(text));
  if (document.title.empty()) document.title = stem(name);
  document.publisher = front.metadata.publisher;
  document.author = front.metadata.author;
  document.speaker = front.metadata.speaker;
  document.language = front.metadata.language;
  document.published = publication_date(name, front.metadata, text);
  document.media_type = "text/plain";
  document.text = std::move(text);
  return document;
}

}  // namespace avow
