#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "base/error.hpp"
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
  std::string id, verdict, kind, because;
  std::vector<std::string> evidence, fields;
  bool confirm = false, reject = false;
};

std::string maker_name(const Maker& maker) {
  return maker.is_person() ? maker.person : maker.plugin;
}

Json overruled_json(const Reviewed& reviewed) {
  if (!reviewed.overruled) return nullptr;
  const Assessment& earlier = *reviewed.overruled;
  return {{"assessment", reviewed.overruled_id->hex()},
          {"verdict", verdicts.name(earlier.verdict)},
          {"judged", to_string(earlier.today)},
          {"judged_by", maker_name(earlier.maker)},
          {"reason", earlier.reason}};
}

ExitCode print(Session& session, Json row, std::vector<std::string> columns) {
  RowWriter rows(session.row_options(std::move(columns)), session.results());
  shorten_ids(session, row, {"id", "claim"});
  rows.add(row);
  rows.end();
  return ExitCode::done;
}

ExitCode judge(Session& session, Store& store, const Options& options) {
  Review word;
  word.claim = resolve_claim(store, options.id);
  if (!options.confirm) word.verdict = parse_word("--verdict", options.verdict, verdicts);
  word.because = options.because;
  word.evidence = options.evidence;
  word.person = session.settings().actor;
  const Reviewed reviewed = review(store, word, system_now(), session.today());
  Json row = assessment_json(word.claim, id_of(reviewed.assessment), reviewed.assessment);
  row["overruled"] = overruled_json(reviewed);
  if (reviewed.overruled)
    session.console().note(fmt::format("before that stood: {} by {}: {}", verdicts.name(reviewed.overruled->verdict),
                                       maker_name(reviewed.overruled->maker), reviewed.overruled->reason));
  return print(session, row, {"id", "claim", "verdict", "judged", "judged_by", "reason"});
}

/// "due=2030" in two.
std::pair<std::string, std::string> field_of(const std::string& word) {
  const std::size_t at = word.find('=');
  if (at == std::string::npos)
    throw Error(ErrorCode::usage, "--field: '" + word + "' has no =", "write it as due=2030; due= for nothing");
  return {word.substr(0, at), word.substr(at + 1)};
}

ExitCode reread(Session& session, Store& store, const Options& options) {
  Correction correction;
  correction.claim = resolve_claim(store, options.id);
  if (!options.kind.empty()) correction.kind = parse_word("--kind", options.kind, kinds);
  for (const std::string& field : options.fields) correction.fields.push_back(field_of(field));
  correction.because = options.because;
  correction.person = session.settings().actor;
  const Reading reading = correct(store, correction, system_now(), session.today());
  const Json row{{"id", id_of(reading).hex()},
                 {"claim", correction.claim.hex()},
                 {"kind", kinds.name(reading.kind)},
                 {"read_by", reading.maker.person},
                 {"reason", correction.because}};
  return print(session, row, {"id", "claim", "kind", "read_by", "reason"});
}

ExitCode refuse(Session& session, Store& store, const Options& options) {
  const Id claim = resolve_claim(store, options.id);
  const Retraction retraction =
      reject(store, claim, session.settings().actor, options.because, system_now(), session.today());
  const Json row{{"id", id_of(retraction).hex()},
                 {"claim", claim.hex()},
                 {"rejected", retraction.record.hex()},
                 {"by", retraction.person},
                 {"reason", retraction.reason}};
  return print(session, row, {"id", "claim", "rejected", "by", "reason"});
}

ExitCode run(Session& session, const Options& options) {
  const bool corrects = !options.kind.empty() || !options.fields.empty();
  if (int{options.confirm} + int{options.reject} + int{!options.verdict.empty()} + int{corrects} != 1)
    throw Error(ErrorCode::usage, "a review says one thing: a verdict, --confirm, --reject, or a correction",
                "give one of --verdict, --confirm, --reject, or --kind and --field");
  Store& store = session.store(Session::Access::write);
  if (options.reject) return refuse(session, store, options);
  return corrects ? reread(session, store, options) : judge(session, store, options);
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, "The claim, or one of its readings or assessments")->required();
  app.add_option("--verdict", options->verdict,
                 "kept, partly_kept, broken, thwarted, withdrawn; supported, refuted, mixed; ...")
      ->type_name("VERDICT");
  app.add_flag("--confirm", options->confirm, "The verdict that stands is right, proposed or not");
  app.add_flag("--reject", options->reject, "The verdict of a machine that stands is wrong: take it back");
  app.add_option("--kind", options->kind, "It should be read as: pledge, forecast, statistic, fact or stance")
      ->type_name("KIND");
  app.add_option("--field", options->fields,
                 "It should be read with: due=2030, value=2, subject=DEU, indicator=..., negated=true; once for each")
      ->type_name("NAME=VALUE");
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
      "Record a person's word on a claim: a verdict, a confirmation, a correction of how it is read",
      "It stands before any machine's; what stood before is printed and kept with it. Who judged is --by, else "
      "AVOW_USER, else\n"
      "your login name. Nothing is overwritten: a changed mind is another review.",
      {{"avow review 3f2a91 --verdict kept --because 'Passed on 3 June.' --evidence https://example.org/law --by ada",
        "with a reason and what it rests on"},
       {"avow review 3f2a91 --confirm --because 'The law is in the gazette.'", "a proposed verdict, or a checker's"},
       {"avow review 3f2a91 --kind forecast --field due=2031 --because 'She said next year.'", "read otherwise"}},
      define,
      {},
      TakesClocks::today};
}

}  // namespace avow::cli
