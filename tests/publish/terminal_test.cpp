#include "publish/terminal.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

TEST(TerminalText, ShowsEscapesInsteadOfSendingThem) {
  EXPECT_EQ(terminal_text("a\x1b[2Jb\x07"), "a\\x1B[2Jb\\x07");
  EXPECT_EQ(terminal_text("\x7f\xC2\x9B"), "\\x7F\\x9B");
  EXPECT_EQ(terminal_text("pay \u202Ekcab\u2066"), "pay \\u202Ekcab\\u2066");
  EXPECT_EQ(terminal_text("\U000E0041"), "\\U000E0041");
}

TEST(TerminalText, ShowsBytesThatAreNoUtf8) {
  EXPECT_EQ(terminal_text("a\xFFz\xC3"), "a\\xFFz\\xC3");
}

TEST(TerminalText, LeavesOrdinaryTextOfAnyScript) {
  EXPECT_EQ(terminal_text("Zürich – 東京 – “x”"), "Zürich – 東京 – “x”");
}

TEST(TerminalText, KeepsOrJoinsLines) {
  EXPECT_EQ(terminal_text("a\r\nb\tc"), "a  b c");
  EXPECT_EQ(terminal_text("a\r\nb\tc", Lines::keep), "a\nb\tc");
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("Zürich"), 6u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("東京"), 4u);
  EXPECT_EQ(display_width("👍"), 2u);
}

TEST(Fit, CutsAtTheWidthWithAnEllipsis) {
  EXPECT_EQ(fit("harbour", 7), "harbour");
  EXPECT_EQ(fit("harbours", 7), "harbou…");
  EXPECT_EQ(fit("東京都", 4), "東…");
  EXPECT_EQ(fit("a bc", 3), "a…");
  EXPECT_EQ(fit("abc", 0), "");
}

}  // namespace
}  // namespace avow
