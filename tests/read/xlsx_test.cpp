#include "read/xlsx.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "read/zip_file.hpp"

namespace avow {
namespace {

using test::archive_of;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

/// Styles 1 to 3 show years, months and days; style 4 a number of the built-in format for days.
constexpr const char* styles =
    "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/><numFmt numFmtId=\"171\" "
    "formatCode=\"mmm\\ yyyy\"/><numFmt numFmtId=\"172\" formatCode=\"[$-409]d&quot;. day&quot;mmm yy\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/>"
    "<xf numFmtId=\"171\"/><xf numFmtId=\"172\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

std::string cell(const std::string& reference, const std::string& value, const std::string& attributes = "") {
  return fmt::format("<c r=\"{}\" {}><v>{}</v></c>", reference, attributes, value);
}
std::string text(const std::string& reference, const std::string& value) {
  return fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", reference, value);
}
std::string row(int number, const std::string& cells, const std::string& attributes = "") {
  return fmt::format("<row r=\"{}\" {}>{}</row>", number, attributes, cells);
}

std::string workbook(const std::string& rows, const std::string& more_sheets = "", const std::string& strings = "") {
  return archive_of(
      {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"Shares\" sheetId=\"1\" r:id=\"rId1\"/>" + more_sheets +
                               "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
        "Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
       {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
       {"xl/styles.xml", styles},
       {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
       {"xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>"}});
}

OutcomeOptions options() {
  OutcomeOptions given;
  given.indicator = "harbour-share";
  given.published = parse_day("2024-06-17");
  return given;
}

OutcomeFile read(const std::string& bytes, const OutcomeOptions& given = options()) {
  return read_outcomes("f.xlsx", bytes, given);
}

std::string error_of(const std::string& bytes, const OutcomeOptions& given = options()) {
  try {
    read(bytes, given);
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.advice();
  }
  return "nothing was thrown";
}

/// A table as statistical offices print it: a title, years over columns without a name, totals one column further left,
/// a second table below.
std::string printed_table() {
  return workbook(
      row(1, text("B1", "Table 3: Shares")) + row(4, cell("D4", "2022") + text("E4", "2023e") + text("F4", "2024 e")) +
      row(5, text("B5", "Percent")) +
      row(6, text("C6", "Arvania*") + cell("D6", "1.25") + cell("E6", "2") + cell("F6", "2.1000000000000001")) +
      row(7, text("C7", "Belmark (1)") + cell("D7", "8.5E-2") + text("E7", "..")) +
      row(8, text("B8", "Harbour Pact") + cell("D8", "1200000") + cell("F8", "#DIV/0!", "t=\"e\"")) +
      row(10, text("C10", "Arvania*") + cell("D10", "7")));
}

TEST(Xlsx, ReadsThePrintedTableByItsRows) {
  OutcomeOptions given = options();
  given.last_row = 8;
  OutcomeFile file = read(printed_table(), given);
  ASSERT_EQ(file.problems.size(), 1U);
  EXPECT_THAT(file.problems[0].message,
              AllOf(HasSubstr("f.xlsx: row 8, column F"), HasSubstr("\"#DIV/0!\" is no number")))
      << "an error of the sheet that is not #N/A";
  std::vector<std::string> seen;
  for (const auto& r : file.rows)
    seen.push_back(r.entity + " " + r.period.text() + " " + r.value + " " + std::string(statuses.name(r.status)));
  EXPECT_THAT(seen, ElementsAre("Arvania 2022 1.25 actual", "Arvania 2023 2 estimate", "Arvania 2024 2.1 estimate",
                                "Belmark 2022 0.085 actual", "Harbour Pact 2022 1200000 actual"));
  EXPECT_EQ(file.rows[4].line, 8U);
  EXPECT_EQ(file.rows[4].entity_column, 2U);
}

TEST(Xlsx, AFigureOfASecondTableIsADuplicateThatSaysHowToChoose) {
  const OutcomeFile file = read(printed_table());
  ASSERT_EQ(file.problems.size(), 2U);
  EXPECT_THAT(file.problems[1].message,
              AllOf(HasSubstr("row 10, column D"), HasSubstr("row 6 has 1.25"), HasSubstr("--rows")));
}

TEST(Xlsx, TakesTheHeadingsFromTheRowThatIsNamed) {
  OutcomeOptions given = options();
  given.header_row = 3;
  const std::string bytes = workbook(row(1, text("A1", "Country") + cell("B1", "2001") + cell("C1", "2002")) +
                                     row(3, text("A3", "Country") + cell("B3", "2021") + cell("C3", "2022")) +
                                     row(4, text("A4", "Arvania") + cell("B4", "1")));
  EXPECT_EQ(read(bytes, given).rows.at(0).period.text(), "2021");
  given.header_row = 4;
  EXPECT_THAT(error_of(bytes, given), AllOf(HasSubstr("row 4: missing column"), HasSubstr("--header-row")));
}

TEST(Xlsx, ReadsSharedStringsWithoutTheirGuides) {
  const std::string strings =
      "<si><t>country</t></si><si><r><t>Arv</t></r><r><t xml:space=\"preserve\">ania </t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh></si><si><t>year</t></si><si><t>value</t></si>";
  const std::string shared = "t=\"s\"";
  const OutcomeFile file =
      read(workbook(row(1, cell("A1", "0", shared) + cell("B1", "2", shared) + cell("C1", "3", shared)) +
                        row(2, cell("A2", "1", shared) + cell("B2", "2020") + cell("C2", "4.5")),
                    "", strings));
  ASSERT_EQ(file.rows.size(), 1U);
  EXPECT_EQ(file.rows[0].entity, "Arvania");
  EXPECT_EQ(file.rows[0].value, "4.5");
}

TEST(Xlsx, ReadsDatesAsPreciselyAsTheyAreShown) {
  std::string rows = row(1, text("A1", "country") + text("B1", "date") + text("C1", "value"));
  for (int style = 1; style <= 4; ++style)
    rows += row(style + 1, text("A" + std::to_string(style + 1), "Arvania") +
                               cell("B" + std::to_string(style + 1), std::to_string(45429 + style),
                                    fmt::format("s=\"{}\"", style)) +
                               cell("C" + std::to_string(style + 1), "1"));
  std::vector<std::string> periods;
  for (const auto& r : read(workbook(rows)).rows) periods.push_back(r.period.text());
  EXPECT_THAT(periods, ElementsAre("2024", "2024-05", "2024-05-20", "2024-05-21"));
}

TEST(Xlsx, FormulasCountByTheirValueAndHiddenRowsNotAtAll) {
  const OutcomeFile file = read(workbook(
      row(1, text("A1", "country") + cell("B1", "2020") + cell("C1", "2021")) +
      row(2, text("A2", "Arvania") + "<c r=\"B2\"><f>1+1</f><v>2</v></c>" + "<c r=\"C2\" t=\"e\"><v>#N/A</v></c>") +
      row(3, text("A3", "Belmark") + cell("B3", "9"), "hidden=\"1\"")));
  ASSERT_EQ(file.rows.size(), 1U);
  EXPECT_EQ(file.rows[0].value, "2");
  EXPECT_THAT(file.notes, ElementsAre(HasSubstr("1 hidden rows of sheet Shares")));
}

TEST(Xlsx, OfSeveralSheetsOneMustBeNamed) {
  const std::string rows = row(1, text("A1", "country") + cell("B1", "2020") + cell("C1", "2021")) +
                           row(2, text("A2", "Arvania") + cell("B2", "2"));
  const std::string second = "<sheet name=\"Notes\" sheetId=\"2\" r:id=\"rId2\"/>";
  EXPECT_THAT(error_of(workbook(rows, second)),
              AllOf(HasSubstr("several sheets"), HasSubstr("--sheet"), HasSubstr("Shares, Notes")));
  OutcomeOptions given = options();
  given.part = "shares";
  EXPECT_EQ(read(workbook(rows, second), given).rows.size(), 1U);
  given.part = "Other";
  EXPECT_THAT(error_of(workbook(rows, second), given), HasSubstr("no sheet \"Other\""));
  const std::string hidden = "<sheet name=\"Notes\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>";
  EXPECT_EQ(read(workbook(rows, hidden)).rows.size(), 1U);
}

TEST(Xlsx, ReferencesBeyondWhatSheetsHaveDoNoHarm) {
  const OutcomeFile file = read(workbook(row(1, text("A1", "country") + cell("B1", "2020") + cell("C1", "2021")) +
                                         row(2, text("A2", "Arvania") + cell("ZZZZZZZ2", "2") + cell("", "3"))));
  EXPECT_EQ(file.rows.size(), 2U) << "cells without a usable reference stand behind the one before";
  EXPECT_THAT(error_of(workbook(row(2'000'000, text("A1", "country")))), HasSubstr("cells"));
}

TEST(Xlsx, AnotherArchiveIsNoWorkbook) {
  EXPECT_FALSE(is_workbook(archive_of({{"word/document.xml", "<w/>"}})));
  EXPECT_FALSE(is_workbook("country,2020\n"));
}

TEST(Xlsx, DamagedPartsAreNamed) {
  EXPECT_THAT(error_of(workbook("<row></sheetData>")), HasSubstr("xl/worksheets/sheet1.xml: byte"));
  const std::string whole = printed_table();
  EXPECT_THAT(error_of(whole.substr(0, whole.size() / 2)), HasSubstr("f.xlsx: the zip archive is damaged"));
}

}  // namespace
}  // namespace avow
