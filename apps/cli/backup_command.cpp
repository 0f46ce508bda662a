#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

ExitCode run(Session& session, const std::string& file) {
  session.store(Session::Access::read).backup(file);
  session.console().note(fmt::format("{} is a copy of {}", file, session.settings().database.string()));
  return ExitCode::done;
}

Action define(CLI::App& app) {
  const auto file = std::make_shared<std::string>();
  app.add_option("FILE", *file, "A file that is not there yet")->required();
  return [file](Session& session) { return run(session, *file); };
}

}  // namespace

Command backup_command() {
  return {"backup",
          "Keep",
          "Copy the store into a new file, consistent even while it is written",
          "",
          {{"avow backup avow-2026-01-01.db", "refused when the file exists"}},
          define,
          {}};
}

}  // namespace avow::cli
