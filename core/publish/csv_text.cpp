#include "publish/csv_text.hpp"

namespace avow {
namespace {

bool needs_quotes(std::string_view cell) {
  if (cell.empty()) return false;
  return cell.front() == ' ' || cell.back() == ' ' || cell.find_first_of(",\"\r\n") != std::string_view::npos;
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view cell) {
  if (!needs_quotes(cell)) {
    out.append(cell);
    return;
  }
  out.push_back('"');
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t quote = cell.find('"', at);
    const std::size_t end = quote == std::string_view::npos ? cell.size() : quote + 1;
    out.append(cell.substr(at, end - at));
    if (quote != std::string_view::npos) out.push_back('"');
    at = end;
  }
  out.push_back('"');
}

}  // namespace avow
