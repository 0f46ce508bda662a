#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/commitment_options.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/commitment_json.hpp"
#include "query/contradictions.hpp"
#include "query/names.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string speaker, side, indicator, links;
  bool same_speaker = false;
  std::size_t limit = 0;
};

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::read);
  const std::string side = code_or_word(session.names(), options.side);
  const std::string speaker = code_or_word(session.names(), options.speaker);
  Commitments commitments(store, session.names(), session.clocks(), parse_links(options.links));
  std::size_t left = options.limit;
  return list_rows(session, {"said", "speaker_name", "quote", "earlier_said", "earlier_quote", "how"},
                   [&](const auto& add) {
                     contradictions(commitments, options.indicator, [&](const Contradiction& one) {
                       const bool wanted = (side.empty() || one.key.side == side) &&
                                           (speaker.empty() || is_by(one.later, speaker)) &&
                                           (!options.same_speaker || one.same_speaker);
                       if (!wanted) return true;
                       Json row = contradiction_json(one, session.names());
                       shorten_ids(session, row, {"claim", "earlier"});
                       add(row);
                       return options.limit == 0 || --left > 0;
                     });
                   });
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--speaker", options->speaker, "The later one was said by")->type_name("WHO");
  app.add_option("--side", options->side, "Promises of this party, government, group or person")->type_name("WHO");
  app.add_option("--indicator", options->indicator, "About this indicator or measure")->type_name("WHAT");
  app.add_option("--links", options->links, links_help)->type_name("LINKS");
  app.add_flag("--same-speaker", options->same_speaker, "Only where one and the same speaker said both");
  app.add_option("--limit", options->limit, "At most so many")->type_name("N");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command contradictions_command() {
  return {"contradictions",
          "Ask",
          "List promises that go against an earlier one of the same side",
          "For and against the same measure of the same subject, or words that take a promise back.",
          {{"avow contradictions --same-speaker", "who promised one thing and then the other"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
