#include <gmock/gmock.h>

#include <algorithm>
#include <utility>

#include "engine/check.hpp"
#include "engine/outcomes.hpp"
#include "fixture.hpp"

namespace avow {
namespace {

using testing::ElementsAreArray;
using testing::SizeIs;

constexpr int pledges = 150;

/// Many pledges, each in a store file of its own for every run, judged by several threads.
class CheckJobs : public EngineTest {
 protected:
  struct Ran {
    std::vector<std::string> reported;  ///< claim, verdict and what else is told of it
    CheckTotals totals;
    bool interrupted = false;
  };

  /// The newest figure decides; one claim in ten it cannot judge, another it stumbles over.
  static std::unique_ptr<FakePlugin> checker() {
    auto plugin = std::make_unique<FakePlugin>("fake");
    plugin->on_check = [](const CheckRequest& request, CheckHost& host) {
      if (request.claim.bytes[0] % 10 == 1) throw Error(ErrorCode::plugin, "it broke");
      Judgement judgement;
      judgement.reason = "about " + request.subject_name;
      for (const ObservedValue& value :
           host.observations({request.target.indicator, request.target.subject, {}, {}, {}})) {
        judgement.verdict = value.value.value >= 2 ? Verdict::kept : Verdict::broken;
        judgement.evidence = {{EvidenceKind::observation, value.id.hex(), "compared"}};
      }
      return judgement;
    };
    plugin->on_can_judge = [](const CheckRequest& request) { return request.claim.bytes[0] % 10 != 0; };
    return plugin;
  }

  std::unique_ptr<Store> fill(const char* name) const {
    OpenOptions options;
    options.mode = OpenMode::create;
    options.clock = [] { return Instant{1'700'000'000'000'000}; };
    auto filled = open_store(folder.path() / name, options);
    add_vocabulary(*filled, small_vocabulary(), "test", "setup");
    OutcomeOptions figures;
    figures.indicator = "pact:share";
    figures.source = "tables";
    figures.published = parse_day("2024-06-17");
    import_outcomes(*filled, lexicon, "figures.csv", "country,period,value\nArvania,2024,2.1\nBelmark,2024,1.9\n",
                    figures, "test");
    const auto writer = filled->begin();
    for (int i = 0; i < pledges; ++i) {
      const std::string url = "https://example.org/" + std::to_string(i);
      const SmallPledge pledge = small_pledge(i % 3 == 0 ? "XAA" : "XBB", url.c_str());
      writer->begin_entry({"ingest", "test", ""});
      writer->add(pledge.document, "p");
      writer->add(pledge.claim);
      writer->add(pledge.reading);
    }
    writer->commit();
    return filled;
  }

  Ran run(Store& checked, const char* name, CheckOptions options) const {
    options.more_stores = [this, name] { return open_store(folder.path() / name, {}); };
    options.more_plugins = [] {
      std::vector<std::unique_ptr<Plugin>> more;
      more.push_back(checker());
      return more;
    };
    const auto first = checker();
    const std::vector<Plugin*> plugins{first.get()};
    Ran ran;
    try {
      ran.totals = check_claims(checked, lexicon, plugins, options, *parse_day("2025-02-01"),
                                [&](const CheckedClaim& one) { ran.reported.push_back(told(one)); });
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::interrupted) << error.what();
      ran.interrupted = true;
    }
    return ran;
  }

  static std::string told(const CheckedClaim& one) {
    if (!one.failure.empty()) return one.claim.hex() + " " + one.failure;
    return one.claim.hex() + " " + std::string(verdicts.name(one.assessment.verdict)) + " " + one.assessment_id.hex() +
           (one.changed ? " changed" : "");
  }

  static std::size_t failures_in(const Ran& ran) {
    return static_cast<std::size_t>(std::count_if(ran.reported.begin(), ran.reported.end(),
                                                  [](const std::string& line) { return line.ends_with("it broke"); }));
  }

  static std::vector<std::vector<SqlCell>> verdicts_in(Store& store) {
    return store.sql("SELECT id, verdict, reason FROM verdicts ORDER BY id", {}).rows;
  }

  /// All rows that a check writes, in the order of their keys.
  static std::vector<std::vector<SqlCell>> written(Store& store) {
    std::vector<std::vector<SqlCell>> rows;
    const auto add = [&](const char* sql) {
      for (auto& row : store.sql(sql, {}).rows) rows.push_back(std::move(row));
    };
    add("SELECT key, hex(id), kind FROM record ORDER BY key");
    add("SELECT * FROM assessment ORDER BY key");
    add("SELECT * FROM assessment_evidence ORDER BY assessment, position");
    add("SELECT * FROM checked ORDER BY claim");
    add("SELECT number, at, hex(content), hex(chain), last_record FROM journal_entry ORDER BY number");
    return rows;
  }

  static CheckOptions with_threads(std::size_t threads) {
    CheckOptions options;
    options.threads = threads;
    options.batch = 60;  // no multiple of a portion
    return options;
  }
};

TEST_F(CheckJobs, SeveralThreadsReportAndStoreTheSameAsOne) {
  const auto one = fill("one.db");
  const Ran alone = run(*one, "one.db", with_threads(1));
  EXPECT_THAT(alone.reported, SizeIs(alone.totals.judged + alone.totals.failed));
  EXPECT_GT(alone.totals.changed, 100u);
  EXPECT_GT(alone.totals.failed, 0u);
  EXPECT_GT(alone.totals.no_checker, 0u);
  for (const std::size_t threads : {2u, 5u}) {
    const std::string name = std::to_string(threads) + ".db";
    const auto many = fill(name.c_str());
    const Ran together = run(*many, name.c_str(), with_threads(threads));
    EXPECT_THAT(together.reported, ElementsAreArray(alone.reported)) << threads;
    EXPECT_EQ(together.totals.failed, alone.totals.failed);
    EXPECT_EQ(together.totals.no_checker, alone.totals.no_checker);
    EXPECT_EQ(written(*many), written(*one)) << threads;
  }
}

TEST_F(CheckJobs, AStoppedRunThatIsTakenUpAgainEndsLikeOneThatWasNot) {
  const auto whole = fill("whole.db");
  const Ran uninterrupted = run(*whole, "whole.db", with_threads(1));
  for (const std::size_t threads : {1u, 3u}) {
    const std::string name = "stopped" + std::to_string(threads) + ".db";
    const auto stopped = fill(name.c_str());
    CheckOptions options = with_threads(threads);
    std::size_t asked = 0;
    options.stop = [&] { return ++asked > 100; };
    const Ran first = run(*stopped, name.c_str(), options);
    EXPECT_TRUE(first.interrupted);
    EXPECT_EQ(asked, 101u);
    EXPECT_THAT(first.reported, testing::Each(testing::AnyOfArray(uninterrupted.reported)));
    const auto before = first.reported.size();
    ASSERT_LT(before, uninterrupted.reported.size());
    const Ran rest = run(*stopped, name.c_str(), with_threads(threads));
    // Those that failed are no verdicts, so they are tried again.
    EXPECT_EQ(rest.totals.changed + before, uninterrupted.totals.changed + failures_in(first));
    EXPECT_EQ(verdicts_in(*stopped), verdicts_in(*whole)) << threads;
    EXPECT_THAT(run(*stopped, name.c_str(), with_threads(threads)).totals.changed, 0u);
  }
}

TEST_F(CheckJobs, WhatAnotherThreadCannotOpenEndsTheRunAndStoresNothing) {
  const auto filled = fill("a2.db");
  CheckOptions options = with_threads(4);
  options.more_stores = []() -> std::unique_ptr<Store> { throw Error(ErrorCode::io, "no more files"); };
  const auto plugin = checker();
  try {
    check_claims(*filled, lexicon, {plugin.get()}, options, *parse_day("2025-02-01"), {});
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::io);
  }
  EXPECT_EQ(filled->counts().assessments, 0u);
  EXPECT_NO_THROW(filled->begin());
}

TEST_F(CheckJobs, FiguresThatOthersAddedBetweenBatchesAreHeeded) {
  const auto filled = fill("more.db");
  CheckOptions options = with_threads(1);
  bool added = false;
  const auto first = checker();
  std::vector<Verdict> arvanian;
  check_claims(*filled, lexicon, {first.get()}, options, *parse_day("2025-02-01"), [&](const CheckedClaim& one) {
    if (one.assessment.reason == "about Arvania") arvanian.push_back(one.assessment.verdict);
    if (std::exchange(added, true)) return;
    const auto other = open_store(folder.path() / "more.db", {.mode = OpenMode::read_write});
    OutcomeOptions figures;
    figures.indicator = "pact:share";
    figures.source = "tables";
    figures.published = parse_day("2025-01-10");
    import_outcomes(*other, lexicon, "figures.csv", "country,period,value\nArvania,2024,1.7\n", figures, "test");
  });
  EXPECT_THAT(arvanian, testing::Contains(Verdict::kept));
  EXPECT_THAT(arvanian, testing::Contains(Verdict::broken));
}

}  // namespace
}  // namespace avow
