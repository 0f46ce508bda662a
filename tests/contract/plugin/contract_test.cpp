#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "avow/plugin_abi.h"
#include "exported_symbols.hpp"
#include "plugin/plugin.hpp"
#include "support/paths.hpp"

// What every plugin must hold to: the bundled ones, the template, and the one in C. They are found when the program
// starts, so a new plugin is tested without a word here.
namespace avow {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> plugins_in(const fs::path& folder) {
  std::vector<fs::path> out;
  if (!fs::is_directory(folder)) return out;
  for (const auto& entry : fs::directory_iterator(folder))
    if (fs::exists(entry.path() / "manifest.json")) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

/// AVOW_CONTRACT_PLUGINS names a folder of plugins to test instead of those of this build.
std::vector<fs::path> all_plugins() {
  if (const char* const elsewhere = std::getenv("AVOW_CONTRACT_PLUGINS")) return plugins_in(elsewhere);
  const fs::path& build = build_folder();
  std::vector<fs::path> out = plugins_in(build / "plugins");
  const std::vector<fs::path> test_plugins = plugins_in(build / "test_plugins");
  out.insert(out.end(), test_plugins.begin(), test_plugins.end());
  out.push_back(build / "template");
  return out;
}

std::vector<fs::path> all_with(const std::string& capability) {
  std::vector<fs::path> out;
  for (const fs::path& folder : all_plugins()) {
    const auto capabilities = read_manifest(folder).capabilities;
    if (std::find(capabilities.begin(), capabilities.end(), capability) != capabilities.end()) out.push_back(folder);
  }
  return out;
}

/// A document that owns its annotations: sentences at full stops, every run of digits a quantity, every "20xx" a date.
class Annotated {
 public:
  explicit Annotated(std::string text, bool dated = true) {
    document_.url = "file:contract.txt";
    document_.title = "Contract";
    document_.language = "en";
    document_.text = std::move(text);
    if (dated) document_.published = *Date::parse("2025-06-24");
    split_sentences();
    mark_numbers();
  }
  AnnotatedDocument view() const { return {id_of(document_), document_, annotations_}; }
  const std::string& text() const { return document_.text; }

 private:
  void split_sentences() {
    const std::string& text = document_.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t stop = text.find_first_of(".!?\n", begin);
      const std::size_t end = stop == std::string::npos ? text.size() : stop + 1;
      annotations_.sentences.push_back({span(begin, end)});
      begin = std::min(text.find_first_not_of(" \n", end), text.size());
    }
  }
  void mark_numbers() {
    const std::string& text = document_.text;
    for (std::size_t at = text.find_first_of(digits); at != std::string::npos;) {
      const std::size_t end = std::min(text.find_first_not_of(digits, at), text.size());
      const std::string number = text.substr(at, end - at);
      if (number.size() == 4 && number.starts_with("20"))
        annotations_.dates.push_back({span(at, end), *Date::parse(number), DateRole::by, false});
      else if (number.size() < 10)
        annotations_.quantities.push_back(
            {span(at, end), span(at, end), {std::stod(number), 1}, false, {}, "percent", Bound::exact});
      at = text.find_first_of(digits, end);
    }
  }
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  static constexpr const char* digits = "0123456789";

  Document document_;
  Annotations annotations_;
};

const Annotated& ordinary() {
  static const Annotated document(
      "We promise to plant 400 trees by 2031. The government will spend 3 percent on bridges by 2035. Last year 12 "
      "percent of the ferries were late! We aim to halve that. Nobody said when. I will never sign it.");
  return document;
}

/// One indicator in one entity: 1.5 percent in 2024.
class LittleData final : public CheckHost {
 public:
  Observations observations(const ObservationQuery& query) override {
    ObservedValue value;
    value.id = *Id::parse("00112233445566778899aabbccddeeff");
    value.indicator = query.indicator;
    value.entity = "XHB";
    value.period = *Date::parse("2024");
    value.value = {1.5, 0.1};
    value.unit = "percent";
    value.published = *parse_day("2025-01-31");
    return std::vector{value};
  }
  std::vector<Member> members(const std::string&, Day) override { return {{"XHB", "Harbour", {}, {}}}; }
  std::vector<Passage> passages(const PassageQuery&) override { return {}; }
};

CheckRequest request_for(const Target& target) {
  CheckRequest request;
  request.claim = *Id::parse("0123456789abcdef0123456789abcdef");
  request.reading = *Id::parse("fedcba9876543210fedcba9876543210");
  request.quote = "We will spend 3 percent on bridges by 2035.";
  request.speaker = "XHB";
  request.said = *Date::parse("2025-06-24");
  request.target = target;
  request.today = *parse_day("2025-07-01");
  return request;
}

Target measurable_target() {
  Target target;
  target.subject = "XHB";
  target.indicator = "harbour:bridges";
  target.relation = Relation::at_least;
  target.value = Decimal{3, 1};
  target.unit = "percent";
  target.due = *Date::parse("2035");
  return target;
}

class EveryPlugin : public testing::TestWithParam<fs::path> {
 protected:
  std::unique_ptr<Plugin> load() const { return load_plugin(GetParam()); }
};

class EveryChecker : public EveryPlugin {};

class EveryDetector : public EveryPlugin {
 protected:
  /// Detects and checks what the host cannot: that the answer may be stored as it is.
  void copes_with(const Annotated& document) const {
    const auto plugin = load();
    const auto found = plugin->detect(document.view());
    EXPECT_EQ(found, plugin->detect(document.view()));
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(),
                               [](const Candidate& a, const Candidate& b) { return a.span < b.span; }));
  }
};

TEST_P(EveryPlugin, LoadsAndIsWhatItsManifestSays) {
  const auto plugin = load();
  const Manifest manifest = read_manifest(GetParam());
  EXPECT_EQ(plugin->maker().plugin, manifest.id);
  EXPECT_EQ(plugin->maker().version, manifest.version);
  EXPECT_GE(plugin->maker().revision, 1u);
  EXPECT_TRUE(plugin->is_detector() || plugin->is_checker());
  EXPECT_THAT(manifest.licence, testing::Not(testing::IsEmpty()));
}

TEST_P(EveryPlugin, ExportsOneSymbolOnly) {
  const auto library = GetParam() / read_manifest(GetParam()).library;
  EXPECT_THAT(testing_support::exported_symbols(library), testing::ElementsAre("avow_plugin"));
}

TEST_P(EveryDetector, GivesTheSameAnswerTwice) {
  copes_with(ordinary());
}

TEST_P(EveryDetector, GivesTheSameAnswerFromTwoInstances) {
  const auto one = load();
  const auto other = load();
  const auto document = ordinary().view();
  one->detect(Annotated("Something else before. We promise 7 by 2040.").view());
  EXPECT_EQ(one->detect(document), other->detect(document));
}

TEST_P(EveryDetector, FindsNothingInTheEmptyDocument) {
  const auto plugin = load();
  EXPECT_TRUE(plugin->detect(Annotated("").view()).empty());
}

TEST_P(EveryDetector, CopesWithTextOfEveryScript) {
  copes_with(
      Annotated("We promise \xF0\x9F\x9A\x80\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 by 2030! "
                "Cafe\xCC\x81 prices will rise 3 percent. \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D 5 "
                "\xE2\x80\x8F\xD8\xB3\xD9\x86\xD8\xB9\xD9\x85\xD9\x84. \xEF\xBB\xBF\xC2\xA0We will\xE3\x80\x82"));
}

TEST_P(EveryDetector, CopesWithOneLongLine) {
  std::string text;
  while (text.size() < 400'000) text += "and we will spend 3 percent by 2035 as we promise, ";
  copes_with(Annotated(text));
}

TEST_P(EveryDetector, CopesWithADocumentWithoutDate) {
  copes_with(Annotated(ordinary().text(), false));
}

TEST_P(EveryDetector, CopesWithSentencesOfOneCharacter) {
  copes_with(Annotated("....!!! a. 1. 2030. ?"));
}

TEST_P(EveryChecker, JudgesOrDeclinesAnEmptyTarget) {
  const auto plugin = load();
  const CheckRequest request = request_for({});
  LittleData host;
  if (!plugin->can_judge(request)) return;
  EXPECT_THAT(plugin->check(request, host).reason, testing::Not(testing::IsEmpty()));
}

TEST_P(EveryChecker, JudgesTheSameTwice) {
  const auto plugin = load();
  LittleData host;
  for (const Kind kind : {Kind::pledge, Kind::forecast, Kind::statistic}) {
    CheckRequest request = request_for(measurable_target());
    request.kind = kind;
    if (!plugin->can_judge(request)) continue;
    EXPECT_EQ(plugin->check(request, host), plugin->check(request, host));
  }
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.filename().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Contract, EveryPlugin, testing::ValuesIn(all_plugins()), name_of);
INSTANTIATE_TEST_SUITE_P(Contract, EveryDetector, testing::ValuesIn(all_with(AVOW_EXTENSION_DETECTOR)), name_of);
INSTANTIATE_TEST_SUITE_P(Contract, EveryChecker, testing::ValuesIn(all_with(AVOW_EXTENSION_CHECKER)), name_of);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EveryDetector);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EveryChecker);

}  // namespace
}  // namespace avow
