#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/digest.hpp"
#include "model/record.hpp"
#include "store/filters.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/row_reader.hpp"

/// Rows to model values: the one place that knows which column holds which field when reading. writer_rows.cpp is its
/// counterpart for writing.
namespace avow::sqlite {

/// Kind of an AnalyzerRank: a record of the store's own, not of the model.
inline constexpr std::string_view analyzer_kind = "analyzer";

// Columns of a record in a larger query, with the aliases that the readers below expect:
// d document, w its raw; c claim, rc and rd the records of it and of its document; r reading, rm its maker;
// a assessment, ar the record of its reading, am its maker; s series; o observation, os the record of its series.
extern const std::string_view document_columns;  // without the text
extern const std::string_view claim_columns;
extern const std::string_view reading_columns;
extern const std::string_view series_columns;
extern const std::string_view observation_columns;

Document read_document(RowReader& row);
Claim read_claim(RowReader& row);
Reading read_reading(RowReader& row);
Series read_series(RowReader& row);
Observation read_observation(RowReader& row);

// Whole records by key, children included; nullopt when there is no such row. Error (integrity).
std::optional<Document> load_document(Connection& connection, std::int64_t key);
std::optional<Entity> load_entity(Connection& connection, std::int64_t key);
std::optional<Indicator> load_indicator(Connection& connection, std::int64_t key);
std::optional<Scale> load_scale(Connection& connection, std::int64_t key);
std::optional<Claim> load_claim(Connection& connection, std::int64_t key);
std::optional<Reading> load_reading(Connection& connection, std::int64_t key);
std::optional<Series> load_series(Connection& connection, std::int64_t key);
std::optional<Observation> load_observation(Connection& connection, std::int64_t key);
std::optional<Assessment> load_assessment(Connection& connection, std::int64_t key);
std::optional<Link> load_link(Connection& connection, std::int64_t key);
std::optional<Retraction> load_retraction(Connection& connection, std::int64_t key);
std::optional<Analysis> load_analysis(Connection& connection, std::int64_t key);
std::optional<Dispute> load_dispute(Connection& connection, std::int64_t key);
std::optional<Answer> load_answer(Connection& connection, std::int64_t key);
std::optional<AnalyzerRank> load_rank(Connection& connection, std::int64_t key);
std::optional<JournalEntry> load_journal_entry(Connection& connection, std::int64_t number);

/// Any record of the model; a document comes without its raw bytes.
std::optional<AnyRecord> load(Connection& connection, RecordKind kind, std::int64_t key);

/// The bytes behind a digest. Error (integrity) when they do not unpack.
std::optional<std::string> load_raw(Connection& connection, const Digest& digest);

}  // namespace avow::sqlite
