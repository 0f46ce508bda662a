#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <thread>

#include "cli/check_run.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/jobs.hpp"
#include "cli/session.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

struct Options {
  ClaimOptions claims;
  Jobs jobs;
  unsigned every = 60;
};

/// In short steps, so that Ctrl-C is heeded.
void wait(unsigned seconds) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  while (std::chrono::steady_clock::now() < until) {
    stop_if_interrupted();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

/// A new day can make something due, a new record can be a figure, a document or a name.
ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::write);
  std::int64_t seen = -1;
  Day day{};
  for (;; wait(options.every)) {
    if (store.newest_record() == seen && session.today() == day) continue;
    day = session.today();
    CheckOptions check{.filter = options.claims.filter(session, store),
                       .actor = session.settings().actor,
                       .stop = interrupted,
                       .threads = options.jobs.count()};
    check_and_report(session, store, check, {});
    session.console().flush();
    seen = store.newest_record();
  }
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->claims.add_to(app);
  options->jobs.add_to(app, "judge");
  app.add_option("--every", options->every, "Look for something new so often, in seconds (60 as if not said)")
      ->type_name("SECONDS")
      ->check(CLI::Range(1u, 86'400u));
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command watch_command() {
  return {"watch",
          "Judge",
          "Check whenever something falls due or new data comes in, until interrupted",
          "Runs `check` once, and again on each new day and whenever something was added to the store.",
          {{"avow watch", "every claim, looking once a minute"},
           {"avow watch --every 5 --speaker mark-rutte", "his, looking every five seconds"}},
          define,
          {}};
}

}  // namespace avow::cli
