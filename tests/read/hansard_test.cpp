#include "read/hansard.hpp"

#include <gmock/gmock.h>

#include "read/reading.hpp"
#include "read/transcript.hpp"

namespace avow {
namespace {

using test::error_of;
using test::read_all;
using testing::HasSubstr;
using testing::Not;

std::string record(const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE publicwhip [ <!ENTITY pound \"&#163;\"> ]>\n"
         "<publicwhip scrapeversion=\"a\">\n" +
         inside + "</publicwhip>\n";
}

std::string speech(const std::string& number, const std::string& who, const std::string& paragraphs) {
  return "<speech id=\"uk.org.publicwhip/debate/2031-02-04a.12." + number + "\" speakername=\"" + who +
         "\" colnum=\"12\" time=\"11:30:00\">" + paragraphs + "</speech>\n";
}

const std::string heading =
    "<major-heading id=\"uk.org.publicwhip/debate/2031-02-04a.12.0\" nospeaker=\"true\" "
    "url=\"https://record.example/d12\">\n Harbours\n</major-heading>\n";

TEST(Hansard, MakesADocumentOfEachDebate) {
  const auto read = read_all(
      "day.xml", record(heading +
                        "<speech id=\"uk.org.publicwhip/debate/2031-02-04a.12.1\" nospeaker=\"true\"><p>[Relevant "
                        "paper.]</p></speech>" +
                        speech("2", "Ada Vale", "<p>Will the quay be mended?</p>") +
                        speech("3", "Ben Oak",
                               "<p>We shall spend &pound;5 million.</p><p>By <phrase>June</phrase>.</p>"
                               "<p class=\"italic\">Question put and agreed to.</p><p><i>Laughter.</i></p>") +
                        speech("4", "Ada Vale", "<p>I am glad.</p>") + "<minor-heading>Tugs</minor-heading>" +
                        speech("5", "Cy Elm", "<p>Tugs will be free.</p>") + "<division><p>Ayes 2</p></division>"));
  ASSERT_EQ(read.documents.size(), 2U);
  const auto& first = read.documents[0].document;
  EXPECT_EQ(first.title, "Harbours");
  EXPECT_EQ(first.publisher, "House of Commons");
  EXPECT_EQ(first.published.text(), "2031-02-04");
  EXPECT_EQ(first.url, "https://record.example/d12");
  EXPECT_EQ(first.text,
            "Ada Vale: Will the quay be mended?\n\nBen Oak: We shall spend \xC2\xA3"
            "5 million.\n\nBy June.\n\n"
            "Ada Vale: I am glad.");
  EXPECT_THAT(read.documents[0].raw, testing::StartsWith("<major-heading"));
  const auto& second = read.documents[1].document;
  EXPECT_EQ(second.title, "Harbours \xE2\x80\x93 Tugs");
  EXPECT_EQ(second.speaker, "Cy Elm");
  EXPECT_EQ(second.text, "Tugs will be free.");
}

TEST(Hansard, TakesOfficeAndNameApart) {
  EXPECT_EQ(split_label("The Minister for Tides (Ms Ada Vale):").name, "Ms Ada Vale");
  EXPECT_EQ(split_label("The Minister for Tides (Ms Ada Vale):").role, "Minister for Tides");
  EXPECT_EQ(split_label("Ada Vale (Harwick) (Lab):").name, "Ada Vale");
  EXPECT_EQ(split_label("Ada Vale (Harwick) (Lab):").role, "Harwick, Lab");
  EXPECT_EQ(split_label(" The Lord Chancellor : ").name, "The Lord Chancellor");
}

TEST(Hansard, NamesTheOfficeOnceWhereTheRecordDoes) {
  const auto text =
      read_all("day.xml", record(heading + speech("1", "The Minister for Tides (Ada Vale)", "<p>One.</p>") +
                                 speech("2", "Ben Oak", "<p>Two.</p>") +
                                 speech("3", "The Minister for Tides (Ada Vale)", "<p>Three.</p>")))
          .documents.at(0)
          .document.text;
  EXPECT_EQ(text, "Ada Vale (Minister for Tides): One.\n\nBen Oak: Two.\n\nAda Vale: Three.");
}

TEST(Hansard, ReadsARecordThatIsCutShortUpToThere) {
  auto bytes = record(heading + speech("1", "Ada Vale", "<p>One.</p>") + speech("2", "Ben Oak", "<p>Two is"));
  const auto read = read_all("day.xml", bytes.substr(0, bytes.size() - 30));
  ASSERT_EQ(read.documents.size(), 1U);
  EXPECT_EQ(read.documents[0].document.text, "One.");
  EXPECT_THAT(read.failures.at(0).what(), HasSubstr("read up to there"));
}

TEST(Hansard, ReadsThePagesOfTheOfficialReport) {
  const auto document = test::read_one(
      "page.html",
      "<html><body><a class=\"anchor-column\" name=\"column_7\"> </a><p><b>4 Feb 2031 : Column 7</b></p>"
      "<h2>House of Commons</h2><h4><i>Tuesday 4 February 2031</i></h4><h2>Oral Answers</h2>"
      "<p>\n <a name=x> </a>\n3. <b>Ada Vale (Harwick) (Lab):</b> When will the quay be mended? [66858]</p>"
      "<p><b>The Minister for Tides (Mr Ben Oak):</b> We shall mend it, and we shall</p>"
      "<notus-date day=\"4\" month=\"2\" year=\"2031\"></notus-date><p><b>4 Feb 2031 : Column 8</b></p>"
      "<p>paint the crane.</p><p>By June.</p><p><i>Question put</i>, That it be so.</p><p><i>Prayers.</i></p>"
      "<p><center><b>Division No. 3]</b></center></p><p>AYES</p><p>Elm, Mr Cy</p><p>Yew, Ms Di</p>"
      "<h3>Tugs</h3><p>Motion made, That tugs be free.</p><p><b>Ada</b> <b>Vale</b> (Harwick) (Lab): I welcome it.</p>"
      "</body></html>");
  EXPECT_EQ(document.text,
            "Ada Vale (Harwick, Lab): When will the quay be mended?\n\n"
            "Mr Ben Oak (Minister for Tides): We shall mend it, and we shall paint the crane.\n\nBy June.\n\n"
            "Ada Vale: I welcome it.");
  EXPECT_EQ(document.published.text(), "2031-02-04");
  EXPECT_EQ(document.publisher, "House of Commons");
  EXPECT_EQ(document.title, "Oral Answers");
}

TEST(Hansard, ReadsABracketThatOnlyCloses) {
  EXPECT_EQ(test::read_one("page.html", "<html><a name=column_7></a><p><b>Ada Vale:</b> W8]</p>").text, "W8]");
}

TEST(Hansard, RefusesARecordInWhichNobodySpeaks) {
  EXPECT_THAT(error_of("day.xml", record(heading)).what(), HasSubstr("nobody speaks"));
}

}  // namespace
}  // namespace avow
