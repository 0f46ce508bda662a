#include "text/gazetteer.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

Entity entity(std::string code, EntityKind kind, std::string name, std::vector<std::string> aliases = {}) {
  Entity out;
  out.code = std::move(code);
  out.kind = kind;
  out.name = std::move(name);
  out.aliases = std::move(aliases);
  return out;
}

Gazetteer sample() {
  Indicator rents;
  rents.code = "x:rents";
  rents.measure = "rent level";
  rents.phrases = {"rents", "rents in towns"};
  return Gazetteer(
      {entity("river-league", EntityKind::group, "River League", {"the Leaguers", "RL"}),
       entity("jens-oak", EntityKind::person, "Jens Oak"), entity("eva-elm", EntityKind::person, "Eva Elm", {"Elm"}),
       entity("usa", EntityKind::country, "US"), entity("north-arden", EntityKind::country, "Arden"),
       entity("south-arden", EntityKind::country, "Arden")},
      {rents});
}

std::vector<std::string> codes(std::string_view text) {
  std::vector<std::string> out;
  for (const Mention& mention : sample().find(text))
    out.push_back(mention.code + "=" + std::string(mention.span.of(text)));
  return out;
}

TEST(Gazetteer, FindsTheLongestNameOnWordBoundaries) {
  EXPECT_EQ(codes("Rents in towns of the River League fell."),
            (std::vector<std::string>{"rent level=Rents in towns", "river-league=River League"}));
  EXPECT_TRUE(codes("The RLX is none.").empty());
}

TEST(Gazetteer, KeepsCapitalsOfNamesAndStripsPossessives) {
  EXPECT_EQ(codes("US’s aid to us"), (std::vector<std::string>{"usa=US"}));
  EXPECT_EQ(codes("the RL's plan"), (std::vector<std::string>{"river-league=RL"}));
  EXPECT_EQ(codes("The Leaguers met."), (std::vector<std::string>{"river-league=The Leaguers"}));
}

TEST(Gazetteer, NamesNobodyWhereTwoAreMeant) {
  EXPECT_TRUE(codes("Arden votes.").empty());
  EXPECT_EQ(sample().entity_named("Arden"), "");
  EXPECT_EQ(sample().entity_named("Jens Oak and Eva Elm"), "");
}

TEST(Gazetteer, KnowsAPersonWithinALongerName) {
  EXPECT_EQ(sample().entity_named("Jens Oak"), "jens-oak");
  EXPECT_EQ(sample().entity_named("RL Secretary Common Jens Oak"), "jens-oak");
  EXPECT_EQ(sample().entity_named("JENS OAK"), "jens-oak");
  EXPECT_EQ(sample().entity_named("Minister Elm"), "eva-elm");
  EXPECT_EQ(sample().entity_named("the Leaguers"), "river-league");
  EXPECT_EQ(sample().entity_named("Somebody Else"), "");
}

TEST(Gazetteer, IsEmptyByDefault) {
  EXPECT_TRUE(Gazetteer().find("Jens Oak").empty());
  EXPECT_EQ(Gazetteer().entity_named("Jens Oak"), "");
}

}  // namespace
}  // namespace avow
