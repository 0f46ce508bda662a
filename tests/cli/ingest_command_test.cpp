#include <gmock/gmock.h>

#include <algorithm>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

using IngestCommand = CliTest;

TEST_F(IngestCommand, ReportsEachDocumentWithItsClaims) {
  write("speech.txt", speech);
  const Result run = avow({"ingest", "speech.txt", "--speaker", "Ada Quill"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto rows = run.rows();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["title"], "Remarks to the Harbour Council");
  EXPECT_EQ(rows[0]["added"], true);
  EXPECT_GE(rows[0]["claims"].get<int>(), 2);
  EXPECT_EQ(rows[0]["id"].get<std::string>().size(), 32u);
  EXPECT_THAT(run.err, HasSubstr("1 documents added"));
}

TEST_F(IngestCommand, AddsNothingTheSecondTime) {
  ingest_speech();
  const Result again = avow({"ingest", "speech.txt", "--speaker", "Ada Quill", "--published", "2021-03-03"});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(again.rows().at(0)["added"], false);
  EXPECT_EQ(again.rows().at(0)["claims"], 0);
}

TEST_F(IngestCommand, TakesWhatTheUserSaysAboutADocument) {
  write("speech.txt", speech);
  const Result run = avow({"ingest", "speech.txt", "--published", "2021-03-04", "--source",
                           "https://example.org/speech", "--title", "Given title", "--publisher", "The Harbour Gazette",
                           "--author", "Bo Lind", "--speaker", "Ada Quill", "--language", "en"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto shown = avow({"show", run.rows().at(0)["id"]}).rows().at(0);
  EXPECT_EQ(shown["published"], "2021-03-04");
  EXPECT_EQ(shown["url"], "https://example.org/speech");
  EXPECT_EQ(shown["title"], "Given title");
  EXPECT_EQ(shown["publisher"], "The Harbour Gazette");
  EXPECT_EQ(shown["author"], "Bo Lind");
  EXPECT_EQ(shown["speaker"], "Ada Quill");
  EXPECT_EQ(shown["language"], "en");
}

TEST_F(IngestCommand, WalksFoldersInOrderAndNamesWhatIsHidden) {
  write("in/b/two.txt", "We will open two schools by 2030.\n");
  write("in/a.txt", "We will open one school by 2030.\n");
  write("in/.draft.txt", "We will open no school by 2030.\n");
  const Result run = avow({"ingest", "in"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto rows = run.rows();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["file"], "in/a.txt");
  EXPECT_EQ(rows[1]["file"], "in/b/two.txt");
  EXPECT_THAT(run.err, HasSubstr("in/.draft.txt: hidden"));
}

TEST_F(IngestCommand, PassesOverWhatIsNoDocumentInAFolderButNotByName) {
  write("in/a.txt", "We will open one school by 2030.\n");
  write("in/b.srt", "1\n00:00:01,000 --> 00:00:02,000\nWe will open two schools by 2030.\n");
  write("in/photo", "\x89PNG\r\n");
  const Result run = avow({"ingest", "in"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.rows().size(), 2u);
  EXPECT_THAT(run.err, HasSubstr("in/photo: is a PNG image, passed over"));
  EXPECT_EQ(avow({"ingest", "in/photo"}).exit_code, 2);
}

TEST_F(IngestCommand, ReadsStandardInput) {
  const Result run =
      avow({"ingest", "-", "--url", "https://example.org/piped"}, {.input = speech, .environment = {}, .folder = {}});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.rows().size(), 1u);
}

TEST_F(IngestCommand, KeepsWhatItCouldReadAndEndsWithThree) {
  write("in/good.txt", speech);
  write("in/bad.txt", std::string("MZ\0\1\2\0\0", 7));
  const Result run = avow({"ingest", "in"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(run.rows().size(), 1u);
  EXPECT_THAT(run.err, HasSubstr("in/bad.txt"));
}

TEST_F(IngestCommand, SaysNothingWhenQuietAndAllIsWell) {
  write("speech.txt", speech);
  const Result run = avow({"ingest", "speech.txt", "--quiet"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
}

TEST_F(IngestCommand, DrawsNoBarWhereThereIsNoTerminal) {
  write("speech.txt", speech);
  EXPECT_THAT(avow({"ingest", "speech.txt"}).err, Not(HasSubstr("\r")));
}

}  // namespace
}  // namespace avow::cli_test
