#include "query/commitments.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "base/error.hpp"
#include "query/clocks.hpp"
#include "query/contradictions.hpp"
#include "query/matching.hpp"
#include "query/names.hpp"
#include "query/small_world.hpp"

namespace avow {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Said {
  const char* day;
  const char* quote;
  Relation relation = Relation::at_least;
  std::optional<double> value = std::nullopt;
  const char* due = "";
  bool negated = false;
  const char* speaker = "pact";
  const char* subject = "pact";
  const char* indicator = "pact:dikes";
};

const Said two{"2014-09-05", "Each of us will spend 2 percent by 2024.", Relation::at_least, 2, "2024"};
const Said more{"2018-01-01", "We will spend more.", Relation::rise};
const Said five{"2025-06-25", "Each of us will spend 5 percent by 2035.", Relation::at_least, 5, "2035"};

/// What was said about the pact's dikes, utterance by utterance.
class CommitmentsOfThePact : public SmallWorld {
 protected:
  static void fill_vocabulary(Store& into) {
    const auto writer = into.begin();
    writer->begin_entry({"vocabulary", "test", ""});
    const auto member = [](const char* code, const char* name, std::vector<const char*> groups) {
      Entity entity{code, EntityKind::country, name, "", {}, {}};
      for (const char* group : groups) entity.memberships.push_back({group, "member", Date::year(2000), {}});
      return entity;
    };
    writer->add(Entity{"pact", EntityKind::group, "Harbour Pact", "", {}, {}});
    writer->add(Entity{"pact-north", EntityKind::group, "Pact North", "", {}, {}});
    writer->add(member("XAA", "Arvania", {"pact", "pact-north"}));
    writer->add(member("XBB", "Belmark", {"pact"}));
    writer->add(Entity{"greens", EntityKind::party, "Greens", "", {}, {}});
    writer->add(
        Entity{"jana",
               EntityKind::person,
               "Jana Muster",
               "",
               {},
               {{"pact", "secretary general", Date::year(2021), Date::year(2022)}, {"greens", "member", {}, {}}}});
    writer->add(Indicator{"pact:dikes", "Dikes, share", "dike spending", "percent", "Pact", "", 1, {}});
    writer->add(Indicator{"who:dikes", "Dikes, share (WHO)", "dike spending", "percent", "WHO", "", 2, {}});
    writer->commit();
  }

  Id say(const Said& said, Store& into) {
    Document where{std::string("https://example.org/") + said.day + said.quote,
                   "A day in the Pact",
                   "Harbour Post",
                   "",
                   "",
                   date(said.day),
                   "en",
                   "text/plain",
                   said.quote,
                   sha256("raw")};
    const auto end = static_cast<std::uint32_t>(where.text.size());
    const Claim what{id_of(where), {0, end},     {"", said.quote, ""}, Voice::turn,
                     said.speaker, said.speaker, date(said.day)};
    Reading how;
    how.claim = id_of(what);
    how.kind = Kind::pledge;
    how.strength = Strength::commit;
    how.negated = said.negated;
    how.maker.plugin = "finder";
    how.target.subject = said.subject;
    how.target.indicator = said.indicator;
    how.target.relation = said.relation;
    how.target.unit = "percent";
    if (said.value) how.target.value = Decimal{*said.value, 1};
    if (*said.due != '\0') how.target.due = date(said.due);
    const auto writer = into.begin();
    writer->begin_entry({"ingest", "test", ""});
    writer->add(where, "raw");
    writer->add(what);
    writer->add(how);
    writer->commit();
    return id_of(what);
  }
  Id say(const Said& said) { return say(said, *store); }

  void SetUp() override { fill_vocabulary(*store); }

  std::vector<Commitment> all(LinkUse links = LinkUse::confirmed, const Clocks& clocks = {}) {
    const Names names = Names::of(*store, clocks);
    std::vector<Commitment> found;
    Commitments(*store, names, clocks, links).each({}, [&](const Commitment& one) {
      found.push_back(one);
      return true;
    });
    return found;
  }

  std::optional<Commitment> of(const Id& utterance, LinkUse links = LinkUse::confirmed) {
    const Names names = Names::of(*store, {});
    return Commitments(*store, names, {}, links).of(utterance);
  }

  Link link(const Id& from, const Id& to, bool by_person) {
    Link one{from, to, LinkKind::repeats, by_person, by_person ? 1 : 0.7, "same", {}};
    if (by_person) one.maker.person = "Ann";
    write("link", one);
    return one;
  }
};

std::vector<std::vector<LinkKind>> shifts(const Commitment& one) {
  std::vector<std::vector<LinkKind>> all;
  for (const CommitmentUtterance& each : one.utterances) all.push_back(each.version.shifts);
  return all;
}

TEST_F(CommitmentsOfThePact, FollowAPromiseThroughItsVersions) {
  const Id last = say(five), first = say(two), between = say(more);
  const auto one = of(between);
  ASSERT_TRUE(one);
  ASSERT_THAT(one->utterances, SizeIs(3));
  EXPECT_EQ(one->utterances[0].promise.id, first);
  EXPECT_EQ(one->utterances[2].promise.id, last);
  EXPECT_THAT(shifts(*one), ElementsAre(IsEmpty(), ElementsAre(LinkKind::repeats),
                                        ElementsAre(LinkKind::strengthens, LinkKind::moves_later)));
  EXPECT_EQ(one->standing.said.reading.target.value->value, 5);
  EXPECT_EQ(one->id, id_of(one->key));
}

TEST_F(CommitmentsOfThePact, DoNotDependOnTheOrderOfIngest) {
  say(two), say(more), say(five);
  const auto other = open("b.db");
  fill_vocabulary(*other);
  say(five, *other), say(two, *other), say(more, *other);
  const Names names = Names::of(*other, {});
  std::vector<Commitment> there;
  Commitments(*other, names, {}, LinkUse::confirmed).each({}, [&](const Commitment& one) {
    there.push_back(one);
    return true;
  });
  const auto here = all();
  ASSERT_THAT(here, SizeIs(1));
  ASSERT_THAT(there, SizeIs(1));
  EXPECT_EQ(here[0].id, there[0].id);
  ASSERT_EQ(here[0].utterances.size(), there[0].utterances.size());
  for (std::size_t i = 0; i < here[0].utterances.size(); ++i) {
    EXPECT_EQ(here[0].utterances[i].promise.id, there[0].utterances[i].promise.id);
    EXPECT_EQ(here[0].utterances[i].version.shifts, there[0].utterances[i].version.shifts);
  }
}

TEST_F(CommitmentsOfThePact, KnowOnlyWhatWasKnownThen) {
  const Id first = say(two);
  say(five);
  EXPECT_EQ(all(LinkUse::confirmed, parse_clocks("", "2020-01-01")).at(0).distinct, 1u);
  EXPECT_EQ(all(LinkUse::confirmed, parse_clocks("@2", "")).at(0).utterances.at(0).promise.id, first);
  EXPECT_EQ(all().at(0).distinct, 2u);
}

TEST_F(CommitmentsOfThePact, AreTheSidesNotTheSpeakers) {
  Said office = five, before_office = two, other_definition = more;
  office.speaker = before_office.speaker = "jana";
  office.day = "2021-05-01";
  other_definition.indicator = "who:dikes";
  const Id spoken = say(office);
  say(before_office);
  say(other_definition);
  const auto one = of(spoken);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->key.side, "pact") << "she held office in the Pact on that day";
  EXPECT_EQ(one->distinct, 2u) << "what the Greens' member said is the Greens'";
}

TEST_F(CommitmentsOfThePact, NarrowToAPartOfTheSide) {
  say(two);
  Said north = more;
  north.subject = "pact-north";
  const auto one = of(say(north));
  ASSERT_TRUE(one);
  EXPECT_THAT(shifts(*one), ElementsAre(IsEmpty(), ElementsAre(LinkKind::narrows)));
  Said member = more;
  member.subject = "XAA";
  EXPECT_EQ(of(say(member))->distinct, 1u) << "a country is no part of the promise's own";
}

TEST_F(CommitmentsOfThePact, CountCopiesOnce) {
  const Id first = say(two);
  Said again = two;
  again.day = "2014-09-06";
  const Id copy = say(again);
  write("ingest", Link{copy, first, LinkKind::copies, true, 1, "", {}});
  const auto one = of(first);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->utterances.size(), 2u);
  EXPECT_EQ(one->distinct, 1u);
  EXPECT_TRUE(one->utterances[1].promise.copy);
}

TEST_F(CommitmentsOfThePact, TellWhatSpeaksAgainstThem) {
  const Id first = say(two);
  Said never{"2019-01-01", "We will not spend more.", Relation::rise};
  never.negated = true;
  const Id denied = say(never);
  const auto one = of(first);
  ASSERT_TRUE(one);
  ASSERT_THAT(one->utterances, SizeIs(2));
  EXPECT_TRUE(one->utterances[1].against);
  EXPECT_THAT(one->utterances[1].version.shifts, ElementsAre(LinkKind::withdraws, LinkKind::contradicts));
  EXPECT_EQ(one->distinct, 1u);
  const Names names = Names::of(*store, {});
  Commitments commitments(*store, names, {}, LinkUse::confirmed);
  std::vector<Contradiction> found;
  contradictions(commitments, {}, [&](const Contradiction& each) {
    found.push_back(each);
    return true;
  });
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].earlier.id, first);
  EXPECT_EQ(found[0].later.id, denied);
  EXPECT_TRUE(found[0].same_speaker);
}

TEST_F(CommitmentsOfThePact, HoldTogetherByLinksWhereNothingIsMeasured) {
  Said bridge{"2020-01-01", "We will build the bridge.", Relation::none};
  bridge.indicator = "";
  Said again = bridge;
  again.day = "2021-01-01";
  const Id first = say(bridge), second = say(again);
  EXPECT_THAT(all(LinkUse::suggested), IsEmpty());
  EXPECT_EQ(of(first)->utterances.size(), 1u);
  link(second, first, false);
  EXPECT_THAT(all(LinkUse::confirmed), IsEmpty());
  const auto found = all(LinkUse::suggested);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].id, first);
  EXPECT_TRUE(found[0].suggested);
  EXPECT_EQ(of(second, LinkUse::suggested)->utterances.size(), 2u);
}

TEST_F(CommitmentsOfThePact, FollowAPersonsWordAndItsRetraction) {
  const Id first = say(two), second = say(five);
  Said bridge{"2020-01-01", "We will build the bridge.", Relation::none};
  bridge.indicator = "";
  const Id other = say(bridge);
  link(other, first, true);
  EXPECT_EQ(of(second)->utterances.size(), 3u);
  const Link wrong = link(second, first, true);
  write("retract",
        Retraction{RecordKind::link, id_of(wrong), "Ann", "not the same", Instant::parse_end("2025-07-01").value()});
  EXPECT_EQ(of(second)->utterances.size(), 1u);
  EXPECT_NE(of(second)->id, of(first)->id);
  EXPECT_EQ(of(first)->utterances.size(), 2u);
  EXPECT_THAT(all(), SizeIs(2));
}

TEST_F(CommitmentsOfThePact, AreFoundByEitherId) {
  const Id first = say(two);
  const Names names = Names::of(*store, {});
  Commitments commitments(*store, names, {}, LinkUse::confirmed);
  const Id id = all().at(0).id;
  EXPECT_EQ(commitments.find(first.hex().substr(0, 12)).id, id);
  EXPECT_EQ(commitments.find(id.hex().substr(0, 12)).id, id);
  EXPECT_THROW(commitments.find("0123456789abcdef"), Error);
}

TEST_F(CommitmentsOfThePact, MatchSentencesOneByOneAsInBulk) {
  const Id first = say(two);
  say(more);
  const Said dinner{"2020-01-01", "Dinner will be served.", Relation::none};
  say(dinner);
  const std::string post = "@Pact says each of us will spend 2 percent!! https://t.co/x";
  for (const auto sentences : {ClaimMatcher::For::one, ClaimMatcher::For::many}) {
    const auto matches = ClaimMatcher(*store, {}, sentences).best(post, 2);
    ASSERT_THAT(matches, SizeIs(2));
    EXPECT_EQ(matches[0].claim.id, first);
  }
  const auto similar = similar_claims(*store, first, {}, 5);
  ASSERT_FALSE(similar.empty());
  EXPECT_EQ(similar[0].claim.quote, more.quote);
}

}  // namespace
}  // namespace avow
