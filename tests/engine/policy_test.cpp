#include "engine/policy.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace avow {
namespace {

Day day(std::string_view text) {
  return parse_day(text).value();
}

TEST(Policy, LeavesWhatDocumentsSayToPeople) {
  const Policy& policy = Policy::shipped();
  EXPECT_NE(policy.needs_person("documents", Verdict::kept, {}), nullptr);
  EXPECT_EQ(policy.needs_person("documents", Verdict::not_due, {}), nullptr);
  EXPECT_EQ(policy.needs_person("series", Verdict::kept, {Status::actual}), nullptr);
}

TEST(Policy, LetsAnEstimateDecideButNoForecast) {
  const Policy& policy = Policy::shipped();
  EXPECT_EQ(policy.needs_person("series", Verdict::broken, {Status::actual, Status::estimate}), nullptr);
  const Policy::PersonRule* rule = policy.needs_person("series", Verdict::broken, {Status::actual, Status::forecast});
  ASSERT_NE(rule, nullptr);
  EXPECT_FALSE(rule->because.empty());
}

TEST(Policy, WaitsForFiguresAsLongAsItSays) {
  const Policy policy = Policy::parse(R"({"waits": [{"months": 6}, {"indicator": "own:slow", "months": 30}]})", "mine");
  EXPECT_EQ(policy.waited_until("own:any", day("2024-12-31")), day("2025-06-30"));
  EXPECT_EQ(policy.waited_until("own:slow", day("2024-12-31")), day("2027-06-30"));
  EXPECT_EQ(policy.waited_until("own:any", day_from_number(INT32_MAX)), day_from_number(INT32_MAX));
}

TEST(Policy, SaysWhatIsWrongWithOne) {
  for (const char* json : {"[]", R"({"waits": [{"months": -1}]})", R"({"needs_person": [{"because": "x"}]})",
                           R"({"needs_person": [{"verdicts": ["great"], "because": "x"}]})",
                           R"({"needs_person": [{"verdicts": ["kept"]}]})"}) {
    try {
      Policy::parse(json, "mine.json");
      ADD_FAILURE() << json;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_input) << json;
      EXPECT_EQ(std::string(error.what()).find("mine.json"), 0u) << error.what();
    }
  }
}

}  // namespace
}  // namespace avow
