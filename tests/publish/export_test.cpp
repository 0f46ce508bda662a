#include "publish/export.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <sstream>

#include "base/base64.hpp"
#include "base/error.hpp"
#include "model/json.hpp"
#include "publish/csv_records.hpp"
#include "publish/export_csv.hpp"
#include "query/small_world.hpp"

namespace avow {
namespace {

using testing::ElementsAre;

CsvReader::Read in_pieces(std::string text, std::size_t piece) {
  return [text = std::move(text), piece, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
    const std::size_t count = text.copy(buffer, std::min(size, piece), at);
    at += count;
    return count;
  };
}

class Exports : public SmallWorld {
 protected:
  void SetUp() override {
    fill_promise();
    fill_outcomes();
    write("retract", Retraction{RecordKind::reading, id_of(reading), "Ann", "misread, \"twice\"", Instant{8}});
  }
  std::multiset<std::string> ndjson() {
    std::multiset<std::string> lines;
    export_ndjson(
        *store, [&](std::string_view line) { lines.emplace(line.substr(0, line.size() - 1)); }, JournalNotes::no);
    return lines;
  }
  std::map<RecordKind, std::string> csv() {
    std::map<RecordKind, std::string> files;
    export_csv(*store, [&](RecordKind kind, std::string_view text) { files[kind] += text; });
    return files;
  }
};

TEST_F(Exports, LinesNameTheirKindAndDocumentsHoldTheirBytes) {
  std::map<std::string, int> kinds_seen;
  for (const std::string& line : ndjson()) {
    const Json json = Json::parse(line);
    const auto kind = json["record"].get<std::string>();
    ++kinds_seen[kind];
    if (kind == "document") {
      EXPECT_EQ(json["raw_bytes"], base64("raw \xFF"));
    } else if (kind == "retraction") {
      EXPECT_EQ(json["subject"], id_of(reading).hex());
    }
  }
  EXPECT_EQ(kinds_seen["entity"], 3);
  EXPECT_EQ(kinds_seen["observation"], 3);
  EXPECT_EQ(kinds_seen["assessment"], 3);
  EXPECT_EQ(kinds_seen["retraction"], 1);
}

TEST_F(Exports, CsvReadsBackAsTheVeryLinesOfNdjson) {
  std::multiset<std::string> lines;
  for (const auto& [kind, text] : csv()) {
    CsvRecords records(csv_file_name(kind), in_pieces(text, 7));
    for (std::string line; records.next(line);) lines.insert(line);
  }
  EXPECT_EQ(lines, ndjson());
}

TEST_F(Exports, CsvHasFlatColumnsForAnalysts) {
  const auto files = csv();
  CsvReader reader("readings.csv", in_pieces(files.at(RecordKind::reading), 4096));
  std::vector<std::string> header, row;
  ASSERT_TRUE(reader.next(header) && reader.next(row));
  ASSERT_EQ(header.size(), row.size());
  std::map<std::string, std::string> cells;
  for (std::size_t i = 0; i < row.size(); ++i) cells[header[i]] = row[i];
  EXPECT_EQ(cells["kind"], "pledge");
  EXPECT_EQ(cells["target.relation"], "at_least");
  EXPECT_EQ(cells["target.due"], "2024");
  EXPECT_EQ(cells["maker.plugin"], "finder");
  EXPECT_EQ(header.back(), "json");
}

TEST(CsvKinds, HaveAFileEachAndCoverEveryKind) {
  std::set<std::string> files;
  for (const RecordKind kind : csv_kinds()) files.insert(csv_file_name(kind));
  EXPECT_EQ(files.size(), record_kinds.table.size());
}

TEST(CsvReader, ReadsQuotesLineBreaksAndEitherLineEnd) {
  CsvReader reader("x.csv", in_pieces("a,\"b,\r\n\"\"c\"\"\"\r\n,\n\"\"", 1));
  std::vector<std::string> cells;
  ASSERT_TRUE(reader.next(cells));
  EXPECT_THAT(cells, ElementsAre("a", "b,\r\n\"c\""));
  ASSERT_TRUE(reader.next(cells));
  EXPECT_THAT(cells, ElementsAre("", ""));
  EXPECT_EQ(reader.line(), 3u);
  ASSERT_TRUE(reader.next(cells));
  EXPECT_THAT(cells, ElementsAre(""));
  EXPECT_FALSE(reader.next(cells));
}

TEST(CsvReader, RefusesAnOpenQuoteTextAfterOneAndARowWithoutEnd) {
  std::vector<std::string> cells;
  EXPECT_THROW(CsvReader("x.csv", in_pieces("a,\"b", 9)).next(cells), Error);
  EXPECT_THROW(CsvReader("x.csv", in_pieces("\"a\"b,c\n", 9)).next(cells), Error);
  EXPECT_THROW(CsvReader("x.csv", in_pieces(std::string(2000, 'x'), 99), 1000).next(cells), Error);
  EXPECT_THROW(CsvReader("x.csv", in_pieces(std::string(2000, ','), 99), 1000).next(cells), Error);
}

TEST(CsvRecords, NameTheLineOfARowThatDoesNotFit) {
  CsvRecords records("x.csv", in_pieces("\xEF\xBB\xBFid,json\r\n1,{}\r\n\r\n2\r\n", 99));
  std::string line;
  ASSERT_TRUE(records.next(line));
  EXPECT_EQ(line, "{}");
  try {
    records.next(line);
    FAIL() << "the short row was taken";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("x.csv:4"));
  }
  EXPECT_THROW(CsvRecords("y.csv", in_pieces("id,name\n", 99)), Error);
}

}  // namespace
}  // namespace avow
