#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "model/json.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

ExitCode run(Session& session, std::size_t limit) {
  Store& store = session.store(Session::Access::read);
  Console& console = session.console();
  const VerifyResult result = store.verify(limit, [&](std::uint64_t done, std::uint64_t total) {
    stop_if_interrupted();
    console.progress("verify", done, total);
  });
  console.end_progress();
  RowWriter rows(session.row_options({"where", "reason"}), session.results());
  for (const Damage& damage : result.damages) rows.add({{"where", damage.where}, {"reason", damage.reason}});
  rows.end();
  const std::string looked_at = fmt::format("{} rows and {} journal entries", result.rows, result.journal_entries);
  if (result.damages.empty()) {
    console.note(fmt::format("{} verified: every digest and the journal's chain are right", looked_at));
    return ExitCode::done;
  }
  const Damage& first = result.damages.front();
  console.problem(fmt::format("the store is not as it was written: {}: {}", first.where, first.reason),
                  "restore it from a backup, or merge what is sound by `avow export` and `avow import`");
  return ExitCode::integrity;
}

Action define(CLI::App& app) {
  const auto limit = std::make_shared<std::size_t>(20);
  app.add_option("--limit", *limit, "Name at most so many damaged rows (20 as if not said)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  return [limit](Session& session) { return run(session, *limit); };
}

}  // namespace

Command verify_command() {
  return {"verify",
          "Keep",
          "Recompute every digest and the journal's chain",
          "Names the rows that are not what was written, and then ends with exit code 4.",
          {{"avow verify", "nothing is printed when all is well, but a note on standard error"}},
          define,
          {}};
}

}  // namespace avow::cli
