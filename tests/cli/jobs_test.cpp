#include <gmock/gmock.h>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

/// Sixty documents of many lengths and one line that is none.
class JobsOption : public CliTest {
 protected:
  JobsOption() {
    std::string lines;
    for (int i = 0; i < 60; ++i) {
      std::string text = "We will build " + std::to_string(1000 + i) + " homes by 2027.";
      for (int more = 0; more < i % 7 * 20; ++more) text += " The river rose again, and nobody knew why.";
      lines += i == 31 ? "{\"text\":\n" : nlohmann::json({{"text", text}, {"published", "2021-03-01"}}).dump() + "\n";
    }
    write("homes.ndjson", lines);
  }

  Result detect(const std::string& jobs) const {
    return avow({"detect", "homes.ndjson", "--speaker", "Ada Quill", "--jobs", jobs});
  }
};

TEST_F(JobsOption, DetectPrintsTheSameWithOneThreadAndWithMany) {
  const Result one = detect("1");
  EXPECT_EQ(one.exit_code, 3);
  EXPECT_GE(one.rows().size(), 59u);
  for (const char* jobs : {"2", "5"}) {
    const Result many = detect(jobs);
    EXPECT_EQ(many.out, one.out) << jobs;
    EXPECT_EQ(many.err, one.err) << jobs;
    EXPECT_EQ(many.exit_code, one.exit_code) << jobs;
  }
}

TEST_F(JobsOption, IngestStoresTheSameWithOneThreadAndWithMany) {
  const Result one = avow({"--db", "one.db", "ingest", "homes.ndjson", "--jobs", "1"});
  const Result many = avow({"--db", "many.db", "ingest", "homes.ndjson", "--jobs", "4"});
  EXPECT_THAT(one.rows(), SizeIs(59));
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(avow({"--db", "one.db", "claims"}).out, avow({"--db", "many.db", "claims"}).out);
  EXPECT_EQ(avow({"--db", "many.db", "verify"}).exit_code, 0);
}

TEST_F(JobsOption, CheckStoresTheSameWithOneThreadAndWithMany) {
  const auto checked = [&](const std::string& db, const std::string& jobs) {
    avow({"--db", db, "ingest", "homes.ndjson", "--speaker", "Ada Quill", "--jobs", "1"});
    return avow({"--db", db, "--today", "2028-03-01", "check", "--jobs", jobs});
  };
  const Result one = checked("one.db", "1");
  EXPECT_THAT(one.rows(), SizeIs(59));
  const Result many = checked("many.db", "5");
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(one.err, many.err);
  EXPECT_EQ(avow({"--db", "one.db", "claims"}).out, avow({"--db", "many.db", "claims"}).out);
  EXPECT_EQ(avow({"--db", "many.db", "verify"}).exit_code, 0);
}

TEST_F(JobsOption, RefusesWhatIsNoNumberOfThreads) {
  const Result run = detect("0");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("--jobs"));
}

}  // namespace
}  // namespace avow::cli_test
