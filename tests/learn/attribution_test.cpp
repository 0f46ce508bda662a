#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/error.hpp"
#include "learn/attribution_data.hpp"
#include "learn/tasks/tasks.hpp"
#include "learn/trainers/trainers.hpp"

namespace avow::learn {
namespace {

namespace fs = std::filesystem;

class Attributions : public testing::Test {
 protected:
  Attributions()
      : folder_(fs::path(testing::TempDir()) /
                ("avow_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "text");
    fs::create_directories(folder_ / "attributions");
  }
  ~Attributions() override { fs::remove_all(folder_); }
  void write(const fs::path& name, std::string_view content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }
  /// Articles of one sentence each, marked.
  void write_articles(int count) const {
    const char* names[] = {"Eva Elm", "Jens Oak", "Ida Ash"};
    const char* verbs[] = {"said", "warned", "added"};
    for (int i = 0; i < count; ++i) {
      const std::string name = names[i % 3];
      const std::string verb = verbs[i / 3 % 3];
      const std::string rest = "that rents would fall";
      const std::string id = "paper_" + std::to_string(100 + i);
      write("text/" + id + ".txt", name + " " + verb + " " + rest + ".\n\nThe old mill was sold in May.\n");
      const auto at = [](std::size_t a, std::size_t b) { return std::to_string(a) + " " + std::to_string(b); };
      const std::size_t cue = name.size() + 1;
      const std::size_t content = cue + verb.size() + 1;
      write("attributions/" + id + "_ab12.ann",
            "T1\tSource " + at(0, name.size()) + "\t-\nT2\tCue " + at(cue, cue + verb.size()) + "\t-\nT3\tContent " +
                at(content, content + rest.size()) + "\t-\nE1\tAttribution:T9 Content:T3 Cue:T2 Source:T1\n");
    }
  }
  double figure(const Evaluation& evaluation, std::string_view system, std::string_view what) const {
    for (const Figure& one : evaluation.figures)
      if (one.system == system && one.what == what) return value(*one.metric, one.units);
    return -1;
  }
  fs::path folder_;
};

TEST_F(Attributions, OfBratAreReadByCharacterAndPieceAndOnce) {
  write("text/a.txt", "“Très cher,” Eva said, “this bread.”\n");
  write("attributions/a_1.ann",
        "T1\tContent 0 12;23 36\tx\nT2\tSource 13 16\tEva\nT3\tCue 17 21\tsaid\n"
        "E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2\n");
  write("attributions/a_2.ann", "T1\tSource 13 16\tEva\n");
  const auto samples = read_attributions(folder_);
  ASSERT_EQ(samples.size(), 1U);
  const AttributionSample& sample = samples[0];
  ASSERT_EQ(sample.roles.size(), 4U);
  EXPECT_EQ(sample.roles[0].span.of(sample.text), "“Très cher,”");
  EXPECT_EQ(sample.roles[1].span.of(sample.text), "Eva");
  EXPECT_EQ(sample.roles[2].span.of(sample.text), "said");
  EXPECT_EQ(sample.roles[3].span.of(sample.text), "“this bread.”");
  ASSERT_EQ(sample.attributions.size(), 1U);
  EXPECT_EQ(sample.attributions[0].content.size(), 2U);
}

TEST_F(Attributions, OfLinesOfTokensAreReadAsTextIsPrinted) {
  write(
      "some.jsonl",
      R"({"tokens":["``","Bread","is","dear",",","''","Eva","did","n't","say","-LRB-","once","-RRB-","."],)"
      R"("labels":["B-content","I-content","I-content","I-content","I-content","I-content","B-source","B-cue","I-cue","I-cue","O","O","O","O"]})"
      "\n");
  const auto samples = read_attributions(folder_);
  ASSERT_EQ(samples.size(), 1U);
  EXPECT_EQ(samples[0].text, "“Bread is dear,” Eva didn't say (once).");
  ASSERT_EQ(samples[0].roles.size(), 3U);
  EXPECT_EQ(samples[0].roles[0].span.of(samples[0].text), "“Bread is dear,”");
  EXPECT_EQ(samples[0].roles[2].span.of(samples[0].text), "didn't say");
}

TEST_F(Attributions, OfAWrongFormAreRefusedByName) {
  EXPECT_THROW(read_attributions(folder_), Error);
  write("bad.jsonl", "{\"tokens\":[\"a\"]}\n");
  EXPECT_THROW(read_attributions(folder_), Error);
  write("text/b.txt", "Short.");
  write("attributions/b_1.ann", "T1\tSource 0 999\tx\n");
  EXPECT_THROW(read_attributions(folder_), Error);
}

TEST_F(Attributions, AreCountedByExactSpansForTheRulesAndTheBaseline) {
  write_articles(3);
  Evaluation evaluation;
  evaluation.data = folder_;
  run_attribution(evaluation);
  EXPECT_EQ(figure(evaluation, "avow, rules alone", "source"), 1);
  EXPECT_EQ(figure(evaluation, "avow, rules alone", "cue"), 1);
  EXPECT_EQ(figure(evaluation, "avow, rules alone", "content"), 1);
  EXPECT_EQ(figure(evaluation, "avow, rules alone", "whole attribution"), 1);
  EXPECT_EQ(figure(evaluation, "quoted words and the verb beside them", "content"), 0);
  EXPECT_EQ(figure(evaluation, "avow, attribution.model", "content"), -1);
}

TEST_F(Attributions, AreLearnedFromMarkedArticlesAlikeEveryTime) {
  write_articles(30);
  Training training;
  training.data = folder_;
  const TrainedModel model = train_attribution(training);
  EXPECT_EQ(model.bytes, train_attribution(training).bytes);
  EXPECT_EQ(model.card.at("rows"), 30);
  EXPECT_EQ(model.card.at("licence"), "unknown");
  write("attribution.model", model.bytes);
  Evaluation evaluation;
  evaluation.data = folder_;
  evaluation.models = folder_;
  run_attribution(evaluation);
  EXPECT_GT(figure(evaluation, "avow, attribution.model", "content"), 0.9);
  EXPECT_GT(figure(evaluation, "avow, attribution.model", "whole attribution"), 0.9);
}

TEST_F(Attributions, AreNotLearnedFromAHandful) {
  write_articles(4);
  Training training;
  training.data = folder_;
  EXPECT_THROW(train_attribution(training), Error);
}

}  // namespace
}  // namespace avow::learn
