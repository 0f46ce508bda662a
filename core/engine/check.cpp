#include "engine/check.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "engine/check_host.hpp"
#include "engine/check_news.hpp"
#include "engine/judge.hpp"
#include "engine/standing_row.hpp"

namespace avow {
namespace {

constexpr std::chrono::seconds longest_hold{1};

/// One run over the claims that match.
class CheckRun {
 public:
  CheckRun(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins, const CheckOptions& options,
           Day today, const std::function<void(const CheckedClaim&)>& report)
      : store_(store),
        lexicon_(lexicon),
        plugins_(plugins),
        options_(options),
        today_(today),
        report_(report),
        host_(store, lexicon, clocks_of(options.filter.clocks, today)),
        news_(store, lexicon, checkers_digest(plugins, options.policy), today) {}

  CheckTotals run() {
    for (const Id& claim : matching()) {
      if (options_.stop && options_.stop()) stop();
      if (in_batch_++ == 0) begin_batch();
      if (const auto row = row_of(store_, claim, clocks_of(options_.filter.clocks, today_))) check(*row);
      if (in_batch_ >= options_.batch || held_long()) write();
    }
    write();
    return totals_;
  }

 private:
  static Clocks clocks_of(Clocks clocks, Day today) {
    clocks.today = today;
    return clocks;
  }

  [[noreturn]] void stop() {
    write();
    throw Error(ErrorCode::interrupted, "interrupted",
                "what was reported as judged is stored; run it again for the rest");
  }

  bool stores() const {
    return !options_.dry_run && !options_.filter.clocks.as_of && !options_.filter.clocks.as_of_entry &&
           !options_.filter.clocks.before;
  }

  /// Nobody else may add what would be recorded before the verdicts without having been seen by the checkers.
  void begin_batch() {
    if (!stores()) return;
    writer_ = store_.begin();
    began_ = std::chrono::steady_clock::now();
    host_.forget_figures();
    news_.refresh();
  }

  /// Others wait for the write lock only so long.
  bool held_long() const { return writer_ && std::chrono::steady_clock::now() - began_ > longest_hold; }

  bool is_due(const ClaimRow& row) {
    if (options_.all || !stores() || news_.why(row)) return true;
    ++totals_.passed_over;
    return false;
  }

  /// Only the ids are held: a run over a million claims does not hold their texts.
  std::vector<Id> matching() {
    ClaimFilter filter = options_.filter;
    filter.clocks.today = today_;
    std::vector<Id> ids;
    store_.claims(filter, [&](const ClaimRow& row) {
      if (is_checkable(row) && is_due(row)) ids.push_back(row.id);
      return true;
    });
    return ids;
  }

  static bool is_checkable(const ClaimRow& row) { return row.reading && row.reading->kind != Kind::stance; }

  /// What figures cannot test, documents may.
  void check(const ClaimRow& row) {
    if (!is_checkable(row)) return;
    if (judge_with_first(row)) return;
    const bool testable = missing_parts(row.reading->target, is_statement(row.reading->kind)).empty();
    ++(testable ? totals_.no_checker : totals_.not_testable);
  }

  /// The first checker that can judge does. One that fails when asked whether it can is passed over; false when no
  /// checker took the claim and none failed.
  bool judge_with_first(const ClaimRow& row) {
    const CheckRequest request = check_request(row, lexicon_, today_);
    bool failed = false;
    for (Plugin* plugin : plugins_) {
      if (!plugin->is_checker()) continue;
      try {
        if (!plugin->can_judge(request)) continue;
      } catch (const Error& error) {
        fail(*plugin, request, error);
        failed = true;
        continue;
      }
      if (judge_with(*plugin, request)) mark(row);
      return true;
    }
    return failed;
  }

  /// Goes on only with what is the plugin's own fault.
  void fail(const Plugin& checker, const CheckRequest& request, const Error& error) {
    if (error.code() != ErrorCode::plugin) throw;
    failures_.push_back({RecordKind::reading, request.reading, checker.maker(), error.what()});
    ++totals_.failed;
    CheckedClaim& checked = pending_.emplace_back();
    checked.claim = request.claim;
    checked.failure = error.what();
  }

  /// False when the checker failed.
  bool judge_with(Plugin& checker, const CheckRequest& request) {
    CheckedClaim checked;
    checked.claim = request.claim;
    try {
      checked.assessment = judge(checker, request, host_, options_.policy);
    } catch (const Error& error) {
      fail(checker, request, error);
      return false;
    }
    checked.assessment_id = id_of(checked.assessment);
    ++totals_.judged;
    compare(checked);
    ++(checked.retracted ? totals_.retracted : checked.changed ? totals_.changed : totals_.unchanged);
    pending_.push_back(std::move(checked));
    return true;
  }

  void mark(const ClaimRow& row) {
    if (!writer_) return;
    const StoreCheckHost::Asked& asked = host_.asked();
    auto mark = news_.mark(row, {asked.indicators.begin(), asked.indicators.end()}, asked.passages, asked.members);
    if (mark) marks_.emplace_back(row.id, *std::move(mark));
  }

  /// Compared with what this checker last concluded by this day, so that a run without news adds nothing.
  void compare(CheckedClaim& checked) {
    const Clocks clocks = clocks_of(options_.filter.clocks, today_);
    std::optional<Recorded<Assessment>> last;
    bool is_retracted = false;
    for (auto& known : store_.assessments_of(checked.claim, clocks)) {
      if (known.value.maker.plugin != checked.assessment.maker.plugin) continue;
      if (!known.live) {
        is_retracted |= known.id == checked.assessment_id;
      } else if (!last || known.value.today >= last->value.today) {
        last = std::move(known);
      }
    }
    if (last && same_conclusion(last->value, checked.assessment)) {
      checked.assessment = std::move(last->value);
      checked.assessment_id = last->id;
    } else if (is_retracted) {
      checked.retracted = true;
      checked.failure = "this verdict was retracted, so it is not stored again: `avow history` shows by whom and why";
    } else {
      checked.changed = true;
    }
  }

  /// One transaction for the batch, then the report.
  void write() {
    if (writer_) store();
    writer_.reset();
    in_batch_ = 0;
    const auto done = std::exchange(pending_, {});
    failures_.clear();
    marks_.clear();
    if (!report_) return;
    for (const CheckedClaim& checked : done) report_(checked);
  }

  /// An entry to which nothing is added leaves no trace.
  void store() {
    if (pending_.empty() && failures_.empty()) return;
    writer_->begin_entry({"check", options_.actor, "as if on " + to_string(today_)});
    for (const CheckedClaim& checked : pending_)
      if (checked.changed) writer_->add(checked.assessment);
    for (const Analysis& failure : failures_) writer_->add(failure);
    for (const auto& [claim, mark] : marks_) writer_->mark(claim, mark);
    writer_->commit();
  }

  Store& store_;
  const Lexicon& lexicon_;
  const std::vector<Plugin*>& plugins_;
  const CheckOptions& options_;
  Day today_;
  const std::function<void(const CheckedClaim&)>& report_;
  StoreCheckHost host_;
  CheckNews news_;
  std::unique_ptr<StoreWriter> writer_;  ///< of the batch; none in runs that store nothing
  std::chrono::steady_clock::time_point began_;
  std::size_t in_batch_ = 0;  ///< claims looked at
  std::vector<CheckedClaim> pending_;
  std::vector<Analysis> failures_;
  std::vector<std::pair<Id, CheckMark>> marks_;
  CheckTotals totals_;
};

}  // namespace

CheckTotals check_claims(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
                         const CheckOptions& options, Day today,
                         const std::function<void(const CheckedClaim&)>& report) {
  return CheckRun(store, lexicon, plugins, options, today, report).run();
}

}  // namespace avow
