#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/commitment_json.hpp"
#include "query/lookup.hpp"
#include "query/matching.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string id;
  std::size_t limit = 10;
};

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::read);
  const Id claim = resolve_claim(store, options.id);
  return list_rows(session, {"id", "score", "speaker_name", "quote"}, [&](const auto& add) {
    for (const Match& match : similar_claims(store, claim, session.clocks(), options.limit)) {
      Json row = match_json(match);
      shorten_ids(session, row);
      add(row);
    }
  });
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, "A claim, or one of its readings or assessments")->required();
  app.add_option("--limit", options->limit, "At most so many (10 as if not said)")->type_name("N");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command similar_command() {
  return {"similar",
          "Ask",
          "List the claims whose words are most like a claim's",
          "By words alone, whoever said them; `avow history ID --commitment` lists what belongs to the same promise.",
          {{"avow similar 3f2a91", "the ten most like it"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
