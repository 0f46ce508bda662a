#include "read/csv.hpp"

#include <algorithm>

namespace avow {

bool CsvReader::next(CsvRecord& record) {
  for (; at_ < text_.size() && text_[at_] == '\n'; ++at_) ++line_;
  if (at_ >= text_.size()) return false;
  record.line = line_;
  record.cells.clear();
  record.problem.clear();
  while (read_cell(record)) {
  }
  return true;
}

/// Whether another cell of the same record follows.
bool CsvReader::read_cell(CsvRecord& record) {
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted(record);
  const char stops[] = {separator_, '\n', '"'};
  const auto end = std::min(text_.find_first_of(std::string_view(stops, 3), at_), text_.size());
  record.cells.emplace_back(text_.substr(at_, end - at_));
  at_ = end;
  if (at_ < text_.size() && text_[at_] == '"') {
    break_off(record, "a quote inside a cell that does not begin with one");
    return false;
  }
  const bool more = at_ < text_.size() && text_[at_] == separator_;
  if (at_ < text_.size() && !more) ++line_;
  if (at_ < text_.size()) ++at_;
  return more;
}

bool CsvReader::read_quoted(CsvRecord& record) {
  const auto first_line = line_;
  auto& cell = record.cells.emplace_back();
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] == '"' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')) break;
    at_ += text_[at_] == '"';
    line_ += text_[at_] == '\n';
    cell += text_[at_];
  }
  if (at_ >= text_.size()) {
    record.line = first_line;
    record.problem = "a quote that is never closed";
    return false;
  }
  ++at_;
  const bool ends = at_ >= text_.size() || text_[at_] == '\n';
  if (!ends && text_[at_] != separator_) {
    break_off(record, "text behind the closing quote of a cell");
    return false;
  }
  line_ += at_ < text_.size() && ends;
  at_ += at_ < text_.size();
  return !ends;
}

void CsvReader::break_off(CsvRecord& record, std::string problem) {
  record.problem = std::move(problem);
  at_ = std::min(text_.find('\n', at_), text_.size());
}

char csv_separator(std::string_view text) noexcept {
  const auto head = text.substr(0, 4096);
  const auto count = [head](char c) { return std::count(head.begin(), head.end(), c); };
  const auto commas = count(',');
  if (count(';') > commas) return ';';
  return count('\t') > commas ? '\t' : ',';
}

}  // namespace avow
