#include "model/target.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/assessment.hpp"

namespace avow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Target complete() {
  Target target;
  target.subject = "DEU";
  target.indicator = "x:y";
  target.relation = Relation::at_least;
  target.value = Decimal{2, 1};
  target.due = Date::year(2030);
  return target;
}

TEST(MissingParts, AreNoneForACompletePromise) {
  EXPECT_THAT(missing_parts(complete(), false), IsEmpty());
}

TEST(MissingParts, NameAllThatACheckerNeeds) {
  EXPECT_THAT(missing_parts({}, false), ElementsAre("subject", "measure", "amount", "date"));
}

TEST(MissingParts, AStatementNeedsNoDateAndARiseNoAmount) {
  Target target = complete();
  target.due = {};
  EXPECT_THAT(missing_parts(target, true), IsEmpty());
  EXPECT_THAT(missing_parts(target, false), ElementsAre("date"));
  target.value = {};
  EXPECT_THAT(missing_parts(target, true), ElementsAre("amount"));
  target.relation = Relation::rise;
  EXPECT_THAT(missing_parts(target, true), IsEmpty());
}

TEST(SameConclusion, LooksPastTheDayAndAtEverythingElse) {
  Assessment a;
  a.reason = "because";
  Assessment b = a;
  b.today = *parse_day("2025-01-01");
  EXPECT_TRUE(same_conclusion(a, b));
  EXPECT_NE(id_of(a), id_of(b));
  b.vintage = "2025-01-01";
  EXPECT_FALSE(same_conclusion(a, b));
}

}  // namespace
}  // namespace avow
