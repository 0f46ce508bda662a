// Whose measure a statement tells of, and in which terms.

#include "engine/places.hpp"

#include "engine/measured_terms.hpp"
#include "engine/nationalities.hpp"
#include "fixture.hpp"
#include "text/annotate.hpp"

namespace avow {
namespace {

class Places : public EngineTest {
 protected:
  Places() : greek_(with_greece()) {}

  static Lexicon with_greece() {
    Vocabulary vocabulary = small_vocabulary();
    vocabulary.entities.push_back({"GRC", EntityKind::country, "Greece", "", {}, {}});
    return Lexicon(vocabulary);
  }
  /// The place of a statement about `measure`, both as they stand in the last sentence of the text.
  std::string place(const std::string& text, const std::string& measure, const std::string& subject = {}) {
    Document document;
    document.text = text;
    const Annotations annotations = annotate(text, Date::year(2020), greek_.gazetteer());
    Candidate candidate;
    candidate.span = annotations.sentences.back().span;
    candidate.cues.push_back({span_of(text, measure), "measure"});
    if (!subject.empty()) candidate.cues.push_back({span_of(text, subject), "subject"});
    candidate.target.subject_text = subject;
    return place_of(greek_, document, annotations, candidate).code;
  }
  static Span span_of(const std::string& text, const std::string& words) {
    const auto at = static_cast<std::uint32_t>(text.rfind(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  Lexicon greek_;
};

TEST_F(Places, BelongToTheMeasureThatNamesThem) {
  EXPECT_EQ(place("Belmark heard that Arvania's total harbour tax is 5 percent.", "harbour tax"), "XAA");
  EXPECT_EQ(place("Belmark heard that the harbour tax in Arvania is 5 percent.", "harbour tax"), "XAA");
  EXPECT_EQ(place("Unlike Belmark, the Greek harbour tax is 5 percent.", "harbour tax"), "GRC");
  EXPECT_EQ(place("Belmark harbour tax is above that of Arvania.", "harbour tax"), "XBB");
}

TEST_F(Places, BelongToTheSubjectElse) {
  EXPECT_EQ(place("Arvania, which lies by Belmark, has a harbour tax of 5 percent.", "harbour tax", "Arvania"), "XAA");
  EXPECT_EQ(place("In Belmark the harbour tax is higher than in Arvania.", "harbour tax"), "XBB");
}

TEST_F(Places, AreTheLastNamedOfATextThatSpeaksOfTheCountry) {
  EXPECT_EQ(place("Arvania is far. The country's harbour tax is 5 percent.", "harbour tax"), "XAA");
  EXPECT_EQ(place("Arvania is far. A harbour tax is 5 percent.", "harbour tax"), "");
}

TEST_F(Places, AreTheFirstCountryOfTheSentenceBeforeOneThatSpeaksOfIt) {
  EXPECT_EQ(place("Arvania lies by Belmark. The country's harbour tax is 5 percent.", "harbour tax"), "XAA");
  EXPECT_EQ(place("Belmark met Greek guests. Arvania is far. The country's harbour tax is 5 percent.", "harbour tax"),
            "XAA");
}

TEST_F(Places, StandRightBeforeWhatIsPutInBetween) {
  EXPECT_EQ(place("Belmark praised Arvania (harbour tax 5 percent).", "harbour tax"), "XAA");
}

TEST_F(Places, AreNotWhereExportsGo) {
  const std::string text = "Exports to Arvania fell.";
  Document document;
  document.text = text;
  const Annotations annotations = annotate(text, Date::year(2020), greek_.gazetteer());
  Candidate candidate;
  candidate.span = annotations.sentences.back().span;
  candidate.cues = {{span_of(text, "Exports"), "measure"}, {span_of(text, "Exports to Arvania"), "subject"}};
  candidate.target.indicator_text = "exports";
  EXPECT_EQ(place_of(greek_, document, annotations, candidate).code, "");
}

TEST_F(Places, EndWithTheNounPhraseOfAnOwner) {
  EXPECT_EQ(place("Arvania is Belmark's best port with a harbour tax of 5 percent.", "harbour tax", "Arvania"), "XAA");
}

TEST_F(Places, MayLieElsewhere) {
  const auto elsewhere = [](const std::string& text) {
    Document document;
    document.text = text;
    Candidate candidate;
    candidate.cues.push_back({span_of(text, "harbour tax"), "measure"});
    return is_elsewhere(document, candidate);
  };
  EXPECT_TRUE(elsewhere("The harbour tax in Ohio is 5 percent."));
  EXPECT_TRUE(elsewhere("Ohio's harbour tax is 5 percent."));
  EXPECT_FALSE(elsewhere("The harbour tax in January was 5 percent."));
  EXPECT_FALSE(elsewhere("The harbour tax is 5 percent."));
}

TEST_F(Places, TakeTheLongestNationalityThatFits) {
  const auto found = Nationalities::shipped().find("South Koreans, Greeks and the Papua New Guinean guests");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].code, "KOR");
  EXPECT_EQ(found[1].code, "GRC");
  EXPECT_EQ(found[2].code, "PNG");
  EXPECT_TRUE(Nationalities::shipped().find("a polish for greek-style shoes").empty());
}

class MeasuredTerms : public testing::Test {
 protected:
  static Indicator indicator(const char* measure, const char* unit) {
    Indicator made;
    made.measure = measure;
    made.unit = unit;
    return made;
  }
  static Target said(Relation relation, double value, const char* unit) {
    Target target;
    target.relation = relation;
    target.value = Decimal{value, 1};
    target.unit = unit;
    return target;
  }
};

TEST_F(MeasuredTerms, WhatALevelGrewByIsItsGrowth) {
  EXPECT_EQ(stated_measure("gross domestic product", said(Relation::rise_by, 3, "percent")), "economic growth");
  EXPECT_EQ(stated_measure("gross domestic product", said(Relation::equal, 3e9, "USD")), "gross domestic product");
  Target since = said(Relation::rise_by, 3, "percent");
  since.baseline = Date::year(2010);
  EXPECT_EQ(stated_measure("gross domestic product", since), "gross domestic product");
}

TEST_F(MeasuredTerms, AFallOfALevelIsANegativeRate) {
  Target target = said(Relation::fall_by, 2, "percent");
  put_in_terms_of(indicator("economic growth", "percent"), "economy shrank", target);
  EXPECT_EQ(target.relation, Relation::equal);
  EXPECT_EQ(target.value->value, -2);
  target = said(Relation::fall_by, 2, "percent");
  target.hedge = Hedge::over;
  put_in_terms_of(indicator("economic growth", "percent"), "economy shrank", target);
  EXPECT_EQ(target.relation, Relation::at_most);
  EXPECT_EQ(target.hedge, Hedge::under);
}

TEST_F(MeasuredTerms, ADeficitIsANegativeBalance) {
  Target target = said(Relation::at_least, 3, "percent of GDP");
  put_in_terms_of(indicator("trade balance", "percent of GDP"), "trade deficit", target);
  EXPECT_EQ(target.relation, Relation::at_most);
  EXPECT_EQ(target.value->value, -3);
  target = said(Relation::rise_by, 3, "percentage points");
  put_in_terms_of(indicator("trade balance", "percent of GDP"), "trade deficit", target);
  EXPECT_EQ(target.relation, Relation::fall_by);
  EXPECT_EQ(target.value->value, 3);
  target = said(Relation::at_least, 3, "percent of GDP");
  put_in_terms_of(indicator("trade balance", "percent of GDP"), "trade surplus", target);
  EXPECT_EQ(target.value->value, 3);
}

TEST_F(MeasuredTerms, ADeficitOrDeflationIsNegativeWhereItBeginsASentence) {
  Target target = said(Relation::equal, 3, "percent of GDP");
  put_in_terms_of(indicator("trade balance", "percent of GDP"), "Deficit", target);
  EXPECT_EQ(target.value->value, -3);
  target = said(Relation::equal, 2, "percent");
  put_in_terms_of(indicator("inflation", "percent"), "Deflation", target);
  EXPECT_EQ(target.value->value, -2);
}

TEST_F(MeasuredTerms, WhatIsCountedTakesTheNameOfTheIndicator) {
  Target target = said(Relation::equal, 5, "children");
  put_in_terms_of(indicator("fertility rate", "births per woman"), "fertility rate", target);
  EXPECT_EQ(target.unit, "births per woman");
  target = said(Relation::equal, 5, "USD");
  put_in_terms_of(indicator("fertility rate", "births per woman"), "fertility rate", target);
  EXPECT_EQ(target.unit, "USD");
}

TEST_F(Places, GiveTheWordsAroundAMeasureAndItsAmount) {
  Document document;
  document.text = "Trade fell, each citizen emits 9 tonnes of smoke a head, and prices rose.";
  const Annotations annotations = annotate(document.text, Date::year(2020), greek_.gazetteer());
  Candidate candidate;
  candidate.span = annotations.sentences.back().span;
  candidate.cues = {{span_of(document.text, "smoke"), "measure"}, {span_of(document.text, "9 tonnes"), "amount"}};
  EXPECT_EQ(words_around(document, annotations, candidate), "each citizen emits 9 tonnes of smoke a head");
}

}  // namespace
}  // namespace avow
