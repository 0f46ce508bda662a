#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "learn/debate_ranking.hpp"
#include "learn/sentence_corpora.hpp"
#include "learn/tasks/labelled.hpp"
#include "learn/tasks/tasks.hpp"
#include "support/temp_folder.hpp"

namespace avow::learn {
namespace {

using testing::HasSubstr;

class SentenceData : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const std::string& text) {
    const auto path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  template <typename Call>
  std::string failure_of(Call call) {
    try {
      call();
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }
  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  TempFolder folder_;
};

TEST_F(SentenceData, FoldsAreReadByTheirNumbers) {
  write("set/train_0.json", R"([{"Text": "Ten mills closed.", "Verdict": 1, "sentence_id": 4}])");
  write("set/test_0.json", R"([{"Text": "Good evening.", "Verdict": 0, "sentence_id": 5}])");
  write("set/train_1.json", R"([{"Text": "No test beside it.", "Verdict": 0, "sentence_id": 6}])");
  const ClaimBuster data = read_claimbuster(folder());
  ASSERT_EQ(data.folds.size(), 1U);
  EXPECT_EQ(data.folds[0].first[0].text, "Ten mills closed.");
  EXPECT_TRUE(data.folds[0].first[0].wanted);
  EXPECT_FALSE(data.folds[0].second[0].wanted);
  EXPECT_THAT(failure_of([&] { read_fold(write("bad.json", R"([{"Text": 3}])")); }), HasSubstr("bad.json"));
}

TEST_F(SentenceData, TheCrowdsOtherSentencesLeaveOutWhatIsKnown) {
  const auto file = write("claimbuster_crowdsourced.csv",
                          "Sentence_id,Text,File_id,Verdict\r\n1,\"Ten mills, closed!\",a.txt,1\r\n"
                          "2,Nine mills closed.,a.txt,0\r\n3,I like mills.,b.txt,-1\r\n");
  const auto crowd = read_crowd(file);
  ASSERT_EQ(crowd.size(), 3U);
  EXPECT_TRUE(crowd[0].wanted);
  EXPECT_FALSE(crowd[1].wanted);
  EXPECT_EQ(crowd[2].group, "b.txt");
  const std::vector<Example> known{{"ten mills closed", true, {}, 1}};
  EXPECT_EQ(others_of(crowd, known).size(), 2U);
  EXPECT_THAT(failure_of([&] { read_crowd(write("x.csv", "Text,Verdict\na,1\n")); }), HasSubstr("File_id"));
}

TEST_F(SentenceData, DebatesAndManifestosAreRead) {
  const auto debate = read_debate(write("d.tsv", "1\tVELL\tTen mills closed.\t1\r\n2\tHOST\tThank you.\t0\n"));
  ASSERT_EQ(debate.size(), 2U);
  EXPECT_EQ(debate[0].speaker, "VELL");
  EXPECT_TRUE(debate[0].wanted);
  EXPECT_THAT(failure_of([&] { read_debate(write("bad.tsv", "1\tVELL\n")); }), HasSubstr("line 1"));
  write("m.csv", "country,party,year,pledge,binary_pledge,text\nX,Reds,1999,1,1,\"We will, soon, build.\"\n");
  const auto sentences = read_all_manifestos(folder());
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_EQ(sentences[0].year, 1999);
  EXPECT_TRUE(sentences[0].pledge);
  EXPECT_THAT(failure_of([&] { read_manifestos(write("y.csv", "party,year,binary_pledge,text\nA,soon,1,t\n")); }),
              HasSubstr("soon"));
}

TEST_F(SentenceData, ATaskCountsBothClasses) {
  Evaluation evaluation;
  std::vector<nlohmann::json> errors;
  evaluation.error = [&](const nlohmann::json& error) { errors.push_back(error); };
  Labelled labelled;
  labelled.add("right", true, true, 0.9);
  labelled.add("missed", true, false, 0.2);
  labelled.add("other", false, false, 0.0);
  labelled.report(evaluation, "us", true);
  ASSERT_EQ(evaluation.figures.size(), 4U);
  EXPECT_NEAR(value(accuracy, evaluation.figures[2].units), 2.0 / 3, 1e-9);
  EXPECT_NEAR(value(mean, evaluation.figures[3].units), (0.01 + 0.64) / 3, 1e-9);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0]["error"], "missed");
}

TEST_F(SentenceData, PledgesAreTestedOnTheLastYear) {
  std::string csv = "party,year,binary_pledge,text\n";
  for (int i = 0; i < 40; ++i)
    csv += "Reds," + std::to_string(i < 30 ? 2000 : 2004) + ",1,We will build mill number " + std::to_string(i) +
           ".\nReds," + std::to_string(i < 30 ? 2000 : 2004) + ",0,Mill number " + std::to_string(i) + " was closed.\n";
  write("m.csv", csv);
  Evaluation evaluation;
  evaluation.data = folder();
  run_pledge(evaluation);
  ASSERT_FALSE(evaluation.figures.empty());
  EXPECT_EQ(evaluation.figures[0].system, "avow");
  EXPECT_EQ(evaluation.figures[0].units.size(), 20U) << "the sentences of 2004";
  EXPECT_GT(value(macro_f1, evaluation.figures[0].units), 0.9);
}

TEST_F(SentenceData, AModeratorsSentencesRankBelowThoseOfWhoAnswers) {
  sdk::SentenceModel model;
  for (sdk::WeightTable* table : {&model.words, &model.letters, &model.meaning}) table->weights.assign(16, 0);
  model.style[static_cast<std::size_t>(sdk::Style::has_number)] = 1;
  const Debate debate{"d",
                      {{"HOST", "What of 10 mills?", false},
                       {"VELL", "They closed 10 mills.", true},
                       {"VELL", "Mills are good.", false},
                       {"HOST", "And 10 more?", false},
                       {"VELL", "They closed 10 more.", true}}};
  const auto scores = DebateRanker(model, std::nullopt).scores(debate);
  ASSERT_EQ(scores.size(), 5U);
  EXPECT_GT(scores[1], scores[0]) << "the one asks, the other states";
  EXPECT_GT(scores[1], scores[2]) << "the model knows numbers";
  EXPECT_GT(scores[1], scores[4]) << "what is said early is checked more";
  EXPECT_TRUE(DebateRanker(model, std::nullopt).scores({"empty", {}}).empty());
}

}  // namespace
}  // namespace avow::learn
