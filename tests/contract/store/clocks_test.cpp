#include <random>

#include "base/error.hpp"
#include "contract/store/store_contract.hpp"

namespace avow {
namespace {

using namespace samples;

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

TEST_P(StoreContract, ShowsWhatWasRecordedBeforeARecordEvenWithinItsEntry) {
  const Reading reading = reading_of(pledge_of(document(1)));
  const Assessment first = assessment_of(reading, Verdict::on_track, "2026-01-01");
  const Assessment second = assessment_of(reading, Verdict::off_track, "2026-06-01");
  const auto standing = [this](const std::optional<Id>& before) {
    ClaimFilter filter;
    filter.clocks.before = before;
    const auto rows = claims(*store_, filter);
    return rows.empty() ? std::nullopt : rows[0].assessment_id;
  };
  write([&](StoreWriter& writer) {
    writer.add(document(1), raw_of(1));
    writer.add(pledge_of(document(1)));
    writer.add(reading);
    writer.add(first);
    writer.add(second);
  });
  EXPECT_EQ(standing(std::nullopt), id_of(second));
  EXPECT_EQ(standing(id_of(second)), id_of(first));
  EXPECT_EQ(standing(id_of(first)), std::nullopt);
  ClaimFilter nothing;
  nothing.clocks.before = id_of(document(7));  // of no record
  EXPECT_TRUE(claims(*store_, nothing).empty());
  Clocks only_before;
  only_before.before = id_of(second);
  EXPECT_EQ(store_->assessments_of(id_of(pledge_of(document(1))), only_before).size(), 1u);
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
  EXPECT_TRUE(store_->retractions_of(id_of(first), {})[0].live);
  const Retraction restored{RecordKind::retraction, id_of(retraction), "Bo", "it was genuine",
                            Instant{1'700'000'100'000'000}};
  write([&](StoreWriter& writer) { writer.add(restored); });
  EXPECT_EQ(claims(*store_).size(), 1u);
  EXPECT_FALSE(store_->retractions_of(id_of(first), {})[0].live);
  EXPECT_TRUE(store_->claims_of(id_of(first), {})[0].live);
  Clocks entry_two;
  entry_two.as_of_entry = 2;
  EXPECT_TRUE(store_->retractions_of(id_of(first), entry_two)[0].live);
  write([&](StoreWriter& writer) {
    EXPECT_THROW(writer.add(Retraction{RecordKind::retraction, id_of(restored), "Bo", "no", Instant{1'000'000}}),
                 Error);
    writer.abandon_entry();
  });
  Retraction again = retraction;
  again.at.microseconds += 200'000'000;
  write([&](StoreWriter& writer) { writer.add(again); });
  EXPECT_TRUE(claims(*store_).empty());
  EXPECT_TRUE(store_->retractions_of(id_of(first), {})[1].live);
  expect_sound();
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
    const Reading reading = reading_of(
        pledge_of(any), random() % 4 == 0 ? person("Bo", step) : plugin("p", static_cast<std::uint32_t>(random() % 5)));
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

}  // namespace
}  // namespace avow
