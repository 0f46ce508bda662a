#include "read/sdmx_csv.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"

namespace avow {
namespace {

using testing::AllOf;
using testing::HasSubstr;

OutcomeOptions options() {
  OutcomeOptions given;
  given.indicator = "harbour-share";
  given.published = parse_day("2024-06-17");
  return given;
}

OutcomeFile read(std::string_view text, const OutcomeOptions& given = options()) {
  return read_outcomes("f.csv", text, given);
}

std::string error_of(std::string_view text, const OutcomeOptions& given = options()) {
  try {
    read(text, given);
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.advice();
  }
  return "nothing was thrown";
}

TEST(SdmxCsv, ReadsVersionOneWithStatusAndMultiplier) {
  const auto file = read(
      "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT\n"
      "HO:SHARES(1.0),A,NRL,2023,1.5,A,USD,6\n"
      "HO:SHARES(1.0),A,NRL,2024,1.7,E,USD,6\n"
      "HO:SHARES(1.0),A,NRL,2025,NaN,M,USD,6\n"
      "HO:SHARES(1.0),A,NRL,2026,1.9,F;B,USD,6\n");
  ASSERT_EQ(file.rows.size(), 3U);
  EXPECT_TRUE(file.problems.empty());
  EXPECT_EQ(file.rows[0].entity, "NRL");
  EXPECT_EQ(file.rows[0].exponent, 6);
  EXPECT_EQ(file.rows[0].unit, "USD");
  EXPECT_EQ(file.rows[1].status, Status::estimate);
  EXPECT_EQ(file.rows[2].status, Status::forecast);
  EXPECT_EQ(file.rows[2].note, "OBS_STATUS B: break in the series");
}

TEST(SdmxCsv, ReadsVersionTwoWithLabelsInColumnsOfTheirOwn) {
  const auto file = read(
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,SEX,Sex,TIME_PERIOD,Time "
      "period,OBS_VALUE,Observation value,UNIT_MEASURE,Unit of measure\n"
      "DATAFLOW,HO:X(2.0),Shares,I,NRL,Norland,T,Total,2024-Q2,,7,,PT,Percent\n");
  ASSERT_EQ(file.rows.size(), 1U);
  EXPECT_EQ(file.rows[0].period.text(), "2024-04-01/2024-06-30");
  EXPECT_EQ(file.rows[0].unit, "PT");
}

TEST(SdmxCsv, ReadsEurostatsWithLabelsInTheCellsAndItsOwnVintage) {
  OutcomeOptions given = options();
  given.published.reset();
  const auto file = read(
      "DATAFLOW: Data flow,LAST UPDATE,freq: Frequency,unit: Unit,geo: Entity,TIME_PERIOD: Time,OBS_VALUE: Value,"
      "OBS_FLAG: Flag\n"
      "HO:X(1.0): Shares,15/01/25 23:00:00,A: Annual,PC: Percentage,NL: Norland,2024,7.5,bp: break provisional\n",
      given);
  ASSERT_EQ(file.rows.size(), 1U);
  EXPECT_EQ(file.rows[0].entity, "NLD");
  EXPECT_EQ(file.rows[0].unit, "PC");
  EXPECT_EQ(to_string(file.rows[0].published), "2025-01-15");
  EXPECT_EQ(file.rows[0].status, Status::estimate);
}

constexpr std::string_view cube =
    "DATAFLOW,REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\n"
    "F,NRL,T,15+,2024,1\nF,NRL,F,15+,2024,2\nF,NRL,M,15+,2024,3\n";

TEST(SdmxCsv, WhatIsMoreThanOneSeriesMustBeChosen) {
  EXPECT_THAT(error_of(cube), AllOf(HasSubstr("SEX has 3 values (F, M, T)"), HasSubstr("--where SEX=F")));
  OutcomeOptions given = options();
  given.where = {{"sex", "T"}};
  ASSERT_EQ(read(cube, given).rows.size(), 1U);
  EXPECT_EQ(read(cube, given).rows[0].value, "1");
  given.where = {{"GENDER", "T"}};
  EXPECT_THAT(error_of(cube, given), AllOf(HasSubstr("no column \"GENDER\""), HasSubstr("SEX")));
}

TEST(SdmxCsv, TheIndicatorDimensionNamesTheIndicatorUnlessTheUserDoes) {
  constexpr std::string_view text =
      "DATAFLOW,SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE\nF,AA,NRL,2024,1\nF,BB,NRL,2024,2\n";
  OutcomeOptions given = options();
  EXPECT_THAT(error_of(text, given), HasSubstr("SERIES has 2 values"));
  given.indicator.clear();
  const auto file = read(text, given);
  ASSERT_EQ(file.rows.size(), 2U);
  EXPECT_EQ(file.rows[1].indicator, "BB");
}

TEST(SdmxCsv, TheUserMayNameTheDimensionOfCountries) {
  constexpr std::string_view text = "DATAFLOW,DONOR,TIME_PERIOD,OBS_VALUE\nF,NRL,2024,1\n";
  EXPECT_THAT(error_of(text), AllOf(HasSubstr("names the country"), HasSubstr("--entity-column"), HasSubstr("DONOR")));
  OutcomeOptions given = options();
  given.entity_column = "donor";
  EXPECT_EQ(read(text, given).rows.at(0).entity, "NRL");
}

TEST(SdmxCsv, CodesOfTwoLettersBecomeThoseOfThree) {
  const auto file = read("DATAFLOW,geo,TIME_PERIOD,OBS_VALUE\nF,EL,2024,1\nF,UK,2024,1\nF,FR,2024,1\nF,EA,2024,1\n");
  std::vector<std::string> seen;
  for (const auto& row : file.rows) seen.push_back(row.entity);
  EXPECT_EQ(seen, (std::vector<std::string>{"GRC", "GBR", "FRA", "EA"}));
}

TEST(SdmxCsv, ARowThatDeletesIsAProblem) {
  const auto file = read("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE\ndataflow,F,D,NRL,2024,1\n");
  ASSERT_EQ(file.problems.size(), 1U);
  EXPECT_THAT(file.problems[0].message, AllOf(HasSubstr("line 2"), HasSubstr("deletes")));
}

TEST(SdmxCsv, APowerOfTenMustBeOne) {
  const auto file = read("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nF,NRL,2024,1,millions\n");
  ASSERT_EQ(file.problems.size(), 1U);
  EXPECT_THAT(file.problems[0].message, HasSubstr("no power of ten"));
}

}  // namespace
}  // namespace avow
