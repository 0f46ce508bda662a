#include "cli/check_run.hpp"

#include <fmt/format.h>

#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/claim_json.hpp"

namespace avow::cli {
namespace {

/// assessment_json() behind the words of the claim, and whether it says something new.
Json checked_json(Store& store, const CheckedClaim& checked) {
  Json row = {{"claim", checked.claim.hex()}};
  const auto claim = store.claim(checked.claim);
  row["quote"] = claim ? claim->quote.exact : "";
  row["changed"] = checked.changed;
  const Json judged = assessment_json(checked.claim, checked.assessment_id, checked.assessment);
  for (const auto& [key, value] : judged.items())
    if (!row.contains(key)) row[key] = value;
  return row;
}

class CheckReport {
 public:
  CheckReport(Session& session, Store& store)
      : session_(session),
        store_(store),
        rows_(session.row_options({"claim", "verdict", "provisional", "vintage", "changed", "quote", "reason"}),
              session.results()) {}

  void operator()(const CheckedClaim& checked) {
    session_.console().progress("check", ++done_, 0);
    if (!checked.failure.empty()) {
      session_.console().problem(fmt::format("claim {}: {}", checked.claim.hex(), checked.failure));
      return;
    }
    Json row = checked_json(store_, checked);
    shorten_ids(session_, row, {"claim", "id", "reading"});
    rows_.add(row);
    stop_if_interrupted();
  }
  void end() {
    session_.console().end_progress();
    rows_.end();
  }

 private:
  Session& session_;
  Store& store_;
  RowWriter rows_;
  std::uint64_t done_ = 0;
};

void note_totals(Session& session, const CheckTotals& totals) {
  session.console().note(fmt::format(
      "{} judged as if on {}: {} changed, {} unchanged; {} passed over (nothing new), {} not testable, {} without a "
      "checker, {} failed",
      totals.judged, to_string(session.today()), totals.changed, totals.unchanged, totals.passed_over,
      totals.not_testable, totals.no_checker, totals.failed));
}

}  // namespace

ExitCode check_and_report(Session& session, Store& store, CheckOptions options, const std::vector<Id>& claims) {
  const auto plugins = session.plugins();
  const Lexicon lexicon = Lexicon::of(store, session.clocks());  // names may have come since the last run
  options.more_stores = [&session] { return session.another_store(); };
  options.more_plugins = [&session] { return session.more_checkers(); };
  CheckReport report(session, store);
  CheckTotals totals;
  const auto check_matching = [&] {
    totals += check_claims(store, lexicon, plugins, options, session.today(), std::ref(report));
  };
  for (const Id& claim : claims) {
    options.filter.claim = claim.hex();
    check_matching();
  }
  if (claims.empty()) check_matching();
  report.end();
  note_totals(session, totals);
  if (totals.failed > 0) return totals.judged > 0 ? ExitCode::partial : ExitCode::cannot;
  return totals.judged + totals.passed_over > 0 ? ExitCode::done : ExitCode::nothing_matched;
}

}  // namespace avow::cli
