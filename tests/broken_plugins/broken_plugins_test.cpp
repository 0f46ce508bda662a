#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "plugin/plugin.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

using testing::HasSubstr;

std::filesystem::path folder_of(const std::string& flavour) {
  return build_folder() / "broken_plugins" / flavour;
}

class NoData final : public CheckHost {
 public:
  Observations observations(const ObservationQuery&) override { return {}; }
  std::vector<Member> members(const std::string&, Day) override { return {}; }
  std::vector<Passage> passages(const PassageQuery&) override { return {}; }
};

/// What the work complains of; empty when it does not. Only a complaint about the plugin counts.
std::string complaint(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::plugin) << error.what();
    return error.what();
  }
  return {};
}

std::string complaint_of_detect(Plugin& plugin) {
  Document document;
  document.text = "\xC3\x84rger im Hafen.";
  const Annotations annotations;
  const AnnotatedDocument annotated{id_of(document), document, annotations};
  std::vector<Candidate> found;
  std::string said = complaint([&] { found = plugin.detect(annotated); });
  EXPECT_TRUE(said.empty() || found.empty());
  return said;
}

std::string complaint_of_check(Plugin& plugin) {
  NoData host;
  return complaint([&] { plugin.check(CheckRequest{}, host); });
}

struct Case {
  std::string flavour;
  std::string message;
};
std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.flavour;
}
std::string name_of(const testing::TestParamInfo<Case>& info) {
  return info.param.flavour;
}

class RefusedAtLoad : public testing::TestWithParam<Case> {};
TEST_P(RefusedAtLoad, SaysWhatIsWrongAndNamesTheFile) {
  const std::string said = complaint([] { load_plugin(folder_of(GetParam().flavour)); });
  EXPECT_THAT(said, HasSubstr(GetParam().message));
}
INSTANTIATE_TEST_SUITE_P(
    Broken, RefusedAtLoad,
    testing::Values(Case{"wrong_magic",
                         "libavow_broken_wrong_magic.so: has the magic 0xdeadbeef where 0x574f5641 is expected"},
                    Case{"wrong_major", "is built for major 2 of the plugin ABI, this Avow has major 1"},
                    Case{"newer_minor", "is built for plugin ABI 1.2, this Avow has only 1.1"},
                    Case{"missing_symbol", "libavow_broken_missing_symbol.so: exports no symbol 'avow_plugin'"},
                    Case{"half_detector", "offers avow.detector/1 without its function 'detect'"},
                    Case{"half_checker", "offers avow.checker/1 without its function 'check'"},
                    Case{"other_id", "calls its id 'unbroken', but manifest.json says 'broken'"},
                    Case{"other_version", "calls its version '2.0.0', but manifest.json says '1.0.0'"},
                    Case{"unpromised_capability", "does not offer avow.checker/1, though manifest.json lists it"},
                    Case{"null_create", "avow_plugin has no create"},
                    Case{"throws_in_create", "plugin 'broken' let an exception escape: out of memory, so to speak"}),
    name_of);

class RefusedInDetect : public testing::TestWithParam<Case> {};
TEST_P(RefusedInDetect, SaysWhatIsWrongAndGivesNothingOfTheAnswer) {
  const auto plugin = load_plugin(folder_of(GetParam().flavour));
  EXPECT_THAT(complaint_of_detect(*plugin), HasSubstr("plugin 'broken' " + GetParam().message));
}
INSTANTIATE_TEST_SUITE_P(
    Broken, RefusedInDetect,
    testing::Values(Case{"throws_in_detect", "let an exception escape: out of ideas"},
                    Case{"throws_no_exception", "let something escape that is no std::exception"},
                    Case{"fails_silently", "failed with result 7 and gave no reason"},
                    Case{"span_outside",
                         "broke the contract: candidate.span [2, 1000000) does not lie within the text of 16 bytes"},
                    Case{"span_empty", "broke the contract: candidate.span [2, 2) is empty"},
                    Case{"span_cuts_character", "broke the contract: candidate.span [1, 4) cuts a character"},
                    Case{"invalid_utf8", "broke the contract: candidate.topic is not valid UTF-8 at byte 18"},
                    Case{"unknown_kind", "broke the contract: candidate.kind 'oath' is not one of its words"},
                    Case{"nan_score", "broke the contract: candidate.score nan does not lie between 0 and 1"},
                    Case{"score_above_one", "broke the contract: candidate.score 1.5 does not lie between 0 and 1"},
                    Case{"infinite_value", "broke the contract: target.value is not a finite number"},
                    Case{"bad_date", "broke the contract: target.due '2025-13' is no EDTF date"},
                    Case{"null_array", "broke the contract: candidate.cues has a count, but items is NULL"},
                    Case{"tiny_struct", "broke the contract: candidate has a struct_size that cannot be"},
                    Case{"endless_emit", "emitted more than 10000 candidates for one document, which is the limit"},
                    Case{"huge_answer", "answered more than 8388608 bytes, which is the limit"}),
    name_of);

class RefusedInCheck : public testing::TestWithParam<Case> {};
TEST_P(RefusedInCheck, SaysWhatIsWrong) {
  const auto plugin = load_plugin(folder_of(GetParam().flavour));
  EXPECT_THAT(complaint_of_check(*plugin), HasSubstr("plugin 'broken' " + GetParam().message));
}
INSTANTIATE_TEST_SUITE_P(
    Broken, RefusedInCheck,
    testing::Values(Case{"unknown_verdict", "broke the contract: assessment.verdict 'guilty' is not one of its words"},
                    Case{"no_reason", "broke the contract: assessment.reason is empty"},
                    Case{"no_answer", "emitted no assessment"},
                    Case{"two_answers", "emitted more than one assessment for one claim"},
                    Case{"throws_in_check", "let an exception escape: out of patience"},
                    Case{"bad_evidence", "broke the contract: evidence.reference is no id of 32 hex digits"}),
    name_of);

TEST(BrokenPlugins, ThrowingInCanJudgeIsAFailureAndNoAnswer) {
  const auto plugin = load_plugin(folder_of("throws_in_can_judge"));
  EXPECT_THAT(complaint([&] { plugin->can_judge(CheckRequest{}); }),
              HasSubstr("plugin 'broken' let an exception escape: out of judgement"));
}

TEST(BrokenPlugins, OneThatFailsDoesNotHideTheOthers) {
  const auto found = find_plugins({build_folder() / "broken_plugins"});
  std::size_t failed = 0;
  for (const FoundPlugin& one : found) {
    EXPECT_EQ(one.plugin == nullptr, !one.failure.empty()) << one.folder;
    failed += one.plugin == nullptr;
  }
  EXPECT_EQ(failed, 11u);
  EXPECT_EQ(found.size(), 12u);  // all that load share one id, of which the first stands
}

class ThrowingWithTheSdk : public testing::Test {
 protected:
  static std::unique_ptr<Plugin> throwing_in(const std::string& place) {
    return load_plugin(folder_of("throwing"), R"({"throw": ")" + place + R"("})");
  }
};

TEST_F(ThrowingWithTheSdk, InItsConstructorGivesTheReason) {
  EXPECT_EQ(complaint([] { throwing_in("create"); }), "plugin 'broken' failed: gave up in create");
}

TEST_F(ThrowingWithTheSdk, InDetectGivesTheReason) {
  EXPECT_EQ(complaint_of_detect(*throwing_in("detect")), "plugin 'broken' failed: gave up in detect");
}

TEST_F(ThrowingWithTheSdk, InCheckGivesTheReason) {
  EXPECT_EQ(complaint_of_check(*throwing_in("check")), "plugin 'broken' failed: gave up in check");
}

TEST_F(ThrowingWithTheSdk, InCanJudgeIsAFailure) {
  EXPECT_THAT(complaint([] { throwing_in("can_judge")->can_judge(CheckRequest{}); }),
              HasSubstr("answered can_judge with -1"));
}

}  // namespace
}  // namespace avow
