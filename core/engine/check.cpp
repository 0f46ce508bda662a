#include "engine/check.hpp"

#include <optional>
#include <utility>

#include "base/error.hpp"
#include "engine/check_host.hpp"
#include "engine/judge.hpp"

namespace avow {
namespace {

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
        host_(store, lexicon, clocks_of(options.filter.clocks, today)) {}

  CheckTotals run() {
    for (const Id& claim : matching()) {
      if (const auto row = row_of(claim)) check(*row);
      if (pending_.size() >= options_.batch) write();
    }
    write();
    return totals_;
  }

 private:
  static Clocks clocks_of(Clocks clocks, Day today) {
    clocks.today = today;
    return clocks;
  }

  /// Only the ids are held: a run over a million claims does not hold their texts.
  std::vector<Id> matching() {
    ClaimFilter filter = options_.filter;
    filter.clocks.today = today_;
    std::vector<Id> ids;
    store_.claims(filter, [&](const ClaimRow& row) {
      ids.push_back(row.id);
      return true;
    });
    return ids;
  }

  std::optional<ClaimRow> row_of(const Id& claim) {
    ClaimFilter filter;
    filter.clocks = clocks_of(options_.filter.clocks, today_);
    filter.claim = claim.hex();
    std::optional<ClaimRow> found;
    store_.claims(filter, [&](const ClaimRow& row) {
      found = row;
      return false;
    });
    return found;
  }

  void check(const ClaimRow& row) {
    if (!row.reading || row.reading->kind == Kind::stance) return;
    const Reading& reading = *row.reading;
    if (!missing_parts(reading.target, is_statement(reading.kind)).empty()) {
      ++totals_.not_testable;
      return;
    }
    const CheckRequest request = check_request(row, lexicon_, today_);
    Plugin* checker = checker_for(plugins_, request);
    if (!checker) {
      ++totals_.no_checker;
      return;
    }
    judge_with(*checker, request);
  }

  void judge_with(Plugin& checker, const CheckRequest& request) {
    CheckedClaim checked{request.claim, {}, {}, false, {}};
    try {
      checked.assessment = judge(checker, request, host_);
      checked.assessment_id = id_of(checked.assessment);
      ++totals_.judged;
      checked.changed = says_something_new(checked);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::plugin) throw;
      checked.failure = error.what();
      failures_.push_back({RecordKind::reading, request.reading, checker.maker(), checked.failure});
      ++totals_.failed;
    }
    if (checked.failure.empty()) ++(checked.changed ? totals_.changed : totals_.unchanged);
    pending_.push_back(std::move(checked));
  }

  /// Compared with what this checker last concluded by this day, so that a run without news adds nothing.
  bool says_something_new(CheckedClaim& checked) {
    std::optional<Recorded<Assessment>> last;
    for (auto& known : store_.assessments_of(
             checked.claim, {options_.filter.clocks.as_of, options_.filter.clocks.as_of_entry, today_}))
      if (known.value.maker.plugin == checked.assessment.maker.plugin &&
          (!last || known.value.today >= last->value.today))
        last = std::move(known);
    if (!last || !same_conclusion(last->value, checked.assessment)) return true;
    checked.assessment = std::move(last->value);
    checked.assessment_id = last->id;
    return false;
  }

  bool looks_back() const {
    return options_.filter.clocks.as_of.has_value() || options_.filter.clocks.as_of_entry.has_value();
  }

  /// One transaction for the batch, then the report.
  void write() {
    if (!options_.dry_run && !looks_back()) store();
    const auto done = std::exchange(pending_, {});
    failures_.clear();
    if (!report_) return;
    for (const CheckedClaim& checked : done) report_(checked);
  }

  void store() {
    if (totals_.changed + totals_.failed == stored_) return;
    stored_ = totals_.changed + totals_.failed;
    const auto writer = store_.begin();
    writer->begin_entry({"check", options_.actor, "as if on " + to_string(today_)});
    for (const CheckedClaim& checked : pending_)
      if (checked.changed) writer->add(checked.assessment);
    for (const Analysis& failure : failures_) writer->add(failure);
    writer->commit();
  }

  Store& store_;
  const Lexicon& lexicon_;
  const std::vector<Plugin*>& plugins_;
  const CheckOptions& options_;
  Day today_;
  const std::function<void(const CheckedClaim&)>& report_;
  StoreCheckHost host_;
  std::vector<CheckedClaim> pending_;
  std::vector<Analysis> failures_;
  std::size_t stored_ = 0;
  CheckTotals totals_;
};

}  // namespace

CheckTotals check_claims(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
                         const CheckOptions& options, Day today,
                         const std::function<void(const CheckedClaim&)>& report) {
  return CheckRun(store, lexicon, plugins, options, today, report).run();
}

}  // namespace avow
