#include "query/changed.hpp"

#include "query/lookup.hpp"
#include "query/small_world.hpp"

namespace avow {
namespace {

class Changed : public SmallWorld {
 protected:
  ClaimRow row() { return claim_row(*store, id_of(claim), {}).value(); }
  Instant last_entry() {
    Instant at;
    store->journal({}, [&](const JournalEntry& entry) {
      at = entry.at;
      return true;
    });
    return at;
  }
};

TEST_F(Changed, AClaimIsAsNewAsItsStandingVerdict) {
  fill_promise();
  const Instant ingested = changed_at(*store, row(), {});
  EXPECT_EQ(ingested, last_entry());
  fill_outcomes();
  EXPECT_EQ(changed_at(*store, row(), {}), last_entry());
  EXPECT_GT(last_entry(), ingested);
}

TEST_F(Changed, AsOfEarlierItIsAsItWasThen) {
  fill_promise();
  const Instant ingested = last_entry();
  fill_outcomes();
  Clocks then;
  then.as_of = ingested;
  EXPECT_EQ(changed_at(*store, claim_row(*store, id_of(claim), then).value(), then), ingested);
}

TEST_F(Changed, ARetractionIsNewsAndNotAWayBack) {
  fill_promise();
  fill_outcomes();
  const Id verdict = row().assessment_id.value();
  write("retract", Retraction{RecordKind::assessment, verdict, "Ann", "a mistake", system_now()});
  ASSERT_NE(row().assessment_id, verdict);
  EXPECT_EQ(changed_at(*store, row(), {}), last_entry());
}

TEST_F(Changed, AClaimWithoutAReadingIsAsNewAsItself) {
  fill_promise();
  const Instant ingested = last_entry();
  Claim other = claim;
  other.span = {0, 9};
  other.quote = {"", "Good day.", ""};
  write("ingest", other);
  EXPECT_EQ(changed_at(*store, claim_row(*store, id_of(other), {}).value(), {}), last_entry());
  EXPECT_EQ(changed_at(*store, row(), {}), ingested);
}

}  // namespace
}  // namespace avow
