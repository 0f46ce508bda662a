#include "read/vocabulary_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "model/assessment.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

const Vocabulary& shipped() {
  static const Vocabulary vocabulary = read_vocabulary(source_folder() / "schema" / "vocabulary");
  return vocabulary;
}

bool holds(const Membership& membership, Day day) {
  const bool begun = !membership.from.known() || membership.from.earliest() <= day;
  return begun && (!membership.until.known() || day <= membership.until.latest());
}

long members(const std::string& group, std::string_view date) {
  const Day day = parse_day(date).value();
  const auto belongs = [&](const Entity& entity) {
    return std::any_of(entity.memberships.begin(), entity.memberships.end(),
                       [&](const Membership& m) { return m.group == group && m.role == "member" && holds(m, day); });
  };
  return std::count_if(shipped().entities.begin(), shipped().entities.end(), belongs);
}

std::string failure_of(std::string_view bytes) {
  try {
    parse_vocabulary("mine.json", bytes);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_input);
    return error.what();
  }
  return "nothing was refused";
}

class VocabularyFolder : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / ("vocabulary-" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "inner");
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
  fs::path folder_;
};

TEST(ShippedVocabulary, HasEveryCountryOfIso3166) {
  const auto listed = [](const Entity& entity) {
    return entity.kind == EntityKind::country && entity.code.size() == 3 && entity.code != "XKX";
  };
  EXPECT_EQ(std::count_if(shipped().entities.begin(), shipped().entities.end(), listed), 249);
}

TEST(ShippedVocabulary, DatesTheMembersOfNato) {
  EXPECT_EQ(members("nato", "1949-08-24"), 12);
  EXPECT_EQ(members("nato", "2014-09-05"), 28);
  EXPECT_EQ(members("nato", "2022-06-29"), 30);
  EXPECT_EQ(members("nato", "2023-04-04"), 31);
  EXPECT_EQ(members("nato", "2024-03-06"), 31);
  EXPECT_EQ(members("nato", "2024-03-07"), 32);
}

TEST(ShippedVocabulary, LeavesTheUnitedStatesOutOfEuropeAndCanada) {
  EXPECT_EQ(members("nato-europe-and-canada", "2025-01-01"), 31);
  EXPECT_EQ(members("nato-europe", "2025-01-01"), 30);
}

TEST(ShippedVocabulary, DatesTheMembersOfTheEuropeanUnion) {
  EXPECT_EQ(members("eu", "1958-01-01"), 6);
  EXPECT_EQ(members("eu", "2004-04-30"), 15);
  EXPECT_EQ(members("eu", "2004-05-01"), 25);
  EXPECT_EQ(members("eu", "2020-01-31"), 28);
  EXPECT_EQ(members("eu", "2020-02-01"), 27);
  EXPECT_EQ(members("eu", "2024-01-01"), 27);
}

TEST(ShippedVocabulary, HasSevenInTheG7) {
  EXPECT_EQ(members("g7", "1975-12-01"), 6);
  EXPECT_EQ(members("g7", "2024-01-01"), 7);
}

TEST(ShippedVocabulary, GivesEachNameToOneEntity) {
  std::map<std::string, std::string> owner;
  for (const Entity& entity : shipped().entities) {
    std::vector<std::string> names = entity.aliases;
    names.push_back(entity.name);
    for (const std::string& name : names) {
      const auto [known, fresh] = owner.emplace(name, entity.code);
      EXPECT_TRUE(fresh) << name << " names " << known->second << " and " << entity.code;
    }
  }
}

TEST(ShippedVocabulary, GivesEachPhraseToOneMeasure) {
  std::map<std::string, std::string> owner;
  for (const Indicator& indicator : shipped().indicators)
    for (const std::string& phrase : indicator.phrases) {
      const auto known = owner.emplace(phrase, indicator.measure).first;
      EXPECT_EQ(known->second, indicator.measure) << phrase;
    }
}

TEST(ShippedVocabulary, WritesWikidataIdsAsWikidataDoes) {
  for (const Entity& entity : shipped().entities) {
    if (entity.wikidata.empty()) continue;
    EXPECT_EQ(entity.wikidata[0], 'Q') << entity.code;
    EXPECT_THAT(entity.wikidata.substr(1), testing::MatchesRegex("[0-9]+")) << entity.code;
  }
}

TEST(ShippedVocabulary, RanksIndicatorsOfOneMeasureAndUnitApart) {
  std::map<std::pair<std::string, std::string>, std::set<int>> ranks;
  for (const Indicator& indicator : shipped().indicators) {
    const bool fresh = ranks[std::pair(indicator.measure, indicator.unit)].insert(indicator.rank).second;
    EXPECT_TRUE(fresh) << indicator.code;
  }
}

TEST(ShippedVocabulary, HasScalesThatCoverEveryVerdictOrSayWhichNot) {
  ASSERT_FALSE(shipped().scales.empty());
  for (const Scale& scale : shipped().scales)
    for (const auto& [value, verdict] : verdicts.table) {
      const bool covered = std::any_of(scale.entries.begin(), scale.entries.end(),
                                       [&, name = verdict](const ScaleEntry& entry) { return entry.verdict == name; });
      const auto note = scale.source.find("No word for: ");
      const bool excepted =
          note != std::string::npos && scale.source.find(std::string(verdict), note) != std::string::npos;
      EXPECT_TRUE(covered || excepted) << scale.code << " is silent on " << verdict;
    }
}

TEST(VocabularyReader, ReadsAllThreeSortsOfItem) {
  const Vocabulary vocabulary = parse_vocabulary("mine.json", R"({"source": "made up",
    "entities": [{"code": "harbour-league", "kind": "group", "name": "Harbour League", "aliases": ["the League"]}],
    "indicators": [{"code": "own:berths", "name": "Berths", "measure": "berths", "unit": "count", "rank": 1}],
    "scales": [{"code": "own", "name": "Own", "entries": [{"verdict": "kept", "label": "Done"}]}]})");
  ASSERT_EQ(vocabulary.entities.size(), 1u);
  EXPECT_EQ(vocabulary.entities[0].aliases, std::vector<std::string>{"the League"});
  ASSERT_EQ(vocabulary.indicators.size(), 1u);
  EXPECT_EQ(vocabulary.indicators[0].measure, "berths");
  ASSERT_EQ(vocabulary.scales.size(), 1u);
  EXPECT_EQ(vocabulary.scales[0].entries[0].label, "Done");
}

TEST(VocabularyReader, NamesFileAndItemOfWhatIsWrong) {
  EXPECT_THAT(failure_of(R"({"entities": [{"code": "x", "kind": "planet", "name": "X"}]})"),
              AllOf(HasSubstr("mine.json: entities[0] \"x\""), HasSubstr("planet")));
  EXPECT_THAT(failure_of(R"({"indicators": [{"code": "a", "name": "A", "measure": "a"}, {"code": "b"}]})"),
              HasSubstr("mine.json: indicators[1] \"b\""));
  EXPECT_THAT(failure_of(R"({"entities": [7]})"), HasSubstr("mine.json: entities[0]"));
}

TEST(VocabularyReader, RefusesWhatIsNoVocabulary) {
  EXPECT_THAT(failure_of("[]"), HasSubstr("one JSON object"));
  EXPECT_THAT(failure_of("{}"), HasSubstr("none of"));
  EXPECT_THAT(failure_of(R"({"entities": {}})"), HasSubstr("must be an array"));
  EXPECT_THAT(failure_of(R"({"entitis": []})"), HasSubstr("entitis"));
  EXPECT_THAT(failure_of("{"), HasSubstr("mine.json"));
  EXPECT_THAT(failure_of(std::string(100'000, '[')), HasSubstr("mine.json"));
}

TEST(VocabularyReader, RefusesACodeThatIsGivenTwice) {
  EXPECT_THAT(failure_of(R"({"entities": [{"code": "x", "kind": "person", "name": "X"},
                                          {"code": "x", "kind": "person", "name": "Y"}]})"),
              AllOf(HasSubstr("entities[1]"), HasSubstr("entities[0]")));
}

TEST(VocabularyReader, RefusesACodeWithBlanks) {
  EXPECT_THAT(failure_of(R"({"entities": [{"code": "two words", "kind": "person", "name": "X"}]})"),
              HasSubstr("no blanks"));
}

TEST(VocabularyReader, RefusesDatesThatDoNotExistOrRunBackwards) {
  const auto member = [](const std::string& dates) {
    return failure_of(R"({"entities": [{"code": "x", "kind": "person", "name": "X", "memberships": [{"group": "g", )" +
                      dates + "}]}]}");
  };
  EXPECT_THAT(member(R"("from": "2021-02-30")"), HasSubstr("entities[0] \"x\""));
  EXPECT_THAT(member(R"("from": "2022", "until": "2021-05")"), HasSubstr("ends (2021-05) before it begins (2022)"));
}

TEST(VocabularyReader, RefusesAVerdictThatAScaleNamesTwice) {
  EXPECT_THAT(failure_of(R"({"scales": [{"code": "s", "name": "S", "entries": [
                {"verdict": "kept", "label": "A"}, {"verdict": "kept", "label": "B"}]}]})"),
              HasSubstr("\"kept\" twice"));
}

TEST_F(VocabularyFolder, ReadsATreeInTheOrderOfItsPaths) {
  write("b.json", R"({"entities": [{"code": "b", "kind": "group", "name": "B"}]})");
  write("inner/a.json", R"({"entities": [{"code": "c", "kind": "group", "name": "C",
                            "memberships": [{"group": "b", "role": "member"}]}]})");
  write("notes.txt", "not a vocabulary");
  const Vocabulary vocabulary = read_vocabulary(folder_);
  ASSERT_EQ(vocabulary.entities.size(), 2u);
  EXPECT_EQ(vocabulary.entities[0].code, "b");
  EXPECT_EQ(vocabulary.entities[1].code, "c");
}

TEST_F(VocabularyFolder, RefusesAMembershipInAnUnknownGroupUnlessItIsKnownElsewhere) {
  write("a.json", R"({"entities": [{"code": "c", "kind": "group", "name": "C", "memberships": [{"group": "far"}]}]})");
  EXPECT_THROW(read_vocabulary(folder_), Error);
  EXPECT_EQ(read_vocabulary(folder_, {"far"}).entities.size(), 1u);
}

TEST_F(VocabularyFolder, RefusesACodeThatTwoFilesGive) {
  write("a.json", R"({"entities": [{"code": "c", "kind": "group", "name": "C"}]})");
  write("b.json", R"({"entities": [{"code": "c", "kind": "group", "name": "D"}]})");
  EXPECT_THROW(read_vocabulary(folder_), Error);
}

TEST_F(VocabularyFolder, SaysWhenThereIsNothingToRead) {
  try {
    read_vocabulary(folder_);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::not_found);
  }
  EXPECT_THROW(read_vocabulary(folder_ / "missing.json"), Error);
}

TEST_F(VocabularyFolder, KeepsToItsLimits) {
  write("a.json", R"({"entities": []})");
  write("b.json", R"({"entities": []})");
  EXPECT_THROW(read_vocabulary(folder_, {}, {.max_file_bytes = 4}), Error);
  EXPECT_THROW(read_vocabulary(folder_, {}, {.max_files = 1}), Error);
}

TEST(VocabularyNames, AreGivenToWhatTheyNameWhereverThatStands) {
  const Vocabulary vocabulary = parse_vocabulary("mine.json", R"({
    "names": [{"language": "de", "entity": "lum", "names": ["Lumland", "Lumlands"]},
              {"language": "de", "measure": "debt", "names": ["Schulden"]}],
    "entities": [{"code": "lum", "kind": "country", "name": "Lumia", "aliases": ["Lumland"]}],
    "indicators": [{"code": "x:debt", "name": "Debt", "measure": "debt", "unit": "percent"}]})");
  EXPECT_THAT(vocabulary.entities.at(0).aliases, testing::ElementsAre("Lumland", "Lumlands"));
  EXPECT_THAT(vocabulary.indicators.at(0).phrases, testing::ElementsAre("Schulden"));
}

TEST(VocabularyNames, OfNothingKnownAreRefused) {
  EXPECT_THAT(failure_of(R"({"names": [{"language": "de", "entity": "lum", "names": ["Lumland"]}]})"),
              AllOf(HasSubstr("names[0]"), HasSubstr("\"lum\", which is not among")));
  EXPECT_THAT(failure_of(R"({"names": [{"language": "de", "names": ["Lumland"]}]})"), HasSubstr("either"));
  EXPECT_THAT(failure_of(R"({"names": [{"entity": "lum", "names": ["Lumland"]}]})"), HasSubstr("language"));
  EXPECT_THAT(failure_of(R"({"names": [{"language": "de", "entity": "lum", "names": [3]}]})"), HasSubstr("a text"));
}

TEST(ShippedVocabulary, NamesMeasuresInGerman) {
  const auto names = [](const Indicator& indicator) {
    return indicator.measure == "unemployment" &&
           std::count(indicator.phrases.begin(), indicator.phrases.end(), "Arbeitslosenquote") > 0;
  };
  EXPECT_TRUE(std::any_of(shipped().indicators.begin(), shipped().indicators.end(), names));
}

}  // namespace
}  // namespace avow
