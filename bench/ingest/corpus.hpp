#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace avow::bench {

/// Paragraphs to build documents of.
class Paragraphs {
 public:
  /// Those of every plain text (*.txt) below a folder, in the order of the paths; notes on sources and licences left
  /// out.
  static Paragraphs of_folder(const std::filesystem::path& folder);
  /// Invented ones: pledges, statistics, quotations and filling words, by templates.
  static Paragraphs invented(std::size_t count);

  std::size_t size() const { return paragraphs_.size(); }
  const std::string& operator[](std::size_t index) const { return paragraphs_[index]; }

 private:
  std::vector<std::string> paragraphs_;
};

/// What was written.
struct Corpus {
  std::size_t documents = 0;
  std::uint64_t bytes = 0;
};

/// Writes documents of 2 to 10 KB, each a run of two to five neighbouring paragraphs after another until it is long
/// enough, chosen by a seeded generator: the same folder and count give the same files. A thousand to a folder.
Corpus write_corpus(const Paragraphs& paragraphs, std::size_t documents, const std::filesystem::path& folder);

}  // namespace avow::bench
