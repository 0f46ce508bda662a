#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/standing_rows.hpp"

namespace avow::sqlite {

/// A speaker or a topic: by code, else, of a speaker, by the name that the document has.
struct StandingName {
  std::string code, name;
};

/// Numbers for the words that the log and the counts of what stands are made of: the tables `standing_name` and
/// `standing_sort`, or two like them. 0 stands for no name, and for no sort: a claim that does not count.
class StandingWords {
 public:
  /// `prefix` stands before the tables' names.
  StandingWords(Connection& connection, const std::string& prefix);

  /// The number of the name or sort, given out now if it had none.
  std::uint32_t number(std::string_view code, std::string_view name);
  std::uint32_t number(const StandingSort& sort);
  /// Forgets what was looked up; others may have given out numbers, or taken back theirs.
  void forget();

 private:
  Connection& connection_;
  std::string find_name_, add_name_, find_sort_, add_sort_;
  std::unordered_map<std::string, std::uint32_t> names_, sorts_;
  std::string key_;
};

/// All names and sorts by their numbers; what lies between is empty. Error (integrity) when a word is none that the
/// program writes.
std::vector<StandingName> standing_names(Connection& connection);
std::vector<StandingSort> standing_sorts(Connection& connection);

}  // namespace avow::sqlite
