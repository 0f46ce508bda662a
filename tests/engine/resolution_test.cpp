#include "engine/resolution.hpp"

#include "fixture.hpp"
#include "text/annotate.hpp"

namespace avow {
namespace {

class Resolution : public EngineTest {
 protected:
  std::string subject(const std::string& said, const std::string& speaker = {},
                      const std::string& text = "The Harbour Pact met. Arvania and the Harbour Pact agreed.") {
    Document document;
    document.text = text;
    document.published = Date::year(2020);
    const Annotations annotations = annotate(document.text, document.published, lexicon.gazetteer());
    Candidate candidate;
    candidate.kind = Kind::pledge;
    candidate.target.subject_text = said;
    const Voice voice = speaker.empty() ? Voice::author : Voice::turn;
    Resolver(lexicon, document, annotations).resolve(candidate, {voice, speaker, speaker, false});
    return candidate.target.subject;
  }

  std::string indicator(const std::string& measure, const std::string& unit, Relation relation = Relation::at_least) {
    Target target;
    target.relation = relation;
    target.unit = unit;
    if (!unit.empty()) target.value = Decimal{2, 1};
    return resolve_indicator(lexicon, measure, target);
  }
};

TEST_F(Resolution, TakesNamesAndCodesAsTheyAre) {
  EXPECT_EQ(subject("XAA"), "XAA");
  EXPECT_EQ(subject("Arvania"), "XAA");
  EXPECT_EQ(subject("a country nobody knows"), "");
}

TEST_F(Resolution, WeIsTheBodyWhoseOfficeTheSpeakerHolds) {
  EXPECT_EQ(subject("we", "jana-muster"), "pact");
  EXPECT_EQ(subject("We", "XAA"), "XAA");
  EXPECT_EQ(subject("we", "somebody-unknown"), "");
}

TEST_F(Resolution, MembersAreThoseOfTheGroupThatTheDocumentIsAbout) {
  EXPECT_EQ(subject("all allies"), "pact");
  EXPECT_EQ(subject("Member states"), "pact");
  EXPECT_EQ(subject("Member states", "", "No group is named here."), "");
}

TEST_F(Resolution, TheOneBodyThatTheWordsMentionIsMeant) {
  EXPECT_EQ(subject("each member of the Pact"), "pact");
  EXPECT_EQ(subject("Arvania's new government"), "XAA");
  EXPECT_EQ(subject("Arvania and Belmark"), "");
  EXPECT_EQ(subject("the envoys of Arvania and of the Pact"), "");
}

TEST_F(Resolution, AGroupIsKnownByTheWordsOfItsName) {
  EXPECT_EQ(subject("the Harbourside part of the Pact"), "pact");
  EXPECT_EQ(subject("the harbour master"), "");
}

TEST_F(Resolution, TheUnitTellsIndicatorsOfOneMeasureApart) {
  EXPECT_EQ(indicator("defence expenditure", "percent of GDP"), "pact:share");
  EXPECT_EQ(indicator("defence expenditure", "USD"), "pact:usd");
  EXPECT_EQ(indicator("defence expenditure", "ships"), "");
  EXPECT_EQ(indicator("defence expenditure", ""), "pact:share");
  EXPECT_EQ(indicator("defence expenditure", "percent", Relation::rise_by), "pact:share");
  EXPECT_EQ(indicator("something else", "percent"), "");
  EXPECT_EQ(indicator("pact:usd", ""), "pact:usd");
}

TEST_F(Resolution, AGreatNumberIsNoShare) {
  Target target;
  target.relation = Relation::equal;
  target.value = Decimal{500'000, 1};
  EXPECT_EQ(resolve_indicator(lexicon, "defence expenditure", target), "pact:usd");
  target.value = Decimal{5, 1};
  EXPECT_EQ(resolve_indicator(lexicon, "defence expenditure", target), "pact:share");
}

}  // namespace
}  // namespace avow
