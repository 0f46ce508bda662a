#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "store/open.hpp"
#include "support/temp_folder.hpp"

namespace avow {

inline Day day(std::string_view text) {
  return parse_day(text).value();
}
inline Date date(std::string_view text) {
  return Date::parse(text).value();
}

/// An invented promise with all that can happen to it: a pact of two countries promises each member's dike spending,
/// two vintages of the figures come out, a checker judges by each, a person reviews.
class SmallWorld : public testing::Test {
 protected:
  SmallWorld() : store(open("a.db")) {}

  std::unique_ptr<Store> open(const char* name) const {
    OpenOptions options;
    options.mode = OpenMode::create;
    return open_store(folder / name, options);
  }

  template <typename... Records>
  void write(const char* action, const Records&... records) {
    const auto writer = store->begin();
    writer->begin_entry({action, "test", ""});
    (writer->add(records), ...);
    writer->commit();
  }

  /// Journal entry 1 is the vocabulary, 2 the document with its claim.
  void fill_promise() {
    const auto member = [](const char* code, const char* name) {
      return Entity{code, EntityKind::country, name, "", {}, {{"pact", "member", Date::year(2000), {}}}};
    };
    write("vocabulary", Entity{"pact", EntityKind::group, "Harbour Pact", "", {"the Pact"}, {}},
          member("XAA", "Arvania"), member("XBB", "Belmark"),
          Indicator{"pact:dikes", "Dike spending, share", "dike spending", "percent of GDP", "Pact", "", 1, {}});
    document = {"https://example.org/d",
                "The pact speaks",
                "Harbour Post",
                "",
                "",
                date("2020-03-01"),
                "en",
                "text/plain",
                "Good day. Each of us will spend at least 2 percent on dikes by 2024. Thank you.",
                sha256("raw \xFF")};
    claim = {id_of(document),   {10, 68},     {"Good day. ", document.text.substr(10, 58), " Thank you."},
             Voice::quotation,  "Pact chief", "pact",
             date("2020-03-01")};
    reading.claim = id_of(claim);
    reading.kind = Kind::pledge;
    reading.strength = Strength::commit;
    reading.score = 0.9;
    reading.target = {"Each of us", "pact",           "dikes", "pact:dikes", Relation::at_least, Decimal{2, 1},
                      {},           "percent of GDP", {},      date("2024"), Scope::each,        ""};
    reading.cues = {{{21, 25}, "modal will"}, {{60, 67}, "due date"}};
    reading.maker.plugin = "finder";
    reading.maker.version = "1.0.0";
    const auto writer = store->begin();
    writer->begin_entry({"ingest", "test", ""});
    writer->add(document, "raw \xFF");
    writer->add(claim);
    writer->add(reading);
    writer->commit();
  }

  Observation figure(const char* entity, const char* value, const char* published) const {
    return {id_of(series), entity, date("2024"), value, "percent of GDP", Status::estimate, day(published), ""};
  }

  Assessment verdict(Verdict what, const char* today, const char* vintage, const Observation& used) const {
    Assessment assessment{id_of(reading),
                          what,
                          true,
                          false,
                          day(today),
                          vintage,
                          {{"members at or above", "1 of 2"}},
                          "One of two members is there.",
                          {{EvidenceKind::observation, id_of(used).hex(), ""}},
                          {}};
    assessment.maker.plugin = "checker";
    return assessment;
  }

  /// Entries 3 to 7: a vintage and its verdict, another and its verdict, a review.
  void fill_outcomes() {
    const Observation first = figure("XAA", "2.1", "2024-06-17"), second = figure("XAA", "1.9", "2025-04-17");
    write("outcomes", series, first, figure("XBB", "1.5", "2024-06-17"));
    write("check", verdict(Verdict::on_track, "2024-07-01", "2024-06-17", first));
    write("outcomes", second);
    write("check", verdict(Verdict::broken, "2025-05-01", "2025-04-17", second));
    Assessment review = verdict(Verdict::partly_kept, "2025-06-01", "", second);
    review.provisional = false;
    review.maker = {};
    review.maker.person = "Ann";
    review.maker.at = Instant::parse_end("2025-06-01").value();
    write("review", review);
  }

  TempFolder folder;
  std::unique_ptr<Store> store;
  Document document;
  Claim claim;
  Reading reading;
  Series series{"pact:dikes", "Pact yearbook", "https://example.org/yearbook", ""};
};

}  // namespace avow
