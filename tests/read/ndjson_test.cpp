#include <gmock/gmock.h>

#include "base/digest.hpp"
#include "read/reading.hpp"

namespace avow {
namespace {

using test::read_all;
using testing::HasSubstr;

TEST(Ndjson, ReadsOneDocumentALine) {
  const std::string line =
      R"({"text":"We will.","url":"https://example.org/1","title":"T","speaker":"S","published":"2025-04-25"})";
  const auto outcome =
      read_all("d.ndjson", line + "\n\n" + R"({"text":"They did.","published":"2025-06-01T08:00:00Z"})");
  ASSERT_EQ(outcome.documents.size(), 2U);
  EXPECT_TRUE(outcome.failures.empty());
  const auto& first = outcome.documents[0].document;
  EXPECT_EQ(first.text, "We will.");
  EXPECT_EQ(first.url, "https://example.org/1");
  EXPECT_EQ(first.speaker, "S");
  EXPECT_EQ(first.published.text(), "2025-04-25");
  EXPECT_EQ(first.raw, sha256(line));
  EXPECT_EQ(outcome.documents[1].document.published.text(), "2025-06-01");
  EXPECT_EQ(outcome.documents[1].document.url, "file:d.ndjson#line=3");
}

TEST(Ndjson, NamesABadLineAndGoesOn) {
  const auto outcome = read_all("d.ndjson", "{\"text\":\"One.\"}\n{\"text\":\"Tw\n{\"text\":\"Three.\"}\n");
  ASSERT_EQ(outcome.documents.size(), 2U);
  EXPECT_EQ(outcome.documents[1].document.text, "Three.");
  ASSERT_EQ(outcome.failures.size(), 1U);
  EXPECT_EQ(outcome.failures[0].code(), ErrorCode::bad_input);
  EXPECT_THAT(outcome.failures[0].what(), HasSubstr("d.ndjson: line 2 (byte 16)"));
}

TEST(Ndjson, ReadsOnWhenTheFirstLineIsTheBadOne) {
  const auto outcome = read_all("d", "{\"text\": oops}\n{\"text\":\"Two.\"}\n");
  EXPECT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(outcome.failures.size(), 1U);
}

TEST(Ndjson, RefusesLinesThatAreNoDocument) {
  const std::string good = "{\"text\":\"One.\"}\n";
  const std::pair<std::string, std::string> cases[] = {{"[1]", "not a JSON object"},
                                                       {"{\"title\":\"x\"}", "has no \"text\""},
                                                       {"{\"text\":5}", "\"text\" is not a string"},
                                                       {"{\"text\":\"  \"}", "white space only"},
                                                       {"{\"text\":\"a\\u0000b\"}", "NUL"},
                                                       {"{\"text\":\"a\",\"n\":1e999}", "out of range"},
                                                       {"{\"text\":\"a\",\"published\":\"2025-02-30\"}", "2025-02-30"}};
  for (const auto& [line, what] : cases) {
    const auto outcome = read_all("d", good + line + "\n" + good);
    ASSERT_EQ(outcome.failures.size(), 1U) << line;
    EXPECT_THAT(outcome.failures[0].what(), testing::AllOf(HasSubstr("d: line 2"), HasSubstr(what)));
    EXPECT_EQ(outcome.documents.size(), 2U);
  }
}

TEST(Ndjson, RefusesInvalidUtf8AndDeepNestingInOneLineOnly) {
  const std::string deep = "{\"text\":\"a\",\"x\":" + std::string(100'000, '[') + "}";
  const auto outcome = read_all("d", "{\"text\":\"One.\"}\n{\"text\":\"\xFF\"}\n" + deep + "\n{\"text\":\"Four.\"}\n");
  EXPECT_EQ(outcome.documents.size(), 2U);
  ASSERT_EQ(outcome.failures.size(), 2U);
  EXPECT_THAT(outcome.failures[1].what(), HasSubstr("line 3"));
}

TEST(Ndjson, AppliesTheLimitToEachLine) {
  ReadLimits limits;
  limits.max_bytes = 64;
  const std::string line = "{\"text\":\"One.\"}\n";
  std::string many;
  for (int i = 0; i < 20; ++i) many += line;
  const auto outcome = read_all("d", many + "{\"text\":\"" + std::string(100, 'a') + "\"}\n" + line, {}, limits);
  EXPECT_EQ(outcome.documents.size(), 21U);
  ASSERT_EQ(outcome.failures.size(), 1U);
  EXPECT_EQ(outcome.failures[0].code(), ErrorCode::limit);
}

}  // namespace
}  // namespace avow
