#include "read/csv.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

using Cells = std::vector<std::string>;

CsvRecord first(std::string_view text) {
  CsvRecord record;
  CsvReader reader(text, ',');
  reader.next(record);
  return record;
}

TEST(Csv, ReadsPlainAndQuotedCells) {
  EXPECT_EQ(first("a,\"b, c\",,d\n").cells, (Cells{"a", "b, c", "", "d"}));
  EXPECT_EQ(first("\"say \"\"so\"\"\",x").cells, (Cells{"say \"so\"", "x"}));
  EXPECT_EQ(first("a,").cells, (Cells{"a", ""}));
}

TEST(Csv, CountsLinesAsAnEditorDoes) {
  CsvReader reader("a,\"two\nlines\"\n\nb,c\n", ',');
  CsvRecord record;
  ASSERT_TRUE(reader.next(record));
  EXPECT_EQ(record.line, 1U);
  ASSERT_TRUE(reader.next(record));
  EXPECT_EQ(record.line, 4U);
  EXPECT_FALSE(reader.next(record));
}

TEST(Csv, GoesOnBehindABrokenRecord) {
  CsvReader reader("a,b\"c\nd,\"e\"f\ng,h\n", ',');
  CsvRecord record;
  reader.next(record);
  EXPECT_FALSE(record.problem.empty());
  EXPECT_EQ(record.cells.size(), 2U);
  reader.next(record);
  EXPECT_FALSE(record.problem.empty());
  EXPECT_EQ(record.line, 2U);
  reader.next(record);
  EXPECT_TRUE(record.problem.empty());
  EXPECT_EQ(record.cells, (Cells{"g", "h"}));
  EXPECT_EQ(record.line, 3U);
}

TEST(Csv, NamesAQuoteThatNeverCloses) {
  EXPECT_FALSE(first("a,\"b\nc\n").problem.empty());
}

TEST(Csv, FindsTheSeparator) {
  EXPECT_EQ(csv_separator("a,b,c\n"), ',');
  EXPECT_EQ(csv_separator("a;b;c\n1,5;2;3"), ';');
  EXPECT_EQ(csv_separator("a\tb\tc\n"), '\t');
}

}  // namespace
}  // namespace avow
