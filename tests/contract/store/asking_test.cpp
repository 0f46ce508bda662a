#include "base/error.hpp"
#include "contract/store/store_contract.hpp"
#include "store/check_rows.hpp"

namespace avow {
namespace {

using namespace samples;

TEST_P(StoreContract, ResolvesPrefixes) {
  fill(*store_);
  const Id id = id_of(pledge_of(document(1)));
  EXPECT_EQ(store_->resolve(id.hex()).second, id);
  EXPECT_EQ(store_->resolve(std::string_view(id.hex()).substr(0, 9)), std::pair(RecordKind::claim, id));
  EXPECT_THROW(store_->resolve("xyz1"), Error);
  EXPECT_THROW(store_->resolve("ab"), Error);
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
  EXPECT_EQ(
      count([](ClaimFilter& f) { f.text = "trees", f.kind = Kind::pledge, f.order = ClaimFilter::Order::relevance; }),
      1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.text = "\" OR * NOT ("; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.text = "- ("; }), 0u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.promises_open_only = true, f.order = ClaimFilter::Order::due_first; }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.document = id_of(document(1)).hex(); }), 1u);
  EXPECT_EQ(count([](ClaimFilter& f) { f.document = "no id"; }), 0u);
}

TEST_P(StoreContract, KeepsWhatAClaimWasLastJudgedOn) {
  fill(*store_);
  const Claim pledge = pledge_of(document(1));
  EXPECT_EQ(store_->check_mark(id_of(pledge)), mark_of(reading_of(pledge)));
  EXPECT_EQ(store_->check_mark(id_of(cost_of(document(1)))), std::nullopt);
  CheckMark later = mark_of(reading_of(pledge));
  later.today = day("2026-01-01");
  later.indicators = {};
  write([&](StoreWriter& writer) { writer.mark(id_of(pledge), later); });
  EXPECT_EQ(store_->check_mark(id_of(pledge)), later);
}

std::vector<CheckCandidate> candidates(Store& store, const Clocks& clocks = {}) {
  ClaimFilter filter;
  filter.clocks = clocks;
  std::vector<CheckCandidate> found;
  store.check_candidates(filter, [&](const CheckCandidate& claim) {
    found.push_back(claim);
    return true;
  });
  return found;
}

TEST_P(StoreContract, GivesForChecksWhatListsOfClaimsGive) {
  fill(*store_);
  const Claim pledge = pledge_of(document(1));
  const auto listed = claims(*store_);
  const auto found = candidates(*store_);
  ASSERT_EQ(found.size(), 1u);  // the other one is retracted
  EXPECT_EQ(found[0].reading, listed[0].reading_id);
  EXPECT_EQ(found[0].kind, Kind::pledge);
  EXPECT_EQ(found[0].due, listed[0].reading->target.due);
  EXPECT_EQ(found[0].mark, mark_of(reading_of(pledge)));

  const auto rows = store_->check_rows({found[0].key}, {});
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].key, found[0].key);
  EXPECT_EQ(rows[0].claim.id, id_of(pledge));
  EXPECT_EQ(id_of(rows[0].claim.claim), id_of(pledge));
  EXPECT_EQ(id_of(*rows[0].claim.reading), listed[0].reading_id);
  EXPECT_EQ(rows[0].mark, found[0].mark);
  ASSERT_EQ(rows[0].verdicts.size(), 1u);
  EXPECT_EQ(rows[0].verdicts[0].id, listed[0].assessment_id);
  EXPECT_EQ(rows[0].verdicts[0].today, day("2025-06-18"));
  EXPECT_TRUE(rows[0].verdicts[0].live);
}

TEST_P(StoreContract, GivesForChecksOnlyWhatThereWasAtTheClocks) {
  fill(*store_);
  const std::int64_t key = candidates(*store_)[0].key;
  Clocks before_publication;
  before_publication.today = day("2000-01-01");
  EXPECT_TRUE(candidates(*store_, before_publication).empty());
  EXPECT_TRUE(store_->check_rows({key, key + 1'000'000}, before_publication).empty());
  Clocks first_entries;
  first_entries.as_of_entry = 2;
  EXPECT_EQ(candidates(*store_, first_entries).size(), 2u);
  ASSERT_EQ(store_->check_rows({key}, first_entries).size(), 1u);
  EXPECT_TRUE(store_->check_rows({key}, first_entries)[0].verdicts.empty());
  write([&](StoreWriter& writer) {
    writer.add(Retraction{RecordKind::assessment, *claims(*store_)[0].assessment_id, "Bo", "wrong", Instant{1}});
  });
  EXPECT_FALSE(store_->check_rows({key}, {})[0].verdicts[0].live);
}

TEST_P(StoreContract, TakesVerdictsAndMarksByTheKeysThatChecksAreGiven) {
  fill(*store_);
  const Claim pledge = pledge_of(document(1));
  const auto row = store_->check_rows({candidates(*store_)[0].key}, {}).at(0);
  const Assessment kept = assessment_of(reading_of(pledge), Verdict::kept, "2026-02-01");
  CheckMark later = mark_of(reading_of(pledge));
  later.today = day("2026-02-01");
  write([&](StoreWriter& writer) {
    EXPECT_TRUE(writer.add(kept, row.reading_key));
    EXPECT_FALSE(writer.add(kept, row.reading_key));
    writer.mark(row.key, row.reading_key, later);
  });
  EXPECT_TRUE(store_->assessment(id_of(kept)).has_value());
  EXPECT_EQ(store_->check_mark(id_of(pledge)), later);
  EXPECT_TRUE(store_->verify(5, [](std::uint64_t, std::uint64_t) {}).damages.empty());
}

TEST_P(StoreContract, TellsWhatCameSince) {
  fill(*store_);
  const std::int64_t newest = store_->newest_record();
  EXPECT_GT(newest, 0);
  const auto came = [&](News news, std::int64_t last, const char* since, const char* today) {
    return store_->has_news(news, {last, day(since), day(today)}, "trees-planted");
  };
  for (const News news : {News::figures, News::documents, News::vocabulary, News::retractions}) {
    EXPECT_TRUE(came(news, 0, "2026-01-01", "2026-01-01"));
    EXPECT_FALSE(came(news, newest, "2026-01-01", "2026-01-01"));
  }
  EXPECT_TRUE(came(News::figures, newest, "2025-06-16", "2025-06-17"));
  EXPECT_FALSE(came(News::figures, newest, "2025-06-17", "2025-06-30"));
  EXPECT_FALSE(store_->has_news(News::figures, {0, day("2020-01-01"), day("2026-01-01")}, "fish"));
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

TEST_P(StoreContract, FindsPassagesOfDocumentsThatNameSomebodyAndHoldAnyOfSomeWords) {
  fill(*store_);
  const auto found = [&](const char* words, const char* any_words, std::vector<std::string> names) {
    PassageFilter filter;
    filter.words = words;
    filter.any_words = any_words;
    filter.names = std::move(names);
    return store_->passages(filter).size();
  };
  EXPECT_EQ(found("", "ferries bridges", {}), 1u);
  EXPECT_EQ(found("million", "ferries tunnels", {}), 0u);
  EXPECT_EQ(found("million", "bridge", {"Nobody At All", "bridge cost"}), 1u);
  EXPECT_EQ(found("million", "bridge", {"cost bridge"}), 0u);
  EXPECT_EQ(found("", "", {}), 0u);
  EXPECT_EQ(found("", "\" OR *", {"a\" NOT ("}), 0u);
}

TEST_P(StoreContract, FindsTheSamePassagesWhateverCameLater) {
  write([](StoreWriter& writer) {
    for (int number = 1; number <= 6; ++number) {
      Document made = document(number, number % 2 == 0 ? "2024-02-01" : "2024-03-01");
      for (int i = 0; i < number * 7 % 5; ++i) made.text += " The bridge and its million lamps, the bridge.";
      writer.add(made, raw_of(number));
    }
  });
  PassageFilter filter;
  filter.words = "bridge million";
  filter.limit = 3;
  filter.clocks.as_of_entry = 1;
  const auto answer = [&] {
    std::string all;
    for (const PassageRow& row : store_->passages(filter))
      all += row.document.hex() + ":" + std::to_string(row.span.begin) + ";";
    return all;
  };
  const std::string before = answer();
  EXPECT_EQ(store_->passages(filter).at(0).published, date("2024-03-01"));
  write([](StoreWriter& writer) {
    for (int number = 20; number < 60; ++number) {
      Document made = document(number);
      made.text = "A bridge, a bridge, a bridge.";
      writer.add(made, raw_of(number));
    }
  });
  EXPECT_EQ(answer(), before);
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

}  // namespace
}  // namespace avow
