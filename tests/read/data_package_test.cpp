#include "read/data_package.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

namespace avow {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class DataPackage : public testing::Test {
 protected:
  static void write_to(const TempFolder& where, const char* name, const std::string& text) {
    std::ofstream(where / name, std::ios::binary) << text;
  }
  void write(const char* name, const std::string& text) const { write_to(folder, name, text); }

  void describe(const std::string& resources, const std::string& more = "") {
    write("datapackage.json", "{" + more + "\"resources\": [" + resources + "]}");
  }

  PackageReading read(const OutcomeOptions& given) {
    return read_data_package(folder.path(), given, [](const std::string& code) { return code == "jobless_rate"; });
  }
  PackageReading read() { return read(options()); }

  static OutcomeOptions options() {
    OutcomeOptions given;
    given.indicator = "harbour-share";
    given.published = parse_day("2024-06-17");
    return given;
  }

  std::string error_of(const OutcomeOptions& given = options()) {
    try {
      read(given);
    } catch (const Error& error) {
      return std::string(error.what()) + " | " + error.advice();
    }
    return "nothing was thrown";
  }

  static std::vector<std::string> shown(const PackageReading& reading) {
    std::vector<std::string> seen;
    for (const PackageTable& table : reading.tables)
      for (const OutcomeRow& row : table.file.rows)
        seen.push_back(row.indicator + " " + row.entity + " " + row.period.text() + " " + row.value);
    return seen;
  }

  TempFolder folder;
};

TEST_F(DataPackage, ReadsResourcesWithTheProvenanceOfThePackage) {
  write("a.csv", "country,year,value\nNorland,2024,1.5\n");
  write("b.csv", "country,year,value\nOstland,2024,2.5\n");
  write("read.me", "hello");
  describe(R"({"name": "a", "path": "a.csv"}, {"name": "b", "path": "b.csv", "sources": [{"title": "Other"}]},)"
           R"({"name": "notes", "path": "read.me", "format": "md"})",
           R"("modified": "2024-05-01T10:00:00Z", "licenses": [{"name": "CC-BY-4.0"}],)"
           R"("sources": [{"title": "Harbour Office", "path": "https://example.org/harbour"}],)");
  OutcomeOptions given = options();
  given.published.reset();
  const auto reading = read(given);
  EXPECT_THAT(shown(reading), ElementsAre("harbour-share Norland 2024 1.5", "harbour-share Ostland 2024 2.5"));
  const OutcomeRow& row = reading.tables[0].file.rows[0];
  EXPECT_EQ(row.source, "Harbour Office");
  EXPECT_EQ(row.url, "https://example.org/harbour");
  EXPECT_EQ(row.licence, "CC-BY-4.0");
  EXPECT_EQ(to_string(row.published), "2024-05-01");
  EXPECT_THAT(reading.notes, ElementsAre(HasSubstr("notes")));
  EXPECT_THAT(reading.digest, SizeIs(64));
}

TEST_F(DataPackage, WhatTheUserSaysWinsAndOneResourceCanBeChosen) {
  write("a.csv", "country,year,value\nNorland,2024,1.5\n");
  write("b.csv", "country,year,value\nOstland,2024,2.5\n");
  describe(R"({"name": "a", "path": "a.csv"}, {"name": "b", "path": "b.csv"})",
           R"("sources": [{"title": "Package"}],)");
  OutcomeOptions given = options();
  given.part = "b";
  given.source = "Mine";
  const auto reading = read(given);
  ASSERT_THAT(shown(reading), ElementsAre("harbour-share Ostland 2024 2.5"));
  EXPECT_EQ(reading.tables[0].file.rows[0].source, "Mine");
  given.part = "c";
  EXPECT_THAT(error_of(given), AllOf(HasSubstr("no resource \"c\""), HasSubstr("a, b")));
}

TEST_F(DataPackage, FollowsDialectAndSchema) {
  write("a.csv", "# made by hand\nNorland; 2024;1.234,5\nOstland; 2024;NIL\n");
  describe(R"({"name": "a", "path": "a.csv", "dialect": {"delimiter": ";", "header": false, "commentChar": "#",)"
           R"("skipInitialSpace": true}, "schema": {"missingValues": ["NIL"], "fields": [{"name": "country"},)"
           R"({"name": "year"}, {"name": "value", "decimalChar": ",", "groupChar": "."}]}})");
  EXPECT_THAT(shown(read()), ElementsAre("harbour-share Norland 2024 1234.5"));
}

TEST_F(DataPackage, PartsOfOneResourceAreOneTable) {
  write("a.csv", "country,year,value\nNorland,2024,1.5\n");
  write("b.csv", "Ostland,2024,2.5\n");
  describe(R"({"name": "a", "path": ["a.csv", "b.csv"]})");
  EXPECT_THAT(shown(read()), SizeIs(2));
}

TEST_F(DataPackage, NothingOutsideOfItsFolderIsRead) {
  for (const char* path :
       {"/etc/passwd.csv", "../a.csv", "data/../../a.csv", "https://example.org/a.csv", "..\\\\a.csv"}) {
    describe(std::string(R"({"name": "a", "path": ")") + path + "\"}");
    EXPECT_THAT(error_of(), AllOf(HasSubstr("beside its description"))) << path;
  }
  const TempFolder outside;
  write_to(outside, "a.csv", "country,year,value\nNorland,2024,1.5\n");
  std::filesystem::create_symlink(outside.path() / "a.csv", folder.path() / "link.csv");
  describe(R"({"name": "a", "path": "link.csv"})");
  EXPECT_THAT(error_of(), HasSubstr("a link that leads out"));
}

TEST_F(DataPackage, WhatCannotBeReadIsNamed) {
  describe(R"({"name": "a", "path": "gone.csv"})");
  EXPECT_THAT(error_of(), HasSubstr("gone.csv: the package names this file, and it is not there"));
  describe(R"({"name": "a", "path": "a.csv", "dialect": {"quoteChar": "'"}})");
  write("a.csv", "country,year,value\n");
  EXPECT_THAT(error_of(), HasSubstr("quoteChar"));
  describe(R"({"name": "a", "data": [[1]]})");
  EXPECT_THAT(error_of(), HasSubstr("no resource that is a table"));
  write("datapackage.json", "{}");
  EXPECT_THAT(error_of(), HasSubstr("lists no resources"));
}

/// A data set of three measures over two countries and an island without a code.
class Ddf : public DataPackage {
 protected:
  Ddf() {
    write("datapackage.json", R"({"title": "Small world", "created": "2026-02-27T07:43:11.278Z", "license": "CC0"})");
    write("ddf--concepts.csv",
          "concept,concept_type,source,source_url\njobless_rate,measure,Labour Office,https://example.org/l\n");
    write("ddf--entities--geo--country.csv", "country,iso3166_1_alpha3,name\nnrl,NRL,Norland\nisle,,Isle of Sand\n");
    write("ddf--datapoints--jobless_rate--by--geo--time.csv", "geo,time,jobless_rate\nnrl,2024,11.99\nisle,2024,7\n");
    write("ddf--datapoints--ships--by--geo--time.csv", "geo,time,ships\nnrl,2024,3\n");
    write("ddf--datapoints--schooling--by--geo--time--gender.csv",
          "geo,time,gender,schooling\nnrl,2024,f,9\nnrl,2024,m,8\n");
  }
};

TEST_F(Ddf, ReadsTheMeasuresThatAreIndicators) {
  const auto reading = read({});
  EXPECT_THAT(shown(reading), ElementsAre("jobless_rate NRL 2024 11.99", "jobless_rate Isle of Sand 2024 7"));
  const OutcomeRow& row = reading.tables[0].file.rows[0];
  EXPECT_EQ(row.source, "Labour Office");
  EXPECT_EQ(row.url, "https://example.org/l");
  EXPECT_EQ(row.licence, "CC0");
  EXPECT_EQ(to_string(row.published), "2026-02-27");
  EXPECT_THAT(reading.notes, ElementsAre(AllOf(HasSubstr("2 measures"), HasSubstr("schooling, ships"))));
}

TEST_F(Ddf, TheUserSaysWhatAMeasureIs) {
  OutcomeOptions given = options();
  given.value_column = "ships";
  EXPECT_THAT(shown(read(given)), ElementsAre("harbour-share NRL 2024 3"));
  given.value_column = "boats";
  EXPECT_THAT(error_of(given), AllOf(HasSubstr("no measure \"boats\""), HasSubstr("jobless_rate, schooling, ships")));
}

TEST_F(Ddf, FurtherDimensionsMustBeChosen) {
  OutcomeOptions given = options();
  given.value_column = "schooling";
  EXPECT_THAT(error_of(given), AllOf(HasSubstr("gender has 2 values (f, m)"), HasSubstr("--where gender=f")));
  given.where = {{"gender", "m"}};
  EXPECT_THAT(shown(read(given)), ElementsAre("harbour-share NRL 2024 8"));
}

TEST_F(Ddf, OneIndicatorIsNotSeveralMeasures) {
  std::filesystem::remove(folder.path() / "ddf--datapoints--schooling--by--geo--time--gender.csv");
  EXPECT_THAT(error_of(options()), AllOf(HasSubstr("2 measures"), HasSubstr("--value-column")));
}

TEST_F(Ddf, NeedsNoDescription) {
  std::filesystem::remove(folder.path() / "datapackage.json");
  OutcomeOptions given;
  given.published = parse_day("2024-06-17");
  EXPECT_THAT(shown(read(given)), SizeIs(2));
}

}  // namespace
}  // namespace avow
