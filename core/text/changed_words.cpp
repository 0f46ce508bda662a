#include "text/changed_words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "text/words.hpp"

namespace avow::text {
namespace {

constexpr std::size_t most_words = 400;

struct Piece {
  Span span;
  std::uint64_t hash;
};

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_mark(char c) {
  return std::string_view(".,;:!?\"'()[]").find(c) != std::string_view::npos;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin =
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_blank) - text.begin();
    const std::size_t end =
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_blank) - text.begin();
    at = end;
    std::size_t last = end;
    while (begin < last && is_mark(text[begin])) ++begin;
    while (begin < last && is_mark(text[last - 1])) --last;
    if (begin < last)
      pieces.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)},
                        hash_of(text.substr(begin, last - begin))});
  }
  return pieces;
}

/// Neighbouring words as one stretch.
void add(std::vector<Span>& spans, Span span, bool follows) {
  if (follows && !spans.empty())
    spans.back().end = span.end;
  else
    spans.push_back(span);
}

}  // namespace

ChangedWords changed_words(std::string_view before, std::string_view after) {
  const std::vector<Piece> a = pieces_of(before), b = pieces_of(after);
  const std::size_t n = std::min(a.size(), most_words), m = std::min(b.size(), most_words);
  std::vector<std::uint16_t> common((n + 1) * (m + 1));
  const auto length = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return common[i * (m + 1) + j]; };
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;)
      length(i, j) = a[i].hash == b[j].hash ? static_cast<std::uint16_t>(length(i + 1, j + 1) + 1)
                                            : std::max(length(i + 1, j), length(i, j + 1));
  ChangedWords changed;
  bool a_follows = false, b_follows = false;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const bool inside = i < n && j < m;
    if (inside && a[i].hash == b[j].hash) {
      ++i, ++j;
      a_follows = b_follows = false;
    } else if (i < a.size() && (!inside || length(i + 1, j) >= length(i, j + 1))) {
      add(changed.before, a[i++].span, std::exchange(a_follows, true));
    } else {
      add(changed.after, b[j++].span, std::exchange(b_follows, true));
    }
  }
  return changed;
}

}  // namespace avow::text
