#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/document_input.hpp"
#include "cli/interrupt.hpp"
#include "cli/jobs.hpp"
#include "cli/session.hpp"
#include "cli/suggest_links.hpp"
#include "cli/tables.hpp"
#include "engine/ingest.hpp"
#include "engine/vocabulary.hpp"
#include "model/json.hpp"

namespace avow::cli {
namespace {

/// Field by field as docs/commands.md says.
Json report_json(const IngestedDocument& document) {
  return {{"id", document.id.hex()},      {"file", document.name},     {"title", document.title},
          {"added", document.added},      {"claims", document.claims}, {"readings", document.readings},
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
    for (const auto& failure : document.failures)
      session_.console().problem(fmt::format("{}: {}", document.name, failure));
  }
  void end() { rows_.end(); }

 private:
  Session& session_;
  RowWriter rows_;
};

/// The engine's ingest, begun with the first file that could be opened: for nothing, no store is made.
class Ingestion {
 public:
  Ingestion(Session& session, Metadata given, std::size_t jobs) : session_(session), jobs_(jobs), report_(session) {
    options_.given = std::move(given);
    options_.actor = session.settings().actor;
  }

  void add(const std::string& name, std::string_view bytes) {
    if (!ingester_) begin();
    ingester_->add(name, bytes);
  }

  IngestTotals end() {
    if (ingester_) ingester_->commit();
    session_.console().end_progress();
    report_.end();
    return ingester_ ? ingester_->totals() : IngestTotals{};
  }

 private:
  void begin() {
    Store& store = session_.store(Session::Access::create);
    if (session_.lexicon().entities().empty())
      throw Error(ErrorCode::usage, "the store has no vocabulary, so no name in a document could be told",
                  "`avow entities import FOLDER` brings one in; schema/vocabulary is the one that Avow ships");
    analyzers_ = std::make_unique<AnalyzerPool>(session_.lexicon_for_reading(), session_.plugins(), jobs_,
                                                [this] { return session_.more_plugins(); });
    options_.stop = interrupted;
    ingester_ = std::make_unique<Ingester>(
        store, *analyzers_, options_, [this](const IngestedDocument& document) { report_.done(document); },
        [this](const Error& error) { session_.console().problem(error); });
  }

  Session& session_;
  std::size_t jobs_;
  IngestReport report_;
  IngestOptions options_;
  std::unique_ptr<AnalyzerPool> analyzers_;
  std::unique_ptr<Ingester> ingester_;
};

ExitCode ingest(Session& session, const DocumentInput& input, std::size_t jobs, bool link) {
  Ingestion ingestion(session, input.metadata(), jobs);
  const auto outcome =
      input.each_file(session.console(), "ingest",
                      [&](const std::string& name, std::string_view bytes) { ingestion.add(name, bytes); });
  const IngestTotals totals = ingestion.end();
  const std::uint64_t failed = totals.failed + outcome.failed;
  const std::uint64_t read = totals.documents + totals.known;
  if (read + failed > 1 || read > 0)
    session.console().note(fmt::format("{} documents added, {} known already, {} failed; {} new claims",
                                       totals.documents, totals.known, failed, totals.claims));
  stop_if_interrupted();
  if (link && totals.claims > 0)
    session.console().note(fmt::format("{} links suggested between promises", suggest_links(session).added));
  return input.exit_code(read, failed + totals.plugin_failures);
}

Action define(CLI::App& app) {
  const auto input = std::make_shared<DocumentInput>();
  const auto jobs = std::make_shared<Jobs>();
  input->add_to(app);
  jobs->add_to(app);
  const auto link = std::make_shared<bool>(false);
  app.add_flag("--link", *link, "Afterwards suggest links between promises whose words are alike, as `avow link` does");
  return [input, jobs, link](Session& session) { return ingest(session, *input, jobs->count(), *link); };
}

}  // namespace

Command ingest_command() {
  return {
      "ingest",
      "Bring in",
      "Read documents, find the claims in them and store both",
      "Reads plain text, HTML, PDF, feeds, records of parliament, subtitles, Word, OpenDocument and NDJSON (one "
      "document a\n"
      "line), known by their content. Folders are walked with all below them. A document that is there already adds\n"
      "nothing. Makes the store when there is none.",
      {{"avow ingest interview.html --published 2025-04-25", "one article, with the date it appeared"},
       {"avow ingest speeches/", "every document in a folder"},
       {"curl -s https://example.org/speech | avow ingest - --url https://example.org/speech", "from a pipe"}},
      define,
      {}};
}

}  // namespace avow::cli
