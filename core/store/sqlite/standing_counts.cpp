#include "store/sqlite/standing_counts.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "store/sqlite/packed_numbers.hpp"

namespace avow::sqlite {
namespace {

// No store has as many; damaged counts must not run over when they are added.
constexpr std::uint64_t most_claims = 1ULL << 48;

template <typename Take>
void unpack(std::string_view bytes, const Take& take) {
  PackedReader in(bytes);
  std::uint64_t sort = 0;
  while (!in.done()) {
    sort += in.number();
    const std::uint64_t claims = in.number();
    if (in.sound() && claims <= most_claims) take(static_cast<std::uint32_t>(sort), claims);
  }
  if (!in.sound())
    throw Error(ErrorCode::integrity, "the counts of what stands cannot be read",
                "run `avow verify`; a backup or an export keeps the records");
}

std::string pack(const std::map<std::uint32_t, std::int64_t>& sorts) {
  PackedWriter out;
  std::uint32_t before = 0;
  for (const auto& [sort, claims] : sorts) {
    if (claims == 0) continue;
    out.number(sort - before);
    out.number(static_cast<std::uint64_t>(claims));
    before = sort;
  }
  return out.take();
}

}  // namespace

StandingCounts::StandingCounts(Connection& connection, const std::string& table)
    : connection_(connection),
      select_("SELECT sorts FROM " + table + " WHERE dimension = ?1 AND value = ?2"),
      replace_("INSERT OR REPLACE INTO " + table + " VALUES (?1, ?2, ?3)"),
      remove_("DELETE FROM " + table + " WHERE dimension = ?1 AND value = ?2") {}

void StandingCounts::add(std::string_view dimension, std::int64_t value, std::uint32_t sort, std::int64_t claims) {
  changes_[{dimension, value}][sort] += claims;
}

void StandingCounts::flush() {
  for (const auto& [key, changes] : changes_) write(key.first, key.second, changes);
  changes_.clear();
}

void StandingCounts::write(std::string_view dimension, std::int64_t value, const Sorts& changes) {
  const auto run = [&](std::string_view sql, std::string_view bytes) {
    const CachedStatement statement = connection_.prepared(sql);
    statement->bind(1, dimension);
    statement->bind(2, value);
    if (!bytes.empty()) statement->bind_blob(3, bytes);
    statement->run();
  };
  if (std::all_of(changes.begin(), changes.end(), [](const auto& change) { return change.second == 0; })) return;
  Sorts sorts = changes;
  {
    const CachedStatement before = connection_.prepared(select_);
    before->bind(1, dimension);
    before->bind(2, value);
    if (before->step())
      unpack(before->blob(0),
             [&](std::uint32_t sort, std::uint64_t claims) { sorts[sort] += static_cast<std::int64_t>(claims); });
  }
  const std::string bytes = pack(sorts);
  run(bytes.empty() ? remove_ : replace_, bytes);
}

bool stands_from_later(Connection& connection, std::int32_t today) {
  const CachedStatement later =
      connection.prepared("SELECT 1 FROM standing_count WHERE dimension = ?1 AND value > ?2 LIMIT 1");
  later->bind(1, day_dimension);
  later->bind(2, std::int64_t{today});
  return later->step();
}

void each_standing_count(
    Connection& connection, std::string_view dimension,
    const std::function<void(std::int64_t value, std::uint32_t sort, std::uint64_t claims)>& take) {
  const CachedStatement counts = connection.prepared("SELECT value, sorts FROM standing_count WHERE dimension = ?1");
  counts->bind(1, dimension);
  while (counts->step()) {
    const std::int64_t value = counts->integer(0);
    unpack(counts->blob(1), [&](std::uint32_t sort, std::uint64_t claims) { take(value, sort, claims); });
  }
}

}  // namespace avow::sqlite
