#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/check.hpp"
#include "publish/claim_json.hpp"
#include "query/lookup.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::vector<std::string> ids;
  ClaimOptions claims;
  bool dry_run = false;
};

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

void add_to(CheckTotals& sum, const CheckTotals& part) {
  sum.judged += part.judged;
  sum.changed += part.changed;
  sum.unchanged += part.unchanged;
  sum.not_testable += part.not_testable;
  sum.no_checker += part.no_checker;
  sum.failed += part.failed;
  sum.retracted += part.retracted;
}

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(options.dry_run ? Session::Access::read : Session::Access::write);
  const auto plugins = session.plugins();
  CheckOptions check{
      .filter = options.claims.filter(session, store), .actor = session.settings().actor, .dry_run = options.dry_run,
      .stop = interrupted};
  CheckReport report(session, store);
  CheckTotals totals;
  const auto check_matching = [&] {
    add_to(totals, check_claims(store, session.lexicon(), plugins, check, session.today(), std::ref(report)));
  };
  for (const std::string& id : options.ids) {
    check.filter.claim = resolve_claim(store, id).hex();
    check_matching();
  }
  if (options.ids.empty()) check_matching();
  report.end();
  session.console().note(
      fmt::format("{} judged as if on {}: {} changed, {} unchanged; {} not testable, {} without a checker, {} failed",
                  totals.judged, to_string(session.today()), totals.changed, totals.unchanged, totals.not_testable,
                  totals.no_checker, totals.failed));
  if (totals.failed > 0) return totals.judged > 0 ? ExitCode::partial : ExitCode::cannot;
  return totals.judged > 0 ? ExitCode::done : ExitCode::nothing_matched;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->ids, "Claims to check; else all that match");
  options->claims.add_to(app);
  app.add_flag("--dry-run", options->dry_run, "Judge and print, store nothing");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command check_command() {
  return {"check",
          "Judge",
          "Hold claims against what really happened",
          "Judges the standing reading of every testable claim that matches, as if it were --today, from figures "
          "published by\n"
          "then. A verdict that says nothing new is not stored again. With --as-of nothing is stored: it tells what "
          "would have\n"
          "been concluded from what the store knew then.",
          {{"avow check", "all claims, as of today"},
           {"avow check --today 2024-07-01", "as if it were that day"},
           {"avow check 3f2a91 --dry-run", "one claim, only to look"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
