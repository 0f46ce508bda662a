#include "cli/outcomes_command_diff.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <set>

#include "cli/arguments.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/outcomes_verdicts.hpp"
#include "publish/revision_json.hpp"
#include "query/day_range.hpp"
#include "query/names.hpp"
#include "query/observation_list.hpp"
#include "query/outcome_diff.hpp"

namespace avow::cli {
namespace {

enum class Part { both, figures, verdicts };
constexpr auto parts = enum_names<Part>({{Part::both, ""}, {Part::figures, "figures"}, {Part::verdicts, "verdicts"}});

struct DiffOptions {
  std::string before, after, indicator, entity, period, only;
};

RevisionQuery query_of(const DiffOptions& options, Session& session) {
  RevisionQuery query;
  query.filter.clocks = session.clocks();
  query.filter.indicator = options.indicator;
  if (!options.entity.empty()) query.filter.entity = known_entity_code(session.names(), options.entity);
  if (!options.period.empty()) {
    const DayRange range = parse_range(options.period, session.today());
    query.filter.period_from = range.from;
    query.filter.period_until = range.until;
  }
  query.before = parse_vintage_side(options.before);
  query.after = parse_vintage_side(options.after);
  return query;
}

/// Prints what was revised, and gathers the indicators concerned.
class DiffRun {
 public:
  DiffRun(Session& session, const DiffOptions& options)
      : session_(session),
        part_(options.only.empty() ? Part::both : parse_word("--only", options.only, parts)),
        store_(session.store(Session::Access::read)),
        query_(query_of(options, session)) {}

  ExitCode run() {
    const std::vector<std::string> columns = {"change", "indicator",      "entity_name", "period", "before",
                                              "after",  "no_longer_meet", "now_meet",    "quote"};
    return list_rows(session_, columns, [&](const auto& add) {
      outcome_diff(store_, query_, [&](const Revision& revision) {
        indicators_.insert(revision.figure().series.indicator);
        if (part_ != Part::verdicts) add(revision_json(revision, session_.names()));
        return true;
      });
      if (part_ != Part::figures) verdicts(add);
    });
  }

 private:
  void verdicts(const std::function<void(const Json&)>& add) {
    const auto plugins = session_.plugins();
    std::size_t failed = 0;
    for (const std::string& indicator : indicators_) {
      VerdictComparison comparison;
      comparison.filter.clocks = session_.clocks();
      comparison.filter.indicator = indicator;
      comparison.before = [this](const ObservationRow& row) { return query_.before.admits(row); };
      comparison.after = [this](const ObservationRow& row) { return query_.after.admits(row); };
      failed += compare_verdicts(store_, session_.lexicon(), plugins, comparison, [&](const VerdictChange& change) {
                  Json row = json_of(change);
                  shorten_ids(session_, row, {"claim", "reading"});
                  add(row);
                }).failed;
    }
    if (failed > 0) session_.console().note(fmt::format("{} claims could not be judged: their checker failed", failed));
  }

  Json json_of(const VerdictChange& change) const {
    std::vector<SideJson> sides;
    for (const ChangedSide& side : change.changed_sides)
      sides.push_back({side.entity, side.before, side.after, side.meets_it});
    return verdict_change_json(change.claim, change.before, change.after, sides, session_.names());
  }

  Session& session_;
  Part part_;
  Store& store_;
  RevisionQuery query_;
  std::set<std::string> indicators_;
};

Action define(CLI::App& app) {
  const auto options = std::make_shared<DiffOptions>();
  app.add_option("BEFORE", options->before, "The earlier publication: a day, a source, or SOURCE@DAY")->required();
  app.add_option("AFTER", options->after, "The later one")->required();
  app.add_option("--indicator", options->indicator, "Of this indicator")->type_name("CODE");
  app.add_option("--entity", options->entity, "Of this country or group: code or name")->type_name("WHO");
  app.add_option("--period", options->period, "Within: FROM..UNTIL, 2024")->type_name("RANGE");
  app.add_option("--only", options->only, "Only figures, or only verdicts")->type_name("WORD");
  return [options](Session& session) { return DiffRun(session, *options).run(); };
}

}  // namespace

Command outcomes_diff_command() {
  return {
      "diff",
      "",
      "Show what a publication revised, and which verdicts that changes",
      "Of every series the newest vintage that was out by the one day is compared with the newest by the other. Then "
      "the\n"
      "standing readings that rest on such an indicator are judged twice as if on --today, with the figures of each "
      "side,\n"
      "and nothing is stored.",
      {{"avow outcomes diff 2024-06-17 2025-04-24 --indicator nato:defence-share-gdp", "two vintages"},
       {"avow outcomes diff NATO SIPRI --period 2024 --only figures", "two sources"}},
      define,
      {},
      TakesClocks::both};
}

}  // namespace avow::cli
