#include "publish/rows.hpp"

#include <gmock/gmock.h>

#include <array>
#include <limits>
#include <sstream>

#include "model/assessment.hpp"
#include "publish/row_batch.hpp"
#include "publish/table.hpp"
#include "publish/terminal.hpp"

namespace avow {
namespace {

using testing::HasSubstr;

std::string written(RowOptions options, const std::vector<Json>& rows) {
  std::string out;
  RowWriter writer(std::move(options), [&](std::string_view text) { out += text; });
  for (const Json& row : rows) writer.add(row);
  writer.end();
  return out;
}

RowOptions as(Format format, std::vector<std::string> columns = {}) {
  RowOptions options;
  options.format = format;
  options.columns = std::move(columns);
  return options;
}

const Json first{{"name", "Arvania"}, {"value", 2.1}, {"missing", Json::array({"date", "amount"})}};
const Json second{{"name", "B, \"mark\""}, {"value", 10}, {"missing", nullptr}};

TEST(Rows, TableHasAHeaderAndNumbersToTheRight) {
  EXPECT_EQ(written(as(Format::table), {first, second}),
            "name       value  missing\n"
            "Arvania      2.1  date; amount\n"
            "B, \"mark\"     10\n");
}

TEST(Rows, TableKeepsToTheTerminalsWidth) {
  RowOptions options = as(Format::table, {"id", "quote"});
  options.width = 30;
  const std::string table = written(options, {{{"id", "abcdef"}, {"quote", std::string(100, 'x')}}});
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 30u) << line;
  EXPECT_THAT(table, HasSubstr("abcdef  xxx"));
  EXPECT_THAT(table, HasSubstr("…"));
}

TEST(Rows, TableNeverSendsWhatADocumentHides) {
  for (const Format format : {Format::table, Format::md}) {
    const std::string out = written(as(format), {{{"title\x1b[1m", "x\x1b]0;owned\x07\u202E"}}});
    EXPECT_EQ(out.find('\x1b'), std::string::npos);
    EXPECT_EQ(out.find('\x07'), std::string::npos);
    EXPECT_EQ(out.find("\u202E"), std::string::npos);
  }
}

TEST(Rows, TableColoursOnlyWhenAskedTo) {
  RowOptions options = as(Format::table);
  const Json row{{"verdict", "broken"}, {"reason", "broken"}};
  EXPECT_EQ(written(options, {row}).find('\x1b'), std::string::npos);
  options.color = true;
  EXPECT_THAT(written(options, {row}), HasSubstr("\x1b[31mbroken\x1b[0m   broken\n"));
}

TEST(Rows, TableStreamsAfterItsSample) {
  std::size_t lines = 0;
  RowWriter writer(as(Format::table), [&](std::string_view) { ++lines; });
  for (std::size_t i = 0; i < RowWriter::table_sample - 1; ++i) writer.add(first);
  EXPECT_EQ(lines, 0u);
  writer.add(first);
  EXPECT_EQ(lines, RowWriter::table_sample + 1);
  writer.add(second);
  EXPECT_EQ(lines, RowWriter::table_sample + 2);
}

TEST(Rows, CsvQuotesAndKeepsValuesExact) {
  EXPECT_EQ(written(as(Format::csv), {first, second, {{"name", "=1+1\nx"}, {"value", -3}}}),
            "name,value,missing\r\n"
            "Arvania,2.1,date; amount\r\n"
            "\"B, \"\"mark\"\"\",10,\r\n"
            "\"=1+1\nx\",-3,\r\n");
}

TEST(Rows, JsonIsOneArrayAndNdjsonALineEach) {
  EXPECT_EQ(Json::parse(written(as(Format::json), {first, second})), Json::array({first, second}));
  EXPECT_EQ(written(as(Format::ndjson), {second}), "{\"name\":\"B, \\\"mark\\\"\",\"value\":10,\"missing\":null}\n");
}

TEST(Rows, JsonOutlivesADamagedText) {
  EXPECT_EQ(written(as(Format::ndjson), {{{"a", "x\xFF"}}}), "{\"a\":\"x\xEF\xBF\xBD\"}\n");
}

/// Every sort of field, with what JSON escapes, what it replaces and numbers of all sizes.
void give_all(Fields& fields) {
  fields.null("nothing");
  fields.text("escaped", "\"a\\b\"\b\t\n\f\r\x01\x1F\x7F/");
  fields.text("wide", "caf\u00e9 \u2019 \U0001F5F3");
  fields.text("damaged", "x\xFF\xE2\x82 \xC0\xAF\n");
  fields.text_or_null("empty", "");
  fields.texts("several", {"a\n", "", "b"});
  fields.texts("none", {});
  constexpr std::array numbers{0.0, -0.0, 2.0, 0.1234, 1.0 / 3, 1e-7, 1.5e300, 12345678901234567.0, -3.25};
  for (std::size_t i = 0; i < numbers.size(); ++i) fields.number("number " + std::to_string(i), numbers[i]);
  fields.number("infinite", std::numeric_limits<double>::infinity());
  fields.flag("yes", true);
  fields.flag("no", false);
  fields.span("span", {0, 4294967295});
}

TEST(Fields, AsTextAreTheTextOfTheValueByteForByte) {
  Json object = Json::object();
  JsonFields values(object);
  give_all(values);
  std::string text;
  TextFields texts(text);
  give_all(texts);
  texts.end();
  EXPECT_EQ(text, json_text(object));
  EXPECT_EQ(Json::parse(text)["escaped"], "\"a\\b\"\b\t\n\f\r\x01\x1F\x7F/");
}

TEST(Rows, OfABatchAreWrittenAsOneByOne) {
  for (const auto& [format, name] : formats.table) {
    std::string out;
    RowWriter writer(as(format, {"escaped", "yes"}), [&](std::string_view text) { out += text; });
    std::vector<Json> rows;
    for (const std::size_t size : {2, 0, 1}) {
      RowBatch batch = writer.batch();
      for (std::size_t i = 0; i < size; ++i) {
        batch.add(give_all);
        JsonFields fields(rows.emplace_back(Json::object()));
        give_all(fields);
      }
      writer.add_batch(batch);
    }
    writer.end();
    EXPECT_EQ(writer.rows(), 3u) << name;
    EXPECT_EQ(out, written(as(format, {"escaped", "yes"}), rows)) << name;
  }
}

TEST(Rows, MarkdownEscapesItsOwnMarks) {
  EXPECT_EQ(written(as(Format::md), {{{"a", "x|y"}, {"n", 1}}}), "| a | n |\n| --- | ---: |\n| x\\|y | 1 |\n");
}

TEST(Rows, NoneGiveAnEmptyAnswerThatStillParses) {
  EXPECT_EQ(written(as(Format::json), {}), "[]\n");
  EXPECT_EQ(written(as(Format::ndjson), {}), "");
  EXPECT_EQ(written(as(Format::table), {}), "");
  EXPECT_EQ(written(as(Format::csv, {"id", "name"}), {}), "id,name\r\n");
}

TEST(ShrinkTo, TakesFromTheWidestFirst) {
  std::vector<std::size_t> widths{8, 60, 20};
  shrink_to(widths, 48, 6);
  EXPECT_EQ(widths, (std::vector<std::size_t>{8, 20, 20}));
  shrink_to(widths, 3, 6);
  EXPECT_EQ(widths, (std::vector<std::size_t>{6, 6, 6}));
}

TEST(VerdictColor, KnowsEveryVerdict) {
  for (const auto& [verdict, word] : verdicts.table) EXPECT_FALSE(verdict_color(word).empty()) << word;
  EXPECT_TRUE(verdict_color("perhaps").empty());
}

}  // namespace
}  // namespace avow
