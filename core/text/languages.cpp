#include "text/languages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "base/error.hpp"
#include "base/shared_folder.hpp"
#include "base/utf8.hpp"
#include "text/english_text.hpp"

namespace avow::text {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sample_bytes = 3000;  ///< of a text's beginning tell its language
constexpr std::size_t max_file_bytes = 4 << 20;
constexpr std::size_t max_languages = 100;

std::string primary(std::string_view tag) {
  std::string out;
  for (const char c : tag.substr(0, tag.find_first_of("-_"))) out += lower(c);
  return out;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content(max_file_bytes + 1, '\0');
  in.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (in.bad() || (in.fail() && !in.eof())) throw Error(ErrorCode::io, file.string() + ": cannot be read");
  content.resize(static_cast<std::size_t>(in.gcount()));
  return content;
}

std::vector<fs::path> language_files(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
    if (entry->path().extension() == ".txt") files.push_back(entry->path());
  if (failed) throw Error(ErrorCode::io, fmt::format("{}: {}", folder.string(), failed.message()));
  if (files.size() > max_languages)
    throw Error(ErrorCode::limit, fmt::format("{}: has more than {} languages", folder.string(), max_languages));
  std::sort(files.begin(), files.end());
  return files;
}

bool is_letter(char c) noexcept {
  return static_cast<unsigned char>(c) >= 0x80 || (lower(c) >= 'a' && lower(c) <= 'z') || c == '\'';
}

}  // namespace

Languages::Languages() {
  all_.push_back(Language::read(english_text(), "en", "en.txt"));
}

Languages::Languages(const fs::path& folder) : Languages() {
  for (const fs::path& file : language_files(folder)) {
    const std::string tag = primary(file.stem().string());
    Language language = Language::read(content_of(file), tag, file.string());
    if (tag == all_.front().tag()) {
      all_.front() = std::move(language);
    } else {
      all_.push_back(std::move(language));
    }
  }
}

const Languages& Languages::shipped() {
  static const Languages languages = [] {
    const auto folder = shared_folder("languages", "AVOW_LANGUAGES");
    return folder ? Languages(*folder) : Languages();
  }();
  return languages;
}

const Language& Languages::of(std::string_view tag, std::string_view text) const {
  if (tag.empty()) return all_.size() == 1 ? all_.front() : detect(text);
  const std::string name = primary(tag);
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Language& known) { return known.tag() == name; });
  return found == all_.end() ? all_.front() : *found;
}

/// Words of several languages count for each ("in", "was"), so the winner must have twice what English has.
const Language& Languages::detect(std::string_view text) const {
  std::vector<std::size_t> counts(all_.size());
  const std::string_view sample = utf8::prefix(text, sample_bytes);
  for (std::size_t i = 0; i < sample.size();) {
    const std::size_t begin = i;
    while (i < sample.size() && is_letter(sample[i])) ++i;
    if (i == begin) {
      ++i;
      continue;
    }
    const std::uint64_t hash = folded_hash(sample.substr(begin, i - begin));
    for (std::size_t l = 0; l < all_.size(); ++l) counts[l] += (all_[l].find(hash).classes & function_word) != 0;
  }
  const auto best = std::max_element(counts.begin(), counts.end());
  return *best > counts.front() * 2 ? all_[static_cast<std::size_t>(best - counts.begin())] : all_.front();
}

}  // namespace avow::text
