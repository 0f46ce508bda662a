#include "engine/copies.hpp"

#include <gmock/gmock.h>

#include "engine/ingest.hpp"
#include "fixture.hpp"
#include "support/interview_pair.hpp"

namespace avow {
namespace {

using test::interview;
using test::other_interview;
using test::paraphrase;
using testing::IsEmpty;
using testing::SizeIs;

/// Ingests texts whose claims are the sentences that hold one of a few numbers.
class Copies : public EngineTest {
 protected:
  Copies() : plugin("finder") {
    plugin.on_detect = [](const AnnotatedDocument& document) {
      std::vector<Candidate> found;
      for (const Sentence& sentence : document.annotations.sentences) {
        const std::string_view words = sentence.span.of(document.document.text);
        for (const std::string_view number : {"4,200", "1.8 billion", "twelve ships"}) {
          if (words.find(number) == std::string_view::npos) continue;
          Candidate one;
          one.span = sentence.span;
          one.kind = Kind::pledge;
          one.score = 0.5;
          found.push_back(one);
        }
      }
      return found;
    };
  }

  struct Text {
    std::string name;
    std::string_view text;
    const char* published;
  };
  /// In one run when `together`, else one run each.
  void ingest(const std::vector<Text>& texts, bool together = false) {
    AnalyzerPool analyzer(lexicon, {&plugin});
    std::optional<Ingester> ingester;
    for (const Text& text : texts) {
      IngestOptions options;
      options.given.published = *Date::parse(text.published);
      const auto done = [&](const IngestedDocument& document) { copies += document.copies; };
      if (!together || !ingester) ingester.emplace(*store, analyzer, options, done, nullptr);
      ingester->add(text.name, text.text);
      if (!together) ingester->commit();
    }
    if (ingester) ingester->commit();
  }

  std::vector<ClaimRow> claims(bool distinct) {
    ClaimFilter filter;
    filter.distinct_only = distinct;
    std::vector<ClaimRow> rows;
    store->claims(filter, [&](const ClaimRow& row) {
      rows.push_back(row);
      return true;
    });
    return rows;
  }
  std::vector<Link> links() {
    std::vector<Link> out;
    store->each_record([&](const AnyRecord& record, std::int64_t) {
      if (const Link* link = std::get_if<Link>(&record)) out.push_back(*link);
    });
    return out;
  }

  FakePlugin plugin;
  std::size_t copies = 0;
};

TEST_F(Copies, OfAnotherOutletAreLinkedToTheOriginal) {
  ingest({{"post.txt", interview, "2024-05-07"}, {"wire.txt", interview, "2024-05-08"}});
  const auto found = links();
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(copies, 3U);
  for (const Link& link : found) {
    EXPECT_EQ(link.kind, LinkKind::copies);
    EXPECT_TRUE(link.confirmed);
    EXPECT_EQ(store->claim(link.from)->said.text(), "2024-05-08");
    EXPECT_EQ(store->claim(link.to)->said.text(), "2024-05-07");
    EXPECT_EQ(store->claim(link.from)->quote.exact, store->claim(link.to)->quote.exact);
  }
  EXPECT_THAT(claims(false), SizeIs(6));
  EXPECT_THAT(claims(true), SizeIs(3));
}

TEST_F(Copies, WhoseWordsAMachineExchangedAreLinkedWithHowAlikeTheyAre) {
  ingest({{"post.txt", interview, "2024-05-07"}, {"spun.txt", paraphrase, "2024-05-09"}});
  const auto found = links();
  ASSERT_THAT(found, SizeIs(3));
  for (const Link& link : found) {
    EXPECT_FALSE(link.confirmed);
    EXPECT_GT(link.score, 0.5);
    EXPECT_LT(link.score, 1);
    EXPECT_NE(link.reason.find("in the same order"), std::string::npos) << link.reason;
  }
  EXPECT_THAT(claims(true), SizeIs(3));
}

TEST_F(Copies, AreFoundWithinOneTransaction) {
  ingest({{"post.txt", interview, "2024-05-07"}, {"spun.txt", paraphrase, "2024-05-07"}}, true);
  EXPECT_THAT(links(), SizeIs(3));
  EXPECT_THAT(claims(true), SizeIs(3));
}

TEST_F(Copies, PointToTheEarlierInWhicheverOrderTheyCome) {
  ingest({{"spun.txt", paraphrase, "2024-05-09"}, {"post.txt", interview, "2024-05-07"}});
  const auto found = links();
  ASSERT_THAT(found, SizeIs(3));
  for (const Link& link : found) EXPECT_EQ(store->claim(link.to)->said.text(), "2024-05-07");
}

TEST_F(Copies, AreNotSeenInAnotherInterviewOrALaterYear) {
  ingest({{"post.txt", interview, "2024-05-07"},
          {"gazette.txt", other_interview, "2024-05-09"},
          {"again.txt", interview, "2025-05-07"}});
  EXPECT_THAT(links(), IsEmpty());
}

TEST_F(Copies, CountAgainOnceTheirOriginalOrTheLinkIsRetracted) {
  ingest({{"post.txt", interview, "2024-05-07"}, {"wire.txt", interview, "2024-05-08"}});
  const auto writer = store->begin();
  writer->begin_entry({"retract", "test", "not the same"});
  writer->add(Retraction{RecordKind::link, id_of(links()[0]), "test", "not the same", Instant{}});
  writer->commit();
  EXPECT_THAT(claims(true), SizeIs(4));
}

TEST_F(Copies, AreLinkedOnceHoweverOftenTheyAreIngested) {
  ingest({{"post.txt", interview, "2024-05-07"}, {"wire.txt", interview, "2024-05-08"}});
  plugin.set_revision(2);
  ingest({{"wire.txt", interview, "2024-05-08"}});
  EXPECT_THAT(links(), SizeIs(3));
}

}  // namespace
}  // namespace avow
