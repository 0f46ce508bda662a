#include "cli/replay_verdict.hpp"

#include <fmt/format.h>

#include <variant>
#include <vector>

#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/check.hpp"
#include "model/json.hpp"
#include "query/lookup.hpp"

namespace avow::cli {
namespace {

RowOptions columns(Session& session) {
  return session.row_options({"assessment", "same", "reason"});
}

void add_row(Session& session, RowWriter& rows, const Id& id, const ReplayResult& result) {
  Json row = {{"assessment", id.hex()},
              {"same", result.same},
              {"reason", result.reason},
              {"recorded", result.recorded},
              {"replayed", result.replayed}};
  shorten_ids(session, row, {"assessment"});
  rows.add(row);
}

std::vector<Id> verdicts_of_checkers(Store& store) {
  std::vector<Id> ids;
  store.each_record([&](const AnyRecord& record, std::int64_t) {
    const auto* assessment = std::get_if<Assessment>(&record);
    if (assessment != nullptr && !assessment->maker.is_person()) ids.push_back(id_of(*assessment));
  });
  return ids;
}

}  // namespace

ExitCode replay_verdict(Session& session, const std::string& prefix) {
  Store& store = session.store(Session::Access::read);
  const Id id = resolve_as(store, RecordKind::assessment, prefix);
  const ReplayResult result = replay(store, session.plugins(), id);
  RowWriter rows(columns(session), session.results());
  add_row(session, rows, id, result);
  rows.end();
  if (result.same) return ExitCode::done;
  session.console().problem("the verdict could not be made again: " + result.reason);
  return result.replayed.empty() ? ExitCode::cannot : ExitCode::integrity;
}

ExitCode replay_all_verdicts(Session& session) {
  Store& store = session.store(Session::Access::read);
  const std::vector<Id> ids = verdicts_of_checkers(store);
  RowWriter rows(columns(session), session.results());
  std::size_t otherwise = 0, cannot = 0, done = 0;
  for (const Id& id : ids) {
    stop_if_interrupted();
    session.console().progress("replay", ++done, ids.size());
    const ReplayResult result = replay(store, session.plugins(), id);
    if (result.same) continue;
    ++(result.replayed.empty() ? cannot : otherwise);
    add_row(session, rows, id, result);
  }
  session.console().end_progress();
  rows.end();
  session.console().note(fmt::format("{} verdicts: {} came out the same, {} otherwise, {} could not be made again",
                                     ids.size(), ids.size() - otherwise - cannot, otherwise, cannot));
  if (otherwise > 0) return ExitCode::integrity;
  return cannot > 0 ? ExitCode::cannot : ExitCode::done;
}

}  // namespace avow::cli
