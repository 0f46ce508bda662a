#include "word_order.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "words.hpp"

namespace avow::detect {
namespace {

const Lexicon& framed() {
  static const Lexicon lexicon = [] {
    Lexicon words;
    words.add_text(R"(
[own pronoun]
wir
[other pronoun]
es
[determiner]
die, der
[preposition]
bis
[coordinate]
und
[that]
dass
[subordinator]
weil
[not]
nicht
[to]
zu
[will]
wird, werden
[verb aim]
wollen, will, wollte, gewollt,
planen, plant, plante, geplant,
[verb have]
haben, hat, hatte, gehabt,
[verb rise]
bauen, baut, baute, gebaut,
anheben, anhebt, anhob, angehoben, anzuheben
heben, hebt, hob, gehoben,
)",
                   "framed");
    words.set_order(WordOrder::read("[infinitive ending]\nen, ern\n[separable prefix]\nan\n", "order"));
    return words;
  }();
  return lexicon;
}

/// The words in the order that rules see; a "to" that the text does not have is "TO", an empty place is left out.
std::string plain(std::string_view text) {
  const Tokens tokens = words_of(text, framed());
  std::string out;
  for (int at = 0; at < tokens.size(); ++at) {
    const bool to = tokens.text(at).empty() && tokens.starts(at, bit(Word::to));
    if (tokens.text(at).empty() && !to) continue;
    out.append(out.empty() ? "" : " ").append(to ? "TO" : tokens.text(at));
  }
  return out;
}

TEST(WordOrder, TheVerbAtTheEndFollowsTheFiniteOne) {
  EXPECT_EQ(plain("Wir werden die Brücke nicht bauen"), "Wir werden nicht bauen die Brücke");
  EXPECT_EQ(plain("Der Rat hat die Brücke gebaut"), "Der Rat hat gebaut die Brücke");
  EXPECT_EQ(plain("Wir werden die Mauer bauen und das Ufer sichern"),
            "Wir werden bauen die Mauer und sichern das Ufer");
}

TEST(WordOrder, TheSubjectThatFollowsItsVerbIsPutBeforeIt) {
  EXPECT_EQ(plain("Bis 2030 wollen wir die Brücke bauen"), "Bis 2030 wir wollen TO bauen die Brücke");
  EXPECT_EQ(plain("2030 wird der neue Rat die Brücke bauen"), "2030 der neue Rat wird bauen die Brücke");
}

TEST(WordOrder, SubordinateClausesHaveTheirVerbBehindTheSubject) {
  EXPECT_EQ(plain("Gut, dass wir die Brücke bauen werden"), "Gut dass wir werden bauen die Brücke");
  EXPECT_EQ(plain("Gut, weil der Rat die Brücke gebaut hat"), "Gut weil der Rat hat gebaut die Brücke");
}

TEST(WordOrder, InfinitivesWithTheirMarkOpenTheirClause) {
  EXPECT_EQ(plain("Wir planen, bis 2030 die Brücke zu bauen"), "Wir planen zu bauen bis 2030 die Brücke");
  EXPECT_EQ(plain("Wir planen, die Löhne anzuheben"), "Wir planen TO anzuheben die Löhne");
}

TEST(WordOrder, APrefixGoesBackToItsVerb) {
  const std::string_view text = "Der Rat hob die Löhne an";
  const Tokens tokens = words_of(text, framed());
  EXPECT_TRUE(tokens.verb(2, bit(Word::rise), past));
  EXPECT_EQ(tokens.text(2), "hob");
}

TEST(WordOrder, SpansAreWhereTheWordsStandInTheText) {
  const std::string_view text = "Wir werden die Brücke bauen";
  const Tokens tokens = words_of(text, framed());
  const auto words = [&](sdk::Span span) { return text.substr(span.begin, span.end - span.begin); };
  EXPECT_EQ(words(tokens.span(2, 2)), "bauen");
  EXPECT_EQ(words(tokens.span(0, tokens.size() - 1)), text);
  EXPECT_EQ(words(tokens.span(3, 4)), "die Brücke");
  EXPECT_EQ(tokens.at_or_after(text.find("Brücke")), 4);
}

TEST(WordOrder, AFileThatIsNoneIsNamedWithItsLine) {
  try {
    WordOrder::read("\n[verbs]\n", "de.order.txt");
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "de.order.txt:2: no section of a word order: [verbs]");
  }
}

}  // namespace
}  // namespace avow::detect
