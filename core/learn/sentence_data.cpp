#include "learn/sentence_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "model/json.hpp"
#include "read/csv.hpp"

namespace avow::learn {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, std::size_t line, const std::string& why) {
  throw Error(ErrorCode::bad_input, fmt::format("{}: line {}: {}", file.string(), line, why));
}

std::string without_returns(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

/// A CSV with a line of names, read by name.
class NamedCsv {
 public:
  NamedCsv(const fs::path& file, std::vector<std::string_view> names)
      : file_(file), text_(without_returns(read_file(file))), reader_(text_, ',') {
    if (!reader_.next(record_)) refuse(file_, 1, "is empty");
    for (const std::string_view name : names) {
      const auto found = std::find(record_.cells.begin(), record_.cells.end(), name);
      if (found == record_.cells.end()) refuse(file_, 1, fmt::format("there is no column '{}'", name));
      columns_.push_back(static_cast<std::size_t>(found - record_.cells.begin()));
    }
  }
  bool next() {
    if (!reader_.next(record_)) return false;
    if (!record_.problem.empty()) refuse(file_, record_.line, record_.problem);
    if (record_.cells.size() <= *std::max_element(columns_.begin(), columns_.end()))
      refuse(file_, record_.line, "has too few cells");
    return true;
  }
  std::string& cell(std::size_t named) { return record_.cells[columns_[named]]; }
  int number(std::size_t named) {
    const std::string& text = cell(named);
    int out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size())
      refuse(file_, record_.line, fmt::format("'{}' is no whole number", text));
    return out;
  }

 private:
  const fs::path& file_;
  std::string text_;
  CsvReader reader_;
  CsvRecord record_;
  std::vector<std::size_t> columns_;
};

constexpr std::size_t piece = 4000;
constexpr std::size_t most_text = std::size_t{128} << 20;
constexpr std::uintmax_t largest_text = std::uintmax_t{32} << 20;

void add_pieces(std::string_view text, std::vector<std::string>& out) {
  while (!text.empty()) {
    std::size_t end = std::min(piece, text.size());
    while (end < text.size() && end > piece / 2 && text[end] != ' ') --end;
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string without_tags(std::string_view page) {
  std::string out;
  bool inside = false;
  for (const char c : page) {
    if (c == '<') inside = true;
    if (!inside) out += c;
    if (c == '>') inside = false;
  }
  return out;
}

void add_file(const fs::path& file, std::vector<std::string>& out) {
  const std::string all = read_file(file);
  const std::string text = file.extension() == ".html" ? without_tags(all) : all;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    add_pieces(rest.substr(0, end), out);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
}

}  // namespace

std::vector<fs::path> find_files(const fs::path& place, std::string_view ending) {
  std::error_code failed;
  std::vector<fs::path> out;
  if (fs::is_regular_file(place, failed) && place.filename().string().ends_with(ending)) out.push_back(place);
  if (fs::is_directory(place, failed)) {
    constexpr auto skip = fs::directory_options::skip_permission_denied;
    for (auto at = fs::recursive_directory_iterator(place, skip, failed); at != fs::recursive_directory_iterator();
         at.increment(failed))
      if (at->is_regular_file(failed) && at->path().filename().string().ends_with(ending)) out.push_back(at->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Example> read_fold(const fs::path& file) {
  const Json json = parse_json(read_file(file), file.string());
  if (!json.is_array()) refuse(file, 1, "is no JSON array");
  std::vector<Example> out;
  for (const Json& one : json) {
    if (!one.is_object() || !one.contains("Text") || !one["Text"].is_string() || !one.contains("Verdict") ||
        !one["Verdict"].is_number_integer())
      refuse(file, out.size() + 1, "an item has no Text and Verdict");
    out.push_back({one["Text"].get<std::string>(), one["Verdict"] == 1, {}, 1});
  }
  return out;
}

std::vector<Example> read_crowd(const fs::path& file) {
  NamedCsv csv(file, {"Text", "File_id", "Verdict"});
  std::vector<Example> out;
  while (csv.next()) out.push_back({csv.cell(0), csv.cell(2) == "1", csv.cell(1), 1});
  return out;
}

std::vector<Utterance> read_debate(const fs::path& file) {
  std::vector<Utterance> out;
  each_line(file, [&](std::string_view line) {
    if (line.empty()) return;
    std::array<std::string_view, 4> cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t end = i + 1 < cells.size() ? line.find('\t') : line.size();
      if (end == std::string_view::npos) refuse(file, out.size() + 1, "has not four cells with tabs between them");
      cells[i] = line.substr(0, end);
      line.remove_prefix(std::min(line.size(), end + 1));
    }
    out.push_back({std::string(cells[1]), std::string(cells[2]), cells[3] == "1"});
  });
  return out;
}

std::vector<ManifestoSentence> read_manifestos(const fs::path& file) {
  NamedCsv csv(file, {"party", "year", "binary_pledge", "text"});
  std::vector<ManifestoSentence> out;
  while (csv.next()) out.push_back({csv.cell(0), csv.number(1), csv.cell(2) == "1", csv.cell(3)});
  return out;
}

std::string plain_form(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (sdk::detail::is_letter(byte) || sdk::detail::is_digit(byte))
      out += static_cast<char>(sdk::detail::lower(byte));
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<std::string> read_texts(const fs::path& place) {
  std::vector<std::string> out;
  std::size_t total = 0;
  for (const char* ending : {".txt", ".tsv", ".csv", ".json", ".html"})
    for (const fs::path& file : find_files(place, ending)) {
      std::error_code failed;
      const auto size = fs::file_size(file, failed);
      if (failed || size > largest_text || total + size > most_text) continue;
      total += size;
      add_file(file, out);
    }
  return out;
}

}  // namespace avow::learn
