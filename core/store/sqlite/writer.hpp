#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/instant.hpp"
#include "store/journal_digest.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/row_writer.hpp"
#include "store/sqlite/standing_keeper.hpp"
#include "store/store.hpp"

struct ZSTD_CCtx_s;

namespace avow::sqlite {

/// The write side, on the connection given to it, which it alone may write while it lives.
class Writer final : public StoreWriter {
 public:
  /// Begins the transaction. Error: store_locked.
  Writer(Connection& connection, Clock clock);
  ~Writer() override;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  Writer(Writer&&) = delete;
  Writer& operator=(Writer&&) = delete;

  void begin_entry(const JournalNote& note) override;
  bool add(const Document& document, std::string_view raw) override;
  bool add(const Entity& entity) override;
  bool add(const Indicator& indicator) override;
  bool add(const Scale& scale) override;
  bool add(const Claim& claim) override;
  bool add(const Reading& reading) override;
  bool add(const Series& series) override;
  bool add(const Observation& observation) override;
  bool add(const Assessment& assessment) override;
  bool add(const Assessment& assessment, std::int64_t reading) override;
  bool add(const Link& link) override;
  bool add(const Retraction& retraction) override;
  bool add(const Analysis& analysis) override;
  bool add(const Dispute& dispute) override;
  bool add(const Answer& answer) override;
  bool add(const AnalyzerRank& rank) override;
  bool set_rank(std::string_view plugin, int rank) override;
  void mark(const Id& claim, const CheckMark& mark) override;
  void mark(std::int64_t claim, std::int64_t reading, const CheckMark& mark) override;
  void abandon_entry() override;
  void commit() override;

 private:
  struct Entry {
    JournalNote note;
    JournalDigest content;
    std::int64_t last_record = 0;
  };
  struct Known {
    std::int64_t key;
    std::string_view kind;
  };
  class Adding;

  void begin_transaction();
  void end_entry();
  void write_journal();
  void purge_from(std::int64_t first_key);
  bool record(std::string_view kind, const Id& id);  // of a name that lives as long as the program
  bool write(const Assessment& assessment, std::int64_t reading);
  void require_first_retraction(std::int64_t key);
  void require_of_claim(const Dispute& dispute, std::int64_t claim, std::int64_t record);
  void remember(const Id& id, Known known);
  std::int64_t key_of(const Id& id, std::string_view kind);
  std::int64_t raw_key(const Digest& digest, std::string_view bytes);
  std::int64_t maker_key(const Maker& maker);
  Statement& statement(std::string_view sql);

  Connection& connection_;
  Clock clock_;
  std::optional<Transaction> transaction_;
  std::unordered_map<const char*, std::unique_ptr<Statement>> statements_;
  std::unordered_map<Id, Known> keys_;  ///< of what was added or looked up lately
  std::optional<Maker> last_maker_;
  std::int64_t last_maker_key_ = 0;
  std::unique_ptr<ZSTD_CCtx_s, std::size_t (*)(ZSTD_CCtx_s*)> packer_;
  std::string packed_;

  std::int64_t next_key_ = 1;
  std::int64_t entry_first_key_ = 1;
  std::int64_t entry_first_raw_ = 1;
  std::int64_t entry_first_maker_ = 1;
  std::optional<Entry> entry_;
  std::vector<Entry> ended_;
  StandingKeeper standing_;
  bool failed_ = false;  ///< an add ended half way: only abandon_entry() or the end may follow
};

}  // namespace avow::sqlite
