#pragma once

#include <string>
#include <string_view>

/// Pieces of SQL that say what is true at the clocks :last and :today. They follow the views of the schema, which say
/// the same for now.
namespace avow::sqlite {

/// Not retracted, unless the retraction was itself retracted. `key` is the SQL of a record's key.
std::string live(std::string_view key);
/// The document `d` was published by :today, or nobody said when.
inline constexpr std::string_view published_by_today = "coalesce(d.published_earliest, '') <= :today";
/// Key of the claim's standing reading or verdict, as a scalar subquery; `claim` is the SQL of the claim's key.
std::string standing_reading(std::string_view claim);
std::string standing_verdict(std::string_view claim);
/// The claim copies a claim of another document that is true at the clocks itself; `claim` is the SQL of its key.
std::string is_copy(std::string_view claim = "c.key");
/// The claim has a dispute that nobody has answered; `claim` is the SQL of its key.
std::string is_disputed(std::string_view claim);
/// FROM and WHERE of the claims that a claim copies, each with its document `od`, whatever the day.
std::string copies_of(std::string_view claim);
/// Words of the user as an FTS5 query that holds nothing but words, all of which must occur; empty when there are none.
std::string words_query(std::string_view words);

}  // namespace avow::sqlite
