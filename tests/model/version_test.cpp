#include "model/version.hpp"

#include <gmock/gmock.h>

namespace avow {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Utterance promise(Relation relation, std::optional<double> value, const char* due,
                  Strength strength = Strength::commit) {
  Utterance one{"ada", "We will do it.", {}};
  one.reading.kind = Kind::pledge;
  one.reading.strength = strength;
  Target& target = one.reading.target;
  target.subject = "pact";
  target.relation = relation;
  target.unit = "percent";
  if (value) target.value = Decimal{*value, 1};
  if (*due != '\0') target.due = Date::parse(due).value();
  return one;
}

bool is_part(const std::string& part, const std::string& whole) {
  return part == "pact-north" && whole == "pact";
}

std::vector<LinkKind> shifts(const Utterance& before, const Utterance& later) {
  return compare(Standing{before}, later, is_part).shifts;
}

TEST(Version, OfTheSameAgainIsARepetition) {
  const Utterance one = promise(Relation::at_least, 2, "2024");
  EXPECT_THAT(shifts(one, one), ElementsAre(LinkKind::repeats));
}

TEST(Version, SaysAllThatHolds) {
  const Version version = compare(Standing{promise(Relation::at_least, 2, "2024", Strength::aim)},
                                  promise(Relation::at_least, 5, "2035"), is_part);
  EXPECT_THAT(version.shifts, ElementsAre(LinkKind::strengthens, LinkKind::moves_later));
  ASSERT_EQ(version.differences.size(), 3u);
  EXPECT_EQ(version.differences[0].field, "value");
  EXPECT_EQ(version.differences[0].before, "2 percent");
  EXPECT_EQ(version.differences[0].after, "5 percent");
  EXPECT_EQ(version.differences[1].field, "due");
  EXPECT_EQ(version.differences[2].field, "strength");
}

TEST(Version, MeasuresAnAmountInItsDirection) {
  EXPECT_THAT(shifts(promise(Relation::at_most, 5, ""), promise(Relation::at_most, 3, "")),
              ElementsAre(LinkKind::strengthens));
  EXPECT_THAT(shifts(promise(Relation::fall_by, 5, ""), promise(Relation::fall_by, 3, "")),
              ElementsAre(LinkKind::weakens));
  EXPECT_THAT(shifts(promise(Relation::rise_to, 5, ""), promise(Relation::at_least, 3, "")),
              ElementsAre(LinkKind::weakens));
}

TEST(Version, ComparesNoLevelWithAChange) {
  EXPECT_THAT(shifts(promise(Relation::rise_by, 5, ""), promise(Relation::rise_to, 7, "")), IsEmpty());
}

TEST(Version, SeesWeakerWordsConditionsAndParts) {
  EXPECT_THAT(shifts(promise(Relation::rise, {}, ""), promise(Relation::rise, {}, "", Strength::aim)),
              ElementsAre(LinkKind::weakens));
  Utterance conditional = promise(Relation::rise, {}, "");
  conditional.reading.target.condition = "if elected";
  EXPECT_THAT(shifts(promise(Relation::rise, {}, ""), conditional), ElementsAre(LinkKind::weakens));
  EXPECT_THAT(shifts(conditional, promise(Relation::rise, {}, "")), ElementsAre(LinkKind::strengthens));
  Utterance part = promise(Relation::rise, {}, "2024");
  part.reading.target.subject = "pact-north";
  EXPECT_THAT(shifts(promise(Relation::rise, {}, "2025"), part),
              ElementsAre(LinkKind::brings_forward, LinkKind::narrows));
  EXPECT_THAT(shifts(part, promise(Relation::rise, {}, "2024")), ElementsAre(LinkKind::strengthens));
}

TEST(Version, NarrowsToASectorThatOnlyWordsName) {
  const auto about = [](const char* words) {
    Utterance one = promise(Relation::rise, {}, "");
    one.reading.target.subject.clear();
    one.reading.target.subject_text = words;
    return one;
  };
  EXPECT_THAT(shifts(about("all schools"), about("our primary schools")), ElementsAre(LinkKind::narrows));
  EXPECT_THAT(shifts(about("primary schools"), about("every schools")), ElementsAre(LinkKind::strengthens));
  EXPECT_THAT(shifts(about("schools"), about("all schools")), ElementsAre(LinkKind::repeats));
  EXPECT_THAT(shifts(about("primary schools"), about("secondary schools")), ElementsAre(LinkKind::repeats));
  EXPECT_THAT(shifts(about("ministers"), about("former ministers")), ElementsAre(LinkKind::repeats));
  EXPECT_FALSE(names_part("schools", "schools"));
  EXPECT_FALSE(names_part("school buildings", "schools"));
  EXPECT_FALSE(names_part("schools", ""));
}

TEST(Version, KeepsWhatALaterUtteranceLeavesOut) {
  Standing standing{promise(Relation::at_least, 2, "2024")};
  standing.take(promise(Relation::rise, {}, ""));
  EXPECT_THAT(compare(standing, promise(Relation::at_least, 5, "2035"), is_part).shifts,
              ElementsAre(LinkKind::strengthens, LinkKind::moves_later));
}

TEST(Version, TakesBackByDenyingOrInWords) {
  Utterance denied = promise(Relation::rise, {}, "");
  denied.reading.negated = true;
  EXPECT_THAT(shifts(promise(Relation::rise, {}, ""), denied), ElementsAre(LinkKind::withdraws, LinkKind::contradicts));
  denied.speaker = "bob";
  EXPECT_THAT(shifts(promise(Relation::rise, {}, ""), denied), ElementsAre(LinkKind::withdraws));
  Utterance dropped = promise(Relation::rise, {}, "");
  dropped.quote = "We have scrapped the plan to raise it.";
  EXPECT_THAT(shifts(promise(Relation::rise, {}, ""), dropped), ElementsAre(LinkKind::withdraws));
  EXPECT_FALSE(says_withdrawal("The plan says that prices dropped."));
  EXPECT_TRUE(says_withdrawal("We will no longer build it."));
}

TEST(Contradiction, IsForAndAgainst) {
  const auto both = [](const Utterance& a, const Utterance& b) {
    EXPECT_EQ(contradicts(a.reading, b.reading), contradicts(b.reading, a.reading));
    return contradicts(a.reading, b.reading);
  };
  EXPECT_TRUE(both(promise(Relation::rise, {}, ""), promise(Relation::fall, {}, "")));
  EXPECT_TRUE(both(promise(Relation::at_least, 6, ""), promise(Relation::at_most, 5, "")));
  EXPECT_FALSE(both(promise(Relation::at_least, 2, ""), promise(Relation::at_most, 5, "")));
  EXPECT_FALSE(both(promise(Relation::rise, {}, "2024"), promise(Relation::fall, {}, "2030")));
  EXPECT_FALSE(both(promise(Relation::rise, {}, ""), promise(Relation::at_most, 5, "")));
  Utterance neither = promise(Relation::rise, {}, ""), nor = promise(Relation::fall, {}, "");
  neither.reading.negated = nor.reading.negated = true;
  EXPECT_FALSE(both(neither, nor));
  EXPECT_TRUE(both(neither, promise(Relation::rise, {}, "")));
  EXPECT_FALSE(both(neither, promise(Relation::fall, {}, "")));
}

TEST(Direction, TurnsAroundWhenDenied) {
  Utterance one = promise(Relation::rise_to, 3, "");
  EXPECT_EQ(direction_of(one.reading), Direction::up);
  one.reading.negated = true;
  EXPECT_EQ(direction_of(one.reading), Direction::down);
  EXPECT_EQ(direction_of(promise(Relation::equal, 3, "").reading), Direction::level);
  EXPECT_EQ(direction_of(promise(Relation::none, {}, "").reading), Direction::none);
}

}  // namespace
}  // namespace avow
