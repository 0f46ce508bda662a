#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/commitment_options.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/scorecard_json.hpp"
#include "query/names.hpp"
#include "query/scorecard.hpp"
#include "query/shifts.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

using By = ScorecardQuestion::By;

struct Options {
  ClaimOptions claims;
  std::string by = "speaker";
  std::string scale, weight, shift, links;
  bool all = false, copies = false, by_commitment = false;
  std::size_t limit = 0;
};

std::vector<std::string> columns_of(const Options& options) {
  std::vector<std::string> columns{"group",       "claims",   "kept",        "supported", "final",       "open",
                                   "provisional", "proposed", "undecidable", "unjudged",  "not_testable"};
  if (options.by_commitment) {  // which are promises: nothing is supported
    columns[1] = "commitments";
    columns[3] = "utterances";
  }
  if (!options.weight.empty()) columns.insert(columns.begin() + 4, {"weighed_kept", "weighed_supported"});
  return columns;
}

/// What the figures are of, and how they were made: a scorecard without that says nothing.
std::string selection_of(const Options& options, const Session& session) {
  std::string text = options.copies ? "all claims, copies too" : "claims that are no copies of another";
  if (options.by_commitment)
    text = fmt::format("commitments, each by its last utterance that was judged, by {} links",
                       link_uses.name(parse_links(options.links)));
  const std::string narrowed = options.claims.in_words();
  if (!narrowed.empty()) text += ", " + narrowed;
  if (!options.shift.empty()) text += ", moved " + options.shift;
  return text + ", on " + to_string(session.today());
}

std::string footnote(const Options& options, const std::optional<Scale>& scale, const std::string& selection) {
  std::string text = fmt::format(
      "\nOf: {}.\nRates: kept of promises, supported of statements that were judged for good; 95 % interval (Wilson "
      "1927).\n",
      selection);
  if (scale) text += fmt::format("Verdicts in the words of: {}.\n", scale->name);
  if (!options.weight.empty())
    text +=
        "Weighed: sum of weights kept (supported) / sum of weights judged for good; hope 1, aim 2, commitment 3, not "
        "said 2.\n";
  return text;
}

/// Commitments must outlive the question.
ScorecardQuestion question_of(Session& session, Store& store, Commitments& commitments, const Options& options) {
  ScorecardQuestion question;
  question.filter = options.claims.filter(session, store);
  question.filter.distinct_only = !options.copies;
  if (!options.all) question.by = parse_word("--by", options.by, scorecard_groups);
  if (!options.weight.empty()) question.weight = parse_word("--weight", options.weight, weights);
  if (options.by_commitment && (options.copies || !options.shift.empty()))
    throw Error(ErrorCode::usage, "--by-commitment counts no copies and no single shifts",
                "leave out --copies and --shift; `avow commitments --shift` lists commitments that moved");
  if (options.by_commitment) question.commitments = &commitments;
  if (options.shift.empty()) return question;
  const auto moved =
      shifting_claims(commitments, options.claims.indicator, parse_word("--shift", options.shift, shift_words));
  question.among.emplace(moved.begin(), moved.end());
  return question;
}

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::read);
  Commitments commitments(store, session.names(), session.clocks(), parse_links(options.links));
  const ScorecardQuestion question = question_of(session, store, commitments, options);
  std::optional<Scale> scale;
  if (!options.scale.empty()) scale = find_scale(store, options.scale, session.clocks());
  const std::string selection = selection_of(options, session);
  const bool as_table = session.format() == Format::table || session.format() == Format::md;
  auto scores = scorecard(store, question);
  if (options.limit != 0 && scores.size() > options.limit) scores.resize(options.limit);
  const ExitCode ended = list_rows(session, columns_of(options), [&](const auto& add) {
    for (const Score& score : scores)
      add(as_table ? score_cells(score, session.names(), scale) : score_json(score, session.names(), scale, selection));
  });
  if (session.format() == Format::table && !scores.empty())
    session.console().write(footnote(options, scale, selection));
  return ended;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->claims.add_to(app);
  app.add_option("--by", options->by, "speaker (as if not said), party (on the day), topic, year or kind")
      ->type_name("GROUP");
  app.add_flag("--all", options->all, "All in one row");
  app.add_flag("--by-commitment", options->by_commitment, "Count each commitment once, however often it was said");
  app.add_option("--shift", options->shift, shift_help)->type_name("SHIFT");
  app.add_option("--links", options->links, std::string("With these: ") + links_help)->type_name("LINKS");
  app.add_flag("--copies", options->copies, "Count copies of a claim in other documents too");
  app.add_option("--scale", options->scale, "Verdicts by the words of this scale, e.g. politifact-promise-meter")
      ->type_name("CODE");
  app.add_option("--weight", options->weight, "Also give shares weighed by: strength (hope 1, aim 2, commitment 3)")
      ->type_name("BY");
  app.add_option("--limit", options->limit, "At most so many groups, those with most claims")->type_name("N");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command scorecard_command() {
  return {"scorecard",
          "Ask",
          "Count claims by verdict, with what could not be tested, and rates with their uncertainty",
          "Every claim counts in one column only: judged for good, open, provisional (on estimates), proposed (until a "
          "person\n"
          "confirms), undecidable, not judged yet, or not testable, with what is missing. Rates never come without "
          "their number.",
          {{"avow scorecard --kind pledge", "promises by speaker"},
           {"avow scorecard --by party --said 2024.. --scale politifact-promise-meter", "in another's words"},
           {"avow scorecard --by-commitment --by party", "each promise once, however often it was made"},
           {"avow scorecard --by topic --speaker mark-rutte --format json", "for programs"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
