#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace avow {

/// A half-open byte range [begin, end) of a document's UTF-8 text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
  std::uint32_t size() const noexcept { return end - begin; }
  bool empty() const noexcept { return begin == end; }
  bool contains(std::uint32_t offset) const noexcept { return begin <= offset && offset < end; }
  bool contains(const Span& other) const noexcept { return begin <= other.begin && other.end <= end; }
  bool overlaps(const Span& other) const noexcept { return begin < other.end && other.begin < end; }
  /// The bytes it covers; the span must lie within the text.
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// A span that survives outside the store: the quote itself with a little text before and after it
/// (W3C Web Annotation, TextQuoteSelector).
struct TextQuote {
  std::string prefix;
  std::string exact;
  std::string suffix;
  bool operator==(const TextQuote&) const = default;
};

/// Bytes of context on either side that text_quote() takes at most.
inline constexpr std::size_t quote_context = 48;

/// Neither context is cut inside a character. The span must lie within the text, on character boundaries.
TextQuote text_quote(std::string_view text, Span span);

}  // namespace avow
