#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/analyzer_pool.hpp"
#include "engine/copies.hpp"
#include "engine/ordered_work.hpp"
#include "read/reader.hpp"
#include "store/store.hpp"

namespace avow {

struct IngestOptions {
  Metadata given;
  ReadLimits limits;
  std::string actor;                                 ///< for the journal
  std::size_t batch_documents = 512;                 ///< a transaction holds at most so many documents
  std::size_t batch_bytes = std::size_t{8} << 20;    ///< and about so many bytes of text
  std::size_t held_bytes = OrderedWork::held_bytes;  ///< about so many bytes are read ahead
  /// Asked before each document; true: the documents written so far, all whole, are committed and reported, and add()
  /// throws Error (interrupted). May be empty.
  std::function<bool()> stop = {};
};

/// One document, reported only after the transaction that holds it is durable (or when it failed).
struct IngestedDocument {
  Id id;
  std::string name;  ///< the file it came from
  std::string title;
  bool added = false;                 ///< false: it was there already
  std::size_t claims = 0;             ///< new ones
  std::size_t readings = 0;           ///< new ones
  std::size_t copies = 0;             ///< links of its claims to those of a document that one of the two copies
  std::vector<std::string> failures;  ///< detectors that failed, each "plugin: reason"
};

struct IngestTotals {
  std::uint64_t documents = 0, known = 0, failed = 0, claims = 0, readings = 0, bytes = 0, plugin_failures = 0;
};

/// Puts documents with their claims into the store. Each document is whole or absent; several share a transaction. A
/// document that is there already, read by the same detectors at the same revision, adds nothing.
class Ingester {
 public:
  using Done = std::function<void(const IngestedDocument&)>;
  using Failed = std::function<void(const Error&)>;
  /// Store and analyzers must outlive it. Callbacks may be empty; they are called from the thread that calls add().
  Ingester(Store& store, AnalyzerPool& analyzers, IngestOptions options, Done done, Failed failed);
  ~Ingester();  ///< what was not committed is lost

  /// Reads the bytes of one file and takes in the documents in them. What cannot be read goes to `failed`; Error of the
  /// store is thrown, and interrupted when options.stop says so.
  void add(std::string_view file, std::string_view bytes);
  /// Makes durable what add() took in, and reports it.
  void commit();
  const IngestTotals& totals() const { return totals_; }

 private:
  /// A document on its way from the reader to the store.
  struct Passage {
    std::string name;
    ReadDocument read;
    Id id;
    bool known = false;     ///< it is in the store
    bool has_twin = false;  ///< the same document is on its way before it
    FoundClaims found = {};
  };

  void take(std::string_view name, ReadDocument read);
  void write_next(const Passage& passage);
  void write_batch();
  void stop_when_asked();
  bool is_current(const Id& document);
  void begin();
  void fail(const Error& error);
  std::optional<IngestedDocument> try_write(const Passage& passage);
  IngestedDocument write(const Passage& passage);

  Store& store_;
  AnalyzerPool& analyzers_;
  IngestOptions options_;
  Done done_;
  Failed failed_;
  std::unique_ptr<StoreWriter> writer_;
  std::vector<IngestedDocument> pending_;
  std::size_t pending_bytes_ = 0;
  IngestTotals totals_;
  std::set<Id> underway_;
  CopyLinker copies_;
  OrderedWork work_;  ///< last, so that its threads end first
};

}  // namespace avow
