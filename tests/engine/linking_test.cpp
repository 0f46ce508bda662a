#include "engine/linking.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "fixture.hpp"

namespace avow {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Promises without a measure, said on one day each by one side.
class Linking : public EngineTest {
 protected:
  Id say(Store& into, const std::string& day, const std::string& quote, const std::string& side = "pact") {
    Document where{"https://example.org/" + day,
                   "A day",
                   "Harbour Post",
                   "",
                   "",
                   *Date::parse(day),
                   "en",
                   "text/plain",
                   quote,
                   sha256("raw")};
    const Claim what{
        id_of(where),     {0, static_cast<std::uint32_t>(quote.size())}, {"", quote, ""}, Voice::turn, side, side,
        *Date::parse(day)};
    Reading how;
    how.claim = id_of(what);
    how.kind = Kind::pledge;
    how.maker.plugin = "finder";
    const auto writer = into.begin();
    writer->begin_entry({"ingest", "test", ""});
    writer->add(where, "raw");
    writer->add(what);
    writer->add(how);
    writer->commit();
    return id_of(what);
  }

  static LinkTotals link(Store& into) {
    const LinkRules rules{[](const PromiseRow& promise) { return promise.claim.speaker; },
                          [](const std::string&, const std::string&) { return false; }};
    return link_promises(into, rules, {}, "test", {});
  }

  static std::vector<Recorded<Link>> links(Store& of) {
    std::vector<Recorded<Link>> all;
    of.links({}, [&](const Recorded<Link>& one) {
      all.push_back(one);
      return true;
    });
    return all;
  }

  /// Which claims hang together.
  static std::set<std::set<Id>> groups(Store& of) {
    std::set<std::set<Id>> all;
    for (const auto& one : links(of)) {
      std::set<Id> joined{one.value.from, one.value.to};
      for (auto it = all.begin(); it != all.end();) {
        const bool meets = it->count(one.value.from) + it->count(one.value.to) > 0;
        if (meets) joined.insert(it->begin(), it->end());
        it = meets ? all.erase(it) : std::next(it);
      }
      all.insert(joined);
    }
    return all;
  }

  const std::string bridge = "We will build the long bridge to the island of Halmvik.";
  const std::string again = "We are going to build the long bridge to Halmvik island, I tell you.";
  const std::string school = "Every school on the islands will get a nurse.";
};

TEST_F(Linking, SuggestsWhatIsAlikeOnce) {
  const Id first = say(*store, "2020-01-01", bridge), second = say(*store, "2021-01-01", again);
  say(*store, "2021-02-01", school);
  say(*store, "2021-03-01", bridge, "XAA");
  const LinkTotals totals = link(*store);
  EXPECT_EQ(totals.promises, 4u);
  EXPECT_EQ(totals.added, 1u);
  ASSERT_THAT(links(*store), SizeIs(1));
  const Link one = links(*store)[0].value;
  EXPECT_EQ(one.from, second);
  EXPECT_EQ(one.to, first);
  EXPECT_FALSE(one.confirmed);
  EXPECT_GE(one.score, alike_from);
  EXPECT_EQ(link(*store).added, 0u) << "a second run adds nothing";
}

TEST_F(Linking, JoinsTheSameWhateverCameFirst) {
  const std::vector<std::pair<std::string, std::string>> all{{"2020-01-01", bridge},
                                                             {"2021-01-01", again},
                                                             {"2022-01-01", bridge},
                                                             {"2022-02-01", school},
                                                             {"2023-01-01", school}};
  for (const auto& [day, quote] : all) say(*store, day, quote);
  link(*store);
  const auto other = open("b.db");
  for (auto it = all.rbegin(); it != all.rend(); ++it) {
    say(*other, it->first, it->second);
    link(*other);
  }
  EXPECT_EQ(groups(*store), groups(*other));
  EXPECT_THAT(groups(*store), SizeIs(2));
}

TEST_F(Linking, LeavesApartWhatAPersonParted) {
  say(*store, "2020-01-01", bridge);
  say(*store, "2021-01-01", again);
  link(*store);
  const auto writer = store->begin();
  writer->begin_entry({"retract", "Ann", ""});
  writer->add(Retraction{RecordKind::link, links(*store).at(0).id, "Ann", "another bridge",
                         Instant::parse_end("2025-01-01").value()});
  writer->commit();
  EXPECT_EQ(link(*store).added, 0u);
  EXPECT_FALSE(links(*store).at(0).live);
}

TEST_F(Linking, RecordsAPersonsWordFromTheLaterClaim) {
  const Id first = say(*store, "2020-01-01", bridge), second = say(*store, "2021-01-01", school);
  const Instant now = Instant::parse_end("2025-01-01").value();
  const Link one = link_claims(*store, {first, second, LinkKind::weakens, "The nurse is for the bridge.", "Ann"}, now);
  EXPECT_EQ(one.from, second);
  EXPECT_TRUE(one.confirmed);
  EXPECT_THAT(links(*store), SizeIs(1));
  EXPECT_THROW(link_claims(*store, {first, second, LinkKind::weakens, "", "Ann"}, now), Error);
  EXPECT_THROW(link_claims(*store, {first, first, LinkKind::weakens, "why", "Ann"}, now), Error);
}

TEST(WordingLikeness, IsOfTheTwoWordingsAlone) {
  EXPECT_EQ(wording_likeness("We will build the bridge.", "The bridge we will build").score, 1);
  EXPECT_LT(wording_likeness("We will build 40 bridges.", "We will build 50 bridges.").score, alike_from);
  EXPECT_EQ(wording_likeness("bridges", "").score, 0);
}

TEST(WordingLikeness, OfFewWordsHasToBeNearlyAll) {
  EXPECT_FALSE(wording_likeness("We are going to make Halmvik safe", "We are going to make Halmvik great").is_alike());
  EXPECT_TRUE(wording_likeness("I'll bring the ferry back", "And I will bring back the ferry").is_alike());
  EXPECT_TRUE(wording_likeness("The ferry company will repair both harbours and the old lighthouse of Grimsund.",
                               "Both harbours and the lighthouse get repairs, which the ferry company pays for.")
                  .is_alike());
}

}  // namespace
}  // namespace avow
