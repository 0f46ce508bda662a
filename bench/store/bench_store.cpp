// The store's writer against bare prepared inserts of the very same rows into the same tables and indexes, word indexes
// included, in transactions of the same size. The bare side copies finished rows out of a store that the writer made:
// it digests nothing, packs nothing, looks nothing up.
//
//   avow_bench_store [documents] [documents per transaction] [repetitions]

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/open.hpp"

namespace {

using namespace avow;

constexpr int claims_per_document = 12;
constexpr std::size_t words_per_document = 600;

struct Item {
  Document document;
  std::string raw;
  std::vector<Claim> claims;
  std::vector<Reading> readings;
};

/// Words of one to four syllables, the first ones far more often, as in a language.
class Words {
 public:
  explicit Words(unsigned seed) : random_(seed) {
    static constexpr const char* syllables[] = {"ta", "no", "re", "mi", "sol", "ka", "lu", "ven", "dor", "pi", "sha", "bel"};
    for (int i = 0; i < 20'000; ++i) {
      std::string word;
      for (std::size_t n = 1 + random_() % 4; n > 0; --n) word += syllables[random_() % 12];
      words_.push_back(word);
    }
  }
  const std::string& next() {
    const double share = std::uniform_real_distribution<double>(0, 1)(random_);
    return words_[static_cast<std::size_t>(share * share * share * static_cast<double>(words_.size() - 1))];
  }

 private:
  std::mt19937 random_;
  std::vector<std::string> words_;
};

Reading read(const Claim& claim, int number) {
  Reading reading;
  reading.claim = id_of(claim);
  reading.kind = number % 3 == 0 ? Kind::pledge : Kind::statistic;
  reading.topic = "budget";
  reading.target.subject_text = "the government";
  reading.target.indicator_text = "expenditure";
  reading.target.indicator = "indicator-" + std::to_string(number % 40);
  reading.target.relation = Relation::at_least;
  reading.target.value = Decimal{2.0 + number % 50, 0.1};
  reading.target.unit = "percent";
  reading.target.due = Date::year(2025 + number % 20);
  reading.strength = Strength::commit;
  reading.score = 0.8;
  reading.cues = {{claim.span, "modal will"}};
  reading.maker.plugin = number % 3 == 0 ? "pledge" : "statistic";
  reading.maker.version = "1.0.0";
  reading.maker.configuration = sha256("{}");
  return reading;
}

Item make(Words& words, int number) {
  Item item;
  Document& document = item.document;
  document.url = "https://example.org/" + std::to_string(number);
  document.title = words.next() + " " + words.next() + " " + std::to_string(number);
  document.publisher = "Gazette";
  document.published = Date::day(day_from_number(18'000 + number % 2'000));
  document.language = "en";
  document.media_type = "text/plain";
  std::vector<Span> sentences;
  for (std::size_t written = 0; written < words_per_document; written += 15) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    for (int i = 0; i < 15; ++i) document.text += words.next() + (i < 14 ? " " : ".\n");
    sentences.push_back({begin, static_cast<std::uint32_t>(document.text.size() - 1)});
  }
  item.raw = document.text;
  document.raw = sha256(item.raw);
  for (int i = 0; i < claims_per_document; ++i) {
    Claim& claim = item.claims.emplace_back();
    claim.document = id_of(document);
    claim.span = sentences[static_cast<std::size_t>(i) * 3];
    claim.quote = text_quote(document.text, claim.span);
    claim.voice = Voice::quotation;
    claim.speaker_name = "Speaker " + std::to_string((number * 7 + i) % 500);
    claim.speaker = "speaker-" + std::to_string((number * 7 + i) % 500);
    claim.said = document.published;
    item.readings.push_back(read(claim, number + i));
  }
  return item;
}

using Seconds = std::chrono::duration<double>;

double write_through_store(const std::filesystem::path& file, const std::vector<Item>& items, std::size_t per_transaction) {
  OpenOptions options;
  options.mode = OpenMode::create;
  const auto store = open_store(file, options);
  const auto start = std::chrono::steady_clock::now();
  const auto writer = store->begin();
  for (std::size_t i = 0; i < items.size(); ++i) {
    writer->begin_entry({"ingest", "bench", ""});
    writer->add(items[i].document, items[i].raw);
    for (const Claim& claim : items[i].claims) writer->add(claim);
    for (const Reading& reading : items[i].readings) writer->add(reading);
    if ((i + 1) % per_transaction == 0) writer->commit();
  }
  writer->commit();
  return Seconds(std::chrono::steady_clock::now() - start).count();
}

void check(int code, sqlite3* handle) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(handle));
}

void run(sqlite3* handle, const std::string& sql) { check(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), handle); }

/// One finished row: which insert it is for, and its values.
struct Row {
  std::size_t insert;
  std::vector<sqlite3_value*> values;
};

struct Table {
  const char* select;  ///< rows of one journal entry, whose records lie within ?1 and ?2
  const char* insert;
};
const Table tables[] = {
    {"SELECT * FROM record WHERE key BETWEEN ?1 AND ?2", "INSERT INTO record VALUES (?,?,?)"},
    {"SELECT * FROM raw WHERE key = (SELECT raw FROM document WHERE key BETWEEN ?1 AND ?2)", "INSERT INTO raw VALUES (?,?,?,?)"},
    {"SELECT * FROM document WHERE key BETWEEN ?1 AND ?2", "INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"},
    {"SELECT key, title, text FROM document WHERE key BETWEEN ?1 AND ?2",
     "INSERT INTO document_words (rowid, title, text) VALUES (?,?,?)"},
    {"SELECT * FROM claim WHERE key BETWEEN ?1 AND ?2", "INSERT INTO claim VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"},
    {"SELECT key, quote FROM claim WHERE key BETWEEN ?1 AND ?2", "INSERT INTO claim_words (rowid, quote) VALUES (?,?)"},
    {"SELECT * FROM reading WHERE key BETWEEN ?1 AND ?2",
     "INSERT INTO reading VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
    {"SELECT * FROM journal_entry WHERE last_record BETWEEN ?1 AND ?2", "INSERT INTO journal_entry VALUES (?,?,?,?,?,?,?,?)"},
};

void take(sqlite3* from, const Table& table, std::size_t insert, std::int64_t first, std::int64_t last, std::vector<Row>& rows) {
  sqlite3_stmt* select = nullptr;
  check(sqlite3_prepare_v2(from, table.select, -1, &select, nullptr), from);
  sqlite3_bind_int64(select, 1, first);
  sqlite3_bind_int64(select, 2, last);
  while (sqlite3_step(select) == SQLITE_ROW) {
    Row& row = rows.emplace_back(Row{insert, {}});
    for (int i = 0; i < sqlite3_column_count(select); ++i) row.values.push_back(sqlite3_value_dup(sqlite3_column_value(select, i)));
  }
  sqlite3_finalize(select);
}

/// All rows of a store, by journal entry.
std::vector<std::vector<Row>> take_rows(const std::filesystem::path& file) {
  sqlite3* from = nullptr;
  check(sqlite3_open(file.c_str(), &from), from);
  std::vector<std::vector<Row>> entries;
  sqlite3_stmt* select = nullptr;
  check(sqlite3_prepare_v2(from, "SELECT last_record FROM journal_entry ORDER BY number", -1, &select, nullptr), from);
  std::int64_t before = 0;
  while (sqlite3_step(select) == SQLITE_ROW) {
    const std::int64_t last = sqlite3_column_int64(select, 0);
    auto& rows = entries.emplace_back();
    for (std::size_t i = 0; i < std::size(tables); ++i) take(from, tables[i], i, before + 1, last, rows);
    before = last;
  }
  sqlite3_finalize(select);
  sqlite3_close(from);
  return entries;
}

double write_bare(const std::filesystem::path& file, const std::filesystem::path& makers, const std::vector<std::vector<Row>>& entries,
                  std::size_t per_transaction) {
  OpenOptions options;
  options.mode = OpenMode::create;
  open_store(file, options);  // for its empty tables
  sqlite3* to = nullptr;
  check(sqlite3_open(file.c_str(), &to), to);
  run(to, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; ATTACH '" + makers.string() +
              "' AS made; INSERT INTO maker SELECT * FROM made.maker; DETACH made");
  std::vector<sqlite3_stmt*> inserts;
  for (const Table& table : tables) check(sqlite3_prepare_v3(to, table.insert, -1, SQLITE_PREPARE_PERSISTENT, &inserts.emplace_back(), nullptr), to);
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t entry = 0; entry < entries.size(); ++entry) {
    if (entry % per_transaction == 0) run(to, "BEGIN IMMEDIATE");
    for (const Row& row : entries[entry]) {
      sqlite3_stmt* insert = inserts[row.insert];
      for (std::size_t i = 0; i < row.values.size(); ++i) sqlite3_bind_value(insert, static_cast<int>(i + 1), row.values[i]);
      check(sqlite3_step(insert), to);
      sqlite3_reset(insert);
    }
    if ((entry + 1) % per_transaction == 0 || entry + 1 == entries.size()) run(to, "COMMIT");
  }
  const double seconds = Seconds(std::chrono::steady_clock::now() - start).count();
  for (sqlite3_stmt* insert : inserts) sqlite3_finalize(insert);
  sqlite3_close(to);
  return seconds;
}

void remove_store(const std::filesystem::path& file) {
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

long argument(int count, char** values, int index, long otherwise) {
  return count > index ? std::strtol(values[index], nullptr, 10) : otherwise;
}

}  // namespace

int main(int count, char** values) try {
  const auto documents = argument(count, values, 1, 2'000);
  const auto per_transaction = static_cast<std::size_t>(argument(count, values, 2, 100));
  const auto repetitions = argument(count, values, 3, 5);
  const auto folder = std::filesystem::temp_directory_path() / ("avow-bench-" + std::to_string(std::random_device{}()));
  std::filesystem::create_directory(folder);
  Words words(1);
  std::vector<Item> items;
  double megabytes = 0;
  for (long i = 0; i < documents; ++i) {
    items.push_back(make(words, static_cast<int>(i)));
    megabytes += static_cast<double>(items.back().document.text.size()) / 1e6;
  }
  const auto stored = folder / "store.db";
  const auto bare = folder / "bare.db";
  std::vector<std::vector<Row>> rows;
  std::vector<double> store_times;
  std::vector<double> bare_times;
  std::printf("%ld documents (%.1f MB), %d claims and readings each, %zu documents a transaction\n", documents, megabytes,
              claims_per_document, per_transaction);
  std::printf("%-4s %16s %16s %8s\n", "run", "store docs/s", "bare docs/s", "ratio");
  for (long i = 0; i < repetitions; ++i) {
    remove_store(stored);
    remove_store(bare);
    store_times.push_back(write_through_store(stored, items, per_transaction));
    if (rows.empty()) rows = take_rows(stored);
    bare_times.push_back(write_bare(bare, stored, rows, per_transaction));
    std::printf("%-4ld %16.0f %16.0f %8.2f\n", i + 1, static_cast<double>(documents) / store_times.back(),
                static_cast<double>(documents) / bare_times.back(), bare_times.back() / store_times.back());
  }
  const double store_rate = static_cast<double>(documents) / median(store_times);
  std::printf("median: store %.0f documents/s (%.0f claims/s, %.1f MB/s), bare %.0f documents/s, ratio %.2f\n", store_rate,
              store_rate * claims_per_document, store_rate * megabytes / static_cast<double>(documents),
              static_cast<double>(documents) / median(bare_times), median(bare_times) / median(store_times));
  std::filesystem::remove_all(folder);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_store: %s\n", error.what());
  return 2;
}
