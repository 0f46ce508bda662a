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

/// One line, as a result: what scripts and people want to see is that it was looked at, and how much.
ExitCode tell_sound(Session& session, const VerifyResult& result) {
  if (session.format() == Format::table) {
    constexpr const char* sound =
        "{} rows and {} journal entries verified: every digest and the journal's chain are right\n";
    session.console().write(fmt::format(sound, result.rows, result.journal_entries));
    return ExitCode::done;
  }
  RowWriter rows(session.row_options({}), session.results());
  rows.add({{"rows", result.rows}, {"journal_entries", result.journal_entries}, {"damaged", 0}});
  rows.end();
  return ExitCode::done;
}

ExitCode tell_damage(Session& session, const std::vector<Damage>& damages) {
  RowWriter rows(session.row_options({"where", "reason"}), session.results());
  for (const Damage& damage : damages) rows.add({{"where", damage.where}, {"reason", damage.reason}});
  rows.end();
  const Damage& first = damages.front();
  session.console().problem(fmt::format("the store is not as it was written: {}: {}", first.where, first.reason),
                            "restore it from a backup, or merge what is sound by `avow export` and `avow import`");
  return ExitCode::integrity;
}

ExitCode run(Session& session, std::size_t limit) {
  Store& store = session.store(Session::Access::read);
  Console& console = session.console();
  const VerifyResult result = store.verify(limit, [&](std::uint64_t done, std::uint64_t total) {
    stop_if_interrupted();
    console.progress("verify", done, total);
  });
  console.end_progress();
  return result.damages.empty() ? tell_sound(session, result) : tell_damage(session, result.damages);
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
          "Says how much was looked at. Names the rows that are not what was written, and then ends with exit code 4.",
          {{"avow verify", "one line when all is well"}},
          define,
          {}};
}

}  // namespace avow::cli
