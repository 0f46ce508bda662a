#include <CLI/CLI.hpp>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/claim_json.hpp"
#include "query/due.hpp"
#include "query/names.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string within = "90d";
  std::string until;
  std::string speaker, party, topic, indicator;
  bool upcoming = false;
  std::size_t limit = 0;
};

/// What is overdue without a final verdict is most in need of being seen, so it is there unless it is left out.
DayRange window(const Options& options, Day today) {
  DayRange range = parse_range(options.within, today);
  if (!options.until.empty()) range.until = parse_date("--until", options.until).latest();
  range.from.reset();
  if (options.upcoming) range.from = today;
  return range;
}

ExitCode run(Session& session, const Options& options) {
  const Day today = session.today();
  const DayRange range = window(options, today);
  Store& store = session.store(Session::Access::read);
  ClaimFilter filter;
  filter.clocks = session.clocks();
  filter.speaker = options.speaker;
  filter.party = options.party;
  filter.topic = topic_name(options.topic);
  filter.indicator = options.indicator;
  filter.limit = options.limit;
  return list_rows(session, {"id", "due", "days_left", "speaker_name", "quote", "verdict"}, [&](const auto& add) {
    due_claims(store, filter, range, today, [&](const DueClaim& due) {
      Json row = due_json(due, session.names());
      shorten_ids(session, row);
      add(row);
      return true;
    });
  });
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--within", options->within, "Due so soon: 90d (as if not said), 6w, 18m, 2y")->type_name("LENGTH");
  app.add_option("--until", options->until, "Due by this date, instead of --within")->type_name("DATE");
  app.add_flag("--upcoming", options->upcoming, "Leave out what is overdue");
  app.add_option("--speaker", options->speaker, "Promised by: a code or a name")->type_name("WHO");
  app.add_option("--party", options->party, "Promised by a member of it")->type_name("CODE");
  app.add_option("--topic", options->topic, "About this topic: its name or code, see `avow topics`")
      ->type_name("TOPIC");
  app.add_option("--indicator", options->indicator, "About this indicator or measure")->type_name("WHAT");
  app.add_option("--limit", options->limit, "At most so many")->type_name("N");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command due_command() {
  return {"due",
          "Ask",
          "List promises that fall due, and those overdue, soonest first",
          "Pledges and forecasts that are not negated and have no final verdict.",
          {{"avow due", "overdue, or due within 90 days"},
           {"avow due --within 2y --speaker mark-rutte --upcoming", "his, over the next two years"},
           {"avow due --until 2030", "all up to the end of 2030"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
