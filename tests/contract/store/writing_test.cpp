#include <algorithm>
#include <random>
#include <set>

#include "base/error.hpp"
#include "contract/store/store_contract.hpp"

namespace avow {
namespace {

using namespace samples;

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
  EXPECT_EQ(ids.size(), 18u);
  for (const Id& id :
       {id_of(town()), id_of(tree_indicator()), id_of(scale()), id_of(first), id_of(pledge_of(first)),
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

/// What the writer says about a text that is no UTF-8; empty when it took it.
std::string refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_input);
    return error.what();
  }
  return "";
}

TEST_P(StoreContract, RefusesTextsThatAreNoUtf8AndNamesTheField) {
  fill(*store_);
  const auto writer = store_->begin();
  const std::string bad = "torn \xc3";
  const auto adding = [&](const auto& change, auto record) {
    change(record);
    writer->begin_entry({"test", "tester", "because"});
    const std::string said = refusal([&] {
      if constexpr (std::is_same_v<decltype(record), Document>)
        writer->add(record, raw_of(1));
      else
        writer->add(record);
    });
    writer->abandon_entry();
    return said;
  };
  const Reading reading = reading_of(pledge_of(document(1)));
  const auto names = [](const std::string& said, const char* field) {
    return said.find(field) != std::string::npos && said.find("no UTF-8") != std::string::npos;
  };
  EXPECT_TRUE(names(adding([&](Document& d) { d.title = bad; }, document(1)), "title"));
  EXPECT_TRUE(names(adding([&](Document& d) { d.text = bad; }, document(1)), "text"));
  EXPECT_TRUE(names(adding([&](Entity& e) { e.aliases = {bad}; }, town()), "aliases"));
  EXPECT_TRUE(names(adding([&](Entity& e) { e.memberships[0].role = bad; }, town()), "role"));
  EXPECT_TRUE(names(adding([&](Indicator& i) { i.definition = bad; }, tree_indicator()), "definition"));
  EXPECT_TRUE(names(adding([&](Scale& s) { s.entries[0].label = bad; }, scale()), "label"));
  EXPECT_TRUE(names(adding([&](Claim& c) { c.speaker_name = bad; }, pledge_of(document(1))), "speaker_name"));
  EXPECT_TRUE(names(adding([&](Reading& r) { r.maker = person(bad.c_str()); }, reading), "person"));
  EXPECT_TRUE(names(adding([&](Series& s) { s.source = bad; }, tree_series()), "source"));
  EXPECT_TRUE(names(adding([&](Observation& o) { o.note = bad; }, trees("2025", "1", "2025-06-17")), "note"));
  const Assessment assessment = assessment_of(reading, Verdict::kept, "2031-01-01");
  EXPECT_TRUE(names(adding([&](Assessment& a) { a.reason = bad; }, assessment), "reason"));
  EXPECT_TRUE(names(adding([&](Assessment& a) { a.evidence[0].reference = bad; }, assessment), "reference"));
  EXPECT_TRUE(names(refusal([&] { writer->begin_entry({"ingest", bad, ""}); }), "actor"));
  EXPECT_TRUE(names(refusal([&] { writer->begin_entry({"ingest", "", bad}); }), "reason"));
  writer->commit();
  EXPECT_EQ(entries(), 3);
  expect_sound();
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

}  // namespace
}  // namespace avow
