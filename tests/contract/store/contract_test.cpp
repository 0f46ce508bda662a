#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <random>
#include <set>

#include "base/error.hpp"
#include "contract/store/samples.hpp"

namespace avow {
namespace {

using namespace samples;

/// How to make an empty store of one sort in a folder, and to open it again.
struct Factory {
  const char* name;
  std::function<std::unique_ptr<Store>(const TempFolder&)> open;
};

std::unique_ptr<Store> open_sqlite(const TempFolder& folder) { return open_store(folder / "store.db", options(OpenMode::create)); }

class StoreContract : public testing::TestWithParam<Factory> {
 protected:
  void write(const std::function<void(StoreWriter&)>& adds) {
    const auto writer = store_->begin();
    writer->begin_entry({"test", "tester", "because"});
    adds(*writer);
    writer->commit();
  }
  std::int64_t entries() { return static_cast<std::int64_t>(store_->counts().journal_entries); }
  void expect_sound() { EXPECT_TRUE(store_->verify(10, {}).damages.empty()); }

  TempFolder folder_;
  std::unique_ptr<Store> store_ = GetParam().open(folder_);
};

TEST_P(StoreContract, BeginsEmptyAndSound) {
  EXPECT_EQ(store_->counts().journal_entries, 0u);
  expect_sound();
}

TEST_P(StoreContract, GivesBackEveryRecordAsItWas) {
  fill(*store_);
  std::set<Id> ids;
  store_->each_record([&ids](const AnyRecord& record, std::int64_t number) {
    EXPECT_GE(number, 1);
    EXPECT_LE(number, 3);
    ids.insert(std::visit(
        [](const auto& value) {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, StoredDocument>) {
            EXPECT_EQ(sha256(value.raw), value.document.raw);
            return id_of(value.document);
          } else {
            return id_of(value);
          }
        },
        record));
  });
  const Document first = document(1);
  EXPECT_EQ(ids.size(), 14u);
  for (const Id& id : {id_of(town()), id_of(tree_indicator()), id_of(scale()), id_of(first), id_of(pledge_of(first)),
                       id_of(reading_of(pledge_of(first))), id_of(tree_series()), id_of(trees("2025", "450", "2025-06-17"))})
    EXPECT_TRUE(ids.contains(id));
  EXPECT_EQ(id_of(store_->claim(id_of(pledge_of(first))).value()), id_of(pledge_of(first)));
  EXPECT_EQ(store_->document(id_of(first)).value().text, first.text);
  EXPECT_EQ(store_->raw_bytes(first.raw).value(), raw_of(1));
  EXPECT_FALSE(store_->claim(Id{}).has_value());
  expect_sound();
}

TEST_P(StoreContract, AddsTheSameThingOnce) {
  fill(*store_);
  const auto before = store_->counts();
  fill(*store_);
  EXPECT_EQ(store_->counts().journal_entries, before.journal_entries);
  EXPECT_EQ(store_->counts().readings, before.readings);
  expect_sound();
}

TEST_P(StoreContract, RefusesWhatRefersToNothing) {
  const auto writer = store_->begin();
  writer->begin_entry({"test", "", ""});
  EXPECT_THROW(writer->add(pledge_of(document(1))), Error);
}

TEST_P(StoreContract, RollsBackWithoutCommit) {
  {
    const auto writer = store_->begin();
    writer->begin_entry({"test", "", ""});
    writer->add(document(1), raw_of(1));
  }
  EXPECT_EQ(store_->counts().documents, 0u);
}

TEST_P(StoreContract, ShowsNothingBeforeTheCommit) {
  const auto writer = store_->begin();
  writer->begin_entry({"test", "", ""});
  writer->add(document(1), raw_of(1));
  EXPECT_EQ(store_->counts().documents, 0u);
  writer->commit();
  EXPECT_EQ(store_->counts().documents, 1u);
}

TEST_P(StoreContract, AbandonsOneEntryAndKeepsTheOthers) {
  write([](StoreWriter& writer) {
    writer.add(document(1), raw_of(1));
    writer.begin_entry({"test", "", "second"});
    writer.add(document(2), raw_of(2));
    writer.add(pledge_of(document(2)));
    writer.add(reading_of(pledge_of(document(2))));
    writer.abandon_entry();
    writer.begin_entry({"test", "", "third"});
    writer.add(document(3), raw_of(3));
    writer.add(pledge_of(document(3)));
  });
  EXPECT_EQ(store_->counts().documents, 2u);
  EXPECT_EQ(store_->counts().claims, 1u);
  EXPECT_EQ(entries(), 2);
  EXPECT_FALSE(store_->raw_bytes(document(2).raw).has_value());
  expect_sound();
}

TEST_P(StoreContract, AbandonsAnEntryWhoseAddFailed) {
  write([](StoreWriter& writer) {
    writer.add(document(1), raw_of(1));
    writer.begin_entry({"test", "", "bad"});
    writer.add(document(2), raw_of(2));
    Claim claim = pledge_of(document(2));
    Reading reading = reading_of(claim);
    writer.add(claim);
    reading.cues = {{{0, 1}, "\xff"}};
    EXPECT_THROW(writer.add(reading), Error);
    EXPECT_THROW(writer.begin_entry({"test", "", ""}), Error);
    writer.abandon_entry();
  });
  EXPECT_EQ(store_->counts().documents, 1u);
  expect_sound();
}

TEST_P(StoreContract, ResolvesPrefixes) {
  fill(*store_);
  const Id id = id_of(pledge_of(document(1)));
  EXPECT_EQ(store_->resolve(id.hex()).second, id);
  EXPECT_EQ(store_->resolve(std::string_view(id.hex()).substr(0, 9)), std::pair(RecordKind::claim, id));
  EXPECT_THROW(store_->resolve("xyz1"), Error);
  EXPECT_THROW(store_->resolve("ab"), Error);
}

TEST_P(StoreContract, LetsThePersonsReadingStandThenTheHighestRanked) {
  const Document first = document(1);
  const Claim claim = pledge_of(first);
  const auto standing = [this] { return claims(*store_).at(0).reading_id.value(); };
  write([&](StoreWriter& writer) {
    writer.add(first, raw_of(1));
    writer.add(claim);
    writer.add(reading_of(claim, plugin("careful")));
    writer.add(reading_of(claim, plugin("hasty")));
  });
  EXPECT_EQ(standing(), id_of(reading_of(claim, plugin("hasty"))));
  write([](StoreWriter& writer) { EXPECT_TRUE(writer.set_rank("careful", 5)); });
  EXPECT_EQ(standing(), id_of(reading_of(claim, plugin("careful"))));
  write([](StoreWriter& writer) { EXPECT_FALSE(writer.set_rank("careful", 5)); });
  write([&](StoreWriter& writer) { writer.add(reading_of(claim, person("Bo", 2), Kind::fact)); });
  write([&](StoreWriter& writer) { writer.add(reading_of(claim, plugin("careful", 2))); });
  EXPECT_EQ(standing(), id_of(reading_of(claim, person("Bo", 2), Kind::fact)));
  ClaimFilter filter;
  filter.clocks.as_of_entry = 1;
  EXPECT_EQ(claims(*store_, filter).at(0).reading_id, id_of(reading_of(claim, plugin("hasty"))));
  expect_sound();
}

TEST_P(StoreContract, LetsThePersonsVerdictStandThenTheLatestDay) {
  const Document first = document(1);
  const Claim claim = pledge_of(first);
  const Reading reading = reading_of(claim);
  const auto verdict = [this](const char* today) {
    ClaimFilter filter;
    if (*today != '\0') filter.clocks.today = day(today);
    const auto row = claims(*store_, filter).at(0);
    return row.assessment ? std::optional(row.assessment->verdict) : std::nullopt;
  };
  write([&](StoreWriter& writer) {
    writer.add(first, raw_of(1));
    writer.add(claim);
    writer.add(reading);
    writer.add(assessment_of(reading, Verdict::on_track, "2027-01-01"));
    writer.add(assessment_of(reading, Verdict::off_track, "2026-01-01"));
  });
  EXPECT_EQ(verdict(""), Verdict::on_track);
  EXPECT_EQ(verdict("2026-06-01"), Verdict::off_track);
  EXPECT_EQ(verdict("2025-06-01"), std::nullopt);
  write([&](StoreWriter& writer) { writer.add(assessment_of(reading, Verdict::stalled, "2025-12-01", person())); });
  EXPECT_EQ(verdict(""), Verdict::stalled);
  EXPECT_EQ(store_->assessments_of(id_of(claim), {}).size(), 3u);
}

TEST_P(StoreContract, HidesWhatWasPublishedLater) {
  write([](StoreWriter& writer) {
    for (const auto& [number, published] : {std::pair(1, "2024-01-01"), std::pair(2, "2026-01-01"), std::pair(3, "")}) {
      writer.add(document(number, published), raw_of(number));
      writer.add(pledge_of(document(number, published)));
    }
    writer.add(tree_series());
    writer.add(trees("2025", "450", "2025-06-17"));
    writer.add(trees("2025", "500", "2025-09-01"));
  });
  ClaimFilter filter;
  filter.clocks.today = day("2025-01-01");
  EXPECT_EQ(claims(*store_, filter).size(), 2u);
  const auto value_at = [this](const char* today, bool newest) {
    ObservationFilter observations;
    observations.indicator = "trees-planted";
    observations.newest_only = newest;
    if (*today != '\0') observations.clocks.today = day(today);
    std::string values;
    store_->observations(observations, [&values](const ObservationRow& row) {
      values += row.observation.value + ";";
      return true;
    });
    return values;
  };
  EXPECT_EQ(value_at("2025-07-01", true), "450;");
  EXPECT_EQ(value_at("", true), "500;");
  EXPECT_EQ(value_at("", false), "500;450;");
  EXPECT_EQ(value_at("2025-01-01", true), "");
}

TEST_P(StoreContract, TakesWhatWasRetractedOutOfTheViewsFromThenOn) {
  const Document first = document(1);
  write([&](StoreWriter& writer) {
    writer.add(first, raw_of(1));
    writer.add(pledge_of(first));
    writer.add(reading_of(pledge_of(first)));
  });
  const Retraction retraction{RecordKind::document, id_of(first), "Bo", "forged", Instant{1'700'000'000'000'000}};
  write([&](StoreWriter& writer) { writer.add(retraction); });
  EXPECT_TRUE(claims(*store_).empty());
  ClaimFilter before;
  before.clocks.as_of_entry = 1;
  EXPECT_EQ(claims(*store_, before).size(), 1u);
  EXPECT_TRUE(store_->claim(id_of(pledge_of(first))).has_value());
  EXPECT_EQ(store_->retractions_of(id_of(first), {}).size(), 1u);
  write([&](StoreWriter& writer) {
    writer.add(Retraction{RecordKind::retraction, id_of(retraction), "Bo", "it was genuine", Instant{1'700'000'100'000'000}});
  });
  EXPECT_EQ(claims(*store_).size(), 1u);
  expect_sound();
}

TEST_P(StoreContract, FiltersClaims) {
  fill(*store_);
  const auto count = [this](const std::function<void(ClaimFilter&)>& set) {
    ClaimFilter filter;
    set(filter);
    return claims(*store_, filter).size();
  };
  EXPECT_EQ(count([](ClaimFilter&) {}), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.clocks.as_of_entry = 2; }), 2u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.speaker = "ADA quay"; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.speaker = "ada-quay"; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.speaker = "somebody"; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.party = "green-list"; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.party = "red-list"; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.kind = Kind::pledge; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.kind = Kind::statistic; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.kind = Kind::pledge, f.limit = 5; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.topic = "parks"; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.indicator = "trees-planted"; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.indicator = "trees"; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.indicator = "fish"; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.verdict = Verdict::on_track; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.verdict = Verdict::kept; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.due_from = day("2030-01-01"), f.due_until = day("2030-12-31"); }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.due_until = day("2029-12-31"); }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.said_from = day("2025-04-24"), f.said_until = day("2025-04-24"); }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.said_from = day("2025-04-25"); }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.text = "planting TREES"; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.text = "trees", f.kind = Kind::pledge, f.order = ClaimFilter::Order::relevance; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.text = "\" OR * NOT ("; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.text = "- ("; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.promises_open_only = true, f.order = ClaimFilter::Order::due_first; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.document = id_of(document(1)).hex(); }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.document = "no id"; }), 0u);
}

TEST_P(StoreContract, FindsPassages) {
  fill(*store_);
  PassageFilter filter;
  filter.words = "bridges million";
  const auto passages = store_->passages(filter);
  ASSERT_EQ(passages.size(), 1u);
  EXPECT_EQ(passages[0].text, "The bridge cost 12 million.");
  EXPECT_EQ(passages[0].span.of(document(1).text), passages[0].text);
}

TEST_P(StoreContract, ListsDocumentsAndVocabulary) {
  fill(*store_);
  std::vector<DocumentRow> rows;
  store_->documents({}, [&rows](const DocumentRow& row) {
    rows.push_back(row);
    return true;
  });
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].claims, 1u);
  EXPECT_EQ(rows[0].text_bytes, document(1).text.size());
  EXPECT_EQ(store_->entities({}).at(0), town());
  EXPECT_EQ(store_->indicators({}).at(0), tree_indicator());
  EXPECT_EQ(store_->scales({}).at(0), scale());
  EXPECT_EQ(store_->links_of(id_of(pledge_of(document(1))), {}).size(), 1u);
  EXPECT_EQ(store_->analyses_of(id_of(document(1)), {}).at(0).value.failure, "ran out of time");
  EXPECT_EQ(store_->claims_of(id_of(document(1)), {}).size(), 2u);
}

TEST_P(StoreContract, ChainsTheJournal) {
  fill(*store_);
  Digest before;
  std::int64_t number = 0;
  store_->journal({}, [&](const JournalEntry& entry) {
    EXPECT_EQ(entry.number, ++number);
    EXPECT_EQ(entry.chain, chain_digest(entry, before));
    before = entry.chain;
    return true;
  });
  EXPECT_EQ(number, 3);
}

TEST_P(StoreContract, AnswersAsOfThenWhatItAnsweredThen) {
  std::mt19937 random(7);
  std::vector<std::vector<std::string>> answers;
  const auto answer = [this](std::int64_t entry) {
    ClaimFilter filter;
    filter.clocks.as_of_entry = entry;
    std::vector<std::string> lines;
    for (const ClaimRow& row : claims(*store_, filter))
      lines.push_back(row.id.hex() + row.reading_id.value_or(Id{}).hex() + row.assessment_id.value_or(Id{}).hex());
    return lines;
  };
  answers.push_back(answer(0));
  for (int step = 1; step <= 40; ++step) {
    const Document any = document(static_cast<int>(random() % 8));
    const int number = any.url.back() - '0';
    const Reading reading = reading_of(pledge_of(any), random() % 4 == 0 ? person("Bo", step) : plugin("p", static_cast<std::uint32_t>(random() % 5)));
    write([&](StoreWriter& writer) {
      writer.add(any, raw_of(number));
      writer.add(pledge_of(any));
      writer.add(reading);
      writer.add(assessment_of(reading, Verdict::on_track, random() % 2 == 0 ? "2026-01-01" : "2027-01-01"));
      if (random() % 6 == 0)
        writer.add(Retraction{RecordKind::reading, id_of(reading), "Bo", "", Instant{step * std::int64_t{1'000'000}}});
    });
    while (static_cast<std::int64_t>(answers.size()) <= entries()) answers.push_back(answer(entries()));
    for (std::size_t entry = 0; entry < answers.size(); ++entry)
      ASSERT_EQ(answer(static_cast<std::int64_t>(entry)), answers[entry]) << "after step " << step;
  }
  expect_sound();
}

TEST_P(StoreContract, HoldsTheSameRecordsWhateverTheOrder) {
  std::mt19937 random(11);
  std::vector<int> order{0, 1, 2, 3, 4, 5, 6, 7};
  std::set<std::set<Id>> outcomes;
  for (int round = 0; round < 5; ++round) {
    const TempFolder folder;
    const auto store = GetParam().open(folder);
    std::shuffle(order.begin(), order.end(), random);
    const auto writer = store->begin();
    for (const int number : order) {
      writer->begin_entry({"test", "", ""});
      writer->add(document(number), raw_of(number));
      writer->add(pledge_of(document(number)));
    }
    writer->commit();
    std::set<Id> found;
    store->each_record([&found](const AnyRecord& record, std::int64_t) {
      if (const auto* claim = std::get_if<Claim>(&record)) found.insert(id_of(*claim));
      if (const auto* stored = std::get_if<StoredDocument>(&record)) found.insert(id_of(stored->document));
    });
    outcomes.insert(found);
  }
  EXPECT_EQ(outcomes.size(), 1u);
  EXPECT_EQ(outcomes.begin()->size(), 16u);
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, testing::Values(Factory{"sqlite", open_sqlite}),
                         [](const auto& made) { return std::string(made.param.name); });

}  // namespace
}  // namespace avow
