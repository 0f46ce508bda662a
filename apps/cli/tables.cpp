#include "cli/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "publish/terminal.hpp"

namespace avow::cli {
namespace {

constexpr std::size_t shown_id = 12;

bool is_empty(const Json& value) {
  return value.is_null() || (value.is_structured() && value.empty()) || value == "";
}

/// One line, unless there are objects in it.
bool is_plain(const Json& value) {
  return !value.is_structured() || (value.is_array() && std::none_of(value.begin(), value.end(), [](const Json& item) {
                                      return item.is_structured();
                                    }));
}

void append(std::string& text, const Json& record, std::size_t indent) {
  std::size_t width = 0;
  for (const auto& [key, value] : record.items())
    if (!is_empty(value)) width = std::max(width, key.size());
  for (const auto& [key, value] : record.items()) {
    if (is_empty(value)) continue;
    text += fmt::format("{:{}}{:<{}}", "", indent, key, width);
    if (is_plain(value)) {
      text += "  " + terminal_text(cell_text(value)) + "\n";
      continue;
    }
    text += "\n";
    if (value.is_object()) append(text, value, indent + 2);
    for (const Json& item : value.is_array() ? value : Json::array()) {
      append(text, item, indent + 2);
      if (&item != &value.back()) text += "\n";
    }
  }
}

}  // namespace

void shorten_ids(Session& session, Json& row, std::initializer_list<const char*> keys) {
  if (session.format() != Format::table && session.format() != Format::md) return;
  for (const char* key : keys)
    if (const auto at = row.find(key); at != row.end() && at->is_string())
      *at = at->get<std::string>().substr(0, shown_id);
}

std::string record_text(const Json& record) {
  std::string text;
  append(text, record, 0);
  return text;
}

ExitCode list_rows(Session& session, std::vector<std::string> columns,
                   const std::function<void(const std::function<void(const Json&)>& add)>& each) {
  RowWriter rows(session.row_options(std::move(columns)), session.results());
  each([&](const Json& row) {
    stop_if_interrupted();
    rows.add(row);
  });
  rows.end();
  return rows.rows() == 0 ? ExitCode::nothing_matched : ExitCode::done;
}

ExitCode show_record(Session& session, const Json& record) {
  if (session.format() == Format::table) {
    session.console().write(record_text(record));
    return ExitCode::done;
  }
  RowWriter rows(session.row_options({}), session.results());
  rows.add(record);
  rows.end();
  return ExitCode::done;
}

}  // namespace avow::cli
