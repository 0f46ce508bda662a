#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/suggest_links.hpp"
#include "cli/tables.hpp"
#include "engine/linking.hpp"
#include "publish/commitment_json.hpp"
#include "query/lookup.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::vector<std::string> claims;
  std::string kind, because;
};

ExitCode link_two(Session& session, Store& store, const Options& options) {
  LinkWord word{resolve_claim(store, options.claims[0]), resolve_claim(store, options.claims[1]), LinkKind::repeats,
                options.because, session.settings().actor};
  if (!options.kind.empty()) word.kind = parse_word("--kind", options.kind, link_kinds);
  const Link link = link_claims(store, word, system_now());
  Json row = link_row_json(link);
  shorten_ids(session, row, {"id", "from", "to"});
  RowWriter rows(session.row_options({"id", "from", "kind", "to", "made_by", "reason"}), session.results());
  rows.add(row);
  rows.end();
  return ExitCode::done;
}

ExitCode suggest(Session& session) {
  const LinkTotals totals = suggest_links(session);
  RowWriter rows(session.row_options({"promises", "alike", "added"}), session.results());
  rows.add({{"promises", totals.promises}, {"alike", totals.alike}, {"added", totals.added}});
  rows.end();
  return ExitCode::done;
}

ExitCode run(Session& session, const Options& options) {
  if (options.claims.size() == 1)
    throw Error(ErrorCode::usage, "a link needs two claims", "name both, or none to let the machine suggest links");
  Store& store = session.store(Session::Access::write);
  return options.claims.empty() ? suggest(session) : link_two(session, store, options);
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("CLAIM", options->claims, "Two claims that you link; none: suggest links by their words")
      ->expected(0, 2);
  app.add_option(
         "--kind", options->kind,
         "How the later stands to the earlier: repeats (as if not said), strengthens, weakens, brings_forward,\n"
         "moves_later, narrows, withdraws, contradicts, copies")
      ->type_name("KIND");
  app.add_option("--because", options->because, "Why you link them")->type_name("REASON");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command link_command() {
  return {
      "link",
      "Judge",
      "Link utterances of one promise: two that you name, or all whose words are alike",
      "Without claims: promises of one side that nothing measurable holds together are compared by their words, and\n"
      "those alike get a suggested link with its score. A second run adds nothing. `avow retract` takes a link away;\n"
      "a retracted link parts its two claims for good.",
      {{"avow link", "for promises without a measure; `avow ingest --link` does it behind each ingest"},
       {"avow link 3f2a91 77ab02 --kind moves_later --because 'Same bridge, new year.' --by ada",
        "a person's word, which stands before the machine's"}},
      define,
      {}};
}

}  // namespace avow::cli
