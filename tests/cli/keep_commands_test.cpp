#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

using ExportCommand = CliTest;
using VerifyCommand = CliTest;
using BackupCommand = CliTest;
using JournalCommand = CliTest;
using EntitiesCommand = CliTest;
using TopicsCommand = CliTest;
using IndicatorsCommand = CliTest;
using PluginsCommand = CliTest;
using DetectCommand = CliTest;

/// The records of an export, without what it tells of the journal that they are from.
std::vector<std::string> without_notes(const Result& exported) {
  std::vector<std::string> lines;
  for (auto row : exported.rows()) {
    row.erase("entry");
    lines.push_back(row.dump());
  }
  return lines;
}

TEST_F(ExportCommand, ComesBackWithoutLossThroughImport) {
  ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-09-01"});
  const Result first = avow({"export"});
  ASSERT_EQ(first.exit_code, 0) << first.err;
  const Result import = avow({"import", "-", "--db", "copy.db"}, {.input = first.out, .environment = {}, .folder = {}});
  ASSERT_EQ(import.exit_code, 0) << import.err;
  EXPECT_EQ(import.rows().at(0)["known"], 0);
  EXPECT_EQ(without_notes(avow({"export", "--db", "copy.db"})), without_notes(first));
  EXPECT_EQ(avow({"verify", "--db", "copy.db"}).exit_code, 0);
}

TEST_F(ExportCommand, WritesTablesThatComeBackToo) {
  ingest_promise_with_outcomes();
  const Result run = avow({"export", "--format", "csv", "-o", "tables"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(std::filesystem::exists(path("tables/claims.csv")));
  EXPECT_EQ(avow({"import", "tables", "--db", "copy.db"}).exit_code, 0);
  EXPECT_EQ(avow({"claims", "--db", "copy.db"}).out, avow({"claims"}).out);
  EXPECT_EQ(avow({"export", "--format", "csv", "-o", "tables"}).exit_code, 2) << "a folder with files in it";
}

TEST_F(ExportCommand, WritesAWholeFileOrNone) {
  ingest_speech();
  ASSERT_EQ(avow({"export", "-o", "all.ndjson"}).exit_code, 0);
  EXPECT_EQ(avow({"import", "all.ndjson"}).rows().at(0)["added"], 0);
  const Result nowhere = avow({"export", "-o", "nowhere/all.ndjson"});
  EXPECT_EQ(nowhere.exit_code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("nowhere/all.ndjson"));
}

TEST_F(ExportCommand, NeverTakesThePlaceOfAFile) {
  ingest_speech();
  avow({"backup", "copy.db"});
  const Result onto_store = avow({"export", "-o", "copy.db"});
  EXPECT_EQ(onto_store.exit_code, 2);
  EXPECT_THAT(onto_store.err, HasSubstr("there is a file already"));
  EXPECT_EQ(avow({"verify", "--db", "copy.db"}).exit_code, 0);
}

TEST_F(ExportCommand, RefusesAnImportWithAChangedRecord) {
  ingest_speech();
  std::string all = avow({"export"}).out;
  all.replace(all.find("4,000 homes"), 11, "4,001 homes");
  const Result run = avow({"import", "-", "--db", "copy.db"}, {.input = all, .environment = {}, .folder = {}});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("-:"));
  EXPECT_FALSE(std::filesystem::exists(path("copy.db"))) << "a store was left of an import that failed";
}

TEST_F(ExportCommand, ThatFailsToComeInLeavesTheStoreAsItWas) {
  ingest_speech();
  const std::string before = avow({"export"}).out;
  EXPECT_EQ(avow({"import", "-"}, {.input = "{\"record\":\n", .environment = {}, .folder = {}}).exit_code, 2);
  EXPECT_EQ(avow({"export"}).out, before);
}

TEST_F(ExportCommand, IsForProgramsWhateverFormatIsSet) {
  ingest_speech();
  const std::string plain = avow({"export"}).out;
  for (const char* set : {"table", "csv", "md"})
    EXPECT_EQ(avow({"export"}, {.input = "", .environment = {{"AVOW_FORMAT", set}}, .folder = {}}).out, plain) << set;
  write("avow.toml", "format = \"table\"\n");
  EXPECT_EQ(avow({"export"}).out, plain);
  EXPECT_EQ(avow({"export", "--format", "table"}).exit_code, 2) << "asked for outright, it is refused";
}

TEST_F(VerifyCommand, PassesWhatWasWritten) {
  ingest_promise_with_outcomes();
  const Result run = avow({"verify"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  const auto row = run.rows().at(0);
  EXPECT_GT(row["rows"], 100);
  EXPECT_EQ(row["journal_entries"], 5) << "vocabulary, ranks of detectors, document, two vintages";
  EXPECT_EQ(row["damaged"], 0);
  EXPECT_THAT(avow({"verify", "--format", "table"}).out, HasSubstr("verified"));
}

TEST_F(VerifyCommand, NamesTheClaimWhoseWordsWereChanged) {
  ingest_speech();
  const std::string claim = claim_with("4,000 homes");
  avow({"backup", "copy.db"});
  std::ifstream file(path("copy.db"), std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  std::string bytes = content.str();
  std::size_t changed = 0;
  for (std::size_t at = bytes.find("4,000 homes"); at != std::string::npos;
       at = bytes.find("4,000 homes", at + 1), ++changed)
    bytes[at] = '5';
  ASSERT_GT(changed, 0u);
  std::ofstream(path("copy.db"), std::ios::binary) << bytes;
  const Result run = avow({"verify", "--db", "copy.db"});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_THAT(run.out, HasSubstr(claim.substr(0, 8)));
}

TEST_F(BackupCommand, CopiesTheStoreAndRefusesToOverwrite) {
  ingest_speech();
  ASSERT_EQ(avow({"backup", "copy.db"}).exit_code, 0);
  EXPECT_EQ(avow({"claims", "--db", "copy.db"}).out, avow({"claims"}).out);
  const Result again = avow({"backup", "copy.db"});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_THAT(again.err, HasSubstr("copy.db"));
}

TEST_F(JournalCommand, TellsWhoDidWhat) {
  ingest_speech();
  const auto rows = avow({"journal"}).rows();
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0]["number"], 1);
  EXPECT_EQ(rows[0]["action"], "vocabulary");
  EXPECT_EQ(rows[1]["action"], "plugins") << "whose reading stands is decided by their ranks";
  EXPECT_EQ(rows[2]["action"], "ingest");
  EXPECT_EQ(rows[2]["actor"], "tester");
  EXPECT_EQ(avow({"journal", "--as-of", "@1"}).rows().size(), 1u);
}

TEST_F(TopicsCommand, ListsTheSchemeThatClaimsAreToldBy) {
  const auto rows = avow({"topics"}).rows();
  ASSERT_GT(rows.size(), 20u);
  EXPECT_EQ(rows[0]["code"], "1");
  EXPECT_THAT(avow({"topics", "--format", "table"}).out, HasSubstr("defence"));
}

TEST_F(EntitiesCommand, ListsShowsAndImports) {
  ingest_speech();
  EXPECT_GT(avow({"entities"}).rows().size(), 200u);
  EXPECT_EQ(avow({"entities", "list", "--kind", "group"}).exit_code, 0);
  EXPECT_EQ(avow({"entities", "show", "Germany"}).rows().at(0)["code"], "DEU");
  EXPECT_EQ(avow({"entities", "show", "norhaven"}).exit_code, 2);
  write("own.json", R"({"entities": [{"code": "norhaven", "kind": "organisation", "name": "Norhaven"}]})");
  const Result import = avow({"entities", "import", "own.json"});
  ASSERT_EQ(import.exit_code, 0) << import.err;
  EXPECT_EQ(import.rows().at(0)["added"], 1);
  EXPECT_EQ(avow({"entities", "show", "norhaven"}).exit_code, 0);
  EXPECT_EQ(avow({"entities", "import", "own.json"}).rows().at(0)["added"], 0);
}

TEST_F(IndicatorsCommand, ListsShowsAndImports) {
  ingest_speech();
  EXPECT_GT(avow({"indicators"}).rows().size(), 5u);
  EXPECT_EQ(avow({"indicators", "show", "nato:defence-share-gdp"}).rows().at(0)["unit"], "percent of GDP");
  EXPECT_EQ(avow({"indicators", "show", "nothing"}).exit_code, 2);
  write(
      "own.json",
      R"({"indicators": [{"code": "harbour:walls", "name": "Harbour walls", "measure": "harbour walls", "unit": "count"}]})");
  ASSERT_EQ(avow({"indicators", "import", "own.json"}).exit_code, 0);
  EXPECT_EQ(avow({"indicators", "list", "--measure", "harbour walls"}).rows().size(), 1u);
}

TEST_F(PluginsCommand, ListsWhatIsThereAndWhyNot) {
  const auto rows = avow({"plugins"}).rows();
  std::vector<std::string> ids;
  for (const auto& row : rows)
    if (row["failure"].is_null()) ids.push_back(row["id"]);
  EXPECT_THAT(ids, ::testing::IsSupersetOf({"pledge", "statistic", "series"}));
  write("plugins/broken/manifest.json", "{}");
  const auto broken = avow({"plugins", "--plugin-path", "plugins"}).rows();
  ASSERT_EQ(broken.size(), 1u);
  EXPECT_THAT(broken[0]["failure"].get<std::string>(), HasSubstr("manifest.json"));
  EXPECT_EQ(avow({"plugins", "--plugin-path", "nowhere"}).exit_code, 1);
}

TEST_F(DetectCommand, FindsClaimsWithoutAStore) {
  write("speech.txt", speech);
  const Result run = avow({"detect", "speech.txt", "--speaker", "Ada Quill"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto rows = run.rows();
  ASSERT_GE(rows.size(), 3u);
  EXPECT_THAT(rows[0]["quote"].get<std::string>(), HasSubstr("4,000 homes"));
  EXPECT_EQ(rows[0]["speaker_name"], "Ada Quill");
  EXPECT_FALSE(std::filesystem::exists(path("avow.db")));
}

TEST_F(DetectCommand, GivesTheIdsThatIngestGives) {
  const auto ingested = ingest_speech();
  const auto detected = avow({"detect", "speech.txt", "--speaker", "Ada Quill", "--published", "2021-03-03"}).rows();
  std::vector<std::string> a, b;
  for (const auto& row : ingested) a.push_back(row["id"]);
  for (const auto& row : detected) b.push_back(row["id"]);
  EXPECT_THAT(b, ::testing::UnorderedElementsAreArray(a));
}

}  // namespace
}  // namespace avow::cli_test
