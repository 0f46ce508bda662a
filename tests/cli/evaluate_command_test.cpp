#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// Two documents in the form of a treebank. The second's sentences have no stop, so that they are found as one.
const char* const treebank =
    "# newdoc id = first\n"
    "# text = The ferry leaves at nine.\n"
    "# text = It comes back at noon.\n"
    "# newdoc id = second\n"
    "# text = no stop here\n"
    "# text = nor here\n";

class EvaluateCommand : public CliTest {
 protected:
  std::string data() const { return write("treebank/made-up.conllu", treebank).parent_path().string(); }
};

TEST_F(EvaluateCommand, ListsTheTasksWhenNoneIsNamed) {
  const auto rows = avow({"evaluate"}).rows();
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows)
    for (const char* field : {"task", "summary", "data", "published"})
      EXPECT_THAT(row[field].get<std::string>(), Not(IsEmpty())) << row["task"];
}

TEST_F(EvaluateCommand, PrintsOurFigureAndTheBaselines) {
  const auto rows = avow({"evaluate", "sentences", "--data", data()}).rows();
  ASSERT_GE(rows.size(), 2u);
  EXPECT_EQ(rows[0]["system"], "avow");
  EXPECT_EQ(rows[0]["metric"], "F1");
  EXPECT_EQ(rows[0]["units"], 2);
  EXPECT_DOUBLE_EQ(rows[0]["value"], 0.5714) << "two right of three found and four wanted";
  EXPECT_DOUBLE_EQ(rows[0]["low"], 0.0);
  EXPECT_DOUBLE_EQ(rows[0]["high"], 1.0);
  EXPECT_NE(rows[1]["system"], "avow");
}

TEST_F(EvaluateCommand, PrintsATable) {
  const auto table = avow({"evaluate", "sentences", "--data", data(), "--format", "table"});
  EXPECT_THAT(table.out, AllOf(HasSubstr("low"), HasSubstr("0.5714")));
  const auto csv = avow({"evaluate", "sentences", "--data", data(), "--format", "csv"});
  EXPECT_THAT(csv.out, HasSubstr("system,what,metric,value,low,high,units"));
}

TEST_F(EvaluateCommand, WritesTheErrorsIntoAFile) {
  const std::string file = path("errors.ndjson").string();
  ASSERT_EQ(avow({"evaluate", "sentences", "--data", data(), "--errors", file}).exit_code, 0);
  std::ifstream in(file);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line); ++lines) EXPECT_EQ(nlohmann::json::parse(line)["document"], "second");
  EXPECT_EQ(lines, 3u) << "two missed, one wrong";
  EXPECT_EQ(avow({"evaluate", "sentences", "--data", data(), "--errors", file}).exit_code, 2) << "a file is there";
  EXPECT_EQ(avow({"evaluate", "sentences", "--data", data(), "--errors", "-"}).exit_code, 2);
}

TEST_F(EvaluateCommand, SaysWhatItMisses) {
  const Result no_task = avow({"evaluate", "zeppelins", "--data", data()});
  EXPECT_EQ(no_task.exit_code, 2);
  EXPECT_THAT(no_task.err, HasSubstr("zeppelins"));
  const Result no_place = avow({"evaluate", "sentences"});
  EXPECT_EQ(no_place.exit_code, 2);
  EXPECT_THAT(no_place.err, HasSubstr("--data"));
  const Result nothing_there = avow({"evaluate", "sentences", "--data", path("nowhere").string()});
  EXPECT_EQ(nothing_there.exit_code, 2);
  EXPECT_THAT(nothing_there.err, HasSubstr("nowhere"));
  EXPECT_EQ(nothing_there.out, "");
}

}  // namespace
}  // namespace avow::cli_test
