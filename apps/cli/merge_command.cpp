#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/merge.hpp"
#include "store/open.hpp"

namespace avow::cli {
namespace {

Json conflict_json(const MergeConflict& conflict) {
  return {{"conflict", conflict_kinds.name(conflict.kind)},
          {"subject", conflict.subject},
          {"ours", conflict.ours},
          {"theirs", conflict.theirs}};
}

ExitCode run(Session& session, const std::string& path) {
  OpenOptions options;
  options.mode = OpenMode::read_only;
  const auto other = open_store(path, options);
  MergeResult done;
  session.fill_store([&](Store& store) { done = merge_store(store, *other, path, session.settings().actor); });
  Json record{{"file", path}, {"added", done.added}, {"known", done.known}, {"conflicts", Json::array()}};
  for (const MergeConflict& conflict : done.conflicts) record["conflicts"].push_back(conflict_json(conflict));
  if (!done.conflicts.empty())
    session.console().note(
        fmt::format("{} things are said differently by the two; both sayings are kept", done.conflicts.size()));
  return show_record(session, record);
}

Action define(CLI::App& app) {
  const auto path = std::make_shared<std::string>();
  app.add_option("STORE", *path, "The other store's file; it is only read")->required();
  return [path](Session& session) { return run(session, *path); };
}

}  // namespace

Command merge_command() {
  return {"merge",
          "Keep",
          "Take every record of another store in, and say where the two differ",
          "A union: nothing is lost, nothing is overwritten, and merging twice adds nothing. Told as conflicts are: "
          "claims that\n"
          "persons judged differently, other standing readings, another figure for the same vintage, another version "
          "of a code,\n"
          "and what is retracted in one of the two only.",
          {{"avow merge theirs.db", "into your store"},
           {"avow merge theirs.db --format json | jq .conflicts", "what to look at"}},
          define,
          {}};
}

}  // namespace avow::cli
