#include <gmock/gmock.h>

#include "read/reading.hpp"

namespace avow {
namespace {

using test::error_of;
using test::read_all;
using testing::HasSubstr;

const std::string header =
    "<teiHeader><fileDesc><titleStmt><title type=\"main\" xml:lang=\"en\">Corpus of Harwick [ParlaMint]</title>"
    "<title type=\"sub\" xml:lang=\"en\">Sitting of 4 February 2031</title></titleStmt></fileDesc>"
    "<profileDesc><settingDesc><setting><name type=\"org\">Assembly of Harwick</name>"
    "<date when=\"2031-02-04\">4.2.2031</date></setting></settingDesc>"
    "<particDesc><listPerson><person "
    "xml:id=\"VaA\"><persName><surname>Vale</surname><forename>Ada</forename></persName>"
    "<affiliation role=\"minister\"><roleName>Minister for Tides</roleName></affiliation></person></listPerson>"
    "</particDesc></profileDesc></teiHeader>";

std::string sitting(const std::string& body) {
  return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"en\">" + header + "<text><body>" + body +
         "</body></text></TEI>";
}

TEST(Parlamint, NamesSpeakersByThePeopleOfTheFileTheNoteOrTheirId) {
  const auto read = read_all(
      "s.xml", sitting("<div type=\"debateSection\"><note type=\"time\">The sitting began.</note>"
                       "<u who=\"#VaA\" ana=\"#regular\"><seg>We will <vocal><desc>cough</desc></vocal>dredge.</seg>"
                       "<note>Applause.</note><seg>In June.</seg></u><note type=\"speaker\">Ben Oak (Reeds):</note>"
                       "<u who=\"#x1\"><seg>Never.</seg></u><u who=\"#CyElm.1961\"><seg>Maybe.<gap/></seg></u></div>"));
  ASSERT_EQ(read.documents.size(), 1U);
  const auto& document = read.documents[0].document;
  EXPECT_EQ(document.text,
            "Ada Vale (Minister for Tides): We will dredge.\n\nIn June.\n\nBen Oak (Reeds): Never.\n\nCy Elm: Maybe.");
  EXPECT_EQ(document.title, "Sitting of 4 February 2031");
  EXPECT_EQ(document.published.text(), "2031-02-04");
  EXPECT_EQ(document.publisher, "Assembly of Harwick");
  EXPECT_EQ(document.language, "en");
}

TEST(Parlamint, PutsAnnotatedWordsTogether) {
  const auto read = read_all("s.xml", sitting("<div><u who=\"#VaA\"><seg><s><w lemma=\"we\">We</w>\n<w>will</w>\n"
                                              "<w join=\"right\">dredge</w><pc>.</pc>\n</s><linkGrp><link/></linkGrp>"
                                              "<s><w join=\"right\">Soon</w><pc>.</pc></s></seg></u></div>"));
  EXPECT_EQ(read.documents.at(0).document.text, "We will dredge. Soon.");
  EXPECT_EQ(read.documents.at(0).document.speaker, "Ada Vale");
}

TEST(Parlamint, ReadsEachSittingOfACorpus) {
  const auto read =
      read_all("c.xml", "<teiCorpus>" + header + sitting("<div><u who=\"#VaA\"><seg>One.</seg></u></div>") +
                            sitting("<div><u who=\"#VaA\"><seg>Two.</seg></u></div>") + "</teiCorpus>");
  ASSERT_EQ(read.documents.size(), 2U);
  EXPECT_EQ(read.documents[1].document.text, "Two.");
  EXPECT_THAT(read.documents[1].raw, testing::StartsWith("<TEI"));
  EXPECT_THAT(read.documents[1].raw, testing::EndsWith("</TEI>"));
}

TEST(Parlamint, TakesALargeSittingApartByItsDivisions) {
  std::string words = "We will dredge the harbour. ";
  while (words.size() < 600'000) words += words;
  const auto read =
      read_all("s.xml", sitting("<div><head>Tides</head><u who=\"#VaA\"><seg>" + words +
                                "</seg></u></div><div><u who=\"#VaA\"><seg>" + words + "</seg></u></div>"));
  ASSERT_EQ(read.documents.size(), 2U);
  EXPECT_EQ(read.documents[0].document.title, "Tides");
}

TEST(Parlamint, SaysThatAListOfFilesIsNoSitting) {
  EXPECT_THAT(error_of("c.xml", "<teiCorpus>" + header + "<xi:include href=\"a.xml\"/></teiCorpus>").what(),
              HasSubstr("nobody speaks"));
}

}  // namespace
}  // namespace avow
