#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/review.hpp"
#include "model/json.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string id, because;
};

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::write);
  const auto [kind, id] = store.resolve(options.id);
  const Retraction retraction = retract(store, kind, id, session.settings().actor, options.because, system_now());
  RowWriter rows(session.row_options({"kind", "subject", "person", "reason", "at"}), session.results());
  Json row = retraction;
  row["at"] = retraction.at.text();
  shorten_ids(session, row, {"id", "subject"});
  rows.add(row);
  rows.end();
  return ExitCode::done;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, "Any record: a document, claim, reading, observation, assessment, ...")->required();
  app.add_option("--because", options->because, "Why")->type_name("REASON")->required();
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command retract_command() {
  return {
      "retract",
      "Judge",
      "Take a record out of what is shown, with a reason",
      "The record itself stays and can be seen with --as-of; with a document go its claims, with a claim its verdicts.",
      {{"avow retract 3f2a91 --because 'The article was a hoax.' --by ada", "with all that rests on it"}},
      define,
      {}};
}

}  // namespace avow::cli
