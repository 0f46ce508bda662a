#include "learn/listed_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "model/json.hpp"

namespace avow::learn {
namespace {

constexpr std::size_t longest_quoted = 20'000;  ///< bytes of a cell in quotes; a longer one is no such cell

constexpr std::array<std::string_view, 6> id_names{"id", "tweet_id", "vclaim_id", "claim_id", "iid", "query_id"};
constexpr std::array<std::string_view, 6> text_names{"text", "tweet_content", "tweet_text", "tweet", "vclaim", "claim"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

std::string_view without_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

[[noreturn]] void refuse(std::string_view where, std::size_t line) {
  throw Error(ErrorCode::bad_input, fmt::format("{}, line {}: has no text", where, line),
              "{\"id\", \"text\", \"title\"} a line, or columns of these names");
}

template <std::size_t N>
std::string member(const Json& json, const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names)
    if (const auto at = json.find(name); at != json.end() && !at->is_null())
      return at->is_string() ? at->get<std::string>() : at->dump();
  return {};
}

/// Without a text when the value is no object that has one.
ListedText text_of(const Json& json) {
  if (!json.is_object()) return {};
  return {member(json, id_names), member(json, text_names), member(json, std::array{std::string_view("title")})};
}

ListedText line_of(std::string_view line, std::string_view name, std::size_t number) {
  ListedText one = text_of(parse_json(line, fmt::format("{}, line {}", name, number)));
  if (one.text.empty()) refuse(name, number);
  if (one.id.empty()) one.id = std::to_string(number);
  return one;
}

/// A whole file that is one object is written over many lines; of NDJSON each line is closed.
bool is_one_object(std::string_view bytes) {
  bytes = trimmed(bytes);
  const std::string_view first = trimmed(bytes.substr(0, bytes.find('\n')));
  return !first.ends_with('}');
}

std::vector<ListedText> of_json(std::string_view bytes, std::string_view name) {
  if (is_one_object(bytes)) return {line_of(bytes, name, 1)};
  std::vector<ListedText> texts;
  std::size_t number = 0;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    const std::string_view line = trimmed(rest.substr(0, end + 1));
    rest.remove_prefix(end + 1);
    ++number;
    if (!line.empty()) texts.push_back(line_of(line, name, number));
  }
  return texts;
}

/// Where a table has what.
struct Columns {
  std::optional<std::size_t> id, text, title;

  static std::optional<Columns> named_by(const std::vector<std::string>& heading) {
    Columns columns;
    for (std::size_t i = 0; i < heading.size(); ++i) {
      if (!columns.id && is_one_of(id_names, heading[i])) columns.id = i;
      if (!columns.text && is_one_of(text_names, heading[i])) columns.text = i;
      if (!columns.title && heading[i] == "title") columns.title = i;
    }
    return columns.text ? std::optional(columns) : std::nullopt;
  }
};

std::vector<ListedText> of_table(std::string_view bytes, std::string_view name) {
  std::vector<ListedText> texts;
  Columns columns{0, 1, 2};
  bool first = true;
  TableRows rows(bytes);
  for (std::vector<std::string> cells; rows.next(cells);) {
    if (std::exchange(first, false)) {
      if (const auto named = Columns::named_by(cells)) {
        columns = *named;
        continue;
      }
    }
    const auto cell = [&](const std::optional<std::size_t>& at) {
      return at && *at < cells.size() ? cells[*at] : std::string();
    };
    ListedText one{cell(columns.id), cell(columns.text), cell(columns.title)};
    if (trimmed(one.text).empty()) refuse(name, rows.line());
    if (one.id.empty()) one.id = std::to_string(rows.line());
    texts.push_back(std::move(one));
  }
  return texts;
}

}  // namespace

TableRows::TableRows(std::string_view bytes)
    : bytes_(without_mark(bytes)),
      separator_(bytes_.substr(0, bytes_.find('\n')).find('\t') != std::string_view::npos ? '\t' : ',') {}

bool TableRows::next(std::vector<std::string>& cells) {
  cells.clear();
  for (; at_ < bytes_.size() && (bytes_[at_] == '\n' || bytes_[at_] == '\r'); ++at_) line_ += bytes_[at_] == '\n';
  begun_ = line_;
  if (at_ >= bytes_.size()) return false;
  for (bool more = true; more;) {
    cells.push_back(cell());
    more = at_ < bytes_.size() && bytes_[at_] == separator_;
    if (more) ++at_;
  }
  return true;
}

std::string TableRows::cell() {
  if (at_ < bytes_.size() && bytes_[at_] == '"') {
    std::string held;
    const std::size_t last = std::min(bytes_.size(), at_ + longest_quoted);
    for (std::size_t i = at_ + 1; i < last; ++i) {
      const char after = i + 1 < bytes_.size() ? bytes_[i + 1] : '\n';
      if (bytes_[i] != '"') {
        held += bytes_[i];
      } else if (after == '"') {
        held += bytes_[i++];
      } else if (after == separator_ || after == '\n' || after == '\r') {
        line_ += static_cast<std::size_t>(std::count(held.begin(), held.end(), '\n'));
        at_ = i + 1;
        return held;
      } else {
        break;
      }
    }
  }
  const char stops[] = {separator_, '\n', '\r'};
  const std::size_t end = std::min(bytes_.find_first_of(std::string_view(stops, 3), at_), bytes_.size());
  const std::size_t begin = std::exchange(at_, end);
  return std::string(bytes_.substr(begin, end - begin));
}

std::vector<ListedText> listed_texts(std::string_view bytes, std::string_view name) {
  bytes = without_mark(bytes);
  return trimmed(bytes).starts_with('{') ? of_json(bytes, name) : of_table(bytes, name);
}

std::vector<ListedText> listed_texts_at(const std::filesystem::path& place) {
  std::error_code failed;
  if (!std::filesystem::is_directory(place, failed)) return listed_texts(read_file(place), place.string());
  std::vector<ListedText> texts;
  for (const auto& file : files_under(place, ".json")) {
    ListedText one = text_of(parse_json(read_file(file), file.string()));
    if (one.text.empty()) continue;
    if (one.id.empty()) one.id = file.stem().string();
    texts.push_back(std::move(one));
  }
  return texts;
}

}  // namespace avow::learn
