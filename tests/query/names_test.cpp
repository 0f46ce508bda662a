#include "query/names.hpp"

#include <gmock/gmock.h>

namespace avow {
namespace {

using testing::ElementsAre;

Names small_names() {
  return {{{"XAA", EntityKind::country, "Arvania", "", {"the Republic"}, {{"pact", "member", Date::year(2000), {}}}},
           {"XBB", EntityKind::country, "Belmark", "", {"the Republic"}, {{"pact", "member", Date::year(2020), {}}}},
           {"XCC", EntityKind::country, "Corland", "", {}, {{"pact", "member", Date::year(1990), Date::year(2010)}}}},
          {}};
}

TEST(Names, FindACodeByNameInAnyCase) {
  EXPECT_EQ(small_names().entity_code("arvania"), "XAA");
  EXPECT_EQ(small_names().entity_code("xbb"), "XBB");
  EXPECT_EQ(small_names().entity_code("Nowhere"), "");
}

TEST(Names, TakeACodeBeforeANameOfTheSameLetters) {
  const Names names({{"pact", EntityKind::organisation, "Union", "", {}, {}},
                     {"union", EntityKind::organisation, "Pact", "", {}, {}},
                     {"UNION", EntityKind::organisation, "League", "", {}, {}}},
                    {});
  EXPECT_EQ(names.entity_code("Pact"), "pact");
  EXPECT_EQ(names.entity_code("Union"), "union") << "of two codes in other letters the first";
  EXPECT_EQ(names.entity_code("UNION"), "UNION");
}

TEST(Names, RefuseANameThatTwoShare) {
  EXPECT_EQ(small_names().entity_code("the Republic"), "");
}

TEST(Names, GiveTheCodeWhereNoNameIsKnown) {
  EXPECT_EQ(small_names().entity_name("XAA"), "Arvania");
  EXPECT_EQ(small_names().entity_name("XZZ"), "XZZ");
}

TEST(Names, KnowMembersOfThePeriod) {
  EXPECT_THAT(small_names().members("pact", Date::year(2005)), ElementsAre("XAA", "XCC"));
  EXPECT_THAT(small_names().members("pact", Date::year(2021)), ElementsAre("XAA", "XBB"));
  EXPECT_THAT(small_names().members("pact", {}), ElementsAre("XAA", "XBB", "XCC"));
}

}  // namespace
}  // namespace avow
