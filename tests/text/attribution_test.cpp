#include <gtest/gtest.h>

#include "base/error.hpp"
#include "text/annotate.hpp"
#include "text/attribution_tagger.hpp"
#include "text/names.hpp"
#include "text/turns.hpp"
#include "text/voices.hpp"

namespace avow::text {
namespace {

constexpr std::size_t rows = (std::size_t{1} << attribution_row_bits) * 8;
constexpr std::size_t changes = attribution_joints * attribution_labels * attribution_labels;

AttributionModel small_model() {
  std::vector<float> weights(rows);
  weights[3] = 1.5F;
  weights[8 * 17 + 1] = -0.5F;
  std::vector<float> between(changes);
  between[5] = 0.25F;
  return AttributionModel::of(weights, between, {{hash_of("said"), 3}, {hash_of("view"), 1}});
}

TEST(AttributionModel, IsReadAsItWasWritten) {
  const std::string bytes = small_model().bytes();
  EXPECT_LT(bytes.size(), 3U << 20);
  const AttributionModel again = AttributionModel::read(bytes, "x.model");
  EXPECT_EQ(again.bytes(), bytes);
  EXPECT_EQ(again.cue_level(hash_of("said")), 3);
  EXPECT_EQ(again.cue_level(hash_of("view")), 1);
  EXPECT_EQ(again.cue_level(hash_of("bread")), 0);
  EXPECT_EQ(again.row(0)[3], 127);
  EXPECT_EQ(again.row(17)[1], -42);
}

TEST(AttributionModel, IsRefusedWhenItIsCutOrNone) {
  const std::string bytes = small_model().bytes();
  for (const std::string& wrong :
       {std::string(), std::string("no model"), bytes.substr(0, bytes.size() - 1), bytes + "x"})
    EXPECT_THROW(AttributionModel::read(wrong, "x.model"), Error) << wrong.size();
}

TEST(AttributionModel, IsLookedForInOneFolderAfterTheOther) {
  EXPECT_EQ(AttributionModel::installed({}), nullptr);
  EXPECT_EQ(AttributionModel::installed({"/nowhere/at/all"}), nullptr);
}

TEST(AttributionTagger, FindsNothingWhereNothingWasLearned) {
  const Tokens tokens("Eva Elm said that rents would fall.");
  const Layout layout(tokens);
  const AttributionModel none = AttributionModel::of(std::vector<float>(rows), std::vector<float>(changes), {});
  EXPECT_TRUE(learned_attributions(tokens, layout, find_sentences(tokens, layout, {}), none).empty());
}

/// Roles by their words in order: "S" source, "C" cue, "K" content.
std::vector<RoleSpan> roles_in(const Tokens& tokens, std::string_view kinds,
                               const std::vector<std::pair<std::string_view, std::string_view>>& ends) {
  std::vector<RoleSpan> out;
  for (std::size_t r = 0; r < kinds.size(); ++r) {
    const AttributionLabel role = kinds[r] == 'S' ? source_begins : kinds[r] == 'C' ? cue_begins : content_begins;
    std::size_t begin = out.empty() ? 0 : out.back().tokens.end;
    while (tokens.view(begin) != ends[r].first) ++begin;
    std::size_t end = begin;
    while (tokens.view(end) != ends[r].second) ++end;
    out.push_back({role, {begin, end + 1}});
  }
  return out;
}

TEST(AttributionLinks, JoinWhatIsSaidBeforeAndAfterTheCue) {
  const Tokens tokens("Work is hard, said Eva. It pays. Jens said bread is dear and blamed rain.");
  const Layout layout(tokens);
  const auto roles = roles_in(tokens, "KCSKSCKCK",
                              {{"Work", "hard"},
                               {"said", "said"},
                               {"Eva", "Eva"},
                               {"It", "pays"},
                               {"Jens", "Jens"},
                               {"said", "said"},
                               {"bread", "dear"},
                               {"blamed", "blamed"},
                               {"rain", "rain"}});
  const auto linked = link_roles(roles, find_sentences(tokens, layout, {}));
  ASSERT_EQ(linked.size(), 3U);
  EXPECT_EQ(tokens.view(linked[0].source.begin), "Eva");
  ASSERT_EQ(linked[0].contents.size(), 2U);
  EXPECT_EQ(tokens.view(linked[0].contents[1].begin), "It");
  EXPECT_EQ(tokens.view(linked[1].source.begin), "Jens");
  EXPECT_EQ(tokens.view(linked[2].source.begin), "Jens");
  ASSERT_EQ(linked[2].contents.size(), 1U);
  EXPECT_EQ(tokens.view(linked[2].contents[0].begin), "rain");
}

std::vector<VoiceSpan> voices_with(std::string_view text, std::string_view kinds,
                                   const std::vector<std::pair<std::string_view, std::string_view>>& ends) {
  const Tokens tokens(text);
  const Layout layout(tokens);
  const Names names(tokens, {});
  const auto sentences = find_sentences(tokens, layout, {});
  return find_voices(tokens, layout, sentences, {}, names, link_roles(roles_in(tokens, kinds, ends), sentences));
}

TEST(LearnedVoices, AddSpeechThatTheRulesDoNotFind) {
  const std::string_view text = "Bread, as Jens Oak has long told anyone near, that grain is dear.";
  const auto found = voices_with(text, "SCK", {{"Jens", "Oak"}, {"has", "told"}, {"that", "dear"}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.back().content.of(text), "grain is dear");
  EXPECT_EQ(found.back().name, "Jens Oak");
}

TEST(LearnedVoices, LeaveOutWhatIsNoSpeechOrNobodys) {
  EXPECT_TRUE(voices_with("Jens Oak dislikes the long road to work.", "SCK",
                          {{"Jens", "Oak"}, {"dislikes", "dislikes"}, {"the", "work"}})
                  .empty());
  EXPECT_TRUE(voices_with("I kept telling them the long road was closed.", "SCK",
                          {{"I", "I"}, {"telling", "telling"}, {"the", "closed"}})
                  .empty());
}

TEST(LearnedVoices, GiveWayToTheRules) {
  const auto found = voices_with("Jens Oak said that rents would fall in May.", "SCK",
                                 {{"Jens", "Oak"}, {"said", "said"}, {"that", "May"}});
  EXPECT_EQ(found.size(), 1U);
}

}  // namespace
}  // namespace avow::text
