#include "engine/import_records.hpp"

#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "engine/outcomes.hpp"
#include "engine/review.hpp"
#include "fixture.hpp"
#include "publish/export.hpp"

namespace avow {
namespace {

using testing::HasSubstr;

class Imports : public EngineTest {
 protected:
  void fill() {
    const Document document{
        "https://example.org/d",     "T", "", "", "", Date::year(2020), "en", "text/plain", "Words — with “marks”.",
        sha256("the raw \xFF bytes")};
    Claim claim{id_of(document), {0, 5}, {"", "Words", " — with"}, Voice::author, "", "XAA", Date::year(2020)};
    Reading reading;
    reading.claim = id_of(claim);
    reading.kind = Kind::pledge;
    reading.maker.plugin = "detector";
    const auto writer = store->begin();
    writer->begin_entry({"ingest", "test", ""});
    writer->set_rank("detector", 5);
    writer->set_rank("detector", 7);
    writer->add(document, "the raw \xFF bytes");
    writer->add(claim);
    writer->add(reading);
    writer->commit();
    OutcomeOptions options;
    options.indicator = "pact:share";
    options.source = "tables";
    options.published = parse_day("2024-06-17");
    import_outcomes(*store, lexicon, "f.csv", "country,period,value\nArvania,2024,2.1\n", options, "test");
    review(*store, {id_of(claim), Verdict::kept, "seen", {}, "Ann"}, Instant{7}, *parse_day("2024-07-01"));
    retract(*store, RecordKind::reading, id_of(reading), "Ann", "misread", Instant{8});
  }

  static std::string exported(Store& from) {
    std::string lines;
    export_ndjson(
        from, [&](std::string_view line) { lines += line; }, JournalNotes::no);
    return lines;
  }

  static RecordImport import(Store& into, const std::string& lines) {
    std::istringstream stream(lines);
    return import_records(
        into, "export.ndjson", [&](std::string& line) { return !!std::getline(stream, line); }, "test");
  }

  static std::set<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::set<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.insert(line);
    return lines;
  }
};

TEST_F(Imports, GiveBackAllThatWasExported) {
  fill();
  const std::string lines = exported(*store);
  const auto other = open("b.db");
  EXPECT_GT(import(*other, lines).added, 0u);
  EXPECT_THAT(lines, HasSubstr("\"plugin\":\"detector\",\"rank\":7"));
  EXPECT_EQ(lines_of(exported(*other)), lines_of(lines));
  EXPECT_TRUE(other->verify(10, {}).damages.empty());
}

TEST_F(Imports, AreAUnionSoASecondTimeAddsNothing) {
  fill();
  const RecordImport again = import(*store, exported(*store));
  EXPECT_EQ(again.added, 0u);
  EXPECT_GT(again.known, 0u);
}

TEST_F(Imports, TellWhoBroughtWhatToTheOtherStoreAndWhenItWasRetrieved) {
  fill();
  OutcomeOptions options;
  options.indicator = "pact:share";
  options.source = "tables";
  options.published = parse_day("2025-04-24");
  options.retrieved = parse_day("2025-05-02");
  import_outcomes(*store, lexicon, "g.csv", "country,period,value\nArvania,2024,1.9\n", options, "ada");
  std::string lines;
  export_ndjson(*store, [&](std::string_view line) { lines += line; });
  const auto other = open("b.db");
  import(*other, lines);
  std::vector<std::string> reasons;
  other->journal({}, [&](const JournalEntry& entry) {
    EXPECT_EQ(entry.note.action, "import");
    reasons.push_back(entry.note.reason);
    return true;
  });
  EXPECT_EQ(reasons.size(), store->counts().journal_entries);
  EXPECT_THAT(reasons, testing::Contains(testing::AllOf(HasSubstr("export.ndjson, entry "), HasSubstr("by ada: g.csv"),
                                                        HasSubstr("retrieved 2025-05-02"))));
  EXPECT_TRUE(other->verify(10, {}).damages.empty());
}

TEST_F(Imports, OneAlteredLineIsNamedAndNothingIsStored) {
  fill();
  std::string lines = exported(*store);
  const std::size_t quote = lines.find("\"quote\":\"Words\"");
  ASSERT_NE(quote, std::string::npos);
  lines[quote + 10] = 'w';
  const auto other = open("b.db");
  try {
    import(*other, lines);
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_input);
    EXPECT_THAT(error.what(), HasSubstr("export.ndjson:"));
    EXPECT_THAT(error.what(), HasSubstr("not the one it carries"));
  }
  EXPECT_EQ(other->counts().documents, 0u);
}

}  // namespace
}  // namespace avow
