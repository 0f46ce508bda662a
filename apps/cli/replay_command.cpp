#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/replay_verdict.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string id;
  bool all = false;
};

ExitCode run(Session& session, const Options& options) {
  if (options.all) return replay_all_verdicts(session);
  if (options.id.empty()) throw Error(ErrorCode::usage, "no verdict is named", "give its id, or --all");
  return replay_verdict(session, options.id);
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ASSESSMENT", options->id, "The verdict's id, or its first digits");
  app.add_flag("--all", options->all, "Every verdict that a checker made; prints those that come out otherwise");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command replay_command() {
  return {"replay",
          "Keep",
          "Make a recorded verdict again and compare, byte for byte",
          "From what the store knew when it was recorded, as if on its day, by the same checker at the same revision. "
          "Exit code 2\n"
          "when that checker is not there, 4 when the verdict comes out otherwise.",
          {{"avow replay 77c0de", "the assessment's id is in `avow show` and `avow history`"},
           {"avow replay --all", "every verdict in the store, after a backup was restored, say"}},
          define,
          {}};
}

}  // namespace avow::cli
