#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "model/json.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

ExitCode run(Session& session) {
  Store& store = session.store(Session::Access::read);
  return list_rows(session, {"number", "at", "action", "actor", "reason"}, [&](const auto& add) {
    store.journal(session.clocks(), [&](const JournalEntry& entry) {
      add(Json(entry));
      return true;
    });
  });
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
