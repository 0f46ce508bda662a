#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "model/assessment.hpp"
#include "model/claim.hpp"
#include "model/dispute.hpp"
#include "model/document.hpp"
#include "model/entity.hpp"
#include "model/indicator.hpp"
#include "model/link.hpp"
#include "model/observation.hpp"
#include "model/reading.hpp"
#include "model/record.hpp"
#include "model/scale.hpp"

/// What is asked of a store, and the rows it answers with.
namespace avow {

/// The two clocks: when something was recorded, and when it was published. A limit that is absent does not bind; those
/// of the first clock that are set must all hold.
struct Clocks {
  std::optional<Instant> as_of;             ///< only what was in the journal by then
  std::optional<std::int64_t> as_of_entry;  ///< up to and with this journal entry
  std::optional<Id> before;  ///< only what was recorded before this record: what a verdict could be based on. Nothing
                             ///< when the store does not have it. Holds after export and import, which keep the order
  /// Only documents and vintages published by then, and verdicts judged as of that day or earlier. Absent: no bound;
  /// commands set it to the clock's day.
  std::optional<Day> today;
};

/// Where a page of claims ended: the day by which its last claim is ordered, none when it has none, and the id that
/// decides within a day: of the claim by day said, of its standing reading by day due.
struct PageEnd {
  std::optional<Day> day;
  Id id;
};

/// Every condition that is set must hold. Names of entities are codes.
struct ClaimFilter {
  Clocks clocks;
  std::string claim;     ///< hex id of one claim
  std::string document;  ///< hex id
  std::string speaker;   ///< code, or a name as said (case-insensitive)
  std::string party;     ///< speaker was a member of it on the day it was said
  std::optional<Kind> kind;
  std::string topic;
  std::string indicator;  ///< code, or a measure
  std::optional<Verdict> verdict;
  std::optional<Day> due_from, due_until;  ///< latest day of the due date lies within
  std::optional<Day> said_from, said_until;
  std::string text;                 ///< words to find (FTS5), bound and quoted: no query syntax
  bool distinct_only = false;       ///< not those that are copies of a claim that counts itself
  bool disputed_only = false;       ///< with a dispute that nobody has answered
  bool promises_open_only = false;  ///< pledges and forecasts, not negated, without a final verdict
  enum class Order { said_newest_first, due_first, relevance } order = Order::said_newest_first;
  /// Only those behind it in the order; not by relevance, whose order changes with every claim that comes in. Claims
  /// that come in meanwhile are passed over or found by their place, none is given twice.
  std::optional<PageEnd> after;
  std::size_t limit = 0;  ///< 0: all
};

struct DocumentFilter {
  Clocks clocks;
  std::string text;
  std::size_t limit = 0;
};

struct ObservationFilter {
  Clocks clocks;
  std::string indicator;
  std::string entity;
  std::optional<Day> period_from, period_until;
  bool newest_only = true;
  std::size_t limit = 0;
};

struct PassageFilter {
  Clocks clocks;
  std::string words;               ///< all must occur in the document's text
  std::string any_words;           ///< at least one of them; empty: any text
  std::vector<std::string> names;  ///< at least one of these phrases; none: any text
  std::optional<Day> from, until;
  std::size_t limit = 20;
};

/// A record with the journal entry that brought it.
template <typename T>
struct Recorded {
  Id id;
  T value;
  std::int64_t journal_number = 0;
  Instant at;
  bool live = true;  ///< at the clocks, no retraction of the record itself stands; of a retraction: whether it stands
};

struct ClaimRow {
  Id id;
  Claim claim;
  std::string document_title;
  std::string document_url;
  std::string document_publisher;
  std::optional<Id>
      reading_id;  ///< the standing reading: newest of a person, else newest of the highest-ranked analyzer
  std::optional<Reading> reading;
  std::optional<Id>
      assessment_id;  ///< the standing verdict on any reading of the claim: a person's before a machine's, then newest
  std::optional<Assessment> assessment;
};

struct DocumentRow {
  Id id;
  Document document;  ///< text left empty
  std::uint64_t text_bytes = 0;
  std::uint64_t claims = 0;
};

struct ObservationRow {
  Id id;
  Observation observation;
  Series series;
};

struct PassageRow {
  Id document;
  Span span;
  std::string text;
  Date published;
};

struct Counts {
  std::uint64_t documents = 0, entities = 0, indicators = 0, claims = 0, readings = 0, observations = 0,
                assessments = 0, links = 0, retractions = 0, disputes = 0, journal_entries = 0;
};

/// A document with its raw bytes, as exports carry it.
struct StoredDocument {
  Document document;
  std::string raw;
};
/// The rank of an analyzer from then on: it decides whose reading stands.
struct AnalyzerRank {
  std::string plugin;
  std::int64_t rank = 0;
  Instant at;  ///< when it was set, so that going back to an earlier rank is another record
};
Id id_of(const AnalyzerRank& rank);

using AnyRecord = std::variant<StoredDocument, Entity, Indicator, Scale, Claim, Reading, Series, Observation,
                               Assessment, Link, Retraction, Analysis, Dispute, Answer, AnalyzerRank>;

struct SqlLimits {
  std::size_t rows = 10'000;
  std::chrono::milliseconds time{5'000};
};
/// A cell: NULL, integer, real, text, or a blob shown as hex.
using SqlCell = std::variant<std::monostate, std::int64_t, double, std::string>;
struct SqlResult {
  std::vector<std::string> columns;
  std::vector<std::vector<SqlCell>> rows;
};

}  // namespace avow
