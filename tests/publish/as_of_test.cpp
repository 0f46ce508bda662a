// Whatever is written later, the answers as of an earlier journal entry are those that were given then.

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <vector>

#include "publish/claim_json.hpp"
#include "publish/commitment_json.hpp"
#include "publish/scorecard_json.hpp"
#include "query/contradictions.hpp"
#include "query/facets.hpp"
#include "query/scorecard.hpp"
#include "query/small_world.hpp"
#include "query/stale.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

const Day today = day("2025-06-01");

Document document_of(int number) {
  const std::string name = "d" + std::to_string(number);
  Document document{
      "https://example.org/" + name, name, "", "", "", {}, "en", "text/plain", "We will dig.", sha256(name)};
  document.published = Date::day(day(number == 2 ? "2026-01-01" : "2020-01-01"));  // one lies ahead
  return document;
}
Claim claim_of(int number) {
  const Document document = document_of(number);
  return {id_of(document),
          {0, 12},
          text_quote(document.text, {0, 12}),
          Voice::author,
          "Ann",
          "XAA",
          Date::day(day(number == 1 ? "2021-03-01" : "2020-01-01"))};
}
Maker plugin(int revision, const char* id = "finder") {
  Maker maker;
  maker.plugin = id;
  maker.revision = static_cast<std::uint32_t>(revision);
  return maker;
}
Maker person(int second) {
  Maker maker;
  maker.person = second % 2 == 0 ? "Ann" : "Bo";
  maker.at = Instant{second * std::int64_t{1'000'000}};
  return maker;
}
Reading reading_of(int claim, const Maker& maker, int variant = 0) {
  Reading reading;
  reading.claim = id_of(claim_of(claim));
  reading.kind = variant % 5 == 4 ? Kind::statistic : Kind::pledge;
  reading.topic = variant % 2 == 0 ? "dikes" : "";
  reading.target.subject = "XAA";
  reading.target.indicator = variant % 3 == 2 ? "" : "pact:dikes";
  reading.target.relation = variant % 4 == 3 ? Relation::at_most : Relation::at_least;
  reading.target.value = Decimal{static_cast<double>(variant % 4 + 1), 1};
  reading.target.due = Date::year(2024 + variant % 3);
  reading.strength = variant % 2 == 0 ? Strength::commit : Strength::aim;
  reading.maker = maker;
  if (maker.is_person()) reading.reason = "read again";
  return reading;
}
Series series() {
  return {"pact:dikes", "Yearbook", "", ""};
}
Observation figure(int variant) {
  return {id_of(series()),
          "XAA",
          Date::year(2020 + variant % 5),
          std::to_string(variant % 7),
          "percent",
          Status::actual,
          day("2025-01-0" + std::to_string(variant % 5 + 1)),
          ""};
}
Assessment verdict_of(int claim, int variant) {
  Assessment assessment;
  assessment.reading = id_of(reading_of(claim, plugin(1)));
  assessment.verdict = variant % 3 == 0 ? Verdict::kept : variant % 3 == 1 ? Verdict::broken : Verdict::on_track;
  assessment.proposed = variant % 4 == 3;
  assessment.today = day(variant % 5 == 0 ? "2025-12-01" : "2025-02-0" + std::to_string(variant % 5));  // one ahead
  assessment.reason = "seen";
  if (variant % 2 == 1) assessment.evidence = {{EvidenceKind::observation, id_of(figure(variant)).hex(), ""}};
  assessment.maker = variant % 3 == 0 ? person(variant) : plugin(variant, "checker");
  return assessment;
}

/// One thing that a store may be told; `number` picks which.
struct Told {
  int what = 0, claim = 0, number = 0;
};

void add_dispute(StoreWriter& writer, const Told& one) {
  const Dispute dispute{id_of(claim_of(one.claim)),
                        RecordKind::reading,
                        id_of(reading_of(one.claim, plugin(1))),
                        "Bo",
                        Disputant::reader,
                        "not so",
                        {},
                        Instant{one.number % 3}};
  writer.add(dispute);
  if (one.number % 2 == 1) writer.add(Answer{id_of(dispute), Ruling::upheld, "Ann", "seen", {}, Instant{one.number}});
}

void add_retraction(StoreWriter& writer, const Told& one) {
  const Id reading = id_of(reading_of(one.claim, plugin(1))), claim = id_of(claim_of(one.claim));
  const bool of_reading = one.number % 2 == 0;
  const Retraction retraction{of_reading ? RecordKind::reading : RecordKind::claim, of_reading ? reading : claim, "Ann",
                              "misheard", Instant{one.number}};
  writer.add(retraction);
  if (one.number % 3 == 0)
    writer.add(Retraction{RecordKind::retraction, id_of(retraction), "Bo", "heard well", Instant{one.number}});
}

void add_link(StoreWriter& writer, const Told& one) {
  const int other = (one.claim + 1) % 3;
  writer.add(document_of(other), "d" + std::to_string(other));
  writer.add(claim_of(other));
  writer.add(Link{id_of(claim_of(one.claim)), id_of(claim_of(other)),
                  one.number % 2 == 0 ? LinkKind::copies : LinkKind::repeats, one.number % 3 != 0, 0.5, "", person(1)});
}

using Act = void (*)(StoreWriter& writer, const Told& one);
constexpr Act acts[] = {
    [](StoreWriter&, const Told&) {},
    [](StoreWriter& writer, const Told& one) {
      writer.add(reading_of(one.claim, one.number % 3 == 0 ? person(one.number) : plugin(one.number), one.number));
    },
    [](StoreWriter& writer, const Told& one) {
      writer.add(series());
      writer.add(figure(one.number));
      writer.add(verdict_of(one.claim, one.number));
    },
    add_retraction,
    add_link,
    add_dispute,
    [](StoreWriter& writer, const Told& one) { writer.set_rank("finder", one.number % 4); },
    [](StoreWriter& writer, const Told& one) {
      writer.add(Entity{"XAA", EntityKind::country, "Arvania " + std::to_string(one.number), "", {}, {}});
      writer.add(Indicator{
          "pact:dikes", "Dikes", one.number % 2 == 0 ? "dike spending" : "dikes", "percent", "", "", one.number, {}});
    }};

void tell(Store& store, const std::vector<Told>& all) {
  for (const Told& one : all) {
    const auto writer = store.begin();
    writer->begin_entry({"test", "test", ""});
    writer->add(document_of(one.claim), "d" + std::to_string(one.claim));
    writer->add(claim_of(one.claim));
    writer->add(reading_of(one.claim, plugin(1)));
    acts[one.what](*writer, one);
    writer->commit();
  }
}

/// Everything that can be asked, as text.
class Answers {
 public:
  Answers(Store& store, const Clocks& clocks) : store_(store), names_(Names::of(store, clocks)) {
    filter_.clocks = clocks;
  }

  std::string all() {
    claims();
    scorecards();
    commitments();
    due_claims(store_, filter_, {}, today, [this](const DueClaim& one) { return add(due_json(one, names_)); });
    stale_claims(store_, filter_, {plugin(3)}, today, [this](const StaleClaim& one) {
      return add({one.row.id.hex(), one.why});
    });
    for (const auto& [facet, name] : facet_names.table)
      for (const FacetValue& one : avow::facet(store_, filter_, facet)) add({name, one.value, one.claims});
    return text_;
  }

 private:
  bool add(const Json& json) {
    text_ += json.dump() + "\n";
    return true;
  }
  void claims() {
    for (const auto order : {ClaimFilter::Order::said_newest_first, ClaimFilter::Order::due_first}) {
      filter_.order = order;
      store_.claims(filter_, [this](const ClaimRow& row) { return add(claim_json(row, names_)); });
    }
    ClaimFilter disputed = filter_;
    disputed.disputed_only = true;
    store_.claims(disputed, [this](const ClaimRow& row) { return add({"disputed", row.id.hex()}); });
    store_.claims(filter_, [this](const ClaimRow& row) {
      for (const HistoryEvent& event : history(store_, row.id, filter_.clocks)) add(history_json(event, names_));
      return true;
    });
  }
  void scorecards() {
    Commitments commitments(store_, names_, filter_.clocks, LinkUse::suggested);
    for (const auto& [by, name] : scorecard_groups.table)
      for (Commitments* counted : {static_cast<Commitments*>(nullptr), &commitments}) {
        ScorecardQuestion question;
        question.filter = filter_;
        question.by = by;
        question.weight = Weight::strength;
        question.commitments = counted;
        for (const Score& score : scorecard(store_, question))
          add(score_json(score, names_, std::nullopt, std::string(name)));
      }
  }
  void commitments() {
    Commitments commitments(store_, names_, filter_.clocks, LinkUse::suggested);
    commitments.each("", [this](const Commitment& one) {
      add(commitment_json(one, names_));
      for (const CommitmentUtterance& utterance : one.utterances) add(utterance_json(one, utterance, names_));
      return true;
    });
    contradictions(commitments, "", [this](const Contradiction& one) { return add(contradiction_json(one, names_)); });
  }

  Store& store_;
  const Names names_;
  ClaimFilter filter_;
  std::string text_;
};

std::vector<Told> some_told() {
  const auto one = rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, static_cast<int>(std::size(acts))),
                                               rc::gen::inRange(0, 3), rc::gen::inRange(0, 12)),
                                [](const std::tuple<int, int, int>& drawn) {
                                  return Told{std::get<0>(drawn), std::get<1>(drawn), std::get<2>(drawn)};
                                });
  return *rc::gen::container<std::vector<Told>>(one);
}

TEST(AsOf, AnEarlierEntryAnswersAsItDidThenWhateverCameLater) {
  setenv("RC_PARAMS", "max_success=25 max_size=20", 0);
  EXPECT_TRUE(rc::check([] {
    const auto before = some_told(), later = some_told();
    const TempFolder folder;
    OpenOptions options;
    options.mode = OpenMode::create;
    const auto store = open_store(folder / "a.db", options);
    tell(*store, before);
    Clocks now;
    now.today = today;
    const std::string then = Answers(*store, now).all();
    Clocks back = now;
    back.as_of_entry = static_cast<std::int64_t>(store->counts().journal_entries);
    tell(*store, later);
    RC_ASSERT(Answers(*store, back).all() == then);
    RC_ASSERT(store->verify(5, {}).damages.empty());
  }));
}

}  // namespace
}  // namespace avow
