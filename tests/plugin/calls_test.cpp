#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>

#include "plugin/abi_read.hpp"
#include "plugin/plugin.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::unique_ptr<Plugin> load(const std::string& name, const std::string& configuration = {}) {
  return load_plugin(build_folder() / "probe_plugins" / name, configuration);
}

std::vector<std::string> topics(const std::vector<Candidate>& candidates) {
  std::vector<std::string> out;
  for (const Candidate& candidate : candidates) out.push_back(candidate.topic);
  return out;
}

struct Harbour {
  Harbour() {
    document.text = "We need 3 cranes. Ms Vell said: we build 2 by 2031.";
    document.published = *Date::parse("2025-06-24");
    annotations.sentences = {{{0, 17}}, {{18, 51}}, {{32, 51}}};
    annotations.voices = {{{32, 51}, {18, 25}, {26, 30}, Voice::reported, "Ms Vell", false}};
    annotations.quantities = {{{8, 16}, {8, 9}, {3, 1}, false, {}, "crane", Bound::exact},
                              {{41, 42}, {41, 42}, {2, 1}, false, {}, "", Bound::about}};
    annotations.dates = {{{43, 50}, *Date::parse("2031"), DateRole::by, false}};
    annotations.mentions = {{{18, 25}, MentionKind::entity, "vell"}};
  }
  AnnotatedDocument view() const { return {id_of(document), document, annotations}; }
  Document document;
  Annotations annotations;
};

TEST(Detecting, ShowsThePluginEveryAnnotation) {
  const Harbour harbour;
  const auto seen = topics(load("probe", R"({ "b": 1, "a": [2] })")->detect(harbour.view()));
  EXPECT_THAT(seen, testing::UnorderedElementsAre(
                        R"(configuration {"a":[2],"b":1} published 2025-06-24)", "sentence of nobody with 1 quantities",
                        "sentence of nobody with 1 quantities", "sentence of Ms Vell with 1 quantities",
                        "voice reported Ms Vell", "quantity 3 crane exact", "quantity 2  about", "date by 2031 22280",
                        "word cranes", "mention entity vell"));
}

TEST(Detecting, BuildsTheAnnotationsOnceForAllPlugins) {
  const Harbour harbour;
  const AnnotatedDocument document = harbour.view();
  const auto one = load("probe");
  const auto first = one->detect(document);
  const auto* const shared = document.view.get();
  EXPECT_EQ(load("probe")->detect(document), first);
  EXPECT_EQ(document.view.get(), shared);
}

TEST(Detecting, ReadsShorterStructsAsZeroAndIgnoresTheRestOfLonger) {
  const Harbour harbour;
  const auto found = load("older_and_newer")->detect(harbour.view());
  const auto at = [&](Span span) {
    return std::find_if(found.begin(), found.end(), [span](const Candidate& each) { return each.span == span; });
  };
  const auto older = at({0, 1});
  ASSERT_NE(older, found.end());
  EXPECT_EQ(older->target, Target{});
  EXPECT_TRUE(older->cues.empty());
  EXPECT_EQ(older->score, 0.25);
  EXPECT_NE(at({1, 2}), found.end());
}

TEST(Detecting, APluginOfTheFirstMinorReadsTheSentencesThatHaveGrown) {
  const Harbour harbour;
  const auto found = load("older_and_newer")->detect(harbour.view());
  std::vector<Span> spans;
  for (const Candidate& candidate : found) spans.push_back(candidate.span);
  for (const Sentence& sentence : harbour.annotations.sentences) EXPECT_THAT(spans, testing::Contains(sentence.span));
}

TEST(Loading, NamesTheMakerByIdVersionRevisionAndConfiguration) {
  const Maker maker = load("probe", R"({"b":1,"a":2})")->maker();
  EXPECT_EQ(maker.plugin, "probe");
  EXPECT_EQ(maker.version, "1.0.0");
  EXPECT_EQ(maker.revision, 3u);
  EXPECT_EQ(maker, load("probe", R"( { "a" : 2, "b" : 1 } )")->maker());
  EXPECT_NE(maker, load("probe", R"({"a":3,"b":1})")->maker());
  EXPECT_EQ(load("probe")->maker(), load("probe", "{}")->maker());
}

TEST(Loading, RefusesAConfigurationThatIsNoObject) {
  for (const char* const configuration : {"[]", "{", "7"}) {
    try {
      load("probe", configuration);
      FAIL() << configuration;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_input);
      EXPECT_THAT(error.what(), HasSubstr("configuration of plugin 'probe'"));
    }
  }
}

TEST(Loading, SaysWhichLibraryIsMissing) {
  try {
    load_plugin(source_folder() / "plugins/template");
    FAIL() << "nothing thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::not_found);
    EXPECT_THAT(error.what(), HasSubstr("libavow_template.so"));
  }
}

TEST(Finding, LooksInTheBuildTreeOfTheProgram) {
  EXPECT_EQ(default_plugin_folders().back(), std::filesystem::canonical(build_folder()) / "plugins");
}

TEST(Finding, OrdersById) {
  const auto found = find_plugins({build_folder() / "probe_plugins", "/nowhere"});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].plugin->manifest().id, "older-and-newer");
  EXPECT_EQ(found[1].plugin->manifest().id, "probe");
}

class Records final : public CheckHost {
 public:
  Observations observations(const ObservationQuery& query) override {
    asked = query;
    if (failing) throw Error(ErrorCode::store_damaged, "page 7 is unreadable");
    ObservedValue value;
    value.id = *Id::parse("00112233445566778899aabbccddeeff");
    value.indicator = query.indicator;
    value.entity = "XHB";
    value.period = *Date::parse("2024");
    value.value = {1.5, 0.1};
    return std::vector{value};
  }
  std::vector<Member> members(const std::string& group, Day day) override {
    return {{group + " " + to_string(day), "", {}, {}}};
  }
  std::vector<Passage> passages(const PassageQuery& query) override {
    return {{*Id::parse("ffeeddccbbaa99887766554433221100"), {0, 6}, query.words + std::to_string(query.limit), {}}};
  }
  bool failing = false;
  ObservationQuery asked;
};

CheckRequest request() {
  CheckRequest out;
  out.target.indicator = "harbour:cranes";
  out.target.due = *Date::parse("2031");
  out.today = *parse_day("2025-07-01");
  out.subject_name = "Portmark";
  return out;
}

TEST(Checking, PassesQuestionsAndAnswersBothWays) {
  Records host;
  const Judgement judgement = load("probe")->check(request(), host);
  EXPECT_EQ(host.asked.indicator, "harbour:cranes");
  EXPECT_FALSE(host.asked.from.known());
  EXPECT_EQ(host.asked.until.text(), "2025-07-01");
  EXPECT_EQ(judgement.verdict, Verdict::not_due);
  EXPECT_EQ(judgement.reason, "Portmark until 2031");
  EXPECT_THAT(judgement.figures,
              ElementsAre(std::pair("XHB 2024", "1.500000"), std::pair("member", "harbours 2025-07-01")));
  EXPECT_THAT(judgement.evidence,
              ElementsAre(Evidence{EvidenceKind::observation, "00112233445566778899aabbccddeeff", "actual"},
                          Evidence{EvidenceKind::document, "ffeeddccbbaa99887766554433221100", "bridge5"}));
}

TEST(Checking, AsksForTheVintagesThatWereOutByADay) {
  Records host;
  CheckRequest asked = request();
  load("probe")->check(asked, host);
  EXPECT_FALSE(host.asked.published_until.known());
  asked.said = *Date::parse("1970-01-01");  // day 0, which must not read as "not said"
  load("probe")->check(asked, host);
  EXPECT_EQ(host.asked.published_until.text(), "1970-01-01");
}

TEST(Checking, ReadsAQuestionOfAnOlderPluginAsOneAboutToday) {
  avow_query query{};
  query.struct_size = offsetof(avow_query, published_until);
  query.indicator = {"harbour:cranes", 14};
  query.published_until = 5;
  query.has_published_until = 1;
  abi::Budget budget(100);
  EXPECT_FALSE(abi::read_observation_query(&query, budget).published_until.known());
  query.struct_size = sizeof query;
  EXPECT_EQ(abi::read_observation_query(&query, budget).published_until.text(), "1970-01-06");
}

TEST(Checking, AsksTheCheckerWhatItCanJudge) {
  const auto plugin = load("probe");
  EXPECT_TRUE(plugin->can_judge(request()));
  CheckRequest statistic = request();
  statistic.kind = Kind::statistic;
  EXPECT_FALSE(plugin->can_judge(statistic));
  EXPECT_FALSE(load("older_and_newer")->can_judge(request()));
}

TEST(Checking, EndsWithTheHostsOwnErrorWhenAServiceFails) {
  Records host;
  host.failing = true;
  try {
    load("probe")->check(request(), host);
    FAIL() << "nothing thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::store_damaged);
    EXPECT_STREQ(error.what(), "page 7 is unreadable");
  }
}

}  // namespace
}  // namespace avow
