#include "query/outcome_diff.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"
#include "query/small_world.hpp"

namespace avow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class OutcomeDiff : public SmallWorld {
 protected:
  OutcomeDiff() {
    fill_promise();
    Observation dropped = figure("XBB", "1.5", "2024-06-17");
    dropped.period = date("2013");
    Observation sure = figure("XBB", "1.50", "2025-04-17");
    sure.status = Status::actual;
    Observation added = figure("XAA", "2.4", "2025-04-17");
    added.period = date("2025");
    Observation of_others = figure("XAA", "1.8", "2024-11-01");
    of_others.series = id_of(others);
    write("outcomes", series, others, figure("XAA", "2.1", "2024-06-17"), figure("XBB", "1.5", "2024-06-17"), dropped,
          of_others, figure("XAA", "1.9", "2025-04-17"), sure, added);
  }

  std::vector<std::string> diff(std::string_view before, std::string_view after) {
    RevisionQuery query;
    query.before = parse_vintage_side(before);
    query.after = parse_vintage_side(after);
    std::vector<std::string> seen;
    outcome_diff(*store, query, [&](const Revision& revision) {
      const Observation& figure = revision.figure().observation;
      seen.push_back(std::string(revision_kinds.name(revision.kind)) + " " + figure.entity + " " +
                     figure.period.text() + " " + (revision.before ? revision.before->observation.value : "-") + " " +
                     (revision.after ? revision.after->observation.value : "-"));
      return true;
    });
    return seen;
  }

  Series others{"pact:dikes", "Others' tables", "", ""};
};

TEST_F(OutcomeDiff, ComparesTheVintagesThatWereOutByTwoDays) {
  EXPECT_THAT(diff("2024-07-01", "2025-05-01"),
              ElementsAre("added XAA 2024 - 1.8", "revised XAA 2024 2.1 1.9", "added XAA 2025 - 2.4",
                          "dropped XBB 2013 1.5 -", "status XBB 2024 1.5 1.50"));
}

TEST_F(OutcomeDiff, ASeriesThatWasNotPublishedAnewHasNotChanged) {
  EXPECT_THAT(diff("2024-07-01", "2024-08-01"), IsEmpty());
  EXPECT_THAT(diff("2024-07-01", "2024-12-01"), ElementsAre("added XAA 2024 - 1.8"));
}

TEST_F(OutcomeDiff, ComparesSourcesWithEachOther) {
  EXPECT_THAT(diff("pact yearbook@2024-07-01", "others"),
              ElementsAre("revised XAA 2024 2.1 1.8", "dropped XBB 2013 1.5 -", "dropped XBB 2024 1.5 -"));
  EXPECT_THAT(diff(id_of(series).hex() + "@2024-07-01", id_of(series).hex().substr(0, 8)),
              ElementsAre("revised XAA 2024 2.1 1.9", "added XAA 2025 - 2.4", "dropped XBB 2013 1.5 -",
                          "status XBB 2024 1.5 1.50"));
}

TEST_F(OutcomeDiff, AVisitorMayStop) {
  RevisionQuery query;
  query.before = parse_vintage_side("2024-07-01");
  query.after = parse_vintage_side("2025-05-01");
  int seen = 0;
  outcome_diff(*store, query, [&](const Revision&) { return ++seen < 2; });
  EXPECT_EQ(seen, 2);
}

TEST(VintageSide, MustSaySomething) {
  for (const char* word : {"", "@2024-06-17", "NATO@soon"}) EXPECT_THROW(parse_vintage_side(word), Error) << word;
  EXPECT_EQ(parse_vintage_side("a@b@2024-06-17").source, "a@b");
}

}  // namespace
}  // namespace avow
