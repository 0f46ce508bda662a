#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/check_run.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/jobs.hpp"
#include "cli/replay_verdict.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/check.hpp"
#include "engine/explain.hpp"
#include "publish/claim_json.hpp"
#include "query/lookup.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::vector<std::string> ids;
  ClaimOptions claims;
  Jobs jobs;
  bool dry_run = false;
  bool all = false;
  bool explain = false;
  std::string replay;
};

Json explanation_json(const CheckExplanation& explanation) {
  Json json = {{"claim", explanation.row.id.hex()}, {"quote", explanation.row.claim.quote.exact}};
  json["kind"] = kinds.name(explanation.row.reading->kind);
  json["missing"] = explanation.missing;
  json["checkers"] = Json::array();
  for (const CheckerAnswer& answer : explanation.checkers)
    json["checkers"].push_back({{"checker", answer.checker}, {"takes", answer.takes}, {"failure", answer.failure}});
  const auto day_or_null = [](const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(); };
  json["falls_due"] = day_or_null(explanation.falls_due);
  json["waited_until"] = day_or_null(explanation.waited_until);
  json["last_judged"] = day_or_null(explanation.judged);
  json["judged_now_because"] = explanation.news ? Json(*explanation.news) : Json();
  const auto text_or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  json["left_to_person_because"] = text_or_null(explanation.left_to_person);
  json["failure"] = text_or_null(explanation.failure);
  json["assessment"] = Json();
  if (const auto& assessment = explanation.assessment)
    json["assessment"] = assessment_json(explanation.row.id, id_of(*assessment), *assessment);
  return json;
}

ExitCode explain(Session& session, const Options& options) {
  if (options.ids.empty()) throw Error(ErrorCode::usage, "--explain needs a claim", "name one by its id");
  Store& store = session.store(Session::Access::read);
  Clocks clocks = session.clocks();
  clocks.today = session.today();
  RowWriter rows(session.row_options({"claim", "missing", "judged_now_because", "assessment"}), session.results());
  for (const std::string& id : options.ids)
    rows.add(explanation_json(explain_check(store, session.lexicon(), session.plugins(), Policy::shipped(),
                                            resolve_claim(store, id), clocks)));
  rows.end();
  return ExitCode::done;
}

ExitCode run(Session& session, const Options& options) {
  if (!options.replay.empty()) return replay_verdict(session, options.replay);
  if (options.explain) return explain(session, options);
  Store& store = session.store(options.dry_run ? Session::Access::read : Session::Access::write);
  CheckOptions check{.filter = options.claims.filter(session, store),
                     .actor = session.settings().actor,
                     .dry_run = options.dry_run,
                     .all = options.all || !options.ids.empty(),
                     .stop = interrupted,
                     .threads = options.jobs.count()};
  std::vector<Id> ids;
  for (const std::string& id : options.ids) ids.push_back(resolve_claim(store, id));
  return check_and_report(session, store, check, ids);
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->ids, "Claims to check; else all that match");
  options->claims.add_to(app);
  options->jobs.add_to(app, "judge");
  app.add_flag("--dry-run", options->dry_run, "Judge and print, store nothing");
  app.add_flag("--all", options->all, "Also those for which nothing is new since they were judged");
  app.add_flag("--explain", options->explain, "Say how the claims named are judged and why, store nothing");
  app.add_option("--replay", options->replay, "Make this verdict again, as `avow replay` does")
      ->type_name("ASSESSMENT");
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
