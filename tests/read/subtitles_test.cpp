#include "read/subtitles.hpp"

#include <gmock/gmock.h>

#include "read/reading.hpp"

namespace avow {
namespace {

using test::error_of;
using test::read_one;

TEST(Subtitles, JoinsTheCuesOfSubRip) {
  const auto document = read_one("2031-02-04 talk.srt",
                                 "1\r\n00:00:01,000 --> 00:00:02,500\r\nWe will <i>mend</i>\r\nthe quay\r\n\r\n"
                                 "2\r\n00:00:02,500 --> 00:00:04,000\r\n{\\an8}by June.\r\n\r\n"
                                 "3\r\n00:00:09,000 --> 00:00:10,000\r\n[Applause]\r\n\r\n"
                                 "4\r\n00:00:11,000 --> 00:00:12,000\r\nAnd the crane (laughs) too.\r\n");
  EXPECT_EQ(document.text, "We will mend the quay by June.\n\nAnd the crane too.");
  EXPECT_EQ(document.media_type, "application/x-subrip");
  EXPECT_EQ(document.published.text(), "2031-02-04");
}

TEST(Subtitles, TellsVoicesApart) {
  const auto document = read_one("talk.vtt",
                                 "WEBVTT - Harbour hour\nLanguage: en\n\nSTYLE\n::cue { color: red }\n\n"
                                 "NOTE of nobody\n\nfirst\n00:01.000 --> 00:02.000 align:start\n"
                                 "<v.loud Ada Vale>Will you <c.red>mend</c> it?</v>\n\n"
                                 "00:02.000 --> 00:03.000\n<v Ben Oak>We will,\n\n"
                                 "00:03.000 --> 00:04.000\n<v Ben Oak>R&amp;D first.\n");
  EXPECT_EQ(document.text, "Ada Vale: Will you mend it?\n\nBen Oak: We will, R&D first.");
  EXPECT_EQ(document.title, "Harbour hour");
  EXPECT_EQ(document.language, "en");
}

TEST(Subtitles, BeginsAParagraphWithEveryLabel) {
  EXPECT_EQ(read_one("a.srt",
                     "1\n00:00:01,000 --> 00:00:02,000\nADA VALE: Is it so?\n\n2\n00:00:02,000 --> 00:00:03,000\n"
                     "BEN OAK: It is.\n\n3\n00:00:03,000 --> 00:00:04,000\n>> Good: we go.\n")
                .text,
            "ADA VALE: Is it so?\n\nBEN OAK: It is.\n\nGood: we go.");
}

TEST(Subtitles, KeepsOneCopyOfLinesThatRollUp) {
  EXPECT_EQ(read_one("a.vtt",
                     "WEBVTT\n\n00:00.000 --> 00:02.000\n \nwe will<00:00.500><c> mend</c> the\n\n"
                     "00:02.000 --> 00:02.010\nwe will mend the\n \n\n"
                     "00:02.010 --> 00:04.000\nwe will mend the\nquay and the crane\n\n"
                     "00:04.000 --> 00:06.000\nquay and the crane\nby next June\n")
                .text,
            "we will mend the quay and the crane by next June");
}

TEST(Subtitles, KeepsWordsThatAreSaidAgain) {
  EXPECT_EQ(read_one("a.srt",
                     "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n\n"
                     "3\n00:00:09,000 --> 00:00:10,000\nWe will mend it.\n\n"
                     "4\n00:00:15,000 --> 00:00:16,000\nWe will mend it.\n")
                .text,
            "No. No.\n\nWe will mend it.\n\nWe will mend it.");
}

TEST(Subtitles, KnowsThemByTheirTimesAlone) {
  EXPECT_TRUE(is_subrip("\n1\n00:00:01,000 --> 00:00:02,000\nYes\n"));
  EXPECT_FALSE(is_subrip("1\nThe arrow --> points\n"));
  EXPECT_FALSE(is_subrip("A text\n00:00:01,000 --> 00:00:02,000\n"));
  EXPECT_TRUE(is_webvtt("WEBVTT\n"));
  EXPECT_FALSE(is_webvtt("WEBVTTER is a word"));
}

TEST(Subtitles, RefusesWhatSaysNothing) {
  EXPECT_EQ(error_of("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n[Music]\n").code(), ErrorCode::bad_input);
}

TEST(Subtitles, ReadsALongLineInLinearTime) {
  std::string bytes = "1\n00:00:01,000 --> 00:00:02,000\n";
  for (int i = 0; i < 200'000; ++i) bytes += "[( <";
  EXPECT_FALSE(read_one("a.srt", bytes + "\nword\n").text.empty());
}

}  // namespace
}  // namespace avow
