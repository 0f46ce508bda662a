#include "text/texts.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "read/encoding.hpp"
#include "read/gunzip.hpp"
#include "read/reader.hpp"

namespace avow::bench {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_below(const fs::path& folder, std::initializer_list<std::string_view> endings) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const auto fits = [&](std::string_view ending) { return name.ends_with(ending); };
    if (entry.is_regular_file() && std::any_of(endings.begin(), endings.end(), fits)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// A file about the texts, not a text.
bool is_note(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with("SOURCE") || name.starts_with("LICENSE") || name.starts_with("README");
}

}  // namespace

std::vector<std::string> read_texts(const fs::path& folder) {
  std::vector<std::string> texts;
  for (const fs::path& file : files_below(folder, {".txt"})) {
    std::string text = is_note(file) ? "" : read_file(file);
    if (!text.empty() && !utf8::first_invalid(text)) texts.push_back(std::move(text));
  }
  if (texts.empty()) throw std::runtime_error(folder.string() + " holds no text (*.txt)");
  return texts;
}

std::vector<std::string> read_pages(const fs::path& folder) {
  std::vector<std::string> pages;
  for (const fs::path& file : files_below(folder, {".html", ".html.gz"})) {
    std::string bytes = read_file(file);
    const std::string name = file.string();
    try {
      if (name.ends_with(".gz")) bytes = gunzip(name, bytes, ReadLimits{}.max_bytes);
      pages.push_back(decode_text(name, bytes));
    } catch (const Error&) {
      continue;  // what cannot be decoded is no page to measure with
    }
  }
  return pages;
}

double megabytes(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return static_cast<double>(bytes) / 1e6;
}

}  // namespace avow::bench
