#include "ingest/corpus.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string_view>

#include "base/utf8.hpp"
#include "common/word_source.hpp"

namespace avow::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t shortest_paragraph = 80;
constexpr std::size_t longest_paragraph = 4'000;
constexpr std::size_t shortest_document = 2'000;
constexpr std::size_t longest_document = 10'000;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Files about the texts, not texts.
bool is_note(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with("SOURCE") || name.starts_with("LICENSE") || name.starts_with("README");
}

std::vector<fs::path> texts_below(const fs::path& folder) {
  std::vector<fs::path> texts;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ".txt" && !is_note(entry.path()))
      texts.push_back(entry.path());
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// Of texts with a line a paragraph, as speeches and debates have.
void add_lines(const std::string& text, std::vector<std::string>& lines) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t size = end - at - (end > at && text[end - 1] == '\r' ? 1 : 0);
    const std::string_view line = std::string_view(text).substr(at, size);
    // A document of paragraphs in two encodings would be none.
    if (size >= shortest_paragraph && size <= longest_paragraph && !utf8::first_invalid(line)) lines.emplace_back(line);
    at = end + 1;
  }
}

template <std::size_t N>
const char* any(const std::array<const char*, N>& choices, std::mt19937& random) {
  return choices[random() % N];
}

/// One sentence that a detector has something to say about.
std::string stated(std::mt19937& random) {
  static constexpr std::array subjects{"We", "This government", "The ministry", "Our party", "The city"};
  static constexpr std::array promises{"will cut unemployment to", "aims to raise defence spending to",
                                       "will bring the deficit below", "hopes to bring inflation down to"};
  static constexpr std::array facts{"Unemployment stood at", "Inflation fell to", "The deficit rose to",
                                    "Growth reached"};
  const std::string percent = std::to_string(1 + random() % 12) + " percent";
  if (random() % 2 == 0)
    return std::string(any(subjects, random)) + " " + any(promises, random) + " " + percent + " by " +
           std::to_string(2025 + random() % 15) + ".";
  return std::string(any(facts, random)) + " " + percent + " in " + std::to_string(2005 + random() % 20) + ".";
}

}  // namespace

Paragraphs Paragraphs::of_folder(const fs::path& folder) {
  Paragraphs result;
  for (const fs::path& path : texts_below(folder)) add_lines(read_file(path), result.paragraphs_);
  if (result.size() == 0) throw std::runtime_error(folder.string() + " holds no plain text with paragraphs");
  return result;
}

Paragraphs Paragraphs::invented(std::size_t count) {
  WordSource words(1);
  std::mt19937 random(1);
  Paragraphs result;
  while (result.size() < count) {
    std::string& text = result.paragraphs_.emplace_back();
    for (std::size_t n = 3 + random() % 4; n > 0; --n)
      text.append(text.empty() ? "" : " ")
          .append(random() % 3 == 0 ? stated(random) : words.sentence(10 + random() % 15));
    if (random() % 4 == 0) text = "\"" + text + "\" the minister said.";
  }
  return result;
}

Corpus write_corpus(const Paragraphs& paragraphs, std::size_t documents, const fs::path& folder) {
  std::mt19937 random(7);
  Corpus corpus;
  for (; corpus.documents < documents; ++corpus.documents) {
    const std::size_t size = shortest_document + random() % (longest_document - shortest_document);
    std::string text = "Document " + std::to_string(corpus.documents) + "\n\n";
    while (text.size() < size) {
      const std::size_t first = random() % paragraphs.size();
      const std::size_t end = std::min(paragraphs.size(), first + 2 + random() % 4);
      for (std::size_t i = first; i < end; ++i) text.append(paragraphs[i]).append("\n\n");
    }
    const fs::path shelf = folder / std::to_string(corpus.documents / 1000);
    fs::create_directories(shelf);
    std::ofstream(shelf / (std::to_string(corpus.documents) + ".txt"), std::ios::binary) << text;
    corpus.bytes += text.size();
  }
  return corpus;
}

}  // namespace avow::bench
