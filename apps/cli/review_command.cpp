#include <CLI/CLI.hpp>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/review.hpp"
#include "publish/claim_json.hpp"
#include "query/lookup.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string id, verdict, because;
  std::vector<std::string> evidence;
};

ExitCode run(Session& session, const Options& options) {
  const Verdict verdict = parse_word("--verdict", options.verdict, verdicts);
  Store& store = session.store(Session::Access::write);
  const Review word{resolve_claim(store, options.id), verdict, options.because, options.evidence,
                    session.settings().actor};
  const Assessment assessment = review(store, word, system_now(), session.today());
  RowWriter rows(session.row_options({"id", "claim", "verdict", "judged", "judged_by", "reason"}), session.results());
  Json row = assessment_json(word.claim, id_of(assessment), assessment);
  shorten_ids(session, row, {"id", "claim"});
  rows.add(row);
  rows.end();
  return ExitCode::done;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, "The claim, or one of its readings or assessments")->required();
  app.add_option("--verdict", options->verdict,
                 "kept, partly_kept, broken, thwarted, withdrawn; supported, refuted, mixed; ...")
      ->type_name("VERDICT")
      ->required();
  app.add_option("--because", options->because, "Why, in a sentence or two")->type_name("REASON")->required();
  app.add_option("--evidence", options->evidence, "Ids of observations or documents, or addresses")
      ->type_name("ID|URL");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command review_command() {
  return {
      "review",
      "Judge",
      "Record a person's verdict on a claim",
      "It stands before any machine's. Who judged is --by, else AVOW_USER, else your login name. Nothing is "
      "overwritten: a\n"
      "changed mind is another review.",
      {{"avow review 3f2a91 --verdict kept --because 'Passed on 3 June.' --evidence https://example.org/law --by ada",
        "with a reason and what it rests on"}},
      define,
      {},
      TakesClocks::today};
}

}  // namespace avow::cli
