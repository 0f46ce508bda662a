#include <gmock/gmock.h>

#include "text/annotate.hpp"

namespace avow {
namespace {

std::vector<VoiceSpan> turns(std::string_view text) {
  std::vector<VoiceSpan> out;
  for (VoiceSpan& voice : annotate(text, {}, Gazetteer()).voices)
    if (voice.kind == Voice::turn) out.push_back(std::move(voice));
  return out;
}

constexpr std::string_view interview =
    "Anna Elm spoke to the minister.\n\n"
    "Anna Elm: What have you planned for the schools?\n"
    "Minister Jens Oak: We will build forty new ones. The money is there, and the ground is bought.\n"
    "Elm: And who pays for it all?\n"
    "Oak: The towns pay a third of it. We pay what is left, as we have always done.\n";

TEST(Turns, KeepThoseOfOneLastNameApart) {
  const auto found = turns(
      "Anna Oak: We will build forty schools in the north.\n\n"
      "Bert Oak: We will build none of them, for want of money.\n\n"
      "Oak: That is what the budget says, and it stands.\n\n"
      "Anna Oak: The budget can be changed, and it will be.\n\n"
      "Ms Oak: We change it in June.\n");
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].name, "Anna Oak");
  EXPECT_EQ(found[1].name, "Bert Oak");
  EXPECT_EQ(found[2].name, "Bert Oak");
  EXPECT_EQ(found[3].name, "Anna Oak");
  EXPECT_EQ(found[4].name, "Anna Oak");
}

TEST(Turns, AreOfThoseWhoSpeakOnceUnderATitleToo) {
  const auto found = turns(
      "Anna Elm: We will build forty schools in the north.\n\n"
      "Lord Oak of Harwick: That is too many of them, my Lords.\n\n"
      "Anna Elm: It is as many as the children need.\n\n"
      "Baroness Ash: I agree with every word of it.\n\n"
      "Jens Yew: We all do.\n\n"
      "Jens Yew: And we did before.\n");
  ASSERT_EQ(found.size(), 6U);
  EXPECT_THAT(found[1].name, testing::EndsWith("Oak of Harwick"));
}

TEST(Turns, GiveAShortLabelTheFullName) {
  const auto found = turns(interview);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].name, "Anna Elm");
  EXPECT_EQ(found[1].name, "Jens Oak");
  EXPECT_EQ(found[2].name, "Anna Elm");
  EXPECT_EQ(found[3].name, "Jens Oak");
  EXPECT_EQ(found[3].source.of(interview), "Oak");
  EXPECT_EQ(found[3].content.of(interview),
            "The towns pay a third of it. We pay what is left, as we have always done.");
}

TEST(Turns, TellWhoAsksFromWhoAnswers) {
  const auto found = turns(interview);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(found[0].interviewer);
  EXPECT_FALSE(found[1].interviewer);
  EXPECT_TRUE(found[2].interviewer);
  EXPECT_FALSE(found[3].interviewer);
}

TEST(Turns, TellWhoOnlyAsksHoweverShortTheAnswersAre) {
  const auto found = turns(
      "Anna Berger: Will you say in which year the town will build the bridge?\n\nJana Muster: In spring.\n\n"
      "Anna Berger: And who is going to pay for all of it in the end?\n\nMuster: The town.\n");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(found[0].interviewer);
  EXPECT_FALSE(found[1].interviewer);
  EXPECT_TRUE(found[2].interviewer);
}

TEST(Turns, KnowTheModeratorFromTheListAndNoCandidateByAQuestion) {
  const auto found = turns(
      "SPEAKERS: GOV. PAUL FIR\n\nSENATOR EVA LINDEN\n\nRITA BEECH, MODERATOR\n\n"
      "BEECH: Good evening. We begin with taxes.\n\n"
      "FIR: Who will pay for her plan? You will. Is that fair?\n\n"
      "LINDEN: That is wrong, and he knows it.\n\n"
      "BEECH: Thank you both.\n\n"
      "FIR: What did she do in ten years?\n\n"
      "LINDEN: More than he did.\n");
  ASSERT_EQ(found.size(), 6U);
  for (const VoiceSpan& turn : found)
    EXPECT_EQ(turn.interviewer, turn.name.find("BEECH") != std::string::npos) << turn.name;
  EXPECT_EQ(found[1].name, "PAUL FIR");
}

TEST(Turns, ReadQuestionAndAnswer) {
  const auto found = turns("Q: When is it ready?\nA: In spring.\nQ: Which spring?\nA: The next.\n");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(found[0].interviewer);
  EXPECT_FALSE(found[1].interviewer);
}

TEST(Turns, AreNotMadeOfMetadataAndHeadings) {
  EXPECT_TRUE(turns("Date: June 26\nSource: the town\nNote: two pages\nNote: one more\n").empty());
  EXPECT_TRUE(turns("Health: we build clinics.\nSchools: we hire teachers.\nRoads: we mend them.\n").empty());
  EXPECT_TRUE(turns("There is one thing: money.\nThere is one thing: time.\n").empty());
}

TEST(Turns, RunOverParagraphsToTheNextLabel) {
  const std::string_view text = "OAK: One.\n\nTwo.\n\nELM: Three.\n\nOAK: Four.";
  const auto found = turns(text);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].content.of(text), "One.\n\nTwo.");
}

}  // namespace
}  // namespace avow
