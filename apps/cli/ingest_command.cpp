#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/document_input.hpp"
#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/ingest.hpp"
#include "engine/vocabulary.hpp"
#include "model/json.hpp"

namespace avow::cli {
namespace {

/// Field by field as docs/commands.md says.
Json report_json(const IngestedDocument& document) {
  return {{"id", document.id.hex()},       {"file", document.name},         {"title", document.title},
          {"added", document.added},       {"claims", document.claims},     {"readings", document.readings},
          {"failures", document.failures}};
}

/// Prints what became of each document, as soon as it is durable.
class IngestReport {
 public:
  explicit IngestReport(Session& session)
      : session_(session), rows_(session.row_options({"id", "claims", "added", "title", "file"}), session.results()) {}

  void done(const IngestedDocument& document) {
    Json row = report_json(document);
    shorten_ids(session_, row);
    rows_.add(row);
    if (!session_.console().output_is_terminal()) session_.console().flush();
    session_.console().progress_detail(fmt::format("{} documents", rows_.rows()));
    for (const auto& failure : document.failures) session_.console().problem(fmt::format("{}: {}", document.name, failure));
  }
  void end() { rows_.end(); }

 private:
  Session& session_;
  RowWriter rows_;
};

void say_totals(Console& console, const IngestTotals& totals, std::uint64_t failed) {
  console.note(fmt::format("{} documents added, {} known already, {} failed; {} new claims", totals.documents,
                           totals.known, failed, totals.claims));
}

ExitCode ingest(Session& session, const DocumentInput& input) {
  Console& console = session.console();
  const Metadata given = input.metadata();
  input.check_paths();
  Store& store = session.store(Session::Access::create);
  const DocumentAnalyzer analyzer(session.lexicon(), session.plugins());
  IngestReport report(session);
  IngestOptions options;
  options.given = given;
  options.actor = session.settings().actor;
  Ingester ingester(
      store, analyzer, options,
      [&](const IngestedDocument& document) { report.done(document); }, [&](const Error& error) { console.problem(error); });
  const DocumentInput::Outcome outcome = input.each_file(console, "ingest", [&](const std::string& name, std::string_view bytes) {
    ingester.add(name, bytes);
  });
  ingester.commit();
  console.end_progress();
  report.end();
  const IngestTotals& totals = ingester.totals();
  const std::uint64_t failed = totals.failed + outcome.failed;
  say_totals(console, totals, failed);
  stop_if_interrupted();
  return input.exit_code(totals.documents + totals.known, failed + totals.plugin_failures);
}

Action define(CLI::App& app) {
  const auto input = std::make_shared<DocumentInput>();
  input->add_to(app);
  return [input](Session& session) { return ingest(session, *input); };
}

}  // namespace

Command ingest_command() {
  return {"ingest",
          "Bring in",
          "Read documents, find the claims in them and store both",
          "Reads plain text, HTML and NDJSON (one document a line), known by their content. Folders are walked with all\n"
          "below them. A document that is there already adds nothing. Makes the store when there is none.",
          {{"avow ingest interview.html --published 2025-04-25", "one article, with the date it appeared"},
           {"avow ingest speeches/", "every document in a folder"},
           {"curl -s https://example.org/speech | avow ingest - --url https://example.org/speech", "from a pipe"}},
          define,
          {}};
}

}  // namespace avow::cli
