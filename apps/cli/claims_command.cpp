#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/commitment_options.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/claim_json.hpp"
#include "query/commitments.hpp"
#include "query/disputes.hpp"
#include "query/facets.hpp"
#include "query/names.hpp"
#include "query/paging.hpp"
#include "query/revisions.hpp"
#include "query/shifts.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

constexpr auto orders = enum_names<ClaimFilter::Order>({{ClaimFilter::Order::said_newest_first, "said"},
                                                        {ClaimFilter::Order::due_first, "due"},
                                                        {ClaimFilter::Order::relevance, "relevance"}});

struct Options {
  ClaimOptions claims;
  std::string sort, shift, links, after;
  std::vector<std::string> facets;
  std::size_t limit = 0;
};

/// Asks the filter of each claim by itself, as a store does not know about shifts.
void visit_shifting(Session& session, Store& store, const Options& options, ClaimFilter filter,
                    const std::function<bool(const ClaimRow&)>& visit) {
  std::size_t left = filter.limit;
  const LinkKind shift = parse_word("--shift", options.shift, shift_words);
  Commitments commitments(store, session.names(), session.clocks(), parse_links(options.links));
  for (const Id& id : shifting_claims(commitments, options.claims.indicator, shift)) {
    filter.claim = id.hex();
    bool more = true;
    store.claims(filter,
                 [&](const ClaimRow& claim) { return more = visit(claim) && (filter.limit == 0 || --left > 0); });
    if (!more) return;
  }
}

/// What a checker says since a person judged, if it says otherwise.
Json disagreement_json(Store& store, const ClaimRow& claim, const Clocks& clocks) {
  const auto other = disagreement(store, claim, clocks);
  if (!other) return nullptr;
  return {{"verdict", verdicts.name(other->value.verdict)},
          {"judged_by", maker_text(other->value.maker)},
          {"assessment", other->id.hex()}};
}

/// Instead of the claims, how many of them have which value.
ExitCode list_facets(Session& session, Store& store, const ClaimFilter& filter, const Options& options) {
  if (!options.shift.empty())
    throw Error(ErrorCode::usage, "--facets cannot be counted by --shift", "leave one of them out");
  return list_rows(session, {"facet", "value", "name", "claims"}, [&](const auto& add) {
    for (const std::string& word : options.facets)
      for (const FacetValue& one : facet(store, filter, parse_word("--facets", word, facet_names))) {
        const bool none = one.value.empty();
        add({{"facet", word},
             {"value", none ? Json() : Json(one.value)},
             {"name", none ? Json() : Json(session.names().entity_name(one.value))},
             {"claims", one.claims}});
      }
  });
}

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::read);
  ClaimFilter filter = options.claims.filter(session, store);
  if (!options.sort.empty()) filter.order = parse_word("--sort", options.sort, orders);
  if (!options.facets.empty()) return list_facets(session, store, filter, options);
  if (!options.after.empty()) filter.after = parse_cursor(options.after, filter.order);
  const bool pages = options.limit != 0 && options.shift.empty() && filter.order != ClaimFilter::Order::relevance;
  filter.limit = pages ? options.limit + 1 : options.limit;  // one more tells whether there is another page
  std::string cursor;
  std::size_t shown = 0;
  const ExitCode ended = list_rows(session, claim_columns(), [&](const auto& add) {
    const auto visit = [&](const ClaimRow& claim) {
      if (pages && ++shown > options.limit) {
        session.console().note("there are more: --after " + cursor);
        return false;
      }
      Json row = claim_json(claim, session.names());
      row["disagreement"] = disagreement_json(store, claim, filter.clocks);
      row["disputes"] = open_disputes(store, claim.id, filter.clocks).size();
      if (pages) row["cursor"] = cursor = cursor_of(claim, filter.order);
      shorten_ids(session, row);
      add(row);
      return true;
    };
    if (options.shift.empty())
      store.claims(filter, visit);
    else
      visit_shifting(session, store, options, filter, visit);
  });
  return ended;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->claims.add_to(app);
  app.add_option("--sort", options->sort, "said (newest first), due (soonest first) or relevance (to --text)")
      ->type_name("ORDER");
  app.add_option("--shift", options->shift, shift_help)->type_name("SHIFT");
  app.add_option("--links", options->links, std::string("With --shift: ") + links_help)->type_name("LINKS");
  app.add_option("--limit", options->limit, "At most so many; the last row's cursor leads on")->type_name("N");
  app.add_option("--after", options->after, "From there on: the cursor of the page before")->type_name("CURSOR");
  app.add_option("--facets", options->facets,
                 "Count the claims by value instead: speaker, party, kind, topic, verdict, year")
      ->delimiter(',')
      ->type_name("FACETS");
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
           {"avow claims --shift later", "who moved goalposts"},
           {"avow claims --disputed", "what somebody disputes and nobody has answered"},
           {"avow claims --text 'two percent' --today 2024-07-01", "as it stood on that day"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
