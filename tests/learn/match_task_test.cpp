#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "learn/evaluation.hpp"
#include "learn/tasks/tasks.hpp"
#include "support/temp_folder.hpp"

namespace avow::learn {
namespace {

class MatchTask : public testing::Test {
 protected:
  void write(const char* name, const std::string& content) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << content;
  }
  Evaluation run() {
    Evaluation evaluation;
    evaluation.data = folder_.path();
    evaluation.error = [&](const nlohmann::json& error) { errors_.push_back(error); };
    run_match(evaluation);
    return evaluation;
  }
  void write_questions() {
    write("tweets.queries.tsv",
          "tweet_id\ttweet_content\n1\t\"They say \"\"ferry fares\"\" rise by a third #Halmvik https://t.co/x\"\n"
          "2\tbread is dearer?! @Mayor\n3\tnobody asks about this one\n");
    write("pairs.qrels", "1\t0\ta\t1\n2\t0\tc\t1\n");
  }

  TempFolder folder_;
  std::vector<nlohmann::json> errors_;
};

TEST_F(MatchTask, CountsAsClaimRetrievalIsCounted) {
  write_questions();
  write("verified_claims.docs.tsv",
        "vclaim_id\tvclaim\ttitle\na\tFerry fares will rise by a third.\tFerries\nb\tThe yard closes.\tYard\n"
        "c\tThe price of bread doubled.\tDearer bread\n");
  const Evaluation evaluation = run();
  ASSERT_EQ(evaluation.figures.size(), 6u) << "three figures each, of ours and of BM25";
  EXPECT_EQ(evaluation.figures[0].system, "avow");
  ASSERT_EQ(evaluation.figures[0].units.size(), 2u) << "a query that nothing is wanted for does not count";
  EXPECT_EQ(value(*evaluation.figures[0].metric, evaluation.figures[0].units), 1);
  EXPECT_TRUE(errors_.empty());
}

TEST_F(MatchTask, ReadsAFolderOfClaimsToo) {
  write_questions();
  write("vclaims/a.json", R"({"vclaim": "Nothing of it.", "title": "x"})");
  write("vclaims/c.json", R"({"vclaim": "Ferry fares will rise by a third.", "title": "Bread", "vclaim_id": "c"})");
  const Evaluation evaluation = run();
  EXPECT_EQ(value(*evaluation.figures[0].metric, evaluation.figures[0].units), 0.5);
  EXPECT_EQ(value(*evaluation.figures[1].metric, evaluation.figures[1].units), 0.5);
  ASSERT_EQ(errors_.size(), 1u);
  EXPECT_EQ(errors_[0]["wanted"][0], "a");
}

TEST_F(MatchTask, SaysWhatIsMissing) {
  write("queries.tsv", "1\tferry\n");
  EXPECT_THROW(run(), Error);
  write("claims.tsv", "a\tFerries\n");
  write("wanted.qrels", "2 0 a 1\n");
  EXPECT_THROW(run(), Error) << "no query is wanted anything for";
  write("wanted.qrels", "1 0 a\n");
  EXPECT_THROW(run(), Error);
  write("wanted.qrels", "1 0 a 1\n");
  EXPECT_NO_THROW(run());
}

}  // namespace
}  // namespace avow::learn
