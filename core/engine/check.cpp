#include "engine/check.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "base/error.hpp"
#include "engine/check_judge.hpp"
#include "engine/check_news.hpp"
#include "engine/ordered_work.hpp"

namespace avow {
namespace {

constexpr std::chrono::seconds longest_hold{1};

/// Judged by one thread at a time. The same for every number of threads, as what is stored is stored in these portions;
/// and few, so that the write lock is not held much longer than it may be.
constexpr std::size_t claims_in_portion = 32;
/// Taken on ahead of the portion that is stored next, for each thread.
constexpr std::size_t portions_ahead = 4;

Clocks clocks_of(const CheckOptions& options, Day today) {
  Clocks clocks = options.filter.clocks;
  clocks.today = today;
  return clocks;
}

/// A judge for each of several threads.
class Judges {
 public:
  Judges(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins, const CheckOptions& options,
         Day today, std::string checkers, std::size_t threads)
      : store_(store),
        lexicon_(lexicon),
        plugins_(plugins),
        options_(options),
        clocks_(clocks_of(options, today)),
        checkers_(std::move(checkers)),
        judges_(threads) {}

  /// Of the thread of this number; each number is asked for by one thread only.
  ClaimJudge& of(std::size_t thread) {
    Own& own = judges_.at(thread);
    if (own.judge) return *own.judge;
    if (judges_.size() > 1) own.store = options_.more_stores();
    std::vector<Plugin*> plugins = plugins_;
    if (thread > 0) {
      own.plugins = options_.more_plugins();
      plugins.clear();
      for (const auto& plugin : own.plugins) plugins.push_back(plugin.get());
    }
    own.judge = std::make_unique<ClaimJudge>(own.store ? *own.store : store_, lexicon_, std::move(plugins),
                                             options_.policy, clocks_, checkers_);
    return *own.judge;
  }

 private:
  struct Own {
    std::unique_ptr<Store> store;
    std::vector<std::unique_ptr<Plugin>> plugins;
    std::unique_ptr<ClaimJudge> judge;
  };

  Store& store_;
  const Lexicon& lexicon_;
  const std::vector<Plugin*>& plugins_;
  const CheckOptions& options_;
  Clocks clocks_;
  std::string checkers_;
  std::vector<Own> judges_;
};

bool stores(const CheckOptions& options) {
  const Clocks& clocks = options.filter.clocks;
  return !options.dry_run && !clocks.as_of && !clocks.as_of_entry && !clocks.before;
}

/// Claims that match and are to be judged. Only their keys are held: a run over a million claims does not hold their
/// texts.
std::vector<std::int64_t> due_claims(Store& store, const Lexicon& lexicon, const CheckOptions& options, Day today,
                                     const std::string& checkers, CheckTotals& totals) {
  ClaimFilter filter = options.filter;
  filter.clocks = clocks_of(options, today);
  CheckNews news(store, lexicon, checkers, today);
  const bool all = options.all || !stores(options);
  std::vector<std::int64_t> due;
  store.check_candidates(filter, [&](const CheckCandidate& claim) {
    if (claim.kind == Kind::stance) return true;
    if (all || news.why(claim))
      due.push_back(claim.key);
    else
      ++totals.passed_over;
    return true;
  });
  return due;
}

/// No more threads than there are portions for.
std::size_t threads_for(std::size_t claims, const CheckOptions& options) {
  return std::clamp<std::size_t>(claims / claims_in_portion, 1, std::max<std::size_t>(options.threads, 1));
}

/// Judges claims in batches, and stores and reports what comes of it.
class CheckRun {
 public:
  CheckRun(Store& store, const CheckOptions& options, Day today, const std::function<void(const CheckedClaim&)>& report,
           CheckTotals& totals, Judges& judges, std::size_t threads)
      : store_(store),
        options_(options),
        today_(today),
        report_(report),
        totals_(totals),
        judges_(judges),
        work_(threads, threads * portions_ahead * claims_in_portion) {}

  void run(const std::vector<std::int64_t>& claims) {
    for (std::size_t next = 0; next < claims.size() && !stopped_;) next = check_batch(claims, next);
    if (stopped_)
      throw Error(ErrorCode::interrupted, "interrupted",
                  "what was reported as judged is stored; run it again for the rest");
  }

 private:
  /// From the claim at `next` on, up to the one given back.
  std::size_t check_batch(const std::vector<std::int64_t>& claims, std::size_t next) {
    const std::size_t end = std::min(claims.size(), next + std::max<std::size_t>(options_.batch, 1));
    while (next < end && !stopped_ && !held_long()) {
      std::vector<std::int64_t> portion;
      while (next < end && portion.size() < claims_in_portion && !asked_to_stop()) portion.push_back(claims[next++]);
      if (!portion.empty()) hand_out(std::move(portion));
    }
    work_.finish();
    write();
    return next;
  }

  bool asked_to_stop() {
    stopped_ = stopped_ || (options_.stop && options_.stop());
    return stopped_;
  }

  void hand_out(std::vector<std::int64_t> claims) {
    if (!is_begun_) begin_batch();
    const std::size_t weight = claims.size();
    const auto judged = std::make_shared<JudgedClaims>();
    work_.add(
        weight,
        [this, judged, batch = batch_, claims = std::move(claims)](std::size_t thread) {
          *judged = judges_.of(thread).judge(claims, batch);
        },
        [this, judged] { take(std::move(*judged)); });
  }

  /// Nobody else may add what would be recorded before the verdicts without having been seen by the checkers.
  void begin_batch() {
    is_begun_ = true;
    if (!stores(options_)) return;
    writer_ = store_.begin();
    began_ = std::chrono::steady_clock::now();
    batch_.newest = store_.newest_record();
    if (batch_.newest != newest_of_own_) ++batch_.figures;
    newest_of_own_ = batch_.newest;
    writer_->begin_entry({"check", options_.actor, "as if on " + to_string(today_)});
  }

  /// Others wait for the write lock only so long.
  bool held_long() const { return writer_ && std::chrono::steady_clock::now() - began_ > longest_hold; }

  void take(JudgedClaims judged) {
    totals_ += judged.totals;
    if (writer_) add(judged);
    for (JudgedClaims::Verdict& verdict : judged.verdicts) pending_.push_back(std::move(verdict.checked));
  }

  void add(const JudgedClaims& judged) {
    for (const auto& [checked, reading] : judged.verdicts)
      if (checked.changed && writer_->add(checked.assessment, reading)) ++newest_of_own_;
    for (const Analysis& failure : judged.failures)
      if (writer_->add(failure)) ++newest_of_own_;
    for (const auto& [claim, reading, mark] : judged.marks) writer_->mark(claim, reading, mark);
  }

  /// Makes durable what was judged, then reports it. An entry to which nothing was added leaves no trace.
  void write() {
    if (writer_ && !pending_.empty()) writer_->commit();
    writer_.reset();
    is_begun_ = false;
    const auto done = std::exchange(pending_, {});
    if (!report_) return;
    for (const CheckedClaim& checked : done) report_(checked);
  }

  Store& store_;
  const CheckOptions& options_;
  Day today_;
  const std::function<void(const CheckedClaim&)>& report_;
  CheckTotals& totals_;
  bool stopped_ = false;

  bool is_begun_ = false;  ///< a batch
  CheckBatch batch_;
  std::unique_ptr<StoreWriter> writer_;  ///< of the batch; none in runs that store nothing
  std::chrono::steady_clock::time_point began_;
  std::int64_t newest_of_own_ = 0;  ///< record, as long as only this run writes
  std::vector<CheckedClaim> pending_;

  Judges& judges_;
  OrderedWork work_;  ///< last, so that its threads end first
};

}  // namespace

CheckTotals& CheckTotals::operator+=(const CheckTotals& other) {
  judged += other.judged;
  changed += other.changed;
  unchanged += other.unchanged;
  not_testable += other.not_testable;
  no_checker += other.no_checker;
  failed += other.failed;
  retracted += other.retracted;
  passed_over += other.passed_over;
  return *this;
}

CheckTotals check_claims(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
                         const CheckOptions& options, Day today,
                         const std::function<void(const CheckedClaim&)>& report) {
  const std::string checkers = checkers_digest(plugins, options.policy);
  CheckTotals totals;
  const std::vector<std::int64_t> claims = due_claims(store, lexicon, options, today, checkers, totals);
  const std::size_t threads = threads_for(claims.size(), options);
  Judges judges(store, lexicon, plugins, options, today, checkers, threads);
  CheckRun(store, options, today, report, totals, judges, threads).run(claims);
  return totals;
}

}  // namespace avow
