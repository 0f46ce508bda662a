#include <CLI/CLI.hpp>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/claim_json.hpp"
#include "query/names.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

constexpr auto orders = enum_names<ClaimFilter::Order>({{ClaimFilter::Order::said_newest_first, "said"},
                                                        {ClaimFilter::Order::due_first, "due"},
                                                        {ClaimFilter::Order::relevance, "relevance"}});

struct Options {
  ClaimOptions claims;
  std::string sort;
  std::size_t limit = 0;
};

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::read);
  ClaimFilter filter = options.claims.filter(session, store);
  if (!options.sort.empty()) filter.order = parse_word("--sort", options.sort, orders);
  filter.limit = options.limit;
  return list_rows(session, claim_columns(), [&](const auto& add) {
    store.claims(filter, [&](const ClaimRow& claim) {
      Json row = claim_json(claim, session.names());
      shorten_ids(session, row);
      add(row);
      return true;
    });
  });
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->claims.add_to(app);
  app.add_option("--sort", options->sort, "said (newest first), due (soonest first) or relevance (to --text)")
      ->type_name("ORDER");
  app.add_option("--limit", options->limit, "At most so many")->type_name("N");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command claims_command() {
  return {"claims",
          "Ask",
          "List claims with their standing reading and verdict",
          "Conditions that are given must all hold. --as-of and --today turn either clock back.",
          {{"avow claims --speaker mark-rutte --open", "what he promised and what is still open"},
           {"avow claims --indicator 'defence expenditure' --due 2024..2030 --sort due", "what falls due when"},
           {"avow claims --text 'two percent' --today 2024-07-01", "as it stood on that day"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
