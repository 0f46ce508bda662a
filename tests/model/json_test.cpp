#include "model/json.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace avow {
namespace {

template <typename T>
T round_trip(const T& value) {
  T back;
  from_json(parse_json(Json(value).dump(), "test"), back);
  return back;
}

Maker some_maker() {
  return {"pledge", "1.2.0", 7, sha256("{}"), "", {}};
}

Target some_target() {
  Target target;
  target.subject_text = "every member";
  target.subject = "nato";
  target.indicator_text = "defence expenditure";
  target.indicator = "nato:defence-share-gdp";
  target.relation = Relation::between;
  target.value = Decimal{2, 0.1};
  target.upper = Decimal{3, 1};
  target.unit = "percent of GDP";
  target.baseline = Date::year(2014);
  target.due = Date::year(2024);
  target.scope = Scope::each;
  target.condition = "if elected";
  target.hedge = Hedge::over;
  return target;
}

Reading some_reading() {
  Reading reading;
  reading.claim = Canonical("c").id();
  reading.kind = Kind::pledge;
  reading.topic = "defence";
  reading.target = some_target();
  reading.strength = Strength::aim;
  reading.negated = true;
  reading.score = 0.625;
  reading.cues = {{{3, 9}, "modal"}};
  reading.maker = some_maker();
  return reading;
}

TEST(RecordJson, KeepsTheIdOfADocument) {
  const Document document{"https://example.org/a",
                          "Title",
                          "Publisher",
                          "Author",
                          "Speaker",
                          Date::month(2025, 6),
                          "en",
                          "text/plain",
                          "Some text — with “quotes”.",
                          sha256("raw")};
  EXPECT_EQ(id_of(round_trip(document)), id_of(document));
}

TEST(RecordJson, KeepsTheIdOfAClaim) {
  const Claim claim{Canonical("d").id(), {3, 12},     {"before", "the words", "after"},
                    Voice::quotation,    "J. Muster", "jens-muster",
                    Date::year(2025)};
  EXPECT_EQ(id_of(round_trip(claim)), id_of(claim));
}

TEST(RecordJson, KeepsTheIdOfAReading) {
  EXPECT_EQ(id_of(round_trip(some_reading())), id_of(some_reading()));
}

TEST(RecordJson, KeepsTheIdOfAnAssessment) {
  Assessment assessment;
  assessment.reading = id_of(some_reading());
  assessment.verdict = Verdict::off_track;
  assessment.provisional = true;
  assessment.today = *parse_day("2024-07-01");
  assessment.vintage = "2024-06-17";
  assessment.figures = {{"at or above", "23"}, {"with figures", "31"}};
  assessment.reason = "23 of 31";
  assessment.evidence = {{EvidenceKind::observation, "00", "2024"}, {EvidenceKind::address, "https://example.org", ""}};
  assessment.maker = some_maker();
  EXPECT_EQ(id_of(round_trip(assessment)), id_of(assessment));
}

TEST(RecordJson, KeepsTheIdsOfOutcomes) {
  const Series series{"X.Y", "A source", "https://example.org", "CC0"};
  const Observation observation{
      id_of(series), "DEU", Date::year(2024), "2.10", "percent", Status::estimate, *parse_day("2025-04-24"), "a note"};
  EXPECT_EQ(id_of(round_trip(series)), id_of(series));
  EXPECT_EQ(id_of(round_trip(observation)), id_of(observation));
}

TEST(RecordJson, KeepsTheIdsOfTheStoresOwnRecords) {
  const Link link{Canonical("a").id(), Canonical("b").id(), LinkKind::moves_later, true, 0.5, "why", some_maker()};
  const Retraction retraction{RecordKind::claim, Canonical("a").id(), "a person", "a reason", Instant{5}};
  const Analysis analysis{RecordKind::document, Canonical("a").id(), some_maker(), "it threw"};
  EXPECT_EQ(id_of(round_trip(link)), id_of(link));
  EXPECT_EQ(id_of(round_trip(retraction)), id_of(retraction));
  EXPECT_EQ(id_of(round_trip(analysis)), id_of(analysis));
}

TEST(RecordJson, KeepsTheVocabulary) {
  const Entity entity{"jens-muster",
                      EntityKind::person,
                      "Jens Muster",
                      "Q1",
                      {"J. Muster"},
                      {{"a-party", "member", Date::year(2001), {}},
                       {"a-country", "minister", {}, Date::day(*parse_day("2020-02-29"))}}};
  const Indicator indicator{"x:y", "Name", "measure", "percent", "Publisher", "Definition", 2, {"a phrase"}};
  const Scale scale{"s", "A scale", "where", {{"kept", "Done"}}};
  EXPECT_EQ(round_trip(entity), entity);
  EXPECT_EQ(round_trip(indicator), indicator);
  EXPECT_EQ(round_trip(scale), scale);
}

std::string refusal(const std::string& text) {
  try {
    Reading reading;
    from_json(parse_json(text, "file.json"), reading);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_input);
    return error.what();
  }
  return "accepted";
}

TEST(HostileJson, IsRefusedWithTheKeyThatIsWrong) {
  EXPECT_EQ(refusal("[]"), "a reading must be a JSON object");
  EXPECT_EQ(refusal(R"({"kind":"pledge"})"), "key \"claim\": is missing or empty");
  const std::string claim = R"({"claim":"000102030405060708090a0b0c0d0e0f","kind":)";
  EXPECT_EQ(refusal(claim + R"("boast"})"), "key \"kind\": 'boast' is not one of the words for it");
  EXPECT_EQ(refusal(claim + R"("pledge","score":"high"})"), "key \"score\": must be a number");
  EXPECT_EQ(refusal(claim + R"("pledge","target":{"due":"2025-02-30"}})"),
            "key \"due\": '2025-02-30' is no date of the form 2035, 2025-06 or 2025-06-24");
}

TEST(HostileJson, IsRefusedWhenTooDeepTwiceSaidOrNoJson) {
  EXPECT_EQ(refusal(std::string(100'000, '[')), "file.json: the JSON nests deeper than 64");
  EXPECT_EQ(refusal(R"({"a":1,"a":2})"), "file.json: the JSON says the key \"a\" twice");
  EXPECT_EQ(refusal("{\"a\":"), "file.json: no valid JSON at byte 6");
  EXPECT_EQ(refusal("{\"a\":[1e999]}"), "file.json: the JSON holds a number that is out of range");
  EXPECT_EQ(refusal("{\"a\":\"\xFF\"}"), "file.json: no valid JSON at byte 7");
}

}  // namespace
}  // namespace avow
