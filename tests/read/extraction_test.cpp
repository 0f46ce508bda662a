#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "read/reading.hpp"
#include "support/paths.hpp"

/// Measures the main text against pages with a known body, in the manner of the article extraction benchmark of
/// Scrapinghub: bags of four words, true and false positives as shares of each page, summed over all pages. The pages
/// lie beside the source tree and are no part of it; skipped where they are not there.
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

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(Extraction, FindsTheArticleOfRealPages) {
  const std::filesystem::path folder = source_folder() / ".." / "shared" / "data" / "extraction";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
  const auto pages = nlohmann::json::parse(content_of(folder / "ground-truth.json"));
  Score score;
  for (const auto& [id, truth] : pages.items()) {
    const auto page = content_of(folder / "html" / (id + ".html.gz"));
    const auto body = truth.value("articleBody", "");
    score.add(shingles(test::read_one(id, page).text), shingles(body));
  }
  RecordProperty("f1", std::to_string(score.f1()));
  EXPECT_GT(score.f1(), 0.94);
}

}  // namespace
}  // namespace avow
