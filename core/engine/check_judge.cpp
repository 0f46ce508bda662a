#include "engine/check_judge.hpp"

#include <utility>

#include "base/error.hpp"
#include "engine/judge.hpp"

namespace avow {
namespace {

bool is_checkable(const ClaimRow& row) {
  return row.reading && row.reading->kind != Kind::stance;
}

/// Compared with what the same checker last concluded by this day, so that a run without news adds nothing. Verdicts
/// are the same but for the day when the new one has the old one's id once it has its day.
void compare(CheckedClaim& checked, const std::vector<PastVerdict>& before) {
  const PastVerdict* last = nullptr;
  bool is_retracted = false;
  for (const PastVerdict& known : before) {
    if (known.plugin != checked.assessment.maker.plugin) continue;
    if (!known.live)
      is_retracted |= known.id == checked.assessment_id;
    else if (last == nullptr || known.today >= last->today)
      last = &known;
  }
  if (last != nullptr) {
    const Day today = std::exchange(checked.assessment.today, last->today);
    if (id_of(checked.assessment) == last->id) {
      checked.assessment_id = last->id;
      return;
    }
    checked.assessment.today = today;
  }
  checked.retracted = is_retracted;
  checked.changed = !is_retracted;
  if (is_retracted)
    checked.failure = "this verdict was retracted, so it is not stored again: `avow history` shows by whom and why";
}

}  // namespace

ClaimJudge::ClaimJudge(Store& store, const Lexicon& lexicon, std::vector<Plugin*> plugins, const Policy& policy,
                       const Clocks& clocks, std::string checkers)
    : store_(store),
      lexicon_(lexicon),
      plugins_(std::move(plugins)),
      policy_(policy),
      clocks_(clocks),
      checkers_(std::move(checkers)),
      host_(store, lexicon, clocks) {}

JudgedClaims ClaimJudge::judge(const std::vector<std::int64_t>& claims, const CheckBatch& batch) {
  if (batch.figures != batch_.figures) host_.forget_figures();
  batch_ = batch;
  judged_ = {};
  judged_.verdicts.reserve(claims.size());
  for (const CheckRow& row : store_.check_rows(claims, clocks_)) judge(row);
  return std::move(judged_);
}

/// What figures cannot test, documents may.
void ClaimJudge::judge(const CheckRow& row) {
  if (!is_checkable(row.claim)) return;
  if (judge_with_first(row)) return;
  const Reading& reading = *row.claim.reading;
  const bool testable = missing_parts(reading.target, is_statement(reading.kind)).empty();
  ++(testable ? judged_.totals.no_checker : judged_.totals.not_testable);
}

/// The first checker that can judge does. One that fails when asked whether it can is passed over; false when no
/// checker took the claim and none failed.
bool ClaimJudge::judge_with_first(const CheckRow& row) {
  const CheckRequest request = check_request(row.claim, lexicon_, *clocks_.today);
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
    if (judge_with(*plugin, request, row)) mark(row);
    return true;
  }
  return failed;
}

/// Goes on only with what is the plugin's own fault.
void ClaimJudge::fail(const Plugin& checker, const CheckRequest& request, const Error& error) {
  if (error.code() != ErrorCode::plugin) throw;
  judged_.failures.push_back({RecordKind::reading, request.reading, checker.maker(), error.what()});
  ++judged_.totals.failed;
  CheckedClaim& checked = judged_.verdicts.emplace_back().checked;
  checked.claim = request.claim;
  checked.failure = error.what();
}

/// False when the checker failed.
bool ClaimJudge::judge_with(Plugin& checker, const CheckRequest& request, const CheckRow& row) {
  CheckedClaim checked;
  checked.claim = request.claim;
  try {
    checked.assessment = avow::judge(checker, request, host_, policy_);
  } catch (const Error& error) {
    fail(checker, request, error);
    return false;
  }
  checked.assessment_id = id_of(checked.assessment);
  compare(checked, row.verdicts);
  CheckTotals& totals = judged_.totals;
  ++totals.judged;
  ++(checked.retracted ? totals.retracted : checked.changed ? totals.changed : totals.unchanged);
  judged_.verdicts.push_back({std::move(checked), row.reading_key});
  return true;
}

/// Not of a claim that was judged as of a later day already.
void ClaimJudge::mark(const CheckRow& row) {
  if (row.mark && row.mark->today > *clocks_.today) return;
  const StoreCheckHost::Asked& asked = host_.asked();
  std::vector<std::string> indicators(asked.indicators.begin(), asked.indicators.end());
  judged_.marks.push_back({row.key,
                           row.reading_key,
                           {*row.claim.reading_id, checkers_, *clocks_.today, batch_.newest, std::move(indicators),
                            asked.passages, asked.members}});
}

}  // namespace avow
