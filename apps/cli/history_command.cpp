#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/commitment_options.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/claim_json.hpp"
#include "publish/claim_text.hpp"
#include "publish/commitment_json.hpp"
#include "query/commitments.hpp"
#include "query/history.hpp"
#include "query/lookup.hpp"
#include "query/names.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string id, links;
  bool commitment = false;
};

ExitCode tell_claim(Session& session, Store& store, const Id& claim) {
  const auto events = history(store, claim, session.clocks());
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

ExitCode tell_commitment(Session& session, const Commitment& commitment) {
  Console& console = session.console();
  if (session.format() == Format::table) {
    console.write(commitment_text(commitment, session.names(), {console.output_width(), console.colored_output()}));
    return ExitCode::done;
  }
  RowWriter rows(session.row_options({"said", "speaker_name", "quote", "shifts", "verdict", "claim"}),
                 session.results());
  for (const CommitmentUtterance& one : commitment.utterances)
    rows.add(utterance_json(commitment, one, session.names()));
  rows.end();
  return ExitCode::done;
}

/// A claim's id is told apart from a commitment's by what the store holds.
std::optional<Id> claim_named(Store& store, const std::string& prefix) {
  try {
    return resolve_claim(store, prefix);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::not_found) throw;
    return std::nullopt;
  }
}

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::read);
  const auto claim = claim_named(store, options.id);
  if (claim && !options.commitment) return tell_claim(session, store, *claim);
  Commitments commitments(store, session.names(), session.clocks(), parse_links(options.links));
  return tell_commitment(session, commitments.find(options.id));
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, "A claim, or one of its readings or assessments; or a commitment")->required();
  app.add_flag("--commitment", options->commitment, "All utterances of the commitment that the claim belongs to");
  app.add_option("--links", options->links, std::string("Of a commitment: ") + links_help)->type_name("LINKS");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command history_command() {
  return {"history",
          "Ask",
          "Tell what happened to a claim or a commitment, on both clocks",
          "When it was said, how it was read, which figures came out when, and each verdict with the vintage it rests "
          "on; beside\n"
          "each, when the store learnt it. Of a commitment (`avow commitments`): each utterance, and what it changed.",
          {{"avow history 3f2a91", "the whole story"},
           {"avow history 3f2a91 --commitment", "the promise over all its utterances"},
           {"avow history 3f2a91 --as-of 2024-12-31", "as far as the store knew it then"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
