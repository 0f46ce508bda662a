#include <CLI/CLI.hpp>
#include <initializer_list>
#include <memory>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/dispute.hpp"
#include "model/json.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string id, person, as, answer, because;
  std::vector<std::string> evidence;
};

template <typename Record>
ExitCode print(Session& session, const Record& record, std::vector<std::string> columns,
               std::initializer_list<const char*> ids) {
  Json row = record;
  row["at"] = record.at.text();
  RowWriter rows(session.row_options(std::move(columns)), session.results());
  shorten_ids(session, row, ids);
  rows.add(row);
  rows.end();
  return ExitCode::done;
}

ExitCode raise(Session& session, Store& store, const Options& options) {
  const std::string& actor = session.settings().actor;
  DisputeWord word{options.id,        options.person.empty() ? actor : options.person,
                   Disputant::reader, options.because,
                   options.evidence,  actor};
  if (!options.as.empty()) word.as = parse_word("--as", options.as, disputants);
  return print(session, dispute(store, word, system_now(), session.today()),
               {"id", "claim", "kind", "person", "as", "reason"}, {"id", "claim", "subject"});
}

ExitCode settle(Session& session, Store& store, const Options& options) {
  if (!options.person.empty() || !options.as.empty())
    throw Error(ErrorCode::usage, "an answer is given by who runs the command", "leave out --from and --as");
  const AnswerWord word{options.id, parse_word("--answer", options.answer, rulings), session.settings().actor,
                        options.because, options.evidence};
  return print(session, answer(store, word, system_now(), session.today()),
               {"id", "dispute", "ruling", "person", "reason"}, {"id", "dispute"});
}

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::write);
  return options.answer.empty() ? raise(session, store, options) : settle(session, store, options);
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id,
                 "A reading, an assessment or a claim (what stands of it); of an answer, the dispute")
      ->required();
  app.add_option("--because", options->because, "Why, in a sentence or two")->type_name("REASON")->required();
  app.add_option("--from", options->person, "Who disputes, if it is not you")->type_name("NAME");
  app.add_option("--as", options->as, "In what quality: reader (as a rule), speaker, newsroom or reviewer")
      ->type_name("WHAT");
  app.add_option("--evidence", options->evidence, "Ids of observations or documents, or addresses")
      ->type_name("ID|URL");
  app.add_option("--answer", options->answer, "Answer it: upheld, corrected or withdrawn")->type_name("RULING");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command dispute_command() {
  return {"dispute",
          "Judge",
          "Record that somebody disputes a verdict, a reading or a quote, or answer it",
          "Neither changes what stands. To answer that it is corrected, correct it first, by `avow review` or `avow "
          "retract`.\n"
          "`avow stale --waiting` lists what waits for an answer, `avow show` and `avow history` tell of each.",
          {{"avow dispute 3f2a91 --from 'Ada Quay' --as speaker --because 'The law passed in May.' --evidence "
            "https://example.org/law",
            "against the verdict that stands"},
           {"avow dispute 77c0de --answer upheld --because 'It passed in July.' --by bo", "in answer"}},
          define,
          {},
          TakesClocks::today};
}

}  // namespace avow::cli
