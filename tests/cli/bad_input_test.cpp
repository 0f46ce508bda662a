#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Each bad input with its message and exit code.
class BadInput : public CliTest {
 protected:
  void expect_refused(const Result& run, const std::vector<std::string>& said, int exit_code = 2) {
    EXPECT_EQ(run.exit_code, exit_code) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("avow: "));
    for (const std::string& words : said) EXPECT_THAT(run.err, HasSubstr(words));
  }

  Result import(const std::string& csv, const std::vector<std::string>& more = {}) {
    write("figures.csv", csv);
    std::vector<std::string> arguments{
        "outcomes",    "import",     "figures.csv", "--indicator",     "nato:defence-share-gdp",
        "--published", "2024-06-17", "--source",    "Invented figures"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return avow(arguments);
  }
};

TEST_F(BadInput, MissingFile) {
  expect_refused(avow({"ingest", "nowhere.txt"}), {"nowhere.txt", "no such file"});
  EXPECT_FALSE(std::filesystem::exists(path("avow.db"))) << "a store was made for nothing";
}

TEST_F(BadInput, FolderWithoutDocuments) {
  std::filesystem::create_directories(path("empty"));
  expect_refused(avow({"ingest", "empty"}), {"empty"});
  EXPECT_FALSE(std::filesystem::exists(path("avow.db"))) << "a store was made for nothing";
}

TEST_F(BadInput, EmptyFile) {
  write("empty.txt", "");
  expect_refused(avow({"ingest", "empty.txt"}), {"empty.txt"});
}

TEST_F(BadInput, BinaryFile) {
  write("program.bin", std::string("\x7f"
                                   "ELF\2\1\1\0\0\0\0\0\0\0",
                                   14));
  expect_refused(avow({"ingest", "program.bin"}), {"program.bin"});
}

TEST_F(BadInput, OneLineOfAGigabyte) {
  std::ofstream(path("huge.txt"));
  std::filesystem::resize_file(path("huge.txt"), std::uintmax_t{1} << 30);  // sparse: refused by its size
  expect_refused(avow({"ingest", "huge.txt"}), {"huge.txt", "1.1 GB"});
}

TEST_F(BadInput, EndlessStandardInput) {
  expect_refused(avow({"ingest", "/dev/zero"}), {"/dev/zero", "larger than"});
}

TEST_F(BadInput, InvalidUtf8) {
  write("broken.txt", "We will build 4,000 \xE2\x82 homes \xC3\xA9 \xE2\x82\xAC by 2027, \xC3\xA9t\xC3\xA9.\n");
  expect_refused(avow({"ingest", "broken.txt"}), {"broken.txt", "byte"});
}

TEST_F(BadInput, HtmlNestedTooDeep) {
  std::string page = "<!doctype html><html><body>";
  for (int i = 0; i < 100'000; ++i) page += "<div>";
  write("deep.html", page + "We will build homes.");
  expect_refused(avow({"ingest", "deep.html"}), {"deep.html"});
}

TEST_F(BadInput, OneBadLineOfNdjsonLeavesTheOthers) {
  write("documents.ndjson",
        "{\"url\":\"https://example.org/1\",\"text\":\"We will open one school by 2030.\"}\n"
        "{\"url\":\"https://example.org/2\",\"text\":\n"
        "{\"url\":\"https://example.org/3\",\"text\":\"We will open three schools by 2030.\"}\n");
  const Result run = avow({"ingest", "documents.ndjson"});
  EXPECT_EQ(run.exit_code, 3) << run.err;
  EXPECT_EQ(run.rows().size(), 2u);
  EXPECT_THAT(run.err, AllOf(HasSubstr("documents.ndjson"), HasSubstr("line 2")));
}

TEST_F(BadInput, CsvWithoutAColumn) {
  expect_refused(import("country,value\nGermany,2.1\n"), {"figures.csv"});
}

TEST_F(BadInput, CsvWithABadNumberStoresNothingOfTheFile) {
  expect_refused(import("country,year,value\nFrance,2024,2.0\nGermany,2024,two\n"),
                 {"figures.csv", "line 3", "nothing of it was stored"});
  EXPECT_EQ(avow({"outcomes", "list"}).exit_code, 1);
}

TEST_F(BadInput, SkipBadStoresTheOtherRows) {
  const Result run = import("country,year,value\nFrance,2024,2.0\nGermany,2024,two\n", {"--skip-bad"});
  EXPECT_EQ(run.exit_code, 3) << run.err;
  EXPECT_EQ(run.rows().at(0)["added"], 1);
  EXPECT_EQ(run.rows().at(0)["skipped"], 1);
}

TEST_F(BadInput, CsvWithAnUnknownCountry) {
  expect_refused(import("country,year,value\nFrance,2024,2.0\nNorhaven,2024,2.1\n"),
                 {"figures.csv: line 3, column 1: ", "Norhaven"});
}

TEST_F(BadInput, CsvWithADuplicateRowThatDisagrees) {
  expect_refused(import("country,year,value\nFrance,2024,2.0\nFrance,2024,2.3\n"), {"line 3"});
}

TEST_F(BadInput, CsvWithoutAVintage) {
  write("figures.csv", "country,year,value\nFrance,2024,2.0\n");
  expect_refused(
      avow({"outcomes", "import", "figures.csv", "--indicator", "nato:defence-share-gdp", "--source", "Invented"}),
      {"--published"});
}

TEST_F(BadInput, PrefixThatNamesNothingOrIsNoHex) {
  ingest_speech();
  expect_refused(avow({"show", "ffffffffffffffff"}), {"ffffffffffffffff"});
  expect_refused(avow({"show", "speech"}), {"speech"});
}

TEST_F(BadInput, PrefixOfTwoIdsNamesBoth) {
  std::string documents;
  for (int i = 0; i < 1000; ++i)
    documents += "{\"url\":\"https://example.org/" + std::to_string(i) + "\",\"text\":\"Nothing said.\"}\n";
  const Result ingest =
      avow({"ingest", "-", "--format", "ndjson"}, {.input = documents, .environment = {}, .folder = {}});
  ASSERT_EQ(ingest.exit_code, 0) << ingest.err;
  std::map<std::string, int> prefixes;
  std::string shared;
  for (const auto& row : ingest.rows())
    if (const std::string prefix = row["id"].get<std::string>().substr(0, 4); ++prefixes[prefix] == 2) shared = prefix;
  ASSERT_NE(shared, "") << "1000 ids without two of one prefix";
  expect_refused(avow({"show", shared}), {shared});
}

TEST_F(BadInput, ImpossibleDates) {
  write("speech.txt", speech);
  expect_refused(avow({"ingest", "speech.txt", "--published", "2025-02-30"}), {"--published", "2025-02-30"});
  expect_refused(avow({"claims", "--today", "2025-13-01"}), {"2025-13-01"});
  expect_refused(avow({"claims", "--as-of", "yesterday"}), {"yesterday"});
  expect_refused(avow({"sql", "SELECT 1", "--as-of", "2020-01-01"}), {"--as-of", "sql"});
  expect_refused(avow({"verify", "--today", "2020-01-01"}), {"--today", "verify"});
}

TEST_F(BadInput, DatabaseThatIsATextFile) {
  write("avow.db", std::string(2000, 'x'));
  expect_refused(avow({"claims"}), {"avow.db"});
  write("speech.txt", speech);
  expect_refused(avow({"ingest", "speech.txt"}), {"avow.db"});
}

TEST_F(BadInput, MissingStoreIsNotMadeByAQuestion) {
  expect_refused(avow({"claims"}), {"avow.db", "--db"});
  EXPECT_FALSE(std::filesystem::exists(path("avow.db")));
}

TEST_F(BadInput, WrongUsageSaysWhereHelpIs) {
  expect_refused(avow({}), {"no command", "avow --help"});
  expect_refused(avow({"clams"}), {"no command 'clams'"});
  expect_refused(avow({"claims", "--kynd", "pledge"}), {"--kynd", "avow claims --help"});
  expect_refused(avow({"claims", "--format", "xml"}), {});
  expect_refused(avow({"show"}), {"ID"});
}

TEST_F(BadInput, HelpForACommandThatIsNoneSaysSo) {
  expect_refused(avow({"nosuch", "--help"}), {"no command 'nosuch'"});
  expect_refused(avow({"--help", "nosuch"}), {"no command 'nosuch'"});
  expect_refused(avow({"entities", "frob", "--help"}), {"no command 'frob' within `avow entities`"});
  expect_refused(avow({"entities", "frob"}), {"no command 'frob' within `avow entities`"});
}

TEST_F(BadInput, MoreNdjsonThanAPipeMayHoldIsToComeAsAFile) {
  const std::string line = "{\"text\":\"" + std::string(1 << 20, 'x') + "\"}\n";
  std::string documents;
  for (int i = 0; i < 70; ++i) documents += line;
  write("many.ndjson", documents);
  const std::string command = "cd " + path("").string() + " && cat many.ndjson | '" + program_file() +
                              "' detect - > out 2> said; test $? = 2 && grep -q 'give it as a file' said";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(BadInput, WordOutsideAVocabularyListsTheWords) {
  ingest_speech();
  expect_refused(avow({"claims", "--kind", "oath"}), {"kind", "oath", "pledge, forecast"});
  expect_refused(avow({"claims", "--verdict", "maybe"}), {"verdict", "maybe", "kept"});
  expect_refused(avow({"claims", "--format", "xml"}), {"xml", "ndjson"});
}

TEST_F(BadInput, TwoLinesOfMessageOnly) {
  const Result run = avow({"claims", "--db", "nowhere.db"});
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 2) << run.err;
  EXPECT_THAT(run.err, StartsWith("avow: nowhere.db"));
}

TEST_F(BadInput, ControlCharactersOfAFileNameDoNotReachTheTerminal) {
  const Result run = avow({"ingest", "a\x1b[2Jb.txt"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.err.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace avow::cli_test
