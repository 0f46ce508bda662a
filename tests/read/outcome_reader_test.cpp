#include "read/outcome_reader.hpp"

#include <gmock/gmock.h>

namespace avow {
namespace {

using testing::AllOf;
using testing::HasSubstr;

OutcomeOptions options() {
  OutcomeOptions given;
  given.indicator = "harbour-share";
  given.source = "Harbour Office";
  given.published = parse_day("2024-06-17");
  return given;
}

/// What is thrown, or an `internal` error when nothing is.
Error error_of(std::string_view text, const OutcomeOptions& given) {
  try {
    read_outcomes("f.csv", text, given);
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::internal, "nothing was thrown"};
}

std::string problem_of(std::string_view text) {
  const auto file = read_outcomes("f.csv", text, options());
  return file.problems.size() == 1 ? file.problems[0].message : "";
}

TEST(OutcomeReader, ReadsTidyFilesWhoseColumnsWinOverTheOptions) {
  const auto file = read_outcomes("f.csv",
                                  "Country,Period,VALUE,unit,status,published_on,source,indicator,note\n"
                                  "Norland,2025,4.48,percent of GDP,estimate,2025-08-28,Gazette,other,first\n",
                                  options());
  ASSERT_EQ(file.rows.size(), 1U);
  const auto& row = file.rows[0];
  EXPECT_EQ(row.line, 2U);
  EXPECT_EQ(row.column, 3U);
  EXPECT_EQ(row.entity, "Norland");
  EXPECT_EQ(row.period.text(), "2025");
  EXPECT_EQ(row.value, "4.48");
  EXPECT_EQ(row.unit, "percent of GDP");
  EXPECT_EQ(row.status, Status::estimate);
  EXPECT_EQ(to_string(row.published), "2025-08-28");
  EXPECT_EQ(row.source, "Gazette");
  EXPECT_EQ(row.indicator, "other");
  EXPECT_EQ(row.note, "first");
}

TEST(OutcomeReader, ReadsWideFilesWithMarkedYears) {
  const auto file = read_outcomes("f.csv", "Country,2022,2023e,2024f\nNorland*,1.5,..,2.10\n", options());
  ASSERT_EQ(file.rows.size(), 2U);
  EXPECT_EQ(file.rows[0].entity, "Norland");
  EXPECT_EQ(file.rows[0].status, Status::actual);
  EXPECT_EQ(file.rows[1].period.text(), "2024");
  EXPECT_EQ(file.rows[1].value, "2.10");
  EXPECT_EQ(file.rows[1].status, Status::forecast);
  EXPECT_EQ(file.rows[1].source, "Harbour Office");
}

TEST(OutcomeReader, TakesPeriodsAfterActualUntilForEstimates) {
  auto given = options();
  given.actual_until = Date::parse("2022");
  const auto file = read_outcomes("f.csv", "Country,2022,2023\nNorland,1,2\n", given);
  EXPECT_EQ(file.rows.at(0).status, Status::actual);
  EXPECT_EQ(file.rows.at(1).status, Status::estimate);
}

TEST(OutcomeReader, ReadsWorldBankFilesWithPreambleAndTrailingComma) {
  OutcomeOptions none;
  const auto file = read_outcomes(
      "f.csv",
      "\xEF\xBB\xBF\"Data Source\",\"Some Indicators\",\r\n\r\n\"Last Updated Date\",\"2025-04-15\",\r\n\r\n"
      "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2020\",\"2021\",\r\n"
      "\"Norland\",\"NRL\",\"Share, of all\",\"AA.BB\",\"\",\"1.5\",\r\n",
      none);
  ASSERT_EQ(file.rows.size(), 1U);
  EXPECT_EQ(file.rows[0].entity, "NRL");
  EXPECT_EQ(file.rows[0].indicator, "AA.BB");
  EXPECT_EQ(file.rows[0].period.text(), "2021");
  EXPECT_EQ(file.rows[0].line, 6U);
  EXPECT_EQ(to_string(file.rows[0].published), "2025-04-15");
}

TEST(OutcomeReader, ReadsOwidAndGapminderFiles) {
  auto given = options();
  given.value_column = "share";
  const auto owid =
      read_outcomes("f.csv", "Entity,Code,Year,total,share\nNorland,NRL,2020,7,1.5\nBloc,,2020,9,\n", given);
  ASSERT_EQ(owid.rows.size(), 1U);
  EXPECT_EQ(owid.rows[0].value, "1.5");
  given.indicator.clear();
  given.value_column.clear();
  const auto gapminder = read_outcomes("f.csv", "geo,time,jobless_rate\nnrl,1991,11.99\n", given);
  ASSERT_EQ(gapminder.rows.size(), 1U);
  EXPECT_EQ(gapminder.rows[0].indicator, "jobless_rate");
  EXPECT_EQ(gapminder.rows[0].entity, "nrl");
}

TEST(OutcomeReader, ReadsQuartersAndMonths) {
  const auto file = read_outcomes("f.csv", "entity,period,value\nA,2024Q1,1\nA,2024-05,2\n", options());
  ASSERT_EQ(file.rows.size(), 2U);
  EXPECT_EQ(file.rows[0].period.text(), "2024-01-01/2024-03-31");
  EXPECT_EQ(file.rows[1].period.text(), "2024-05");
}

TEST(OutcomeReader, NamesTheMissingColumn) {
  const auto no_entity = error_of("where,year,value\nA,2020,1\n", options());
  EXPECT_EQ(no_entity.code(), ErrorCode::bad_input);
  EXPECT_THAT(no_entity.what(), AllOf(HasSubstr("f.csv: line 1"), HasSubstr("\"entity\"")));
  EXPECT_THAT(error_of("country,value\nA,1\n", options()).what(), HasSubstr("\"period\""));
  EXPECT_THAT(error_of("country,year\nA,2020\n", options()).what(), HasSubstr("\"value\""));
  EXPECT_THAT(error_of("country,year,a,b\nA,2020,1,2\n", options()).what(), HasSubstr("a, b"));
}

TEST(OutcomeReader, DemandsVintageAndIndicator) {
  auto given = options();
  given.published.reset();
  EXPECT_THAT(error_of("country,year,value\nA,2020,1\n", given).advice(), HasSubstr("published_on"));
  given = options();
  given.indicator.clear();
  EXPECT_THAT(error_of("country,year,value\nA,2020,1\n", given).what(), HasSubstr("\"indicator\""));
}

TEST(OutcomeReader, NamesABadNumberByLineAndColumn) {
  EXPECT_THAT(problem_of("country,year,value\nA,2020,1\nB,2020,much\n"),
              AllOf(HasSubstr("f.csv: line 3, column 3 (\"value\")"), HasSubstr("\"much\" is no number")));
}

TEST(OutcomeReader, NeverGuessesSeparatorsOfNumbers) {
  EXPECT_THAT(problem_of("country,year,value\nA,2020,\"1,234\"\n"), HasSubstr("thousands"));
  EXPECT_THAT(problem_of("country;year;value\nA;2020;1,5\n"), HasSubstr("decimal mark"));
  EXPECT_THAT(problem_of("country,year,value\nA,2020,1 234\n"), HasSubstr("thousands"));
  EXPECT_THAT(problem_of("country,year,value\nA,2020,2%\n"), HasSubstr("%"));
}

TEST(OutcomeReader, NamesImpossibleDatesAndUnknownStatus) {
  EXPECT_THAT(problem_of("country,period,value\nA,2020-02-30,1\n"),
              AllOf(HasSubstr("line 2, column 2"), HasSubstr("2020-02-30")));
  EXPECT_THAT(problem_of("country,year,value,published_on\nA,2020,1,2024-13-01\n"), HasSubstr("line 2, column 4"));
  EXPECT_THAT(problem_of("country,year,value,status\nA,2020,1,perhaps\n"), HasSubstr("perhaps"));
}

TEST(OutcomeReader, NamesShortAndLongRows) {
  EXPECT_THAT(problem_of("country,year,value\nA,2020\n"), AllOf(HasSubstr("line 2, column 2"), HasSubstr("2 of 3")));
  EXPECT_THAT(problem_of("country,year,value\nA,2020,1,x\n"), HasSubstr("more than 3"));
  EXPECT_THAT(problem_of("country,year,value\nA,2020,\"1\n"), HasSubstr("never closed"));
}

TEST(OutcomeReader, TakesTheSameRowTwiceAsOneAndNamesOneThatDisagrees) {
  const auto same = read_outcomes("f.csv", "country,year,value\nA,2020,1.0\nA,2020,1\n", options());
  EXPECT_EQ(same.rows.size(), 1U);
  EXPECT_TRUE(same.problems.empty());
  EXPECT_THAT(problem_of("country,year,value\nA,2020,1\nA,2020,2\n"),
              AllOf(HasSubstr("line 3, column 3"), HasSubstr("duplicate"), HasSubstr("line 2 has 1")));
}

TEST(OutcomeReader, KeepsTheGoodCellsOfARowWithABadOne) {
  const auto file = read_outcomes("f.csv", "country,2020,2021\nA,x,2\n", options());
  EXPECT_EQ(file.rows.size(), 1U);
  EXPECT_EQ(file.problems.size(), 1U);
}

TEST(OutcomeReader, RefusesWhatIsNoTable) {
  EXPECT_EQ(error_of("", options()).code(), ErrorCode::bad_input);
  EXPECT_THAT(error_of("PK\x03\x04", options()).what(), HasSubstr("ZIP"));
}

}  // namespace
}  // namespace avow
