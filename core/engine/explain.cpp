#include "engine/explain.hpp"

#include "base/error.hpp"
#include "engine/check_host.hpp"
#include "engine/check_news.hpp"
#include "engine/judge.hpp"
#include "engine/standing_row.hpp"

namespace avow {
namespace {

/// Asks each checker; gives the first that takes it.
Plugin* ask(const std::vector<Plugin*>& plugins, const CheckRequest& request, std::vector<CheckerAnswer>& answers) {
  Plugin* first = nullptr;
  for (Plugin* plugin : plugins) {
    if (!plugin->is_checker()) continue;
    CheckerAnswer& answer = answers.emplace_back(CheckerAnswer{plugin->manifest().id, false, {}});
    try {
      answer.takes = plugin->can_judge(request);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::plugin) throw;
      answer.failure = error.what();
    }
    if (answer.takes && first == nullptr) first = plugin;
  }
  return first;
}

void judge_with(Plugin& checker, const CheckRequest& request, StoreCheckHost& host, const Policy& policy,
                CheckExplanation& explanation) {
  try {
    explanation.assessment = judge(checker, request, host, policy);
    const auto* rule = rule_for(*explanation.assessment, host, policy);
    if (rule != nullptr) explanation.left_to_person = rule->because;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::plugin) throw;
    explanation.failure = error.what();
  }
}

void tell_when(const Policy& policy, CheckExplanation& explanation) {
  const Reading& reading = *explanation.row.reading;
  const Date& due = reading.target.due;
  if (!is_promise(reading.kind) || !due.known() || day_number(due.latest()) == INT32_MAX) return;
  explanation.falls_due = due.latest();
  explanation.waited_until = policy.waited_until(reading.target.indicator, due.latest());
}

}  // namespace

CheckExplanation explain_check(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
                               const Policy& policy, const Id& claim, const Clocks& clocks) {
  CheckExplanation explanation;
  explanation.row = standing_row(store, claim, clocks);
  const Reading& reading = *explanation.row.reading;
  explanation.missing = missing_parts(reading.target, is_statement(reading.kind));
  tell_when(policy, explanation);
  const auto mark = store.check_mark(claim);
  if (mark) explanation.judged = mark->today;
  explanation.news = CheckNews(store, lexicon, checkers_digest(plugins, policy), *clocks.today)
                         .why({0, *explanation.row.reading_id, reading.kind, reading.target.due, mark});
  if (reading.kind == Kind::stance) return explanation;
  const CheckRequest request = check_request(explanation.row, lexicon, *clocks.today);
  StoreCheckHost host(store, lexicon, clocks);
  if (Plugin* checker = ask(plugins, request, explanation.checkers))
    judge_with(*checker, request, host, policy, explanation);
  return explanation;
}

}  // namespace avow
