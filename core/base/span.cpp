#include "base/span.hpp"

#include "base/utf8.hpp"

namespace avow {

TextQuote text_quote(std::string_view text, Span span) {
  return {std::string(utf8::suffix(text.substr(0, span.begin), quote_context)), std::string(span.of(text)),
          std::string(utf8::prefix(text.substr(span.end), quote_context))};
}

}  // namespace avow
