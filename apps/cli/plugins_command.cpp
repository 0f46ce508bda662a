#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "model/json.hpp"
#include "plugin/plugin.hpp"

namespace avow::cli {
namespace {

Json plugin_json(const FoundPlugin& found) {
  Json row = {{"id", nullptr},
              {"version", nullptr},
              {"revision", nullptr},
              {"capabilities", Json::array()},
              {"licence", nullptr},
              {"name", nullptr},
              {"folder", found.folder.string()},
              {"failure", nullptr}};
  if (!found.plugin) {
    row["failure"] = found.failure;
    return row;
  }
  const Manifest& manifest = found.plugin->manifest();
  row["id"] = manifest.id;
  row["version"] = manifest.version;
  row["revision"] = found.plugin->maker().revision;
  row["capabilities"] = manifest.capabilities;
  row["licence"] = manifest.licence;
  row["name"] = manifest.name;
  return row;
}

ExitCode run(Session& session) {
  RowWriter rows(session.row_options({"id", "version", "capabilities", "licence", "folder", "failure"}),
                 session.results());
  for (const FoundPlugin& found : session.found_plugins()) rows.add(plugin_json(found));
  rows.end();
  return rows.rows() == 0 ? ExitCode::nothing_matched : ExitCode::done;
}

Action define(CLI::App&) {
  return [](Session& session) { return run(session); };
}

}  // namespace

Command plugins_command() {
  return {"plugins",
          "Names",
          "List the plugins that were found, and why any was refused",
          "Looked for in --plugin-path, else AVOW_PLUGIN_PATH, else beside the program, else where Avow was installed.",
          {{"avow plugins", "what finds and checks claims here"}},
          define,
          {}};
}

}  // namespace avow::cli
