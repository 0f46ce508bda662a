#include "store/sqlite/standing_log.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "base/error.hpp"
#include "store/sqlite/standing_counts.hpp"

namespace avow::sqlite {
namespace {

TEST(PackedNumbers, ComeBackAsTheyWere) {
  PackedWriter out;
  const std::uint64_t numbers[] = {0, 1, 127, 128, 300, 1ULL << 32, ~0ULL};
  const std::int64_t offsets[] = {0, -1, 1, -64, 64, INT64_MIN, INT64_MAX};
  for (const std::uint64_t number : numbers) out.number(number);
  for (const std::int64_t offset : offsets) out.offset(offset);
  const std::string bytes = out.take();
  PackedReader in(bytes);
  for (const std::uint64_t number : numbers) EXPECT_EQ(in.number(), number);
  for (const std::int64_t offset : offsets) EXPECT_EQ(in.offset(), offset);
  EXPECT_TRUE(in.done() && in.sound());
}

TEST(PackedNumbers, AreNotSoundPastTheEndOrWithoutAnEnd) {
  for (const std::string& bytes : {std::string(), std::string("\x80"), std::string(20, '\xff')}) {
    PackedReader in(bytes);
    EXPECT_EQ(in.number(), 0U);
    EXPECT_TRUE(in.done());
    EXPECT_FALSE(in.sound());
  }
}

/// A log in memory, beside what it should say.
class StandingLogTest : public ::testing::Test {
 protected:
  StandingLogTest() {
    connection_->run(
        "CREATE TABLE standing_log (part INTEGER PRIMARY KEY, last_record INTEGER, claims INTEGER, changes BLOB);"
        "CREATE TABLE standing_count (dimension TEXT, value INTEGER, sorts BLOB, PRIMARY KEY (dimension, value))");
  }

  std::int32_t any_day() { return below(5) == 0 ? no_day : below(40'000) - 10'000; }
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  /// Some claims that were there change, some are new.
  void append(std::int64_t last_record, int most) {
    std::map<std::uint32_t, StandingChange> changes;
    for (int i = below(most); i > 0 && !expected_.empty(); --i) {
      StandingChange& change = changes[static_cast<std::uint32_t>(below(static_cast<int>(expected_.size()))) + 1];
      change.claim = 1;
    }
    for (auto& [claim, change] : changes) change = any_change(claim);
    for (int i = below(most); i > 0; --i) {
      StandingChange change = any_change(log_.next_claim());
      change.speaker = static_cast<std::uint32_t>(below(1'000));
      change.said_latest = any_day();
      if (change.said_latest != no_day && below(3) > 0) change.said_earliest = change.said_latest - below(400);
      changes.emplace(change.claim, change);
    }
    std::vector<StandingChange> all;
    for (const auto& [claim, change] : changes) all.push_back(change);
    log_.append(last_record, all);
    for (const StandingChange& change : all) expect(change);
  }

  StandingChange any_change(std::uint32_t claim) {
    StandingChange change;
    change.claim = claim;
    change.sort = static_cast<std::uint32_t>(below(5));
    if (change.sort == 0) return change;
    change.topic = static_cast<std::uint32_t>(below(30));
    change.day = any_day();
    return change;
  }

  void expect(const StandingChange& change) {
    if (change.claim > expected_.size()) {
      StandingChange fresh = change;
      fresh.topic = 0;
      fresh.day = no_day;
      expected_.push_back(fresh);
    }
    StandingChange& known = expected_[change.claim - 1];
    known.sort = change.sort;
    if (change.sort == 0) return;
    known.topic = change.topic;
    known.day = change.day;
  }

  static void expect_same(const StandingColumns& columns, const std::vector<StandingChange>& expected) {
    ASSERT_EQ(columns.states.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const StandingChange& change = expected[i];
      ASSERT_EQ(columns.said[i].speaker, change.speaker) << i;
      ASSERT_EQ(columns.said[i].latest, change.said_latest) << i;
      ASSERT_EQ(columns.said[i].earliest, change.said_earliest) << i;
      ASSERT_EQ(columns.states[i].sort, change.sort) << i;
      if (change.sort == 0) continue;
      ASSERT_EQ(columns.states[i].topic, change.topic) << i;
      ASSERT_EQ(columns.states[i].day, change.day) << i;
    }
  }

  std::unique_ptr<Connection> connection_ = Connection::in_memory();
  StandingLog log_{*connection_, ""};
  std::mt19937 random_{7};
  std::vector<StandingChange> expected_;
};

TEST_F(StandingLogTest, SaysWhatStoodAtTheEndOfEachEntryOverManyParts) {
  std::map<std::int64_t, std::vector<StandingChange>> history;
  for (std::int64_t entry = 1; entry <= 60; ++entry) {
    append(entry * 1'000, entry % 20 == 0 ? 20'000 : 400);
    history[entry * 1'000] = expected_;
    if (entry % 7 == 0) log_.flush();
  }
  log_.flush();
  EXPECT_GT(connection_->number("SELECT count(*) FROM standing_log"), 5);
  for (const auto& [last_record, expected] : history) {
    SCOPED_TRACE(last_record);
    expect_same(standing_columns(*connection_, last_record), expected);
    expect_same(standing_columns(*connection_, last_record + 999), expected);
  }
  expect_same(standing_columns(*connection_, 0), {});
}

TEST_F(StandingLogTest, DoesNotDependOnWhenItIsWritten) {
  append(10, 3'000);
  log_.flush();
  append(20, 9'000);
  append(30, 3'000);
  log_.flush();
  const StandingColumns first = standing_columns(*connection_, 30);
  const auto bytes = connection_->number("SELECT sum(length(changes)) + 1000000 * count(*) FROM standing_log");
  connection_->run("DELETE FROM standing_log");
  random_.seed(7);
  expected_.clear();
  for (const std::int64_t last : {10, 20, 30}) append(last, last == 20 ? 9'000 : 3'000);
  log_.flush();
  EXPECT_EQ(connection_->number("SELECT sum(length(changes)) + 1000000 * count(*) FROM standing_log"), bytes);
  EXPECT_EQ(standing_columns(*connection_, 30).states.size(), first.states.size());
}

TEST_F(StandingLogTest, RefusesBytesThatMakeNoSense) {
  append(10, 500);
  log_.flush();
  for (const char* damage : {"x'ff'", "x'0101'", "x'01ffffffffffffff7f0101'", "x'0a0105010101'",
                             "x'0a01010105ffffffffff7f00'", "x'ffffffffffffffffff01ffffffffffffffffff01'"}) {
    connection_->run(std::string("UPDATE standing_log SET changes = ") + damage);
    EXPECT_THROW(standing_columns(*connection_, 100), Error) << damage;
  }
}

TEST_F(StandingLogTest, CountsAddUpOverWrites) {
  StandingCounts counts(*connection_, "standing_count");
  counts.add("speaker", 3, 2, 5);
  counts.add("speaker", 3, 9, 1);
  counts.add(day_dimension, 20'000, 0, 1);
  counts.flush();
  counts.add("speaker", 3, 2, -4);
  counts.add("speaker", 3, 9, -1);
  counts.add("speaker", 4, 300, 7);
  counts.flush();
  std::map<std::pair<std::int64_t, std::uint32_t>, std::uint64_t> found;
  each_standing_count(*connection_, "speaker", [&](std::int64_t value, std::uint32_t sort, std::uint64_t n) {
    found[{value, sort}] = n;
  });
  EXPECT_EQ(found, (decltype(found){{{3, 2}, 1}, {{4, 300}, 7}}));
  EXPECT_TRUE(stands_from_later(*connection_, 19'999));
  EXPECT_FALSE(stands_from_later(*connection_, 20'000));
  connection_->run("UPDATE standing_count SET sorts = x'8080'");
  EXPECT_THROW(each_standing_count(*connection_, "speaker", [](auto, auto, auto) {}), Error);
}

}  // namespace
}  // namespace avow::sqlite
