#include "engine/term_dates.hpp"

#include <gtest/gtest.h>

#include "engine/terms.hpp"
#include "text/annotate.hpp"

/// Dates that hang on terms of office, in an invented country whose parliament is dissolved before each election, and
/// in one whose president has terms of office as well.
namespace avow {
namespace {

Membership in(const char* group, const char* role, const char* from = "", const char* until = "") {
  return {group, role, Date::parse(from).value_or(Date()), Date::parse(until).value_or(Date())};
}

Vocabulary two_countries() {
  Vocabulary vocabulary;
  vocabulary.entities = {
      {"XAA", EntityKind::country, "Arvania", "", {}, {}},
      {"XBB", EntityKind::country, "Belmark", "", {}, {}},
      {"pact", EntityKind::group, "Harbour Pact", "", {}, {}},
      {"xaa-diet",
       EntityKind::organisation,
       "Diet of Arvania",
       "",
       {},
       {in("XAA", "parliament", "2010-05-10", "2014-03-20"), in("XAA", "parliament", "2014-05-12", "2018-03-22"),
        in("XAA", "parliament", "2018-05-15", "2022-05-15~"), in("XAA", "session", "2018-05-15", "2019-04-02"),
        in("XAA", "election", "2014-04-24", "2014-04-24"), in("XAA", "election", "2018-04-26", "2018-04-26"),
        in("XAA", "election", "2022-06-20~", "2022-06-20~")}},
      {"xbb-congress",
       EntityKind::organisation,
       "Congress of Belmark",
       "",
       {},
       {in("XBB", "parliament", "2017-01-05", "2019-01-05"), in("XBB", "parliament", "2019-01-05", "2021-01-05"),
        in("XBB", "election", "2018-11-01", "2018-11-01"), in("XBB", "election", "2020-11-01", "2020-11-01")}},
      {"xbb-presidency",
       EntityKind::government,
       "Presidency of Belmark",
       "",
       {},
       {in("XBB", "government", "2013-02-01", "2017-02-01"), in("XBB", "government", "2017-02-01", "2021-02-01"),
        in("XBB", "government", "2021-02-01", "2025-02-01"), in("XBB", "election", "2020-11-01", "2020-11-01")}},
      {"harbour", EntityKind::party, "Harbour Party", "", {}, {in("XAA", "party")}},
      {"meadow", EntityKind::party, "Meadow Party", "", {}, {in("XAA", "party")}},
      {"ada-muster",
       EntityKind::person,
       "Ada Muster",
       "",
       {},
       {in("XAA", "prime minister", "2018-05-02"), in("harbour", "member")}},
      {"ben-probe", EntityKind::person, "Ben Probe", "", {}, {in("XBB", "president", "2017-02-01", "2025-02-01")}},
      {"cora-probe",
       EntityKind::person,
       "Cora Probe",
       "",
       {},
       {in("pact", "secretary general", "2016"), in("harbour", "member")}},
  };
  return vocabulary;
}

struct Case {
  std::string_view speaker;
  std::string_view published;
  std::string_view text;
  std::string_view date;
  DateRole role = DateRole::by;
};

void PrintTo(const Case& tested, std::ostream* out) {
  *out << tested.speaker << ", " << tested.published << ": " << tested.text;
}

class TermDates : public testing::TestWithParam<Case> {};

TEST_P(TermDates, AreThoseOfWhoSpeaksOnThatDay) {
  const Case& expected = GetParam();
  const Lexicon lexicon(two_countries());
  Document document;
  document.text = expected.text;
  document.speaker = expected.speaker;
  document.published = Date::parse(expected.published).value_or(Date());
  Annotations annotations = annotate(document.text, document.published, lexicon.gazetteer());
  date_terms(annotations, document, Attributor(document, annotations, lexicon), lexicon);
  ASSERT_EQ(annotations.dates.size(), 1U);
  EXPECT_EQ(annotations.dates[0].date.text(), expected.date);
  EXPECT_EQ(annotations.dates[0].role, expected.role);
}

INSTANTIATE_TEST_SUITE_P(
    WhileItRuns, TermDates,
    testing::Values(
        Case{"Ada Muster", "2019-03-01", "The ferries run by the end of this parliament.", "2022-05-15~"},
        Case{"Ada Muster", "2019-03-01", "We will build it over the lifetime of this parliament.", "2022-05-15~",
             DateRole::within},
        Case{"Harbour Party", "2016-03-01", "We will build it during this parliament.", "2018-03-22", DateRole::within},
        Case{"Harbour Party", "2016-03-01", "We will open it by the end of the next parliament.", "2022-05-15~"},
        Case{"Harbour Party", "2016-03-01", "We will open it by the middle of this parliament.", "2016-04~"},
        Case{"Ada Muster", "2019-03-01", "The fare stays for the rest of this parliament.", "2022-05-15~",
             DateRole::until},
        Case{"Ada Muster", "2019-03-01", "It will be law by the end of this session.", "2019-04-02"},
        Case{"Ada Muster", "2019-06-01", "It will be law by the end of this session.", ""},
        Case{"Ada Muster", "2019-03-01", "We will open it before the next election.", "2022-06-20~"},
        Case{"Ada Muster", "2019-03-01", "We will open it by the end of our mandate.", "2022-05-15~"},
        Case{"Meadow Party", "2016-03-01", "We will open it by the end of our first term.", "2022-05-15~"},
        Case{"Harbour Party", "2019-03-01", "We will open it by the end of our first term.", "2022-05-15~"},
        Case{"Meadow Party", "2016-03-01", "It is law within the first year of a Meadow government.", "2019-05-15~",
             DateRole::within}));

INSTANTIATE_TEST_SUITE_P(
    BetweenDissolutionAndElection, TermDates,
    testing::Values(
        Case{"Harbour Party", "2018-04-03", "We will build it over the next parliament.", "2022-05-15~",
             DateRole::within},
        Case{"Harbour Party", "2018-04-03", "We will build it over the parliament.", "2022-05-15~", DateRole::within},
        Case{"Harbour Party", "2018-04-03", "They broke their word in this parliament.", "2018-03-22",
             DateRole::within},
        Case{"Harbour Party", "2018-04-03", "We will open it before the next election.", "2022-06-20~"},
        Case{"Harbour Party", "2018-04-03", "We will pass it in the first session of the next parliament.",
             "2019-05-15~", DateRole::within},
        Case{"Harbour Party", "2018-04-03", "We will act in our first 100 days.", "2018-08-23~", DateRole::within}));

INSTANTIATE_TEST_SUITE_P(
    Offices, TermDates,
    testing::Values(
        Case{"Ada Muster", "2018-05-20", "We will act in our first 100 days.", "2018-08-10~", DateRole::within},
        Case{"Ben Probe", "2018-05-20", "I will do it by the end of my first term.", "2021-02-01"},
        Case{"Ben Probe", "2018-05-20", "I will do it in a second term.", "2025-02-01", DateRole::within},
        Case{"Ben Probe", "2018-05-20", "We will pass it during this Congress.", "2019-01-05", DateRole::within},
        Case{"Ben Probe", "2018-05-20", "We will pass it before the next election.", "2020-11-01"},
        Case{"Ben Probe", "2018-05-20", "We will pass it before the midterm elections.", "2018-11-01"},
        Case{"Ben Probe", "2017-02-01", "We will do it by the end of this administration.", "2021-02-01"}));

INSTANTIATE_TEST_SUITE_P(
    OfNobodyKnown, TermDates,
    testing::Values(Case{"Dora Muster", "2019-03-01", "The ferries run by the end of this parliament.", ""},
                    Case{"Ada Muster", "", "The ferries run by the end of this parliament.", ""},
                    Case{"Ada Muster", "1990-03-01", "The ferries run by the end of this parliament.", ""},
                    Case{"Ada Muster", "2019-03-01", "The ferries run by the end of the next parliament.", ""},
                    Case{"Ben Probe", "2019-03-01", "She will do it by the end of her term.", ""},
                    Case{"Cora Probe", "2019-03-01", "The ferries run by the end of our mandate.", ""},
                    Case{"Dora Muster", "2019-03-01", "We will act in our first 100 days.", "2019-06-09~",
                         DateRole::within}));

TEST(TermDates, EachVoiceHasItsOwn) {
  const Lexicon lexicon(two_countries());
  Document document;
  document.text =
      "Ada Muster: We will open it by the end of this term.\n\nBen Probe: We will open ours by the end of this "
      "term.\n\n"
      "Ada Muster: The ferries come first.\n\nBen Probe: They do not.\n";
  document.published = Date::parse("2019-03-01").value();
  Annotations annotations = annotate(document.text, document.published, lexicon.gazetteer());
  date_terms(annotations, document, Attributor(document, annotations, lexicon), lexicon);
  ASSERT_EQ(annotations.dates.size(), 2U);
  EXPECT_EQ(annotations.dates[0].date.text(), "2022-05-15~");
  EXPECT_EQ(annotations.dates[1].date.text(), "2021-02-01");
}

TEST(TermDates, NeedWordsThatNameATerm) {
  const Date day = Date::parse("2019-03-01").value();
  for (const std::string_view text :
       {"In the long term it pays.", "This parliament will sit.", "Laws passed by this parliament stand.",
        "They won the next election.", "We sat in the parliament.", "The term of the lease is long.",
        "It was so in the presidency of the council.", "She spoke in our congress.", "They spoke within the congress."})
    EXPECT_TRUE(annotate(text, day, Gazetteer()).dates.empty()) << text;
}

TEST(Terms, HolesInWhatIsKnownAreNoNextTerm) {
  const Terms terms(
      {{"xaa-diet",
        EntityKind::organisation,
        "Diet",
        "",
        {},
        {in("XAA", "parliament", "1950-01-01", "1953-01-01"), in("XAA", "parliament", "1980-01-01", "1983-01-01")}}});
  const Terms::Place* place = terms.of("XAA");
  ASSERT_NE(place, nullptr);
  const Day day = parse_day("1952-01-01").value();
  ASSERT_NE(running_on(place->parliaments, day), nullptr);
  EXPECT_EQ(next_after(place->parliaments, day), nullptr);
  EXPECT_EQ(last_before(place->parliaments, parse_day("1960-01-01").value()), nullptr);
  EXPECT_EQ(terms.of("XBB"), nullptr);
}

}  // namespace
}  // namespace avow
