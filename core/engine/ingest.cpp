#include "engine/ingest.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "engine/ranks.hpp"

namespace avow {

Ingester::Ingester(Store& store, AnalyzerPool& analyzers, IngestOptions options, Done done, Failed failed)
    : store_(store),
      analyzers_(analyzers),
      options_(std::move(options)),
      done_(std::move(done)),
      failed_(std::move(failed)),
      copies_(store),
      work_(analyzers.threads(), options_.held_bytes) {}

Ingester::~Ingester() = default;

void Ingester::add(std::string_view file, std::string_view bytes) {
  const std::string name = utf8::escape_invalid(file);  // a file may be called anything, a text of the store may not
  // Failures wait for the documents before them, so that what is said is in the order of the input too.
  const auto failed = [this](const Error& error) { work_.add([this, error] { fail(error); }); };
  // Errors of reading stop at this file; errors of the store pass through `take` and end the run.
  const ReadSink sink{[&](ReadDocument read) { take(name, std::move(read)); }, failed};
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
         std::all_of(analyzers_.first().makers().begin(), analyzers_.first().makers().end(), [&](const Maker& maker) {
           return std::any_of(analyses.begin(), analyses.end(), [&](const auto& known) {
             return known.value.maker == maker && known.value.failure.empty();
           });
         });
}

/// Between two documents nothing is half-written, so what is complete is kept.
void Ingester::stop_when_asked() {
  if (!options_.stop || !options_.stop()) return;
  write_batch();
  throw Error(ErrorCode::interrupted, "interrupted", "what was reported as done is stored; run it again for the rest");
}

/// A document that is there already need not be analyzed; one whose twin is on its way is looked for again at its turn.
void Ingester::take(std::string_view name, ReadDocument read) {
  stop_when_asked();
  const Id id = id_of(read.document);
  const bool known = is_current(id);
  const bool twin = !underway_.insert(id).second;
  const std::size_t weight = read.document.text.size() + read.raw.size();
  const auto passage = std::make_shared<Passage>(Passage{std::string(name), std::move(read), id, known, twin, {}});
  work_.add(
      weight,
      [this, passage](std::size_t thread) {
        if (!passage->known) passage->found = analyzers_.of(thread).analyze(passage->read.document, passage->id);
      },
      [this, passage] { write_next(*passage); });
}

void Ingester::write_next(const Passage& passage) {
  underway_.erase(passage.id);
  IngestedDocument result;
  if (passage.known || (passage.has_twin && is_current(passage.id))) {
    result.id = passage.id;
    result.name = passage.name;
    result.title = passage.read.document.title;
    ++totals_.known;
  } else if (auto written = try_write(passage)) {
    result = std::move(*written);
  } else {
    return;
  }
  pending_.push_back(std::move(result));
  pending_bytes_ += passage.read.document.text.size();
  totals_.bytes += passage.read.document.text.size();
  if (pending_.size() >= options_.batch_documents || pending_bytes_ >= options_.batch_bytes) write_batch();
}

/// The ranks decide whose reading stands, so they are recorded before the readings are.
void Ingester::begin() {
  writer_ = store_.begin();
  writer_->begin_entry({"plugins", options_.actor, "ranks of detectors"});
  record_ranks(*writer_, analyzers_.first().detectors());
}

/// A document that the store refuses leaves nothing behind, and the others of its transaction stay.
std::optional<IngestedDocument> Ingester::try_write(const Passage& passage) {
  if (!writer_) begin();
  writer_->begin_entry({"ingest", options_.actor, passage.name});
  try {
    return write(passage);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_input) throw;
    writer_->abandon_entry();
    fail(Error(error.code(), passage.name + ": " + error.what(), error.advice()));
    return std::nullopt;
  }
}

void Ingester::fail(const Error& error) {
  ++totals_.failed;
  if (failed_) failed_(error);
}

IngestedDocument Ingester::write(const Passage& passage) {
  IngestedDocument result{passage.id, passage.name, passage.read.document.title, false, 0, 0, 0, {}};
  result.added = writer_->add(passage.read.document, passage.read.raw);
  for (const FoundClaim& claim : passage.found.claims) {
    result.claims += writer_->add(claim.claim) ? 1 : 0;
    for (const Reading& reading : claim.readings) result.readings += writer_->add(reading) ? 1 : 0;
  }
  for (const Analysis& analysis : passage.found.analyses) {
    writer_->add(analysis);
    if (!analysis.failure.empty()) result.failures.push_back(analysis.maker.plugin + ": " + analysis.failure);
  }
  for (const Link& link : copies_.take_in(passage.read.document, passage.id, passage.found.claims))
    result.copies += writer_->add(link) ? 1 : 0;
  totals_.claims += result.claims;
  totals_.readings += result.readings;
  totals_.plugin_failures += result.failures.size();
  ++(result.added ? totals_.documents : totals_.known);
  return result;
}

void Ingester::commit() {
  work_.finish();
  write_batch();
}

void Ingester::write_batch() {
  if (writer_) {
    writer_->commit();
    writer_.reset();
  }
  copies_.forget();
  const std::vector<IngestedDocument> durable = std::exchange(pending_, {});
  pending_bytes_ = 0;
  if (!done_) return;
  for (const IngestedDocument& document : durable) done_(document);
}

}  // namespace avow
