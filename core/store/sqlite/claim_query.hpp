#pragma once

#include <string>
#include <utility>
#include <vector>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/sqlite_store.hpp"

/// The question for claims as SQL, for those who list them and those who count them.
namespace avow::sqlite {

/// Conditions, and the values of their parameters by name. Tables go by their aliases: c claim; s what is derived of
/// it, if `derived`; r its standing reading, if `has_reading`; f its words.
struct ClaimQuery {
  std::string from;
  std::string where;
  std::string order;
  std::string test;  ///< of a walk: the conditions that each claim gone by is held against; else empty
  std::vector<std::pair<const char*, std::string>> texts;
  std::vector<std::pair<const char*, Id>> ids;
  bool derived = false;
  bool has_reading = false;
  std::string verdict;  ///< key of the standing assessment, or NULL
  std::string copied;   ///< whether it is a copy of a claim that counts itself

  void require(const std::string& condition) { where += " AND " + condition; }
  void require(const std::string& condition, const char* name, std::string value) {
    require(condition);
    texts.emplace_back(name, std::move(value));
  }
};

/// Whether no claim can match, as an id is none or there is no word in the words.
bool finds_nothing(const ClaimFilter& filter);
/// Whether what is derived answers at these clocks: it is kept from journal entry to journal entry.
bool answers_from_standing(Connection& connection, const Clocks& clocks);
/// All claims of the filter, without regard to limit and `after`.
ClaimQuery claim_query(Connection& connection, const ClaimFilter& filter);
/// Those after `after`, as queries to be asked one after the other.
std::vector<ClaimQuery> claim_queries(Connection& connection, const ClaimFilter& filter);
/// How many claims a walk may go by before it is given up.
inline constexpr std::size_t longest_walk = 15'000;
/// The same in another form where that promises to be shorter: the claims in their order, so that the newest few that
/// pass `test` are found soon when many do. Empty where it does not. A walk that goes on and on is to be given up for
/// claim_queries(): how many pass was counted, but not where in the order they are. With a verdict it may leave out
/// claims of no known day.
std::vector<ClaimQuery> claim_walks(Connection& connection, const ClaimFilter& filter, const Bounds& bounds);
/// Binds all but :limit; the query must live until the statement is done.
void bind_query(Statement& statement, const ClaimQuery& query, const Bounds& bounds);

}  // namespace avow::sqlite
