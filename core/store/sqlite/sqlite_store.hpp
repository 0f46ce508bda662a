#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/claim_count.hpp"
#include "store/open.hpp"
#include "store/sqlite/connection.hpp"
#include "store/store.hpp"

namespace avow::sqlite {

/// The two clocks as numbers of this store: the last record known then, and the day as text.
struct Bounds {
  std::int64_t last_record;
  std::string today;
};
Bounds bounds_of(Connection& connection, const Clocks& clocks);
/// Binds :last and :today.
void bind_bounds(Statement& statement, const Bounds& bounds);

/// The store in one SQLite file. Reads go over a connection of their own that cannot write; begin() opens another.
class SqliteStore final : public Store {
 public:
  SqliteStore(std::filesystem::path file, OpenOptions options);

  std::unique_ptr<StoreWriter> begin() override;
  std::optional<Document> document(const Id& id) override;
  std::optional<std::string> raw_bytes(const Digest& digest) override;
  std::optional<Claim> claim(const Id& id) override;
  std::optional<Reading> reading(const Id& id) override;
  std::optional<Series> series(const Id& id) override;
  std::optional<Observation> observation(const Id& id) override;
  std::optional<Assessment> assessment(const Id& id) override;
  std::optional<Dispute> dispute(const Id& id) override;
  std::optional<Answer> answer(const Id& id) override;
  bool knows(const Id& record, const Clocks& clocks) override;
  std::pair<RecordKind, Id> resolve(std::string_view prefix) override;
  void claims(const ClaimFilter& filter, const std::function<bool(const ClaimRow&)>& visit) override;
  ClaimCounts count_claims(const ClaimFilter& filter, CountBy by) override;
  void documents(const DocumentFilter& filter, const std::function<bool(const DocumentRow&)>& visit) override;
  std::vector<Entity> entities(const Clocks& clocks) override;
  std::vector<Indicator> indicators(const Clocks& clocks) override;
  std::vector<Scale> scales(const Clocks& clocks) override;
  void observations(const ObservationFilter& filter, const std::function<bool(const ObservationRow&)>& visit) override;
  std::vector<PassageRow> passages(const PassageFilter& filter) override;
  void promises(const PromiseFilter& filter, const std::function<bool(const PromiseRow&)>& visit) override;
  std::vector<std::string> measured_indicators() override;
  void links(const Clocks& clocks, const std::function<bool(const Recorded<Link>&)>& visit) override;
  void wordings(const WordingFilter& filter, const std::function<bool(const Wording&)>& visit) override;
  std::uint64_t claims_with(std::string_view word, std::uint64_t at_most) override;
  std::vector<Recorded<Claim>> claims_of(const Id& document, const Clocks& clocks) override;
  std::vector<Recorded<Reading>> readings_of(const Id& claim, const Clocks& clocks) override;
  std::vector<Recorded<Assessment>> assessments_of(const Id& claim, const Clocks& clocks) override;
  std::vector<Recorded<Link>> links_of(const Id& claim, const Clocks& clocks) override;
  std::vector<Recorded<Retraction>> retractions_of(const Id& record, const Clocks& clocks) override;
  std::vector<Recorded<Analysis>> analyses_of(const Id& subject, const Clocks& clocks) override;
  std::vector<Recorded<Dispute>> disputes_of(const Id& claim, const Clocks& clocks) override;
  std::vector<Recorded<Answer>> answers_of(const Id& dispute, const Clocks& clocks) override;
  void check_candidates(const ClaimFilter& filter, const std::function<bool(const CheckCandidate&)>& visit) override;
  std::vector<CheckRow> check_rows(const std::vector<std::int64_t>& claims, const Clocks& clocks) override;
  std::optional<CheckMark> check_mark(const Id& claim) override;
  bool has_news(News news, const NewsWindow& window, std::string_view indicator) override;
  std::int64_t newest_record() override;
  void journal(const Clocks& clocks, const std::function<bool(const JournalEntry&)>& visit) override;
  Counts counts() override;
  void each_record(const std::function<void(const AnyRecord&, std::int64_t)>& visit) override;
  VerifyResult verify(std::size_t limit, const std::function<void(std::uint64_t, std::uint64_t)>& progress) override;
  void backup(const std::string& path) override;
  SqlResult sql(std::string_view statement, const SqlLimits& limits) override;

 private:
  std::optional<std::int64_t> key_of(const Id& id, RecordKind kind);

  std::filesystem::path file_;
  OpenOptions options_;
  std::unique_ptr<Connection> writer_;  ///< before reader_: the last to close folds the log into the file
  std::unique_ptr<Connection> reader_;
};

// Parts of the store that have a file of their own.
void visit_claims(Connection& connection, const ClaimFilter& filter, const std::function<bool(const ClaimRow&)>& visit);
std::vector<PassageRow> find_passages(Connection& connection, const PassageFilter& filter);
VerifyResult verify_store(Connection& connection, std::size_t limit,
                          const std::function<void(std::uint64_t, std::uint64_t)>& progress);
void backup_store(Connection& connection, const std::filesystem::path& path);
SqlResult run_user_sql(Connection& connection, std::string_view statement, const SqlLimits& limits);

}  // namespace avow::sqlite
