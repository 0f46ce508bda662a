#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "support/paths.hpp"
#include "text/annotate.hpp"

/// Measured on texts that lie beside the source tree and are no part of it; skipped where they are not there. The
/// bounds guard against getting worse and are below what was measured.
namespace avow {
namespace {

namespace fs = std::filesystem;

const fs::path data = source_folder() / ".." / "shared" / "data";

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".txt") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

struct Share {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;
  double f1() const { return 2.0 * static_cast<double>(right) / static_cast<double>(found + wanted); }
};

void compare(const std::string& text, const std::set<std::pair<std::uint32_t, std::uint32_t>>& wanted, Share& share) {
  const Annotations annotations = annotate(text, {}, Gazetteer());
  for (const Sentence& sentence : annotations.sentences)
    share.right += wanted.count({sentence.span.begin, sentence.span.end});
  share.found += annotations.sentences.size();
  share.wanted += wanted.size();
}

TEST(Measured, SentencesOfWebText) {
  const fs::path file = data / "sentences" / "en_ewt-ud-dev.conllu";
  if (!fs::exists(file)) GTEST_SKIP() << "no " << file;
  std::istringstream lines(read(file));
  std::string text;
  std::set<std::pair<std::uint32_t, std::uint32_t>> wanted;
  Share share;
  bool paragraph = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# newdoc")) {
      compare(text, wanted, share);
      text.clear(), wanted.clear();
    } else if (line.starts_with("# newpar")) {
      paragraph = true;
    } else if (line.starts_with("# text = ")) {
      if (!text.empty()) text += paragraph ? "\n\n" : " ";
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += line.substr(9);
      wanted.emplace(begin, static_cast<std::uint32_t>(text.size()));
      paragraph = false;
    }
  }
  compare(text, wanted, share);
  EXPECT_GT(share.f1(), 0.78);
}

TEST(Measured, DebatesHaveTheirSpeakersAndModerators) {
  const fs::path folder = data / "documents" / "debates";
  if (!fs::exists(folder)) GTEST_SKIP() << "no " << folder;
  for (const fs::path& file : files_in(folder)) {
    std::size_t asking = 0;
    std::size_t answering = 0;
    for (const VoiceSpan& voice : annotate(read(file), {}, Gazetteer()).voices)
      if (voice.kind == Voice::turn) ++(voice.interviewer ? asking : answering);
    EXPECT_GT(asking, 10U) << file;
    EXPECT_GT(answering, 30U) << file;
  }
}

TEST(Measured, AnnotationsAreInOrderAndInsideTheText) {
  const fs::path folder = data / "documents";
  if (!fs::exists(folder)) GTEST_SKIP() << "no " << folder;
  for (const fs::path& file : files_in(folder)) {
    const std::string text = read(file);
    const Annotations found = annotate(text, Date::parse("2015-01-20").value(), Gazetteer());
    std::uint32_t end = 0;
    for (const Sentence& sentence : found.sentences) {
      EXPECT_LE(end, sentence.span.begin) << file;
      EXPECT_LT(sentence.span.begin, sentence.span.end) << file;
      end = sentence.span.end;
    }
    EXPECT_LE(end, text.size()) << file;
    const auto by_span = [](const auto& a, const auto& b) { return a.span < b.span; };
    EXPECT_TRUE(std::is_sorted(found.quantities.begin(), found.quantities.end(), by_span)) << file;
    EXPECT_TRUE(std::is_sorted(found.dates.begin(), found.dates.end(), by_span)) << file;
    for (const VoiceSpan& voice : found.voices) EXPECT_LE(voice.content.end, text.size()) << file;
  }
}

}  // namespace
}  // namespace avow
