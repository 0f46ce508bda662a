#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/claim_json.hpp"
#include "publish/claim_text.hpp"
#include "query/history.hpp"
#include "query/lookup.hpp"
#include "query/names.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

ExitCode run(Session& session, const std::string& prefix) {
  Store& store = session.store(Session::Access::read);
  const auto events = history(store, resolve_claim(store, prefix), session.clocks());
  Console& console = session.console();
  if (session.format() == Format::table) {
    console.write(history_text(events, session.names(), {console.output_width(), console.colored_output()}));
    return ExitCode::done;
  }
  RowWriter rows(session.row_options({"day", "event", "summary", "standing", "journal", "recorded"}),
                 session.results());
  for (const HistoryEvent& event : events) rows.add(history_json(event, session.names()));
  rows.end();
  return ExitCode::done;
}

Action define(CLI::App& app) {
  const auto id = std::make_shared<std::string>();
  app.add_option("ID", *id, "A claim, or one of its readings or assessments")->required();
  return [id](Session& session) { return run(session, *id); };
}

}  // namespace

Command history_command() {
  return {"history",
          "Ask",
          "Tell what happened to a claim, on both clocks",
          "When it was said, how it was read, which figures came out when, and each verdict with the vintage it rests "
          "on; beside\n"
          "each, when the store learnt it.",
          {{"avow history 3f2a91", "the whole story"},
           {"avow history 3f2a91 --as-of 2024-12-31", "as far as the store knew it then"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
