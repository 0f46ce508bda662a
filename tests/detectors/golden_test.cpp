#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "plugin/plugin.hpp"
#include "read/vocabulary_reader.hpp"
#include "support/paths.hpp"
#include "text/annotate.hpp"
#include "text/languages.hpp"
#include "text/gazetteer.hpp"

/// Every folder of tests/golden/detect is a case: input.txt, and expected.json with what is known of the document
/// ("published", "speaker", "publisher") and the claims, all of them and in order; of each claim only the named
/// fields are compared, "" meaning that nothing was found.
namespace avow {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Gazetteer& gazetteer() {
  static const Gazetteer known = [] {
    const Vocabulary vocabulary = read_vocabulary(source_folder() / "schema/vocabulary");
    return Gazetteer(vocabulary.entities, vocabulary.indicators);
  }();
  return known;
}

json number_of(const std::optional<Decimal>& number) {
  return number ? json(number->value) : json("");
}

json as_json(const Candidate& claim, const std::string& text) {
  const Target& target = claim.target;
  return {{"quote", std::string(claim.span.of(text))},
          {"kind", kinds.name(claim.kind)},
          {"strength", strengths.name(claim.strength)},
          {"negated", claim.negated},
          {"subject", target.subject_text},
          {"measure", target.indicator_text},
          {"relation", relations.name(target.relation)},
          {"value", number_of(target.value)},
          {"upper", number_of(target.upper)},
          {"unit", target.unit},
          {"baseline", target.baseline.text()},
          {"due", target.due.text()},
          {"scope", scopes.name(target.scope)},
          {"condition", target.condition}};
}

std::vector<Candidate> run(const std::string& plugin, const Document& document) {
  const Annotations annotations = annotate(document.text, document.published, gazetteer(),
                                           text::Languages::shipped().of(document.language, document.text));
  return load_plugin(build_folder() / "plugins" / plugin)->detect({Id{}, document, annotations});
}

std::vector<fs::path> cases() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(source_folder() / "tests/golden/detect")) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

class GoldenDetect : public testing::TestWithParam<fs::path> {};

TEST_P(GoldenDetect, FindsWhatIsExpected) {
  const json expected = json::parse(bytes_of(GetParam() / "expected.json"));
  Document document;
  document.text = bytes_of(GetParam() / "input.txt");
  document.language = expected.value("language", "en");
  document.speaker = expected.value("speaker", "");
  document.publisher = expected.value("publisher", "");
  if (const auto day = Date::parse(expected.value("published", ""))) document.published = *day;
  const std::vector<Candidate> found = run(expected.at("plugin"), document);
  const json& claims = expected.at("claims");
  std::string quotes;
  for (const Candidate& claim : found) quotes += as_json(claim, document.text).dump(1) + "\n";
  ASSERT_EQ(found.size(), claims.size()) << quotes;
  for (std::size_t index = 0; index < found.size(); ++index) {
    const json actual = as_json(found[index], document.text);
    for (const auto& [field, value] : claims[index].items())
      EXPECT_EQ(actual.at(field), value) << field << " of " << actual.dump(1);
    EXPECT_FALSE(found[index].cues.empty());
  }
}

std::string name_of(const testing::TestParamInfo<fs::path>& tested) {
  std::string name = tested.param.filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Cases, GoldenDetect, testing::ValuesIn(cases()), name_of);

}  // namespace
}  // namespace avow
