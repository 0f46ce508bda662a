#include "engine/ingest.hpp"

#include <gmock/gmock.h>

#include "fixture.hpp"

namespace avow {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

Candidate candidate(const std::string& text, const std::string& words, Kind kind) {
  Candidate found;
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  found.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
  found.kind = kind;
  found.score = 0.5;
  return found;
}

class Ingest : public EngineTest {
 protected:
  Ingest() : first("first"), second("second") {
    first.on_detect = [](const AnnotatedDocument& document) {
      return std::vector{candidate(document.document.text, "will build it", Kind::pledge)};
    };
    second.on_detect = first.on_detect;
  }

  IngestTotals ingest(const std::string& bytes, std::size_t batch = 512) {
    AnalyzerPool analyzer(lexicon, {&first, &second});
    IngestOptions options;
    options.given.published = Date::year(2020);
    options.batch_documents = batch;
    Ingester ingester(
        *store, analyzer, options, [&](const IngestedDocument& document) { done.push_back(document); },
        [&](const Error& error) { errors.emplace_back(error.what()); });
    ingester.add("letter.txt", bytes);
    ingester.commit();
    return ingester.totals();
  }

  std::vector<ClaimRow> claims() {
    std::vector<ClaimRow> rows;
    store->claims({}, [&](const ClaimRow& row) {
      rows.push_back(row);
      return true;
    });
    return rows;
  }

  FakePlugin first;
  FakePlugin second;
  std::vector<IngestedDocument> done;
  std::vector<std::string> errors;
  const std::string text = "Jana Muster wrote a letter. The town will build it by spring.\n";
};

TEST_F(Ingest, MergesCandidatesOnOneSpanIntoOneClaimWithItsReadings) {
  const IngestTotals totals = ingest(text);
  EXPECT_EQ(totals.documents, 1u);
  EXPECT_EQ(totals.claims, 1u);
  EXPECT_EQ(totals.readings, 2u);
  ASSERT_THAT(claims(), SizeIs(1));
  EXPECT_EQ(claims()[0].claim.quote.exact, "will build it");
  EXPECT_EQ(claims()[0].claim.said, Date::year(2020));
}

TEST_F(Ingest, ASecondTimeAddsNothing) {
  ingest(text);
  const auto entries = store->counts().journal_entries;
  const IngestTotals again = ingest(text);
  EXPECT_EQ(again.known, 1u);
  EXPECT_EQ(again.claims + again.readings, 0u);
  EXPECT_EQ(store->counts().journal_entries, entries);
}

TEST_F(Ingest, ANewerDetectorAddsItsReadingsToTheSameClaim) {
  ingest(text);
  first.set_revision(2);
  const IngestTotals again = ingest(text);
  EXPECT_EQ(again.claims, 0u);
  EXPECT_EQ(again.readings, 1u);
  EXPECT_THAT(claims(), SizeIs(1));
}

TEST_F(Ingest, AFailingDetectorIsRecordedAndTheOthersGoOn) {
  second.on_detect = [](const AnnotatedDocument&) -> std::vector<Candidate> {
    throw Error(ErrorCode::plugin, "it broke");
  };
  const IngestTotals totals = ingest(text);
  EXPECT_EQ(totals.claims, 1u);
  EXPECT_EQ(totals.readings, 1u);
  ASSERT_THAT(done, SizeIs(1));
  EXPECT_THAT(done[0].failures, ElementsAre("second: it broke"));
  const auto analyses = store->analyses_of(done[0].id, {});
  ASSERT_THAT(analyses, SizeIs(2));
  EXPECT_EQ(analyses[1].value.failure, "it broke");
}

TEST_F(Ingest, WhatCannotBeReadIsReportedAndNothingIsStored) {
  ingest("");
  EXPECT_THAT(errors, SizeIs(1));
  EXPECT_EQ(store->counts().documents, 0u);
}

TEST_F(Ingest, ADocumentThatTheStoreRefusesLeavesTheOthersWhole) {
  first.on_detect = [](const AnnotatedDocument& document) {
    Candidate found = candidate(document.document.text, "will build it", Kind::pledge);
    if (document.document.text.find("bad") != std::string::npos) found.cues = {{found.span, "\xFF"}};
    return std::vector{found};
  };
  AnalyzerPool analyzer(lexicon, {&first});
  Ingester ingester(*store, analyzer, {}, {}, [&](const Error& error) { errors.emplace_back(error.what()); });
  ingester.add("good.txt", "They will build it by spring.\n");
  ingester.add("bad.txt", "They will build it, bad as it is.\n");
  ingester.add("fine.txt", "Later they will build it too.\n");
  ingester.commit();
  EXPECT_THAT(errors, ElementsAre(testing::StartsWith("bad.txt: ")));
  EXPECT_EQ(ingester.totals().documents, 2u);
  EXPECT_EQ(store->counts().documents, 2u);
  EXPECT_TRUE(store->verify(10, {}).damages.empty());
}

TEST_F(Ingest, AFileMayBeCalledAnything) {
  AnalyzerPool analyzer(lexicon, {&first});
  Ingester ingester(*store, analyzer, {}, {}, [&](const Error& error) { errors.emplace_back(error.what()); });
  ingester.add("good.txt", "They will build it by spring.\n");
  ingester.add("b\xFF.txt", "Later they will build it too.\n");
  ingester.commit();
  EXPECT_THAT(errors, SizeIs(0));
  EXPECT_EQ(store->counts().documents, 2u);
  EXPECT_TRUE(store->verify(10, {}).damages.empty());
}

TEST_F(Ingest, WhatWasNotCommittedIsLostWhole) {
  AnalyzerPool analyzer(lexicon, {&first});
  {
    Ingester ingester(*store, analyzer, {}, {}, {});
    ingester.add("letter.txt", text);
  }
  EXPECT_EQ(store->counts().documents, 0u);
  EXPECT_EQ(store->counts().claims, 0u);
}

TEST_F(Ingest, AStopBetweenTwoDocumentsKeepsThoseThatAreWhole) {
  AnalyzerPool analyzer(lexicon, {&first});
  IngestOptions options;
  int asked = 0;
  options.stop = [&] { return ++asked > 2; };
  Ingester ingester(*store, analyzer, options, [&](const IngestedDocument& document) { done.push_back(document); }, {});
  std::string lines;
  for (int i = 0; i < 5; ++i) lines += "{\"text\":\"They will build it, part " + std::to_string(i) + ".\"}\n";
  try {
    ingester.add("letters.ndjson", lines);
    FAIL() << "not stopped";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::interrupted);
  }
  EXPECT_THAT(done, SizeIs(2));
  EXPECT_EQ(store->counts().documents, 2u);
  EXPECT_EQ(store->counts().claims, 2u);
}

TEST_F(Ingest, ANumberThatNoDoubleHoldsSpoilsItsLineOnly) {
  const IngestTotals totals = ingest("{\"text\":\"They will build it.\"}\n{\"text\":\"Yes.\",\"n\":1e999}\n");
  EXPECT_EQ(totals.documents, 1u);
  EXPECT_THAT(errors, ElementsAre(testing::HasSubstr("letter.txt: line 2")));
}

TEST_F(Ingest, QuestionsOfAnInterviewerAreNobodysClaims) {
  const std::string interview =
      "Anna Berger: Will you say when they will build it?\n\nJana Muster: In spring.\n\n"
      "Anna Berger: Who pays?\n\nMuster: The town does.\n\nAnna Berger: Is that so?\n\nMuster: Yes, it is.\n";
  EXPECT_EQ(ingest(interview).claims, 0u);
}

/// Detectors of a thread of its own.
std::vector<std::unique_ptr<Plugin>> one_more_detector() {
  auto plugin = std::make_unique<FakePlugin>("first");
  plugin->on_detect = [](const AnnotatedDocument& document) {
    return std::vector{candidate(document.document.text, "will build it", Kind::pledge)};
  };
  std::vector<std::unique_ptr<Plugin>> more;
  more.push_back(std::move(plugin));
  return more;
}

TEST_F(Ingest, ManyThreadsStoreWhatOneStoresInTheSameOrder) {
  std::string lines;
  for (int i = 0; i < 120; ++i) {  // every third document comes again at once
    const std::string part = std::to_string(i - i % 3 / 2);
    const std::string url = "https://example.org/" + part;
    const std::string document = "{\"url\":\"" + url + "\",\"text\":\"They will build it, part " + part + ".\"}\n";
    lines += i == 50 ? "no document\n" : document;
  }
  std::vector<std::vector<std::string>> reports;
  for (const std::size_t threads : {1, 4}) {
    const auto into = open(threads == 1 ? "one.db" : "many.db");
    AnalyzerPool analyzers(lexicon, {&first}, threads, one_more_detector);
    std::vector<std::string> report;
    IngestOptions options;
    options.given.published = Date::year(2020);
    options.batch_documents = 7;
    Ingester ingester(
        *into, analyzers, options,
        [&](const IngestedDocument& d) {
          report.push_back(d.id.hex() + std::to_string(d.added) + std::to_string(d.claims));
        },
        [&](const Error& error) { report.emplace_back(error.what()); });
    ingester.add("letters.ndjson", lines);
    ingester.commit();
    EXPECT_EQ(ingester.totals().known, 39u);
    EXPECT_TRUE(into->verify(10, {}).damages.empty());
    reports.push_back(report);
  }
  EXPECT_THAT(reports[0], SizeIs(120));
  EXPECT_EQ(reports[0], reports[1]);
}

}  // namespace
}  // namespace avow
