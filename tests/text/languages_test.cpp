#include "text/languages.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.hpp"
#include "support/temp_folder.hpp"
#include "text/annotate.hpp"
#include "text/tokens.hpp"

namespace avow::text {
namespace {

/// An invented language, as somebody would add it: one file.
constexpr std::string_view mini = R"(# Lumish
[settings]
decimal comma = yes
[function word]
ka ru ven sol ta
[means]
percent = ponto
of = ru
the = ru
at = mino
least = mano
by = tilo
[number]
7 = sep
[month]
6 = juno
[date preposition]
tilo
)";

Languages with_file(std::string_view name, std::string_view content) {
  const TempFolder folder;
  std::ofstream(folder / name, std::ios::binary) << content;
  return Languages(folder.path());
}

std::string message_of(std::string_view content) {
  try {
    Language::read(content, "xx", "xx.txt");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Languages, AFileAloneMakesALanguage) {
  const Languages languages = with_file("lu.txt", mini);
  const Language& lumish = languages.of("lu-XX", "");
  ASSERT_EQ(lumish.tag(), "lu");
  const Annotations found = annotate("Ka tora ven mino mano 3,5 ponto tilo Juno 2031. Sol 1.250 bari.", {}, {}, lumish);
  EXPECT_EQ(found.language, "lu");
  ASSERT_EQ(found.quantities.size(), 2U);
  EXPECT_DOUBLE_EQ(found.quantities[0].value.value, 3.5);
  EXPECT_EQ(found.quantities[0].unit, "percent");
  EXPECT_EQ(found.quantities[0].bound, Bound::at_least);
  EXPECT_DOUBLE_EQ(found.quantities[1].value.value, 1250);
  ASSERT_EQ(found.dates.size(), 1U);
  EXPECT_EQ(found.dates[0].date.text(), "2031-06");
  EXPECT_EQ(found.dates[0].role, DateRole::by);
}

TEST(Languages, AreToldApartByTheirFunctionWords) {
  const Languages languages = with_file("lu.txt", mini);
  EXPECT_EQ(languages.of("", "Ka tora ven mino ru tilo sol gora ta").tag(), "lu");
  EXPECT_EQ(languages.of("", "The harbour was opened by the mayor of the town").tag(), "en");
  EXPECT_EQ(languages.of("", "").tag(), "en");
}

TEST(Languages, AnUnknownTagIsReadAsEnglish) {
  EXPECT_EQ(Languages().of("tlh", "nuqneH").tag(), "en");
}

TEST(Languages, AWordOfAnotherLanguageIsNoEnglishWord) {
  const Language lumish = Language::read(mini, "lu", "lu.txt");
  const Tokens tokens("percent ponto ru", lumish);
  EXPECT_FALSE(tokens.is(0, "percent"));
  EXPECT_TRUE(tokens.is(1, "percent"));
  EXPECT_TRUE(tokens.is(2, "of"));
  EXPECT_TRUE(tokens.is(2, "the"));
  EXPECT_TRUE(tokens.is_any(2, {"a", "the"}));
}

TEST(Languages, LettersBeyondAsciiMatchInEitherCase) {
  const Language language = Language::read("[number]\n5 = ümlö привет\n", "xx", "xx.txt");
  const Tokens tokens("Ümlö ÜMLÖ Привет", language);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(tokens.word(i).number, 5) << i;
}

TEST(Languages, AFilesFaultIsNamedWithItsLine) {
  EXPECT_EQ(message_of("\n[verbs]\n"), "xx.txt:2: there is no section [verbs]");
  EXPECT_EQ(message_of("hello\n"), "xx.txt:1: an entry stands before the first [section]");
  EXPECT_EQ(message_of("[month]\n13 = smarch\n"), "xx.txt:2: '13' is no whole number from 1 to 12");
  EXPECT_EQ(message_of("[number]\ntwelve\n"), "xx.txt:2: [number] wants lines of the form 'value = words'");
  EXPECT_EQ(message_of("[scale]\n1/0 = lots\n"), "xx.txt:2: '1/0' is no number");
  EXPECT_EQ(message_of("[settings]\ncolour = yes\n"), "xx.txt:2: there is no setting 'colour'");
  EXPECT_EQ(message_of("[means]\nof = x\nby = x\nto = x\na = x\nan = x\n"),
            "xx.txt:6: a word stands for four English words at most");
  EXPECT_EQ(message_of("[period]\neon = eon\n"), "xx.txt:2: there is no period 'eon'");
  EXPECT_EQ(message_of("[say verb]\n\xFF\n"), "xx.txt: is not UTF-8");
}

TEST(Languages, AMissingFolderIsNamed) {
  EXPECT_THROW(Languages("/nonexistent/folder"), Error);
}

}  // namespace
}  // namespace avow::text
