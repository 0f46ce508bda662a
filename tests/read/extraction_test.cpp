#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "read/reading.hpp"

/// Measures the main text against pages with a known body, in the manner of the article extraction benchmark of
/// Scrapinghub: bags of four words, true and false positives as shares of each page, summed over all pages. The pages
/// are not ours to pass on: AVOW_EXTRACTION_DATA names the folder with ground-truth.json and html/*.html.gz.
namespace avow {
namespace {

using Words = std::vector<std::string>;
using Bag = std::map<Words, int>;

Words words_of(std::string_view text) {
  Words words(1);
  for (const char c : text) {
    const bool part = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (part) words.back() += c;
    if (!part && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

Bag shingles(std::string_view text) {
  const auto words = words_of(text);
  Bag bag;
  const auto size = static_cast<std::ptrdiff_t>(words.size());
  for (std::ptrdiff_t i = 0; i < std::max<std::ptrdiff_t>(1, size - 3); ++i)
    ++bag[Words(words.begin() + i, words.begin() + std::min(i + 4, size))];
  return bag;
}

struct Score {
  double both = 0, only_found = 0, only_true = 0;

  void add(const Bag& found, const Bag& truth) {
    Score page;
    for (const auto& [shingle, count] : found) {
      const auto at = truth.find(shingle);
      const int common = at == truth.end() ? 0 : std::min(count, at->second);
      page.both += common;
      page.only_found += count - common;
    }
    for (const auto& [shingle, count] : truth) page.only_true += count;
    page.only_true -= page.both;
    const double all = page.both + page.only_found + page.only_true;
    both += page.both / all;
    only_found += page.only_found / all;
    only_true += page.only_true / all;
  }
  double f1() const { return 2 * both / (2 * both + only_found + only_true); }
};

struct ClosePipe {
  void operator()(FILE* pipe) const { pclose(pipe); }
};

std::string unzip(const std::filesystem::path& file) {
  const std::unique_ptr<FILE, ClosePipe> pipe(popen(("gzip -dc '" + file.string() + "'").c_str(), "r"));
  std::string bytes;
  std::array<char, 65536> buffer;
  while (const auto size = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) bytes.append(buffer.data(), size);
  return bytes;
}

TEST(Extraction, FindsTheArticleOfRealPages) {
  const char* const folder = std::getenv("AVOW_EXTRACTION_DATA");
  if (folder == nullptr) GTEST_SKIP() << "set AVOW_EXTRACTION_DATA to the folder of the article extraction benchmark";
  std::ifstream file(std::filesystem::path(folder) / "ground-truth.json");
  ASSERT_TRUE(file) << folder;
  const auto pages = nlohmann::json::parse(file);
  Score score;
  for (const auto& [id, truth] : pages.items()) {
    const auto page = unzip(std::filesystem::path(folder) / "html" / (id + ".html.gz"));
    const auto body = truth.value("articleBody", "");
    score.add(shingles(test::read_one(id, page).text), shingles(body));
  }
  RecordProperty("f1", std::to_string(score.f1()));
  EXPECT_GT(score.f1(), 0.94);
}

}  // namespace
}  // namespace avow
