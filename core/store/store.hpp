#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/digest.hpp"
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
#include "store/check_mark.hpp"
#include "store/filters.hpp"

namespace avow {

struct PromiseFilter;  // these four: store/threads.hpp
struct PromiseRow;
struct Wording;
struct WordingFilter;

/// One transaction on the store: everything added since begin() is there after commit(), or nothing is. Groups what is
/// added into journal entries. Destroyed without commit(): rolled back. Holds the store's one write lock while it
/// lives.
///
/// Each add_* takes a value, works out its id, and returns true when the row is new, false when it is there already
/// (then nothing is written). What it refers to must have been added before: Error (internal) otherwise. Every text, in
/// records and in the notes of entries, must be valid UTF-8: Error (bad_input) naming the field otherwise.
/// That holds for an earlier version of an entity, an indicator or a scale too, and for what was retracted: adding it
/// again neither makes it the newest version nor restores it. Who means that must say so to the user when false comes
/// back: give it some other content, or retract the retraction.
/// An entry that adds nothing leaves no trace in the journal.
class StoreWriter {
 public:
  virtual ~StoreWriter() = default;
  /// Begins a journal entry; the one before ends. Must be called before the first add.
  virtual void begin_entry(const JournalNote& note) = 0;

  virtual bool add(const Document& document, std::string_view raw) = 0;
  virtual bool add(const Entity& entity) = 0;
  virtual bool add(const Indicator& indicator) = 0;
  virtual bool add(const Scale& scale) = 0;
  virtual bool add(const Claim& claim) = 0;
  virtual bool add(const Reading& reading) = 0;
  virtual bool add(const Series& series) = 0;
  virtual bool add(const Observation& observation) = 0;
  virtual bool add(const Assessment& assessment) = 0;
  /// The same where the reading's key is known (CheckRow::reading_key), which spares looking it up.
  virtual bool add(const Assessment& assessment, std::int64_t reading) = 0;
  virtual bool add(const Link& link) = 0;
  /// A retraction can be retracted, which restores the record; to take that back, retract the record once more. Error
  /// (usage) for the retraction of a retraction's retraction.
  virtual bool add(const Retraction& retraction) = 0;
  virtual bool add(const Analysis& analysis) = 0;
  /// Error (bad_input) when what is disputed is not the claim itself, nor a reading or an assessment of it.
  virtual bool add(const Dispute& dispute) = 0;
  virtual bool add(const Answer& answer) = 0;
  /// As another store gave it out, for imports; set_rank() is for what runs here.
  virtual bool add(const AnalyzerRank& rank) = 0;
  /// Notes when a claim was judged and on what. Derived: no record, in no journal entry; durable with the transaction.
  virtual void mark(const Id& claim, const CheckMark& mark) = 0;
  /// The same where the keys of the claim and of mark.reading are known (CheckRow).
  virtual void mark(std::int64_t claim, std::int64_t reading, const CheckMark& mark) = 0;
  /// Records the rank of an analyzer (the one in its manifest), which decides whose reading stands from this entry on;
  /// 0 until set. True when it differs from the one before.
  virtual bool set_rank(std::string_view plugin, int rank) = 0;

  /// The current entry's adds are taken back, as if it had not begun; earlier entries of this transaction stay.
  virtual void abandon_entry() = 0;
  /// Durable when it returns; all its entries carry the time of the commit. The writer may be used on for another
  /// transaction with begin_entry().
  virtual void commit() = 0;
};

/// What verify() found wrong: the row by its kind and id (or what can be said of it) and why.
struct Damage {
  std::string where;   ///< "claim 3f2a...", "journal entry 17"
  std::string reason;  ///< "its content does not match its id"
};

struct VerifyResult {
  std::uint64_t rows = 0;
  std::uint64_t journal_entries = 0;
  std::vector<Damage> damages;  ///< in the order found, at most `limit`
};

struct CheckCandidate;  // these two: store/check_rows.hpp
struct CheckRow;
struct ClaimCounts;  // these two: store/claim_count.hpp
enum class CountBy;

/// The store of documents, claims, readings, outcomes and verdicts. Rows are only added; what is true now is worked out
/// from them, at two clocks (Clocks). Readers see a consistent state and never wait for the writer. One Store object is
/// used by one thread at a time; open several for several threads.
///
/// Every function may throw Error: store_locked, store_damaged, io.
class Store {
 public:
  virtual ~Store() = default;

  /// Takes the write lock, waiting for at most the time given at opening. Error: store_read_only, store_locked.
  virtual std::unique_ptr<StoreWriter> begin() = 0;

  // One record by id, whatever the clocks; nullopt when it is not there.
  virtual std::optional<Document> document(const Id& id) = 0;
  virtual std::optional<std::string> raw_bytes(const Digest& digest) = 0;
  virtual std::optional<Claim> claim(const Id& id) = 0;
  virtual std::optional<Reading> reading(const Id& id) = 0;
  virtual std::optional<Series> series(const Id& id) = 0;
  virtual std::optional<Observation> observation(const Id& id) = 0;
  virtual std::optional<Assessment> assessment(const Id& id) = 0;
  virtual std::optional<Dispute> dispute(const Id& id) = 0;
  virtual std::optional<Answer> answer(const Id& id) = 0;

  /// Whether the journal held a record at the clocks, retracted or not; `today` plays no part.
  virtual bool knows(const Id& record, const Clocks& clocks) = 0;

  /// The record that a prefix of hex digits (4 to 32) names. Error: not_found; ambiguous (naming up to 5 candidates);
  /// usage for what is no hex.
  virtual std::pair<RecordKind, Id> resolve(std::string_view prefix) = 0;

  // What is true at the clocks: retracted and later rows left out.

  /// Claims with their standing reading and verdict, by the filter's order. Streams: `visit` returns false to stop.
  virtual void claims(const ClaimFilter& filter, const std::function<bool(const ClaimRow&)>& visit) = 0;
  /// How many claims of each sort match, whatever the filter's order, limit and `after`; in no order. All claims of the
  /// store are counted without a look at any record, unless at a day before one that a verdict or document is of.
  virtual ClaimCounts count_claims(const ClaimFilter& filter, CountBy by) = 0;
  /// Documents by publication, newest first, without their texts.
  virtual void documents(const DocumentFilter& filter, const std::function<bool(const DocumentRow&)>& visit) = 0;
  /// Newest version of each code, by code.
  virtual std::vector<Entity> entities(const Clocks& clocks) = 0;
  virtual std::vector<Indicator> indicators(const Clocks& clocks) = 0;
  virtual std::vector<Scale> scales(const Clocks& clocks) = 0;
  /// By indicator, entity, period, and newest vintage first; only the newest vintage of each when filter.newest_only.
  virtual void observations(const ObservationFilter& filter,
                            const std::function<bool(const ObservationRow&)>& visit) = 0;
  /// Passages that hold the most of the words, of documents that hold them all, of the newest document first; within
  /// one in their order. What was recorded later has no influence on them: a check that read them can be repeated.
  virtual std::vector<PassageRow> passages(const PassageFilter& filter) = 0;
  /// Pledges and forecasts with what commitments are made of, in no order that means anything.
  virtual void promises(const PromiseFilter& filter, const std::function<bool(const PromiseRow&)>& visit) = 0;
  /// Codes of indicators that any reading ever named, by code.
  virtual std::vector<std::string> measured_indicators() = 0;
  /// Links that say more than that one claim is a copy of another, retracted ones too (`live` tells), oldest first;
  /// `journal_number` and `at` are left out.
  virtual void links(const Clocks& clocks, const std::function<bool(const Recorded<Link>&)>& visit) = 0;
  /// Claims as words: those with any of the words, closest by BM25 first.
  virtual void wordings(const WordingFilter& filter, const std::function<bool(const Wording&)>& visit) = 0;
  /// How many claims and titles have the word in some form, whatever the clocks; not counted further than `at_most`.
  virtual std::uint64_t claims_with(std::string_view word, std::uint64_t at_most) = 0;

  // Everything that was recorded about one thing, oldest first, with the journal entry that brought it.
  virtual std::vector<Recorded<Claim>> claims_of(const Id& document, const Clocks& clocks) = 0;
  virtual std::vector<Recorded<Reading>> readings_of(const Id& claim, const Clocks& clocks) = 0;
  virtual std::vector<Recorded<Assessment>> assessments_of(const Id& claim, const Clocks& clocks) = 0;
  virtual std::vector<Recorded<Link>> links_of(const Id& claim, const Clocks& clocks) = 0;
  /// The record is retracted when one of these is `live`.
  virtual std::vector<Recorded<Retraction>> retractions_of(const Id& record, const Clocks& clocks) = 0;
  virtual std::vector<Recorded<Analysis>> analyses_of(const Id& subject, const Clocks& clocks) = 0;
  /// Of a claim, whichever of its readings and verdicts they are about.
  virtual std::vector<Recorded<Dispute>> disputes_of(const Id& claim, const Clocks& clocks) = 0;
  virtual std::vector<Recorded<Answer>> answers_of(const Id& dispute, const Clocks& clocks) = 0;

  // For check runs.
  /// Claims that match and have a standing reading, by the filter's order. Streams: `visit` returns false to stop.
  virtual void check_candidates(const ClaimFilter& filter, const std::function<bool(const CheckCandidate&)>& visit) = 0;
  /// What judging each of these claims begins with, in their order: given by CheckCandidate::key, none twice. Those
  /// that are not there at the clocks are left out.
  virtual std::vector<CheckRow> check_rows(const std::vector<std::int64_t>& claims, const Clocks& clocks) = 0;
  /// nullopt when the claim was not judged, or what was noted of it is damaged.
  virtual std::optional<CheckMark> check_mark(const Id& claim) = 0;
  /// `indicator` is a code, for News::figures only.
  virtual bool has_news(News news, const NewsWindow& window, std::string_view indicator) = 0;
  /// A number that grows with each record, and is the same in this store alone.
  virtual std::int64_t newest_record() = 0;

  virtual void journal(const Clocks& clocks, const std::function<bool(const JournalEntry&)>& visit) = 0;
  virtual Counts counts() = 0;

  /// Every record of a kind in journal order, retracted ones too, each as its model value; for exports and merges.
  virtual void each_record(const std::function<void(const AnyRecord&, std::int64_t journal_number)>& visit) = 0;

  /// Recomputes every digest and the journal chain.
  virtual VerifyResult verify(std::size_t limit,
                              const std::function<void(std::uint64_t done, std::uint64_t total)>& progress) = 0;

  /// A consistent copy into a new file. Error: io when it exists.
  virtual void backup(const std::string& path) = 0;

  /// Runs one read-only statement of the user's. Error: usage when it would write or is no SQL; limit past rows or
  /// time.
  virtual SqlResult sql(std::string_view statement, const SqlLimits& limits) = 0;
};

}  // namespace avow
