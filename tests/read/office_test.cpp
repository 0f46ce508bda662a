#include "read/office.hpp"

#include <gmock/gmock.h>

#include <vector>

#include "read/reading.hpp"
#include "read/zip_file.hpp"

namespace avow {
namespace {

using test::archive_of;
using test::error_of;
using test::read_one;
using testing::HasSubstr;

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

std::string word_file(const std::string& body, const std::string& core = "") {
  return archive_of(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document xmlns:w=\"w\"><w:body>" + body +
                                 "</w:body></w:document>"},
       {"docProps/core.xml", "<cp:coreProperties>" + core + "</cp:coreProperties>"}});
}

TEST(Office, ReadsAWordDocument) {
  const auto document = read_one(
      "plan.docx",
      word_file(paragraph("The plan", "<w:pStyle w:val=\"Title\"/>") +
                    "<w:p><w:r><w:t>We will </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
                    "<w:r><w:t>mend&amp;paint</w:t><w:noBreakHyphen/><w:t>all.</w:t></w:r>"
                    "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>" +
                    paragraph("one quay", "<w:numPr/>") + paragraph("one crane", "<w:numPr/>") + "<w:tbl><w:tr><w:tc>" +
                    paragraph("Quay") + "</w:tc><w:tc>" + paragraph("by 2031") + "</w:tc></w:tr><w:tr><w:tc>" +
                    paragraph("Crane") + "</w:tc><w:tc>" + paragraph("by 2032") + "</w:tc></w:tr></w:tbl>",
                "<dc:creator>Ada Vale</dc:creator><dcterms:created>2030-05-06T07:08:09Z</dcterms:created>"));
  EXPECT_EQ(document.text,
            "The plan\n\nWe will mend&paint-all.\n\none quay\none crane\nQuay | by 2031\nCrane | by 2032");
  EXPECT_EQ(document.title, "The plan");
  EXPECT_EQ(document.author, "Ada Vale");
  EXPECT_EQ(document.published.text(), "2030-05-06");
  EXPECT_EQ(document.url, "file:plan.docx");
}

TEST(Office, ReadsAnOpenDocument) {
  const auto document = read_one(
      "plan.odt",
      archive_of(
          {{"mimetype", "application/vnd.oasis.opendocument.text"},
           {"content.xml",
            "<office:document-content><office:body><office:text>"
            "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
            "<text:h>The plan</text:h><text:p>Harwick, 4 February 2031</text:p>"
            "<text:p>We<text:s text:c=\"3\"/>will <text:span>mend</text:span> "
            "it<text:note><text:p>note</text:p></text:note>."
            "</text:p><text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item>"
            "<text:p>two</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
            "</office:text></office:body></office:document-content>"},
           {"meta.xml",
            "<m><dc:title>Tides</dc:title><dc:creator>Ada Vale</dc:creator><dc:date>2032-01-01</dc:date></m>"}}));
  EXPECT_EQ(document.text, "The plan\n\nHarwick, 4 February 2031\n\nWe will mend it.\n\none\ntwo\na | b");
  EXPECT_EQ(document.title, "Tides");
  EXPECT_EQ(document.published.text(), "2031-02-04");
}

TEST(Office, NamesOtherArchives) {
  EXPECT_THAT(error_of("a.xlsx", archive_of({{"xl/workbook.xml", "<w/>"}})).what(), HasSubstr("ZIP archive"));
}

TEST(Office, RefusesABomb) {
  const auto error = error_of("bomb.docx", word_file(paragraph(std::string(20'000'000, 'a'))));
  EXPECT_EQ(error.code(), ErrorCode::limit);
  EXPECT_THAT(error.what(), HasSubstr("bomb.docx: word/document.xml unpacks to more than"));
}

TEST(Office, RefusesDamage) {
  const auto whole = word_file(paragraph("We will mend it."));
  for (const std::size_t size : {whole.size() / 3, whole.size() / 2, whole.size() - 10})
    EXPECT_EQ(error_of("a.docx", whole.substr(0, size)).code(), ErrorCode::bad_input) << size;
  EXPECT_THAT(error_of("a.docx", word_file("<w:p><w:r></w:p>")).what(), HasSubstr("not well-formed"));
  EXPECT_THAT(error_of("a.docx", archive_of({{"word/styles.xml", "<w/>"}})).what(), HasSubstr("no word/document.xml"));
}

TEST(Office, RefusesDeepNestingAndEntities) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<w:sdt>";
  EXPECT_EQ(error_of("a.docx", word_file(deep)).code(), ErrorCode::limit);
  const auto bomb = archive_of({{"word/document.xml", "<!DOCTYPE w [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><w/>"}});
  EXPECT_EQ(error_of("a.docx", bomb).code(), ErrorCode::bad_input);
}

TEST(Office, RefusesADocumentWithoutText) {
  EXPECT_THAT(error_of("a.docx", word_file("<w:p/>")).what(), HasSubstr("holds no text"));
}

}  // namespace
}  // namespace avow
