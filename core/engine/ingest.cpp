#include "engine/ingest.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "engine/ranks.hpp"

namespace avow {

Ingester::Ingester(Store& store, const DocumentAnalyzer& analyzer, IngestOptions options, Done done, Failed failed)
    : store_(store),
      analyzer_(analyzer),
      options_(std::move(options)),
      done_(std::move(done)),
      failed_(std::move(failed)) {}

Ingester::~Ingester() = default;

void Ingester::add(std::string_view file, std::string_view bytes) {
  const std::string name = utf8::escape_invalid(file);  // a file may be called anything, a text of the store may not
  const auto failed = [this](const Error& error) { fail(error); };
  // Errors of reading stop at this file; errors of the store pass through `take` and end the run.
  const ReadSink sink{[&](const ReadDocument& read) { take(name, read); }, failed};
  try {
    read_documents(name, bytes, options_.given, options_.limits, sink);
  } catch (const Error& error) {
    const bool unreadable = error.code() == ErrorCode::bad_input || error.code() == ErrorCode::limit;
    if (!unreadable) throw;
    failed(error);
  }
}

/// Read already by every detector at its present revision, without failure.
bool Ingester::is_current(const Id& document) {
  const auto analyses = store_.analyses_of(document, {});
  return !analyses.empty() &&
         std::all_of(analyzer_.makers().begin(), analyzer_.makers().end(), [&](const Maker& maker) {
           return std::any_of(analyses.begin(), analyses.end(), [&](const auto& known) {
             return known.value.maker == maker && known.value.failure.empty();
           });
         });
}

/// Between two documents nothing is half-written, so what is complete is kept.
void Ingester::stop_when_asked() {
  if (!options_.stop || !options_.stop()) return;
  commit();
  throw Error(ErrorCode::interrupted, "interrupted", "what was reported as done is stored; run it again for the rest");
}

void Ingester::take(std::string_view name, const ReadDocument& read) {
  stop_when_asked();
  const Id id = id_of(read.document);
  IngestedDocument result;
  if (is_current(id)) {
    result.id = id;
    result.name = name;
    result.title = read.document.title;
    ++totals_.known;
  } else if (auto written = try_write(name, read, id)) {
    result = std::move(*written);
  } else {
    return;
  }
  pending_.push_back(std::move(result));
  pending_bytes_ += read.document.text.size();
  totals_.bytes += read.document.text.size();
  if (pending_.size() >= options_.batch_documents || pending_bytes_ >= options_.batch_bytes) commit();
}

/// The ranks decide whose reading stands, so they are recorded before the readings are.
void Ingester::begin() {
  writer_ = store_.begin();
  writer_->begin_entry({"plugins", options_.actor, "ranks of detectors"});
  record_ranks(*writer_, analyzer_.detectors());
}

/// A document that the store refuses leaves nothing behind, and the others of its transaction stay.
std::optional<IngestedDocument> Ingester::try_write(std::string_view name, const ReadDocument& read, const Id& id) {
  const FoundClaims found = analyzer_.analyze(read.document, id);
  if (!writer_) begin();
  writer_->begin_entry({"ingest", options_.actor, std::string(name)});
  try {
    return write(name, read, id, found);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_input) throw;
    writer_->abandon_entry();
    fail(Error(error.code(), std::string(name) + ": " + error.what(), error.advice()));
    return std::nullopt;
  }
}

void Ingester::fail(const Error& error) {
  ++totals_.failed;
  if (failed_) failed_(error);
}

IngestedDocument Ingester::write(std::string_view name, const ReadDocument& read, const Id& id,
                                 const FoundClaims& found) {
  IngestedDocument result{id, std::string(name), read.document.title, false, 0, 0, {}};
  result.added = writer_->add(read.document, read.raw);
  for (const FoundClaim& claim : found.claims) {
    result.claims += writer_->add(claim.claim) ? 1 : 0;
    for (const Reading& reading : claim.readings) result.readings += writer_->add(reading) ? 1 : 0;
  }
  for (const Analysis& analysis : found.analyses) {
    writer_->add(analysis);
    if (!analysis.failure.empty()) result.failures.push_back(analysis.maker.plugin + ": " + analysis.failure);
  }
  totals_.claims += result.claims;
  totals_.readings += result.readings;
  totals_.plugin_failures += result.failures.size();
  ++(result.added ? totals_.documents : totals_.known);
  return result;
}

void Ingester::commit() {
  if (writer_) {
    writer_->commit();
    writer_.reset();
  }
  const std::vector<IngestedDocument> durable = std::exchange(pending_, {});
  pending_bytes_ = 0;
  if (!done_) return;
  for (const IngestedDocument& document : durable) done_(document);
}

}  // namespace avow
