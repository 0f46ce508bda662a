#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "queries/plain_sql.hpp"
#include "store/store.hpp"

namespace avow::bench {

/// A question asked of Avow and, with the same meaning and the same rows, in plain SQL. Each repetition asks about
/// another speaker, word, day, claim, so that no answer lies ready. Both say how many rows came, or how many claims
/// were counted.
struct Question {
  std::string name;
  std::function<std::size_t(std::size_t repetition)> avow;
  std::function<std::size_t(std::size_t repetition)> plain;
};

/// Lists of claims, best or newest 50 of each. Store and SQL must outlive the questions.
std::vector<Question> list_questions(Store& store, PlainSql& sql);
/// About one claim of many.
std::vector<Question> lookup_questions(Store& store, PlainSql& sql);
/// Counts of all claims, now and as of entries in the middle of the journal.
std::vector<Question> count_questions(Store& store, PlainSql& sql);

}  // namespace avow::bench
