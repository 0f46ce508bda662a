#include "base/error.hpp"
#include "contract/store/store_contract.hpp"

namespace avow {
namespace {

using namespace samples;

class Disputes : public StoreContract {
 protected:
  void SetUp() override {
    write([this](StoreWriter& writer) {
      writer.add(document_, raw_of(1));
      writer.add(pledge_);
      writer.add(cost_);
      writer.add(reading_);
      writer.add(verdict_);
    });
  }
  std::size_t disputed(const Clocks& clocks = {}) {
    ClaimFilter filter;
    filter.clocks = clocks;
    filter.disputed_only = true;
    return claims(*store_, filter).size();
  }

  const Document document_ = document(1);
  const Claim pledge_ = pledge_of(document_), cost_ = cost_of(document_);
  const Reading reading_ = reading_of(pledge_);
  const Assessment verdict_ = assessment_of(reading_, Verdict::on_track, "2025-06-18");
  const Dispute dispute_ = dispute_of(pledge_, RecordKind::assessment, id_of(verdict_));
};

INSTANTIATE_TEST_SUITE_P(Stores, Disputes, testing::ValuesIn(all_stores()), store_name);

TEST_P(Disputes, AreOpenUntilSomebodyAnswersAndChangeNothing) {
  const auto before = claims(*store_);
  write([this](StoreWriter& writer) { writer.add(dispute_); });
  EXPECT_EQ(disputed(), 1u);
  write([this](StoreWriter& writer) { writer.add(answer_of(dispute_)); });
  EXPECT_EQ(disputed(), 0u);
  Clocks then;
  then.as_of_entry = 2;
  EXPECT_EQ(disputed(then), 1u);
  const auto after = claims(*store_);
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) EXPECT_EQ(after[i].assessment_id, before[i].assessment_id);
  expect_sound();
}

TEST_P(Disputes, ComeBackAsTheyWereSaid) {
  const Answer answer = answer_of(dispute_, Ruling::corrected);
  write([&](StoreWriter& writer) {
    EXPECT_TRUE(writer.add(dispute_));
    EXPECT_FALSE(writer.add(dispute_));
    EXPECT_TRUE(writer.add(answer));
    EXPECT_FALSE(writer.add(answer));
  });
  const auto disputes = store_->disputes_of(id_of(pledge_), {});
  ASSERT_EQ(disputes.size(), 1u);
  EXPECT_EQ(disputes[0].id, id_of(dispute_));
  EXPECT_EQ(id_of(disputes[0].value), id_of(dispute_));
  EXPECT_EQ(disputes[0].value.evidence, dispute_.evidence);
  const auto answers = store_->answers_of(id_of(dispute_), {});
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(id_of(answers[0].value), id_of(answer));
  EXPECT_EQ(store_->dispute(id_of(dispute_))->person, "Ada Quay");
  EXPECT_EQ(store_->answer(id_of(answer))->ruling, Ruling::corrected);
  EXPECT_EQ(store_->counts().disputes, 1u);
  EXPECT_EQ(store_->resolve(id_of(dispute_).hex()).first, RecordKind::dispute);
}

TEST_P(Disputes, AreOpenAgainWhenTheirAnswerIsRetractedAndGoneWhenTheyAre) {
  const Answer answer = answer_of(dispute_);
  write([&](StoreWriter& writer) {
    writer.add(dispute_);
    writer.add(answer);
  });
  write([&](StoreWriter& writer) {
    writer.add(Retraction{RecordKind::answer, id_of(answer), "Bo", "wrong dispute", Instant{1}});
  });
  EXPECT_EQ(disputed(), 1u);
  write([&](StoreWriter& writer) {
    writer.add(Retraction{RecordKind::dispute, id_of(dispute_), "Bo", "forged", Instant{2}});
  });
  EXPECT_EQ(disputed(), 0u);
  EXPECT_FALSE(store_->disputes_of(id_of(pledge_), {})[0].live);
  expect_sound();
}

TEST_P(Disputes, AreAboutTheClaimOrOneOfItsReadingsOrVerdicts) {
  write([this](StoreWriter& writer) {
    writer.add(dispute_of(pledge_, RecordKind::claim, id_of(pledge_)));
    writer.add(dispute_of(pledge_, RecordKind::reading, id_of(reading_)));
  });
  EXPECT_EQ(store_->disputes_of(id_of(pledge_), {}).size(), 2u);
  const auto refused = [this](const Dispute& dispute) {
    const auto writer = store_->begin();
    writer->begin_entry({"test", "", ""});
    EXPECT_THROW(writer->add(dispute), Error);
  };
  refused(dispute_of(cost_, RecordKind::assessment, id_of(verdict_)));
  refused(dispute_of(pledge_, RecordKind::document, id_of(document_)));
  refused(dispute_of(pledge_, RecordKind::claim, id_of(cost_)));
}

TEST_P(Disputes, LeaveNothingBehindWhenTheirEntryIsAbandoned) {
  const auto writer = store_->begin();
  writer->begin_entry({"test", "", ""});
  writer->add(dispute_);
  writer->add(answer_of(dispute_));
  writer->abandon_entry();
  writer->commit();
  EXPECT_EQ(store_->counts().disputes, 0u);
  expect_sound();
}

TEST_P(Disputes, AreInTheViewsWithTheirNewestAnswer) {
  write([this](StoreWriter& writer) {
    writer.add(dispute_);
    writer.add(answer_of(dispute_, Ruling::withdrawn, 1'700'000'900));
    writer.add(answer_of(dispute_, Ruling::upheld, 1'700'000'800));
  });
  const auto rows = store_->sql("SELECT person, disputant, ruling, answered_by, kind FROM disputes", {}).rows;
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(std::get<std::string>(rows[0][2]), "withdrawn");
  EXPECT_EQ(std::get<std::string>(rows[0][4]), "assessment");
  EXPECT_EQ(store_->sql("SELECT * FROM answers", {}).rows.size(), 2u);
}

TEST_P(Disputes, APersonsReadingSaysWhyAndWhatItCorrects) {
  const Reading correction = correction_of(reading_);
  write([&](StoreWriter& writer) { writer.add(correction); });
  const Reading stored = store_->reading(id_of(correction)).value();
  EXPECT_EQ(stored.reason, "It is about a bridge.");
  EXPECT_EQ(stored.corrects, id_of(reading_));
  EXPECT_EQ(claims(*store_, {}).front().reading->reason.empty(), false);
  EXPECT_EQ(store_->reading(id_of(reading_))->corrects, Id{});
  expect_sound();
}

}  // namespace
}  // namespace avow
