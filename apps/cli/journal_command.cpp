#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "model/json.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

ExitCode run(Session& session) {
  Store& store = session.store(Session::Access::read);
  RowWriter rows(session.row_options({"number", "at", "action", "actor", "reason"}), session.results());
  store.journal(session.clocks(), [&](const JournalEntry& entry) {
    stop_if_interrupted();
    rows.add(Json(entry));
    return true;
  });
  rows.end();
  return rows.rows() == 0 ? ExitCode::nothing_matched : ExitCode::done;
}

Action define(CLI::App&) {
  return [](Session& session) { return run(session); };
}

}  // namespace

Command journal_command() {
  return {"journal",
          "Keep",
          "List every write: when, by whom, why, and the digest it is chained with",
          "",
          {{"avow journal", "oldest first; the numbers are what --as-of @N takes"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
