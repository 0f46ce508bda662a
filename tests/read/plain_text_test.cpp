#include <gmock/gmock.h>

#include "base/digest.hpp"
#include "read/reading.hpp"

namespace avow {
namespace {

using test::error_of;
using test::read_all;
using test::read_one;
using testing::HasSubstr;

TEST(PlainText, TakesFrontMatterOffAndUsesIt) {
  const auto document = read_one("a.txt",
                                 "url: https://example.org/a\npublished: 2014-09-05 (in text)\nspeaker: Ada Vale\n"
                                 "kind: news\n\nHarbour pact\n\nThe port will open in 2030.\n");
  EXPECT_EQ(document.url, "https://example.org/a");
  EXPECT_EQ(document.published.text(), "2014-09-05");
  EXPECT_EQ(document.speaker, "Ada Vale");
  EXPECT_EQ(document.title, "Harbour pact");
  EXPECT_EQ(document.text, "Harbour pact\n\nThe port will open in 2030.\n");
  EXPECT_EQ(document.media_type, "text/plain");
}

TEST(PlainText, LeavesAnInterviewThatBeginsWithSpeakersWhole) {
  const auto text = "Vale: Will you build it?\nMoor: We will.\n\nVale: When?\n";
  EXPECT_EQ(read_one("a.txt", text).text, text);
}

TEST(PlainText, TakesTitleAndDateFromNameWhenTheTextHasNone) {
  const auto document =
      read_one("/tmp/2012-10-03.txt", "We begin with a sentence that ends as sentences do.\nAnd go on.");
  EXPECT_EQ(document.title, "2012-10-03");
  EXPECT_EQ(document.published.text(), "2012-10-03");
  EXPECT_EQ(document.url, "file:2012-10-03.txt");
}

TEST(PlainText, PassesOverLabelsAboveTheTitle) {
  const auto document = read_one("a.txt", "Date: June 26, 2025\n\nThe bridge plan\n\nIt will be built by 2031.");
  EXPECT_EQ(document.title, "The bridge plan");
  EXPECT_EQ(document.published.text(), "2025-06-26");
}

TEST(PlainText, WhatTheUserSaysWins) {
  Metadata given;
  given.published = *Date::parse("2020-02-02");
  given.title = "Mine";
  given.url = "https://example.org/mine";
  const auto document = read_one("2019.txt", "title: Theirs\n\nWe shall see.", given);
  EXPECT_EQ(document.published.text(), "2020-02-02");
  EXPECT_EQ(document.title, "Mine");
  EXPECT_EQ(document.url, "https://example.org/mine");
}

TEST(PlainText, KeepsTheRawBytesAndTheirDigest) {
  const std::string bytes = "We will.\r\n";
  const auto read = read_all("a.txt", bytes).documents.at(0);
  EXPECT_EQ(read.raw, bytes);
  EXPECT_EQ(read.document.raw, sha256(bytes));
  EXPECT_EQ(read.document.text, "We will.\n");
}

TEST(PlainText, RefusesFrontMatterWithoutText) {
  EXPECT_EQ(error_of("a.txt", "url: https://example.org\n\n").code(), ErrorCode::bad_input);
}

TEST(PlainText, IsNotMistakenForNdjsonByABrace) {
  EXPECT_EQ(read_one("a.txt", "{not json} We will build it.").media_type, "text/plain");
  EXPECT_EQ(read_one("a.txt", "{\"a\": 1}\nWe will build it.").media_type, "text/plain");
}

TEST(PlainText, RefusesMoreThanTheLimitBeforeReadingIt) {
  ReadLimits limits;
  limits.max_bytes = 100;
  const auto error = error_of("long.txt", std::string(101, 'a'), limits);
  EXPECT_EQ(error.code(), ErrorCode::limit);
  EXPECT_THAT(error.what(), HasSubstr("long.txt: 101 bytes"));
}

TEST(PlainText, ReadsOneVeryLongLine) {
  std::string bytes;
  while (bytes.size() < 8'000'000) bytes += "We will build it and it will stand. ";
  EXPECT_EQ(read_one("long.txt", bytes).text.size(), bytes.size());
}

TEST(PlainText, NamesFeedsAsWhatTheyAre) {
  EXPECT_THAT(error_of("f.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>").what(), HasSubstr("an RSS feed"));
}

}  // namespace
}  // namespace avow
