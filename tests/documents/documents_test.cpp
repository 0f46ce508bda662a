// The checker "documents", loaded as the program loads it and asked through the ABI.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "documents/library.hpp"
#include "plugin/plugin.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

using testing::HasSubstr;

class Documents : public testing::Test {
 protected:
  Documents() { plugin_ = load_plugin(build_folder() / "plugins/documents"); }

  static CheckRequest promise(const std::string& quote, const std::string& due, const std::string& today) {
    CheckRequest request;
    request.quote = quote;
    request.speaker = "ada-quill";
    request.said = Date::parse("2024-02-10").value();
    request.kind = Kind::pledge;
    request.today = parse_day(today).value();
    request.target.subject = "harbour-council";
    request.target.due = Date::parse(due).value_or(Date{});
    return request;
  }
  Judgement judged(const CheckRequest& request) { return plugin_->check(request, library_); }
  /// On the ferry terminal, when the sentence is all that was published.
  std::string verdict_after(const std::string& sentence);
  static std::string verdict(const Judgement& judgement) { return std::string(verdicts.name(judgement.verdict)); }

  Library library_;
  std::unique_ptr<Plugin> plugin_;
};

constexpr const char* ferry = "We will build a new ferry terminal in the north harbour by 2025.";

std::string Documents::verdict_after(const std::string& sentence) {
  library_ = {};
  library_.publish("2025-09-03", sentence);
  return verdict(judged(promise(ferry, "2025", "2026-01-10")));
}

TEST_F(Documents, TakesDatedPromisesThatFiguresDoNotMeasure) {
  CheckRequest request = promise(ferry, "2025", "2026-01-10");
  EXPECT_TRUE(plugin_->can_judge(request));
  request.target.indicator = "own:ferries";
  request.target.relation = Relation::at_least;
  EXPECT_FALSE(plugin_->can_judge(request));
  EXPECT_FALSE(plugin_->can_judge(promise(ferry, "", "2026-01-10")));
  request = promise(ferry, "2025", "2026-01-10");
  request.kind = Kind::fact;
  EXPECT_FALSE(plugin_->can_judge(request));
}

TEST_F(Documents, AsksForWhatNamesWhoPromisedAfterItWasSaid) {
  judged(promise(ferry, "2025", "2025-03-01"));
  ASSERT_FALSE(library_.asked.empty());
  for (const PassageQuery& query : library_.asked) {
    EXPECT_EQ(query.entity, "harbour-council");
    EXPECT_EQ(query.from.earliest(), parse_day("2024-02-11").value());
    EXPECT_EQ(query.until.latest(), parse_day("2025-03-01").value());
    EXPECT_THAT(query.any_words, HasSubstr("build"));
  }
  EXPECT_THAT(library_.asked.front().words, HasSubstr("terminal"));
}

TEST_F(Documents, FindsItKeptWhereALaterDocumentReportsItDone) {
  library_.publish(
      "2025-09-03",
      "The weather was fine. The north harbour's ferry terminal was built within budget, the council said.");
  const Judgement kept = judged(promise(ferry, "2025", "2026-01-10"));
  EXPECT_EQ(verdict(kept), "kept");
  EXPECT_THAT(kept.reason, HasSubstr("reports done"));
  EXPECT_THAT(kept.reason, HasSubstr("2025-09-03"));
  ASSERT_EQ(kept.evidence.size(), 1u);
  EXPECT_EQ(kept.evidence[0].kind, EvidenceKind::document);
  EXPECT_THAT(kept.evidence[0].note, HasSubstr("ferry terminal was built"));
}

TEST_F(Documents, FindsItBrokenOnlyWhereADocumentSaysThatItWasNotDone) {
  library_.publish("2026-01-04", "The ferry terminal in the north harbour has not been built, and work is stalled.");
  EXPECT_EQ(verdict(judged(promise(ferry, "2025", "2026-01-10"))), "broken");
  EXPECT_EQ(verdict(judged(promise(ferry, "2027", "2026-01-10"))), "off_track");
}

TEST_F(Documents, SaysThatNothingWasFoundWhichIsNotBroken) {
  const Judgement over = judged(promise(ferry, "2025", "2026-01-10"));
  EXPECT_EQ(verdict(over), "undecidable");
  EXPECT_THAT(over.reason, HasSubstr("not the same as broken"));
  EXPECT_TRUE(over.evidence.empty());
  EXPECT_EQ(verdict(judged(promise(ferry, "2025", "2025-03-01"))), "not_due");
}

TEST_F(Documents, CountsADecisionAsTheEndOnlyWhereADecisionWasPromised) {
  library_.publish("2024-06-20", "On Thursday the council reached a decision to widen the quay.");
  const std::string choose = "We'll take choices in June to be sure that we stay ahead of the tides.";
  EXPECT_EQ(verdict(judged(promise(choose, "2024-06", "2024-09-01"))), "kept");
  library_.publish("2024-07-02", "The council approved the plan to build the ferry terminal in the north harbour.");
  EXPECT_EQ(verdict(judged(promise(ferry, "2025", "2025-01-10"))), "on_track");
  EXPECT_EQ(verdict(judged(promise(ferry, "2025", "2026-01-10"))), "undecidable");
}

TEST_F(Documents, TakesADecisionOfAnotherSeasonForAnother) {
  library_.publish("2024-04-20", "The council reached a decision to paint the boats.");
  const std::string choose = "We'll take choices in June to be sure that we stay ahead of the tides.";
  EXPECT_EQ(verdict(judged(promise(choose, "2024-06", "2024-09-01"))), "undecidable");
}

TEST_F(Documents, TakesNoMentionOfAnActForTheDeed) {
  for (const char* sentence : {"The ferry terminal in the north harbour has been under construction for years.",
                               "The council was close to building the ferry terminal in the north harbour.",
                               "The council was in talks on building the ferry terminal in the north harbour.",
                               "There was a vote against building the ferry terminal in the north harbour.",
                               "Construction of the ferry terminal in the north harbour was left to Belmark.",
                               "The plan to build the ferry terminal in the north harbour was presented."})
    EXPECT_EQ(verdict_after(sentence), "undecidable") << sentence;
  EXPECT_EQ(verdict_after("The ferry terminal in the north harbour has now been quietly constructed."), "kept");
  EXPECT_EQ(verdict_after("At Easter the ferry terminal in the north harbour was finally built."), "kept");
}

TEST_F(Documents, CountsNoFailureThatWasOvercome) {
  EXPECT_EQ(verdict_after("The ferry terminal in the north harbour was built after it was delayed for a year."),
            "kept");
  EXPECT_EQ(verdict_after("They built the north harbour ferry terminal after the bank had rejected two drafts."),
            "kept");
  EXPECT_EQ(verdict_after("Building the ferry terminal in the north harbour was delayed after the mayor resigned."),
            "broken");
  EXPECT_EQ(verdict_after("The ferry terminal in the north harbour was never built after it was delayed."), "broken");
  EXPECT_EQ(verdict_after("A shed opened after which the council abandoned building the north harbour ferry terminal."),
            "withdrawn");
}

TEST_F(Documents, TakesOnlyTheRejectionOfWhatWasPromisedForOne) {
  EXPECT_EQ(verdict_after("The council rejected criticism and built the ferry terminal in the north harbour."), "kept");
  EXPECT_EQ(
      verdict_after("The council rejected objections to the terminal and built it in the north harbour for ferries."),
      "kept");
  EXPECT_EQ(verdict_after("A bid was rejected and the ferry terminal in the north harbour was built."), "kept");
  EXPECT_EQ(verdict_after("The council rejected the building of a ferry terminal in the north harbour."), "withdrawn");
  EXPECT_EQ(verdict_after("The idea to build a north harbour ferry terminal was rejected by the council."),
            "withdrawn");
  EXPECT_EQ(verdict_after("To build a ferry terminal in the north harbour is expensive, and the council refused it."),
            "withdrawn");
}

TEST_F(Documents, TellsTheMonthMayFromWhatMayBe) {
  for (const char* sentence : {"In May the council built the ferry terminal in the north harbour.",
                               "On 3 May the council built the ferry terminal in the north harbour.",
                               "May 2025: the council built the ferry terminal in the north harbour.",
                               "By the 3rd of May the council had built the ferry terminal in the north harbour."})
    EXPECT_EQ(verdict_after(sentence), "kept") << sentence;
  for (const char* sentence : {"The council may have built the ferry terminal in the north harbour.",
                               "What was planned in 2025 may have built the ferry terminal in the north harbour.",
                               "May they have built the ferry terminal in the north harbour."})
    EXPECT_EQ(verdict_after(sentence), "undecidable") << sentence;
}

TEST_F(Documents, LeavesAPromiseThatIsOnlyRepeatedOpen) {
  library_.publish("2024-08-01", "We will build the ferry terminal in the north harbour, the mayor announced again.");
  const Judgement repeated = judged(promise(ferry, "2025", "2024-10-01"));
  EXPECT_EQ(verdict(repeated), "not_due");
  ASSERT_EQ(repeated.evidence.size(), 1u);
  EXPECT_THAT(repeated.evidence[0].note, HasSubstr("announces"));
}

TEST_F(Documents, CallsAPromiseWithdrawnWhereItIsDenied) {
  library_.publish("2024-11-05", "The mayor abandoned the ferry terminal that was to be built in the north harbour.");
  EXPECT_EQ(verdict(judged(promise(ferry, "2025", "2025-01-10"))), "withdrawn");
}

TEST_F(Documents, TakesTheLaterOfTwoReportsAndSettlesNoDispute) {
  library_.publish("2025-05-01", "The ferry terminal in the north harbour has not been built, building is delayed.");
  library_.publish("2025-11-01", "The ferry terminal in the north harbour was built and opened.");
  EXPECT_EQ(verdict(judged(promise(ferry, "2025", "2026-01-10"))), "kept");
  library_.publish("2025-11-01", "The ferry terminal in the north harbour was not built, whatever the council says.");
  EXPECT_EQ(verdict(judged(promise(ferry, "2025", "2026-01-10"))), "undecidable");
}

TEST_F(Documents, KeepsANegatedPromiseUntilADocumentReportsTheDeed) {
  CheckRequest request = promise("We will not close the old ferry terminal before 2026.", "2025", "2025-02-01");
  request.negated = true;
  EXPECT_EQ(verdict(judged(request)), "kept_so_far");
  library_.publish("2025-01-20", "The old ferry terminal was closed on Monday, the council confirmed.");
  EXPECT_EQ(verdict(judged(request)), "broken");
}

TEST_F(Documents, SaysSoWhereWordsTellNothing) {
  EXPECT_EQ(verdict(judged(promise("We will.", "2025", "2026-01-10"))), "undecidable");
  EXPECT_TRUE(library_.asked.empty());
}

}  // namespace
}  // namespace avow
