#include "read/plain_text.hpp"

#include <fmt/format.h>

#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/front_matter.hpp"

namespace avow {
namespace {

constexpr std::size_t max_title = 150;

std::string_view stem(std::string_view path) {
  const auto base = base_name(path);
  const auto dot = base.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? base : base.substr(0, dot);
}

/// A short first line that does not end as a sentence does, with an empty line or a longer paragraph behind it.
std::string_view title_line(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n");
  const auto whole = ascii::line_at(text, begin);
  const auto line = ascii::trim(whole);
  const auto next_at = begin + whole.size() + 1;
  if (line.size() > max_title || next_at >= text.size()) return {};
  if (std::string_view(".!?:;,").find(line.back()) != std::string_view::npos) return {};
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

Document read_plain_text(std::string_view name, std::string text) {
  const auto front = front_matter(text).value_or(FrontMatter{});
  text.erase(0, front.size);
  if (ascii::trim(text).empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: holds front matter only", name), "put the text below the empty line");
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
