// The checker "documents" on invented pairs of a promise and a later sentence, in the manner of communiques, news and
// answers in parliament. develop.tsv was looked at while its rules were written, unseen.tsv was not.

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "documents/library.hpp"
#include "plugin/plugin.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

/// A row of a file of pairs.
struct Pair {
  std::string promise, due, published, text, verdict;
};

std::vector<Pair> pairs_in(const std::string& name) {
  std::ifstream file(source_folder() / "tests/documents/pairs" / name);
  std::vector<Pair> pairs;
  std::string line;
  for (std::getline(file, line); std::getline(file, line);) {
    std::istringstream row(line);
    Pair pair;
    for (std::string* field : {&pair.promise, &pair.due, &pair.published, &pair.text, &pair.verdict})
      std::getline(row, *field, '\t');
    pairs.push_back(pair);
  }
  return pairs;
}

/// How many come out as a reader says (docs/checking.md gives these), and how many promises are called kept that are
/// not.
struct Score {
  std::size_t pairs = 0, right = 0, falsely_kept = 0, falsely_broken = 0;
};

class DocumentPairs : public testing::Test {
 protected:
  DocumentPairs() { plugin_ = load_plugin(build_folder() / "plugins/documents"); }

  std::string verdict_on(const Pair& pair) {
    CheckRequest request;
    request.quote = pair.promise;
    request.speaker = "ada-quill";
    request.said = Date::parse("2025-02-10").value();
    request.kind = Kind::pledge;
    request.today = parse_day("2026-01-10").value();
    request.target.subject = "harbour-council";
    request.target.due = Date::parse(pair.due).value();
    Library library;
    library.publish(pair.published, pair.text);
    return std::string(verdicts.name(plugin_->check(request, library).verdict));
  }

  Score score_of(const std::string& name) {
    Score score;
    for (const Pair& pair : pairs_in(name)) {
      const std::string verdict = verdict_on(pair);
      ++score.pairs;
      score.right += verdict == pair.verdict ? 1 : 0;
      score.falsely_kept += verdict == "kept" && pair.verdict != "kept" ? 1 : 0;
      score.falsely_broken += verdict == "broken" && pair.verdict != "broken" ? 1 : 0;
    }
    RecordProperty("right", static_cast<int>(score.right));
    RecordProperty("falsely_kept", static_cast<int>(score.falsely_kept));
    RecordProperty("falsely_broken", static_cast<int>(score.falsely_broken));
    return score;
  }

  std::unique_ptr<Plugin> plugin_;
};

TEST_F(DocumentPairs, ComeOutAsAReaderSaysWhereTheyWereLookedAt) {
  const Score score = score_of("develop.tsv");
  ASSERT_EQ(score.pairs, 39u);
  EXPECT_EQ(score.right, 38u);
  EXPECT_EQ(score.falsely_kept, 0u);
  EXPECT_EQ(score.falsely_broken, 0u);
}

TEST_F(DocumentPairs, ComeOutAsAReaderSaysWhereTheyWereNotLookedAt) {
  const Score score = score_of("unseen.tsv");
  ASSERT_EQ(score.pairs, 39u);
  EXPECT_EQ(score.right, 34u);
  EXPECT_EQ(score.falsely_kept, 0u);
  EXPECT_EQ(score.falsely_broken, 0u);
}

}  // namespace
}  // namespace avow
