// Verdicts do not depend on the order in which documents and figures came in.

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>

#include "engine/check.hpp"
#include "engine/ingest.hpp"
#include "engine/outcomes.hpp"
#include "fixture.hpp"

namespace avow {
namespace {

/// Says of each claim all that the host tells it, so that a verdict is another one when the host's answers are.
Judgement all_that_is_told(const CheckRequest&, CheckHost& host) {
  Judgement judgement;
  judgement.verdict = Verdict::on_track;
  judgement.reason = "told";
  ObservationQuery figures;
  figures.indicator = "pact:share";
  figures.entity = "XAA";
  PassageQuery words;
  words.words = "build";
  words.limit = 5;
  for (const ObservedValue& value : host.observations(figures)) {
    judgement.reason += " " + value.period.text() + "=" + to_string(value.value.value);
    judgement.evidence.push_back({EvidenceKind::observation, value.id.hex(), ""});
  }
  for (const Passage& passage : host.passages(words)) {
    judgement.reason += " " + passage.text;
    judgement.evidence.push_back({EvidenceKind::document, passage.document.hex(), passage.text});
  }
  return judgement;
}

/// The pledge that each letter holds, about the share of the Pact.
std::vector<Candidate> pledges_in(const AnnotatedDocument& document) {
  const std::string words = "will build";
  const std::size_t at = document.document.text.find(words);
  if (at == std::string::npos) return {};
  Candidate found;
  found.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  found.kind = Kind::pledge;
  found.score = 0.5;
  found.target.subject_text = "Arvania";
  found.target.indicator_text = "defence spending";
  found.target.relation = Relation::at_least;
  found.target.value = Decimal{2, 1};
  found.target.unit = "percent of GDP";
  found.target.due = Date::year(2024);
  return {found};
}

/// One thing that may come in: a letter, two of which are nearly copies, or a vintage of figures.
struct Delivery {
  const char* text;       ///< of a letter; null for figures
  const char* published;  ///< a day
  const char* csv;
};
constexpr Delivery deliveries[] = {
    {"Arvania will build three dikes and a long wall along the northern coast before the winter.\n", "2020-01-02", ""},
    {"Arvania will build three dikes and a long wall along the northern coast before the winter.\n", "2020-01-05", ""},
    {"The Pact will build it with all of us, said the council.\n", "2020-02-01", ""},
    {"Nobody came to the fair, as it rained all day; they build tents.\n", "2020-03-01", ""},
    {nullptr, "2024-06-17", "country,period,value\nArvania,2023,1.8\nArvania,2024,2.1\n"},
    {nullptr, "2025-04-24", "country,period,value\nArvania,2024,1.9\nBelmark,2024,2.4\n"},
    {nullptr, "2025-08-24", "country,period,value\nArvania,2025,2.2\n"}};

struct World {
  Store& store;
  const Lexicon& lexicon;

  void take(const Delivery& delivery) { delivery.text == nullptr ? import(delivery) : ingest(delivery); }
  void ingest(const Delivery& delivery) {
    FakePlugin detector("detector");
    detector.on_detect = pledges_in;
    AnalyzerPool analyzer(lexicon, {&detector});
    IngestOptions options;
    options.given.published = Date::day(*parse_day(delivery.published));
    options.given.url = std::string("https://example.org/") + delivery.published;
    Ingester ingester(store, analyzer, options, {}, {});
    ingester.add("letter.txt", delivery.text);
    ingester.commit();
  }
  void import(const Delivery& delivery) {
    OutcomeOptions options;
    options.indicator = "pact:share";
    options.source = "tables";
    options.published = parse_day(delivery.published);
    import_outcomes(store, lexicon, "figures.csv", delivery.csv, options, "test");
  }
  /// Ids of all verdicts after a check on two days.
  std::set<Id> verdicts() {
    FakePlugin checker("fake");
    checker.on_check = all_that_is_told;
    std::set<Id> ids;
    for (const char* today : {"2024-07-01", "2025-09-01"})
      check_claims(store, lexicon, {&checker}, {}, *parse_day(today), [&](const CheckedClaim& one) {
        EXPECT_EQ(one.failure, "");
        ids.insert(one.assessment_id);
      });
    return ids;
  }
};

std::set<Id> verdicts_after(const std::vector<std::size_t>& order) {
  const TempFolder folder;
  OpenOptions options;
  options.mode = OpenMode::create;
  const auto store = open_store(folder.path() / "a.db", options);
  add_vocabulary(*store, small_vocabulary(), "test", "setup");
  const Lexicon lexicon(small_vocabulary());
  World world{*store, lexicon};
  for (const std::size_t at : order) world.take(deliveries[at]);
  return world.verdicts();
}

TEST(OrderOfDelivery, ChangesNoVerdict) {
  setenv("RC_PARAMS", "max_success=12", 0);
  std::vector<std::size_t> given(std::size(deliveries));
  std::iota(given.begin(), given.end(), std::size_t{0});
  const std::set<Id> expected = verdicts_after(given);
  ASSERT_GE(expected.size(), 4u);
  EXPECT_TRUE(rc::check([&] {
    std::vector<std::size_t> order = given;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
    RC_ASSERT(verdicts_after(order) == expected);
  }));
}

}  // namespace
}  // namespace avow
