#include "store/sqlite/standing_words.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "base/error.hpp"
#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/row_writer.hpp"

namespace avow::sqlite {
namespace {

constexpr char between_columns = '\x1f';
constexpr std::size_t most_names = 100'000;  // kept in memory; past that they are looked up again

void bind(RowWriter row, const StandingSort& sort) {
  row.text(sort.kind)
      .text(sort.strength)
      .text(sort.missing)
      .text(sort.verdict)
      .integer(sort.provisional ? 1 : 0)
      .integer(sort.proposed ? 1 : 0)
      .integer(sort.copied ? 1 : 0);
}

/// The number that `find` gives, else that of the row that `add` makes.
template <typename Bind>
std::uint32_t find_or_add(Connection& connection, std::string_view find, std::string_view add, const Bind& bind_to) {
  const CachedStatement found = connection.prepared(find);
  bind_to(*found);
  if (found->step()) return static_cast<std::uint32_t>(found->integer(0));
  const CachedStatement added = connection.prepared(add);
  bind_to(*added);
  added->run();
  return static_cast<std::uint32_t>(sqlite3_last_insert_rowid(connection.handle()));
}

/// A row's number is taken for a place in a list: as large as the table at most.
template <typename Row, typename Read>
std::vector<Row> by_number(Connection& connection, const std::string& table, const Read& read) {
  const auto size = static_cast<std::size_t>(connection.number("SELECT count(*) FROM " + table)) + 1;
  std::vector<Row> rows(size);
  const CachedStatement statement = connection.prepared("SELECT * FROM " + table);
  while (statement->step()) {
    RowReader row(*statement);
    const std::int64_t number = row.integer();
    if (number <= 0 || number >= static_cast<std::int64_t>(size))
      throw Error(ErrorCode::integrity, "the numbers of table " + table + " have gaps", "run `avow verify`");
    rows[static_cast<std::size_t>(number)] = read(row);
  }
  return rows;
}

}  // namespace

StandingWords::StandingWords(Connection& connection, const std::string& prefix)
    : connection_(connection),
      find_name_("SELECT number FROM " + prefix + "standing_name WHERE code = ?1 AND name = ?2"),
      add_name_("INSERT INTO " + prefix + "standing_name (code, name) VALUES (?1, ?2)"),
      find_sort_("SELECT number FROM " + prefix +
                 "standing_sort WHERE kind = ?1 AND strength = ?2 AND missing = ?3 AND verdict = ?4 AND provisional = "
                 "?5 AND proposed = ?6 AND copied = ?7"),
      add_sort_("INSERT INTO " + prefix +
                "standing_sort (kind, strength, missing, verdict, provisional, proposed, copied) VALUES (?1, ?2, ?3, "
                "?4, ?5, ?6, ?7)") {}

std::uint32_t StandingWords::number(std::string_view code, std::string_view name) {
  if (code.empty() && name.empty()) return 0;
  key_.assign(code).append(1, between_columns).append(name);
  if (names_.size() >= most_names) names_.clear();
  const auto [known, is_new] = names_.try_emplace(key_, 0);
  if (is_new)
    known->second = find_or_add(connection_, find_name_, add_name_,
                                [&](Statement& statement) { RowWriter(statement).text(code).text(name); });
  return known->second;
}

std::uint32_t StandingWords::number(const StandingSort& sort) {
  key_.clear();
  for (const std::string* word : {&sort.kind, &sort.strength, &sort.missing, &sort.verdict})
    key_.append(*word).append(1, between_columns);
  for (const bool flag : {sort.provisional, sort.proposed, sort.copied}) key_.append(1, flag ? '1' : '0');
  const auto [known, is_new] = sorts_.try_emplace(key_, 0);
  if (is_new)
    known->second = find_or_add(connection_, find_sort_, add_sort_,
                                [&](Statement& statement) { bind(RowWriter(statement), sort); });
  return known->second;
}

void StandingWords::forget() {
  names_.clear();
  sorts_.clear();
}

std::vector<StandingName> standing_names(Connection& connection) {
  return by_number<StandingName>(connection, "standing_name", [](RowReader& row) {
    StandingName name;
    name.code = row.text();
    name.name = row.text();
    return name;
  });
}

std::vector<StandingSort> standing_sorts(Connection& connection) {
  return by_number<StandingSort>(connection, "standing_sort", [](RowReader& row) {
    StandingSort sort;
    for (std::string* word : {&sort.kind, &sort.strength, &sort.missing, &sort.verdict}) *word = row.view();
    for (bool* flag : {&sort.provisional, &sort.proposed, &sort.copied}) *flag = row.flag();
    return sort;
  });
}

}  // namespace avow::sqlite
