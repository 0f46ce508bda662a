#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/check.hpp"
#include "model/json.hpp"
#include "query/lookup.hpp"

namespace avow::cli {
namespace {

ExitCode run(Session& session, const std::string& prefix) {
  Store& store = session.store(Session::Access::read);
  const Id id = resolve_as(store, RecordKind::assessment, prefix);
  const ReplayResult result = replay(store, session.plugins(), id);
  RowWriter rows(session.row_options({"assessment", "same", "reason"}), session.results());
  Json row = {{"assessment", id.hex()},
              {"same", result.same},
              {"reason", result.reason},
              {"recorded", result.recorded},
              {"replayed", result.replayed}};
  shorten_ids(session, row, {"assessment"});
  rows.add(row);
  rows.end();
  if (result.same) return ExitCode::done;
  session.console().problem("the verdict could not be made again: " + result.reason);
  return result.replayed.empty() ? ExitCode::cannot : ExitCode::integrity;
}

Action define(CLI::App& app) {
  const auto id = std::make_shared<std::string>();
  app.add_option("ASSESSMENT", *id, "The verdict's id, or its first digits")->required();
  return [id](Session& session) { return run(session, *id); };
}

}  // namespace

Command replay_command() {
  return {"replay",
          "Keep",
          "Make a recorded verdict again and compare, byte for byte",
          "From what the store knew when it was recorded, as if on its day, by the same checker at the same revision. "
          "Exit code 2\n"
          "when that checker is not there, 4 when the verdict comes out otherwise.",
          {{"avow replay 77c0de", "the assessment's id is in `avow show` and `avow history`"}},
          define,
          {}};
}

}  // namespace avow::cli
