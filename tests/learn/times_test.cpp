#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "learn/tasks/tasks.hpp"
#include "support/temp_folder.hpp"

namespace avow::learn {
namespace {

std::string document(std::string_view text) {
  return "<?xml version=\"1.0\" ?>\n<TimeML>\n<DCT><TIMEX3 tid=\"t0\" type=\"TIME\" value=\"2025-04-25T09:00:00\" "
         "functionInDocument=\"CREATION_TIME\">04/25/2025</TIMEX3></DCT>\n<TEXT>" +
         std::string(text) + "</TEXT>\n</TimeML>\n";
}

std::string timex(std::string_view value, std::string_view words) {
  return "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"" + std::string(value) + "\">" + std::string(words) + "</TIMEX3>";
}

/// What `system` reached by `what` on one document.
Counts counts(const std::string& content, std::string_view system, std::string_view what) {
  const TempFolder folder;
  std::ofstream(folder.path() / "one.tml") << content;
  Evaluation evaluation;
  evaluation.data = folder.path();
  run_times(evaluation);
  for (const Figure& figure : evaluation.figures)
    if (figure.system == system && figure.what == what) return figure.units.at(0);
  return {};
}

TEST(TimesTask, CountsFromTheDayOfTheDocumentWhichIsNotCountedItself) {
  const std::string content = document("They <EVENT eid=\"e1\">met</EVENT> " + timex("2025-04-24", "yesterday") + ".");
  EXPECT_EQ(counts(content, "avow", "value"), (Counts{1, 1, 1}));
  EXPECT_EQ(counts(content, "avow", "extent, strict"), (Counts{1, 1, 1}));
}

TEST(TimesTask, OverlapIsEnoughForRelaxedAndForTheValue) {
  const std::string content = document("It ended in early " + timex("2024", "2024") + " there.");
  EXPECT_EQ(counts(content, "avow", "extent, strict"), (Counts{0, 1, 1}));
  EXPECT_EQ(counts(content, "avow", "extent, relaxed"), (Counts{1, 1, 1}));
  EXPECT_EQ(counts(content, "avow", "value"), (Counts{1, 1, 1}));
}

TEST(TimesTask, AValueIsRightLetterByLetterOnly) {
  const std::string content = document("It ended " + timex("2025-W17", "yesterday") + ".");
  EXPECT_EQ(counts(content, "avow", "extent, strict"), (Counts{1, 1, 1}));
  EXPECT_EQ(counts(content, "avow", "value"), (Counts{0, 1, 1}));
}

TEST(TimesTask, EachExpressionIsMatchedOnce) {
  const std::string content =
      document("It rose in " + timex("2019", "2019") + " and " + timex("2020", "2020") + ", not in 2021.");
  EXPECT_EQ(counts(content, "avow", "extent, relaxed"), (Counts{2, 3, 2}));
  EXPECT_EQ(counts(content, "years and names of months", "value"), (Counts{2, 3, 2}));
}

TEST(TimesTask, TellsItsErrors) {
  const TempFolder folder;
  std::ofstream(folder.path() / "one.tml") << document("They met " + timex("2025-04-23", "yesterday") + ".");
  Evaluation evaluation;
  evaluation.data = folder.path();
  nlohmann::json told;
  evaluation.error = [&](const nlohmann::json& line) { told = line; };
  run_times(evaluation);
  EXPECT_EQ(told["error"], "value");
  EXPECT_EQ(told["wanted"]["value"], "2025-04-23");
  EXPECT_EQ(told["found"]["value"], "2025-04-24");
}

TEST(TimesTask, NamesAFileThatIsNoTimeMl) {
  for (const std::string_view content : {"<TimeML><TEXT>", "<html/>"}) {
    try {
      counts(std::string(content), "avow", "value");
      FAIL() << content;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_input);
      EXPECT_NE(std::string(error.what()).find("one.tml"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace avow::learn
