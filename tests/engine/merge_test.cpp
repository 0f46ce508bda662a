#include "engine/merge.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <map>
#include <set>

#include "fixture.hpp"
#include "publish/export.hpp"

namespace avow {
namespace {

Document document_of(int number) {
  const std::string name = "d" + std::to_string(number);
  return {"https://example.org/" + name, name, "", "", "", {}, "en", "text/plain", "We will dig.", sha256(name)};
}
Claim claim_of(int number) {
  const Document document = document_of(number);
  return {id_of(document), {0, 12}, text_quote(document.text, {0, 12}), Voice::author, "", "XAA", Date::year(2020)};
}
Maker person(int second) {
  Maker maker;
  maker.person = second % 2 == 0 ? "Ann" : "Bo";
  maker.at = Instant{second * std::int64_t{1'000'000}};
  return maker;
}
Maker plugin(int revision) {
  Maker maker;
  maker.plugin = "finder";
  maker.revision = static_cast<std::uint32_t>(revision);
  return maker;
}
Reading reading_of(int claim, Maker maker) {
  Reading reading;
  reading.claim = id_of(claim_of(claim));
  reading.kind = Kind::pledge;
  reading.maker = std::move(maker);
  return reading;
}
Assessment verdict_of(int claim, int variant) {
  Assessment assessment;
  assessment.reading = id_of(reading_of(claim, plugin(1)));
  assessment.verdict = variant % 3 == 0 ? Verdict::kept : Verdict::broken;
  assessment.today = parse_day("2024-01-0" + std::to_string(variant % 5 + 1)).value();
  assessment.reason = "seen";
  assessment.maker = variant % 2 == 0 ? person(variant) : plugin(variant);
  return assessment;
}

/// One thing that a store may have been told; `number` picks which.
struct Told {
  int what = 0, claim = 0, number = 0;
};

/// A dispute of the reading, with up to two answers.
void add_dispute(StoreWriter& writer, int claim, int number) {
  const Dispute dispute{id_of(claim_of(claim)),
                        RecordKind::reading,
                        id_of(reading_of(claim, plugin(1))),
                        "Bo",
                        Disputant::reader,
                        "not so",
                        {},
                        Instant{number % 3}};
  writer.add(dispute);
  for (int i = 0; i < number % 3; ++i)
    writer.add(Answer{id_of(dispute), i == 0 ? Ruling::upheld : Ruling::withdrawn, "Ann", "seen", {}, Instant{number}});
}

void tell(Store& store, const std::vector<Told>& all) {
  for (const Told& one : all) {
    const auto writer = store.begin();
    writer->begin_entry({"test", "test", ""});
    writer->add(document_of(one.claim), "d" + std::to_string(one.claim));
    writer->add(claim_of(one.claim));
    writer->add(reading_of(one.claim, plugin(1)));
    if (one.what == 1)
      writer->add(reading_of(one.claim, one.number % 2 == 0 ? person(one.number) : plugin(one.number)));
    if (one.what == 2) writer->add(verdict_of(one.claim, one.number));
    if (one.what == 3)
      writer->add(Retraction{RecordKind::claim, id_of(claim_of(one.claim)), "Ann", "misheard", Instant{one.number}});
    if (one.what == 4) add_dispute(*writer, one.claim, one.number);
    writer->commit();
  }
}

std::set<std::string> records_of(Store& store) {
  std::set<std::string> lines;
  export_ndjson(
      store, [&](std::string_view line) { lines.emplace(line); }, JournalNotes::no);
  return lines;
}

std::map<Id, std::pair<std::optional<Id>, std::optional<Id>>> answers_of(Store& store) {
  std::map<Id, std::pair<std::optional<Id>, std::optional<Id>>> answers;
  store.claims({}, [&](const ClaimRow& row) {
    answers[row.id] = {row.reading_id, row.assessment_id};
    return true;
  });
  return answers;
}

/// What disputes there are, and which of them are open.
std::set<std::string> disputes_of(Store& store) {
  std::set<std::string> lines;
  for (const auto& row : store.sql("SELECT id, ruling, answered_by FROM disputes", {}).rows)
    lines.insert(std::get<std::string>(row[0]) +
                 (std::holds_alternative<std::string>(row[1]) ? std::get<std::string>(row[1]) : std::string("open")));
  return lines;
}

class Pair {
 public:
  std::unique_ptr<Store> open(const char* name) const {
    OpenOptions options;
    options.mode = OpenMode::create;
    return open_store(folder_ / name, options);
  }

 private:
  TempFolder folder_;
};

std::vector<Told> some_told() {
  const auto one = rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 5), rc::gen::inRange(0, 3), rc::gen::inRange(0, 12)),
                                [](const std::tuple<int, int, int>& drawn) {
                                  return Told{std::get<0>(drawn), std::get<1>(drawn), std::get<2>(drawn)};
                                });
  return *rc::gen::container<std::vector<Told>>(one);
}

TEST(Merging, IsTheSameWhicheverStoreTakesInTheOtherAndAddsNothingTwice) {
  setenv("RC_PARAMS", "max_success=25 max_size=20", 0);
  EXPECT_TRUE(rc::check([] {
    const auto a = some_told(), b = some_told();
    const Pair folder;
    const auto ab = folder.open("ab.db"), ba = folder.open("ba.db"), from_a = folder.open("a.db"),
               from_b = folder.open("b.db");
    tell(*ab, a);
    tell(*from_a, a);
    tell(*ba, b);
    tell(*from_b, b);
    merge_store(*ab, *from_b, "b.db", "test");
    merge_store(*ba, *from_a, "a.db", "test");
    RC_ASSERT(records_of(*ab) == records_of(*ba));
    RC_ASSERT(answers_of(*ab) == answers_of(*ba));
    RC_ASSERT(disputes_of(*ab) == disputes_of(*ba));
    RC_ASSERT(merge_store(*ab, *from_b, "b.db", "test").added == 0u);
    RC_ASSERT(ab->verify(5, {}).damages.empty());
  }));
}

/// Two configurations of one analyzer, and two versions of a country, are alike in all that decides which counts.
void tell_tie(Store& store, const std::string& configuration) {
  tell(store, {{0, 0, 0}});
  Maker maker = plugin(1);
  maker.configuration = sha256(configuration);
  const auto writer = store.begin();
  writer->begin_entry({"test", "test", ""});
  writer->add(reading_of(0, maker));
  writer->add(Entity{"XAA", EntityKind::country, configuration, "", {}, {}});
  writer->commit();
}

TEST(Merging, OfWhatIsAlikeHoldsTheSameRecordsAndTellsOfEachTie) {
  const Pair folder;
  const auto ours = folder.open("ours.db"), theirs = folder.open("theirs.db"), other = folder.open("other.db");
  tell_tie(*ours, "{}");
  tell_tie(*theirs, "{\"x\":1}");
  tell_tie(*other, "{}");
  const auto told = merge_store(*ours, *theirs, "theirs.db", "test").conflicts;
  merge_store(*theirs, *other, "other.db", "test");
  EXPECT_EQ(records_of(*ours), records_of(*theirs));
  std::set<std::string_view> kinds_found;
  for (const MergeConflict& conflict : told) kinds_found.insert(conflict_kinds.name(conflict.kind));
  EXPECT_THAT(kinds_found, testing::ElementsAre("reading", "version"));
}

TEST(Merging, ReportsWhatTheTwoSayDifferently) {
  const Pair folder;
  const auto ours = folder.open("ours.db"), theirs = folder.open("theirs.db");
  const Series series{"pact:dikes", "Yearbook", "", ""};
  const auto figure = [&](const char* value) {
    return Observation{id_of(series), "XAA",          Date::year(2024),         value,
                       "percent",     Status::actual, *parse_day("2024-06-17"), ""};
  };
  tell(*ours, {{2, 0, 0}, {0, 1, 0}});               // kept by Ann
  tell(*theirs, {{2, 0, 4}, {1, 1, 2}, {3, 2, 1}});  // broken by Ann on a later day; another reading; a retraction
  tell(*ours, {{0, 2, 0}});
  for (const auto& [store, value] : {std::pair(ours.get(), "2.1"), std::pair(theirs.get(), "2.2")}) {
    const auto writer = store->begin();
    writer->begin_entry({"test", "test", ""});
    writer->add(series);
    writer->add(figure(value));
    writer->add(Entity{"XAA", EntityKind::country, value, "", {}, {}});
    writer->commit();
  }
  std::multiset<std::string_view> kinds_found;
  for (const MergeConflict& conflict : merge_store(*ours, *theirs, "theirs.db", "test").conflicts)
    kinds_found.insert(conflict_kinds.name(conflict.kind));
  EXPECT_THAT(kinds_found, testing::ElementsAre("figure", "reading", "retraction", "verdict", "version"));
}

}  // namespace
}  // namespace avow
