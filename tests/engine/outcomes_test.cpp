#include "engine/outcomes.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "fixture.hpp"

namespace avow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Outcomes : public EngineTest {
 protected:
  OutcomeImport import(std::string_view bytes, const char* published = "2024-06-17", bool skip_bad = false) {
    OutcomeOptions options;
    options.indicator = "pact:share";
    options.source = "Pact tables";
    options.published = parse_day(published);
    options.skip_bad = skip_bad;
    return import_outcomes(*store, lexicon, "figures.csv", bytes, options, "test");
  }

  std::vector<ObservationRow> all(bool newest_only = false) {
    std::vector<ObservationRow> rows;
    ObservationFilter filter;
    filter.newest_only = newest_only;
    store->observations(filter, [&](const ObservationRow& row) {
      rows.push_back(row);
      return true;
    });
    return rows;
  }
};

TEST_F(Outcomes, AreAddedOnceHoweverOftenImported) {
  const char* csv = "country,period,value\nArvania,2024,2.1\nRepublic of Arvania,2023,1.9\nXBB,2024,1.5\n";
  EXPECT_EQ(import(csv).added, 3u);
  const OutcomeImport again = import(csv);
  EXPECT_EQ(again.added, 0u);
  EXPECT_EQ(again.known, 3u);
  EXPECT_EQ(all().size(), 3u);
}

TEST_F(Outcomes, KeepEveryVintageAndShowTheNewest) {
  import("country,period,value\nArvania,2024,2.1\n");
  import("country,period,value\nArvania,2024,1.9\n", "2025-04-24");
  EXPECT_EQ(all().size(), 2u);
  const auto newest = all(true);
  ASSERT_EQ(newest.size(), 1u);
  EXPECT_EQ(newest[0].observation.value, "1.9");
}

TEST_F(Outcomes, AnUnknownCountryIsNamedWithItsPlaceAndNothingIsStored) {
  const OutcomeImport result = import("country,period,value\nArvania,2024,2.1\nAtlantis,2024,2.0\n");
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_THAT(result.problems[0].message, HasSubstr("figures.csv: line 3, column 1: "));
  EXPECT_THAT(result.problems[0].message, HasSubstr("Atlantis"));
  EXPECT_EQ(result.added, 0u);
  EXPECT_TRUE(all().empty());
}

TEST_F(Outcomes, BadRowsCanBePassedOver) {
  const OutcomeImport result =
      import("country,period,value\nArvania,2024,2.1\nAtlantis,2024,2.0\n", "2024-06-17", true);
  EXPECT_EQ(result.added, 1u);
  EXPECT_EQ(result.skipped, 1u);
}

TEST_F(Outcomes, AFigureThatDisagreesWithTheStoresSameVintageIsRefused) {
  import("country,period,value\nArvania,2024,2.1\n");
  const OutcomeImport result = import("country,period,value\nArvania,2024,2.2\n");
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_THAT(result.problems[0].message, HasSubstr("2.2"));
  EXPECT_THAT(result.problems[0].message, HasSubstr("2.1"));
}

TEST_F(Outcomes, OneFigureSpelledInTwoWaysIsTheSame) {
  import("country,period,value\nArvania,2024,2.0\n");
  for (const char* csv : {"country,period,value\nArvania,2024,2.00\n", "country,period,value\nArvania,2024,2\n"}) {
    const OutcomeImport again = import(csv);
    EXPECT_TRUE(again.problems.empty());
    EXPECT_EQ(again.known, 1u);
  }
  ASSERT_EQ(all().size(), 1u);
  EXPECT_EQ(all()[0].observation.value, "2.0");
}

TEST_F(Outcomes, OneVintageGivesAFigureOneStatus) {
  import("country,period,value,status\nArvania,2024,2.0,estimate\n");
  const OutcomeImport result = import("country,period,value,status\nArvania,2024,2.0,actual\n");
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_THAT(result.problems[0].message, HasSubstr("2.0 (actual) here and 2.0 (estimate) elsewhere"));
  EXPECT_EQ(all().size(), 1u);
}

TEST_F(Outcomes, AnotherUnitGoesToThePublishersIndicatorInThatUnit) {
  EXPECT_EQ(import("country,period,value,unit\nBelmark,2025,55.9,billion US dollars\n").added, 1u);
  const auto rows = all();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].series.indicator, "pact:usd");
  EXPECT_EQ(rows[0].observation.value, "55900000000");
  EXPECT_THAT(rows[0].observation.note, HasSubstr("55.9 billion US dollars"));
}

TEST_F(Outcomes, WithoutASourceTheFileIsNamedAsIt) {
  OutcomeOptions options;
  options.indicator = "pact:share";
  options.published = parse_day("2024-06-17");
  import_outcomes(*store, lexicon, "some/folder/figures.csv", "country,period,value\nArvania,2024,2.1\n", options, "t");
  ASSERT_EQ(all().size(), 1u);
  EXPECT_EQ(all()[0].series.source, "file:figures.csv");
}

TEST_F(Outcomes, SharesAndPowersOfTenBecomeTheIndicatorsUnit) {
  EXPECT_EQ(import("country,period,value,unit\nArvania,2023,0.0161,share of GDP\nArvania,2024,1.7,%\n").added, 2u);
  const auto rows = all();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].observation.value, "1.61");
  EXPECT_EQ(rows[0].observation.unit, "percent of GDP");
  EXPECT_EQ(rows[0].observation.note, "published as 0.0161 share of GDP");
  EXPECT_EQ(rows[1].observation.value, "1.7");
  EXPECT_EQ(import("country,period,value,unit,unit_mult\nBelmark,2025,55.9,USD,9\n").added, 1u);
  EXPECT_EQ(all().back().observation.value, "55900000000");
}

TEST_F(Outcomes, TheJournalKeepsWhenAFileWasFetched) {
  OutcomeOptions options;
  options.indicator = "pact:share";
  options.published = parse_day("2024-06-17");
  options.retrieved = parse_day("2024-06-20");
  import_outcomes(*store, lexicon, "figures.csv", "country,period,value\nArvania,2024,2.1\n", options, "t");
  std::string reason;
  store->journal({}, [&](const JournalEntry& entry) {
    reason = entry.note.reason;
    return true;
  });
  EXPECT_THAT(reason, HasSubstr("figures.csv; retrieved 2024-06-20; sha256 "));
}

TEST_F(Outcomes, OfAPackageAllTablesOrNoneAreStored) {
  const TempFolder package;
  const auto write = [&](const char* name, const std::string& text) { std::ofstream(package / name) << text; };
  write("datapackage.json", R"({"resources": [{"path": "a.csv"}, {"path": "b.csv"}]})");
  write("a.csv", "country,period,value\nArvania,2024,2.1\n");
  write("b.csv", "country,period,value\nArvania,2024,2.2\nBelmark,2024,1.5\n");
  OutcomeOptions options;
  options.indicator = "pact:share";
  options.published = parse_day("2024-06-17");
  const OutcomeImport refused = import_package(*store, lexicon, package.path(), options, "t");
  ASSERT_EQ(refused.problems.size(), 1u);
  EXPECT_THAT(refused.problems[0].message, HasSubstr("b.csv: line 2"));
  EXPECT_TRUE(all().empty());
  options.skip_bad = true;
  EXPECT_EQ(import_package(*store, lexicon, package.path(), options, "t").added, 2u);
  EXPECT_EQ(all()[0].series.source, "file:" + package.path().filename().string());
}

TEST_F(Outcomes, AUnitThatFitsNothingIsRefused) {
  const OutcomeImport result = import("country,period,value,unit\nBelmark,2025,12,ships\n");
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_THAT(result.problems[0].message, HasSubstr("'ships'"));
}

}  // namespace
}  // namespace avow
