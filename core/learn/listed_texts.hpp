#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Sentences and claims as data sets list them, with ids of their own.
namespace avow::learn {

struct ListedText {
  std::string id;
  std::string text;
  std::string title;  ///< empty: none
};

/// NDJSON (or one object) with "id", "text" and perhaps "title"; else a table, by its first line's separator (tab, else
/// comma), whose heading names the columns, or without one: id, text, title. CheckThat!'s names for them are known
/// (tweet_id, tweet_content, vclaim_id, vclaim). A cell in double quotes may hold separators and line ends; quotes that
/// pair with nothing are taken as they stand, as posts hold such. A text without an id gets its line's number. Error
/// (bad_input) naming file and line for what has no text.
std::vector<ListedText> listed_texts(std::string_view bytes, std::string_view name);

/// Of a file, or of all *.json in a folder and below it, one object each, whose id is the file's name when it has none;
/// what has no text is passed over there. Error: bad_input, limit.
std::vector<ListedText> listed_texts_at(const std::filesystem::path& place);

/// The cells of a table of this kind, line by line.
class TableRows {
 public:
  explicit TableRows(std::string_view bytes);
  /// False at the end. Empty lines are passed over.
  bool next(std::vector<std::string>& cells);
  std::size_t line() const noexcept { return begun_; }  ///< on which the row began, from 1

 private:
  std::string cell();

  std::string_view bytes_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t begun_ = 1;
};

}  // namespace avow::learn
