#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/document_input.hpp"
#include "cli/interrupt.hpp"
#include "cli/jobs.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/analyzer_pool.hpp"
#include "engine/ordered_work.hpp"
#include "plugin/plugin.hpp"
#include "publish/claim_fields.hpp"
#include "publish/row_batch.hpp"
#include "query/names.hpp"

namespace avow::cli {
namespace {

/// The reading that a store would let stand: of the detector with the highest rank.
Reading* standing_reading(FoundClaim& found, const std::vector<Plugin*>& plugins) {
  const auto rank = [&](const Reading& reading) {
    const auto plugin =
        std::find_if(plugins.begin(), plugins.end(), [&](const Plugin* p) { return p->maker() == reading.maker; });
    return plugin == plugins.end() ? 0 : (*plugin)->manifest().rank;
  };
  const auto best = std::max_element(found.readings.begin(), found.readings.end(),
                                     [&](const Reading& a, const Reading& b) { return rank(a) < rank(b); });
  return best == found.readings.end() ? nullptr : &*best;
}

ClaimRow row_of(FoundClaim found, const Document& document, const std::vector<Plugin*>& plugins) {
  ClaimRow row;
  row.id = found.id;
  row.claim = std::move(found.claim);
  row.document_title = document.title;
  row.document_url = document.url;
  row.document_publisher = document.publisher;
  if (Reading* reading = standing_reading(found, plugins)) {
    row.reading_id = id_of(*reading);
    row.reading = std::move(*reading);
  }
  return row;
}

/// A document on its way from the reader to the rows.
struct Passage {
  std::string name;
  Document document;
  RowBatch rows;
  std::vector<std::string> failures = {};
};

/// Documents in, claims out; nothing is kept.
class Detection {
 public:
  Detection(Session& session, Metadata given, std::size_t jobs)
      : session_(session),
        given_(std::move(given)),
        vocabulary_(read_vocabulary(default_vocabulary_folder())),
        lexicon_(vocabulary_),
        names_(vocabulary_.entities, vocabulary_.indicators),
        plugins_(session.plugins()),
        analyzers_(lexicon_, plugins_, jobs, [&session] { return session.more_plugins(); }),
        rows_(options(session), session.results()),
        work_(jobs, OrderedWork::held_bytes) {
    lexicon_.read_with(session.attribution_model());
  }

  void read(const std::string& name, std::string_view bytes) {
    try {
      read_documents(name, bytes, given_, ReadLimits{},
                     {[&](ReadDocument read) { detect(name, std::move(read.document)); },
                      [&](const Error& error) { fail_in_turn(error); }});
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_input && error.code() != ErrorCode::limit) throw;
      fail_in_turn(error);
    }
    session_.console().flush();
  }
  void end() {
    work_.finish();
    rows_.end();
  }
  std::uint64_t documents() const { return documents_; }
  std::uint64_t failed() const { return failed_; }

 private:
  /// A filter: NDJSON wherever it goes, unless another format is asked for.
  static RowOptions options(Session& session) {
    RowOptions options = session.row_options(claim_columns_without_verdict());
    options.format = session.format(Format::ndjson, Format::ndjson);
    return options;
  }
  static std::vector<std::string> claim_columns_without_verdict() {
    return {"said", "speaker_name", "kind", "quote", "target", "due"};
  }

  void detect(const std::string& name, Document document) {
    stop_if_interrupted();
    const auto passage = std::make_shared<Passage>(Passage{name, std::move(document), rows_.batch()});
    work_.add(
        passage->document.text.size(), [this, passage](std::size_t thread) { analyze(thread, *passage); },
        [this, passage] { print(*passage); });
  }

  /// On one of the threads: what it touches besides its own analyzer does not change.
  void analyze(std::size_t thread, Passage& passage) {
    FoundClaims found = analyzers_.of(thread).analyze(passage.document);
    for (const Analysis& analysis : found.analyses)
      if (!analysis.failure.empty())
        passage.failures.push_back(fmt::format("{}: {}: {}", passage.name, analysis.maker.plugin, analysis.failure));
    for (FoundClaim& claim : found.claims) {
      const ClaimRow row = row_of(std::move(claim), passage.document, plugins_);
      passage.rows.add([&](Fields& fields) { claim_fields(fields, row, names_); });
    }
  }

  void print(const Passage& passage) {
    ++documents_;
    for (const std::string& failure : passage.failures) fail(failure);
    rows_.add_batch(passage.rows);
  }

  /// Behind the documents before it, as if there were one thread.
  void fail_in_turn(const Error& error) {
    work_.add([this, error] { fail(error.what(), error.advice()); });
  }

  void fail(const std::string& what, const std::string& advice = {}) {
    session_.console().problem(what, advice);
    ++failed_;
  }

  Session& session_;
  Metadata given_;
  Vocabulary vocabulary_;
  Lexicon lexicon_;
  Names names_;
  std::vector<Plugin*> plugins_;
  AnalyzerPool analyzers_;
  RowWriter rows_;
  std::uint64_t documents_ = 0;
  std::uint64_t failed_ = 0;
  OrderedWork work_;  ///< last, so that its threads end first
};

ExitCode run(Session& session, const DocumentInput& input, std::size_t jobs) {
  Detection detection(session, input.metadata(), jobs);
  const auto outcome =
      input.each_file(session.console(), "detect",
                      [&](const std::string& name, std::string_view bytes) { detection.read(name, bytes); });
  session.console().end_progress();
  detection.end();
  stop_if_interrupted();
  return input.exit_code(detection.documents(), detection.failed() + outcome.failed);
}

Action define(CLI::App& app) {
  const auto input = std::make_shared<DocumentInput>();
  const auto jobs = std::make_shared<Jobs>();
  input->add_to(app);
  jobs->add_to(app);
  return [input, jobs](Session& session) { return run(session, *input, jobs->count()); };
}

}  // namespace

Command detect_command() {
  return {"detect",
          "Bring in",
          "Find the claims in documents and print them, without a store",
          "A pure filter: documents in, one claim a line out as NDJSON, in the fields of `avow claims`. Knows the "
          "names and\n"
          "indicators that Avow ships.",
          {{"avow detect speech.txt --published 2025-06-24", "the claims of one speech"},
           {"cat documents.ndjson | avow detect - | jq -r .quote", "of many documents, only their words"}},
          define,
          {}};
}

}  // namespace avow::cli
