#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include "base/span.hpp"

namespace avow {
namespace {

TEST(Utf8, AcceptsEveryWellFormedLength) {
  EXPECT_FALSE(utf8::first_invalid("plain text that is longer than a word"));
  EXPECT_FALSE(utf8::first_invalid("é € 😀 \xF4\x8F\xBF\xBF"));
  EXPECT_FALSE(utf8::first_invalid(""));
}

TEST(Utf8, NamesTheFirstBadByte) {
  EXPECT_EQ(utf8::first_invalid("0123456789\xFFx"), 10u);
  EXPECT_EQ(utf8::first_invalid("\x80"), 0u);               // a continuation alone
  EXPECT_EQ(utf8::first_invalid("a\xC0\xAF"), 1u);          // overlong
  EXPECT_EQ(utf8::first_invalid("a\xE0\x80\x80"), 1u);      // overlong
  EXPECT_EQ(utf8::first_invalid("a\xED\xA0\x80"), 1u);      // a surrogate
  EXPECT_EQ(utf8::first_invalid("a\xF4\x90\x80\x80"), 1u);  // past U+10FFFF
  EXPECT_EQ(utf8::first_invalid("a\xE2\x82"), 1u);          // cut off
}

TEST(Utf8, DecodesWhatItAppends) {
  for (const char32_t code_point : {U'a', U'é', U'€', U'😀', char32_t{0x10FFFF}}) {
    std::string text;
    utf8::append(text, code_point);
    EXPECT_EQ(utf8::decode(text, 0).code_point, code_point);
    EXPECT_EQ(utf8::decode(text, 0).size, text.size());
  }
}

TEST(Utf8, CutsOnlyBetweenCharacters) {
  EXPECT_EQ(utf8::prefix("a€b", 2), "a");
  EXPECT_EQ(utf8::prefix("a€b", 4), "a€");
  EXPECT_EQ(utf8::suffix("a€b", 2), "b");
  EXPECT_EQ(utf8::suffix("a€b", 9), "a€b");
}

TEST(Utf8, EscapesBytesThatAreNone) {
  EXPECT_EQ(utf8::escape_invalid("a\xFF\xC3z €"), "a%FF%C3z €");
  EXPECT_EQ(utf8::escape_invalid("plain"), "plain");
}

TEST(TextQuotes, HoldTheQuoteAndALittleOnEitherSide) {
  const std::string text = std::string(60, 'x') + "€ the quote €" + std::string(60, 'y');
  const TextQuote quote = text_quote(text, {64, 73});
  EXPECT_EQ(quote.exact, "the quote");
  EXPECT_EQ(quote.prefix.size(), quote_context);
  EXPECT_EQ(quote.suffix.size(), quote_context);
  EXPECT_TRUE(quote.prefix.ends_with("x€ "));
}

}  // namespace
}  // namespace avow
