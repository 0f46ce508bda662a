#include <gtest/gtest.h>

#include "text/annotate.hpp"
#include "text/languages.hpp"

namespace avow {
namespace {

Annotations german(std::string_view text) {
  return annotate(text, Date::parse("2025-04-25").value(), Gazetteer(), text::Languages::shipped().of("de-DE", text));
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& sentence : german(text).sentences) out.emplace_back(sentence.span.of(text));
  return out;
}

TEST(German, IsToldFromEnglish) {
  const auto& languages = text::Languages::shipped();
  EXPECT_EQ(languages.of("", "Der Hafen wird im nächsten Jahr von der Stadt ausgebaut.").tag(), "de");
  EXPECT_EQ(languages.of("", "The harbour was in an awful state, so the town will act.").tag(), "en");
}

TEST(German, OrdinalsAndAbbreviationsEndNoSentence) {
  const auto found = sentences_of(
      "Am 24. Juni 2025 tagte der Rat. Im 21. Jahrhundert kostet das 3,5 Mrd. Euro, d.h. zu viel. Dr. Falk schwieg. "
      "Das "
      "war 2024. Die Brücke hält.");
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0], "Am 24. Juni 2025 tagte der Rat.");
  EXPECT_EQ(found[1], "Im 21. Jahrhundert kostet das 3,5 Mrd. Euro, d.h. zu viel.");
  EXPECT_EQ(found[2], "Dr. Falk schwieg.");
}

struct Amount {
  std::string_view text;
  double value;
  std::string_view unit;
};

TEST(German, Quantities) {
  for (const Amount& expected :
       {Amount{"Die Ausgaben steigen auf 3,5 Prozent des BIP.", 3.5, "percent of GDP"},
        Amount{"Das kostet 1.250,75 Euro.", 1250.75, "EUR"}, Amount{"Es fehlen zwei Milliarden Euro.", 2e9, "EUR"},
        Amount{"Es fehlen 2,5 Mrd. Euro.", 2.5e9, "EUR"}, Amount{"Es fehlen 1.200 neue Wohnungen.", 1200, "wohnungen"},
        Amount{"Es leben dort 84,3 Millionen Menschen.", 84.3e6, "people"},
        Amount{"Der Wert fiel um 0,4 Prozentpunkte.", 0.4, "percentage points"},
        Amount{"Wir sparen fünfundzwanzig Prozent.", 25, "percent"},
        Amount{"Sie stießen 612 Millionen Tonnen CO2 aus.", 612e6, "t CO2"}}) {
    const auto found = german(expected.text).quantities;
    ASSERT_EQ(found.size(), 1U) << expected.text;
    EXPECT_NEAR(found[0].value.value, expected.value, expected.value * 1e-12) << expected.text;
    EXPECT_EQ(found[0].unit, expected.unit) << expected.text;
  }
}

struct When {
  std::string_view text;
  std::string_view date;
  DateRole role;
};

TEST(German, Dates) {
  for (const When& expected : {When{"Das gelingt bis 2032.", "2032", DateRole::by},
                               When{"Am 24. Juni 2026 ist Wahl.", "2026-06-24", DateRole::at},
                               When{"Das gilt seit dem 1. März 2019.", "2019-03-01", DateRole::since},
                               When{"Der Bau endet am 03.10.2027.", "2027-10-03", DateRole::at},
                               When{"Im Jahr 2023 lag sie höher.", "2023", DateRole::at},
                               When{"Bis Ende 2026 ist das erledigt.", "2026", DateRole::by},
                               When{"Bis zum Ende des Jahrzehnts ist das erledigt.", "2030", DateRole::by},
                               When{"Wir schaffen das in den nächsten fünf Jahren.", "2030", DateRole::within}}) {
    const auto found = german(expected.text).dates;
    ASSERT_EQ(found.size(), 1U) << expected.text;
    EXPECT_EQ(found[0].date.text(), expected.date) << expected.text;
    EXPECT_EQ(found[0].role, expected.role) << expected.text;
  }
}

TEST(German, QuotationsInLowMarksHaveTheirSpeaker) {
  const std::string_view text = "„Wir senken die Steuern“, sagte die Ministerin Anna Falk. Mehr sagte sie nicht.";
  const auto found = german(text).voices;
  ASSERT_GE(found.size(), 1U);
  EXPECT_EQ(found[0].content.of(text), "Wir senken die Steuern");
  EXPECT_EQ(found[0].kind, Voice::quotation);
  EXPECT_EQ(found[0].name, "Anna Falk");
}

TEST(German, AngleMarksPointEitherWay) {
  for (const std::string_view text : {"»Wir bauen den Deich aus«, sagte Jens Brandt am Montag.",
                                      "«Wir bauen den Deich aus», sagte Jens Brandt am Montag."}) {
    const auto found = german(text).voices;
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].content.of(text), "Wir bauen den Deich aus");
    EXPECT_EQ(found[0].name, "Jens Brandt");
  }
}

}  // namespace
}  // namespace avow
