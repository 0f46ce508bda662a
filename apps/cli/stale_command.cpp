#include <CLI/CLI.hpp>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "plugin/plugin.hpp"
#include "publish/claim_json.hpp"
#include "query/names.hpp"
#include "query/stale.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

struct Options {
  ClaimOptions claims;
  std::string reason;
  bool waiting = false;
  std::size_t limit = 0;
};

ExitCode run(Session& session, const Options& options) {
  std::optional<StaleReason> wanted;
  if (!options.reason.empty()) wanted = parse_word("--reason", options.reason, stale_reasons);
  std::vector<Maker> current;
  for (const Plugin* plugin : session.plugins()) current.push_back(plugin->maker());
  Store& store = session.store(Session::Access::read);
  ClaimFilter filter = options.claims.filter(session, store);
  filter.clocks.today = session.today();
  std::size_t shown = 0;
  return list_rows(session, {"id", "speaker_name", "quote", "verdict", "stale", "why"}, [&](const auto& add) {
    stale_claims(store, filter, current, session.today(), [&](const StaleClaim& stale) {
      if (wanted && stale.reason != *wanted) return true;
      if (options.waiting && !waits_for_person(stale.reason)) return true;
      Json row = claim_json(stale.row, session.names());
      row["stale"] = stale_reasons.name(stale.reason);
      row["why"] = stale.why;
      shorten_ids(session, row);
      add(row);
      return options.limit == 0 || ++shown < options.limit;
    });
  });
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->claims.add_to(app);
  app.add_option("--reason", options->reason,
                 "Only: overdue, figures, checker, analyzer, proposed, disagreement or dispute")
      ->type_name("REASON");
  app.add_flag("--waiting", options->waiting, "Only what waits for a person: proposed, disagreement, dispute");
  app.add_option("--limit", options->limit, "At most so many")->type_name("N");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command stale_command() {
  return {
      "stale",
      "Ask",
      "List what should be judged or read again, and why",
      "overdue: its date has passed since it was judged. figures: a later publication gives a figure of its verdict "
      "otherwise.\n"
      "checker, analyzer: what made its verdict or reading would make it otherwise now. disagreement: a checker has "
      "come to\n"
      "another verdict than the person whose verdict stands. proposed: a checker's verdict waits to be confirmed. "
      "dispute: nobody\n"
      "has answered one.",
      {{"avow stale", "everything, each with its reasons"},
       {"avow stale --waiting", "what a person has to look at"},
       {"avow stale --reason figures --indicator 'defence expenditure'", "verdicts on figures since revised"}},
      define,
      {},
      TakesClocks::both};
}

}  // namespace avow::cli
