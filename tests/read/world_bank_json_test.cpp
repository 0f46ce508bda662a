#include "read/world_bank_json.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"

namespace avow {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string page(const std::string& head, const std::string& items) {
  return "[{" + head + "},[" + items + "]]";
}
constexpr const char* one_page = R"("page":1,"pages":1,"per_page":50,"total":2,"lastupdated":"2025-04-15")";
constexpr const char* item =
    R"({"indicator":{"id":"AA.BB","value":"Share"},"country":{"id":"NL","value":"Norland"},"countryiso3code":"NRL",)"
    R"("date":"2023","value":1.250000000000001,"unit":"","obs_status":"E","decimal":1})";

std::string error_of(const std::string& text) {
  try {
    read_outcomes("f.json", text, {});
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.advice();
  }
  return "nothing was thrown";
}

TEST(WorldBankJson, ReadsFiguresWithTheirVintageAndStatus) {
  const auto file = read_outcomes(
      "f.json",
      page(
          one_page,
          std::string(item) +
              R"(,{"indicator":{"id":"AA.BB"},"country":{"id":"Z","value":"Bloc"},"countryiso3code":"","date":"2024Q1",)"
              R"("value":21433226000000,"unit":null,"obs_status":""},)"
              R"({"indicator":{"id":"AA.BB"},"country":{"id":"NL","value":"Norland"},"countryiso3code":"NRL",)"
              R"("date":"2024","value":null})"),
      {});
  EXPECT_TRUE(file.problems.empty());
  ASSERT_EQ(file.rows.size(), 2U);
  EXPECT_EQ(file.rows[0].indicator, "AA.BB");
  EXPECT_EQ(file.rows[0].entity, "NRL");
  EXPECT_EQ(file.rows[0].value, "1.250000000000001");
  EXPECT_EQ(file.rows[0].status, Status::estimate);
  EXPECT_EQ(to_string(file.rows[0].published), "2025-04-15");
  EXPECT_EQ(file.rows[1].entity, "Bloc");
  EXPECT_EQ(file.rows[1].value, "21433226000000");
  EXPECT_EQ(file.rows[1].period.text(), "2024-01-01/2024-03-31");
}

TEST(WorldBankJson, SaysWhichPageOfHowManyItIs) {
  const auto file = read_outcomes("f.json", page(R"("page":2,"pages":3,"lastupdated":"2025-04-15")", item), {});
  EXPECT_EQ(file.rows.size(), 1U);
  EXPECT_THAT(file.notes, ElementsAre(HasSubstr("page 2 of 3")));
}

TEST(WorldBankJson, PagesInOneFileAreRefused) {
  const std::string one = page(one_page, item);
  EXPECT_THAT(error_of(one + "\n" + one), AllOf(HasSubstr("a second answer"), HasSubstr("per_page")));
}

TEST(WorldBankJson, AMessageIsTheError) {
  EXPECT_THAT(error_of(R"([{"message":[{"id":"120","key":"Invalid value","value":"No such indicator"}]}])"),
              HasSubstr("Invalid value: No such indicator"));
}

TEST(WorldBankJson, OtherJsonIsNoTable) {
  EXPECT_THAT(error_of(R"({"a": 1})"), HasSubstr("no answer of the World Bank"));
  EXPECT_THAT(error_of(R"([1, 2])"), HasSubstr("no answer of the World Bank"));
  EXPECT_THAT(error_of(R"([{"page":1},7])"), HasSubstr("no answer of the World Bank"));
  EXPECT_THAT(error_of("[{\"page\": "), HasSubstr("f.json"));
}

}  // namespace
}  // namespace avow
