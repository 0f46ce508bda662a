#include <gtest/gtest.h>

#include <fstream>

#include "base/error.hpp"
#include "learn/evaluation.hpp"
#include "support/temp_folder.hpp"

namespace avow::learn {
namespace {

/// As gzip, stored without compression: header, one stored block, checksum, length.
std::string packed(const std::string& page) {
  const auto number = [](std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
  };
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : page) {
    crc ^= static_cast<std::uint8_t>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  const auto size = static_cast<std::uint32_t>(page.size());
  return std::string("\x1F\x8B\x08\0\0\0\0\0\0\xFF\x01", 11) + number(size, 2) + number(~size, 2) + page +
         number(~crc, 4) + number(size, 4);
}

class ExtractionTask : public testing::Test {
 protected:
  void page(const std::string& id, const std::string& html) const {
    std::filesystem::create_directories(folder / "html");
    std::ofstream(folder / "html" / (id + ".html.gz"), std::ios::binary) << packed(html);
  }
  void truth(const std::string& json) const { std::ofstream(folder / "ground-truth.json") << json; }
  Evaluation run() const {
    Evaluation evaluation;
    evaluation.data = folder.path();
    find_task("extraction")->run(evaluation);
    return evaluation;
  }
  static double figure(const Evaluation& evaluation, const std::string& system) {
    for (const Figure& figure : evaluation.figures)
      if (figure.system == system) return value(*figure.metric, figure.units);
    return -1;
  }
  TempFolder folder;
};

const std::string article =
    "The harbour of Millbrook was closed again on Monday, and the boats stayed out at sea until the wind had turned to "
    "the west, said the harbour master, who had not seen such a storm in the twenty years of her service.";

TEST_F(ExtractionTask, CountsAPageThatIsFoundWhole) {
  truth("{\"a\": {\"articleBody\": \"" + article + "\", \"url\": \"https://example.org/a\"}}");
  page("a", "<html><body><article><p>" + article + "</p></article></body></html>");
  const Evaluation evaluation = run();
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow"), 1);
  EXPECT_DOUBLE_EQ(figure(evaluation, "all text of the page"), 1);
}

TEST_F(ExtractionTask, WeighsEveryPageAlike) {
  truth("{\"a\": {\"articleBody\": \"" + article + "\"}, \"b\": {\"articleBody\": \"nothing of the page at all\"}}");
  page("a", "<html><body><article><p>" + article + "</p></article></body></html>");
  page("b", "<html><body><p>ab cd</p></body></html>");
  // Page b: one shingle found and two wanted, none right, so shares of 1/3 and 2/3 beside the whole of page a.
  EXPECT_DOUBLE_EQ(figure(run(), "all text of the page"), 2.0 / (1 + 1.0 / 3 + 1 + 2.0 / 3));
}

TEST_F(ExtractionTask, LeavesScriptsOutOfAllText) {
  truth("{\"a\": {\"articleBody\": \"" + article + "\"}}");
  page("a", "<html><script>var many = 'words that stand in no text';</script><p>" + article + "</p></html>");
  EXPECT_DOUBLE_EQ(figure(run(), "all text of the page"), 1);
}

TEST_F(ExtractionTask, TellsThePagesThatAreNotRight) {
  truth("{\"a\": {\"articleBody\": \"" + article + "\"}}");
  page("a", "<html><body><p>Other words of another page that nobody has asked for, ever.</p></body></html>");
  Evaluation evaluation;
  evaluation.data = folder.path();
  std::size_t told = 0;
  evaluation.error = [&](const nlohmann::json&) { ++told; };
  find_task("extraction")->run(evaluation);
  EXPECT_EQ(told, 1u);
}

TEST_F(ExtractionTask, NamesTheFileThatIsMissingOrDamaged) {
  EXPECT_THROW(run(), Error);
  truth("[]");
  EXPECT_THROW(run(), Error);
  truth("{\"a\": {\"articleBody\": \"x\"}}");
  EXPECT_THROW(run(), Error);
}

}  // namespace
}  // namespace avow::learn
