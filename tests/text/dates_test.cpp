#include <gtest/gtest.h>

#include <ostream>

#include "text/annotate.hpp"

namespace avow {
namespace {

struct Case {
  std::string_view published;
  std::string_view text;
  std::string_view span;
  std::string_view date;
  DateRole role = DateRole::at;
  bool relative = false;
};
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.text;
}

class DateCases : public testing::TestWithParam<Case> {};

TEST_P(DateCases, AreRead) {
  const Case& expected = GetParam();
  const Date published = Date::parse(expected.published).value_or(Date());
  const auto found = annotate(expected.text, published, Gazetteer()).dates;
  ASSERT_EQ(found.size(), 1U) << expected.text;
  EXPECT_EQ(found[0].span.of(expected.text), expected.span);
  EXPECT_EQ(found[0].date.text(), expected.date);
  EXPECT_EQ(found[0].role, expected.role);
  EXPECT_EQ(found[0].relative, expected.relative);
}

INSTANTIATE_TEST_SUITE_P(
    Absolute, DateCases,
    testing::Values(Case{"", "They met on 25 June 2025 there.", "on 25 June 2025", "2025-06-25"},
                    Case{"", "They met June 25, 2025.", "June 25, 2025", "2025-06-25"},
                    Case{"", "Signed 2025-06-25.", "2025-06-25", "2025-06-25"},
                    Case{"", "Signed 25/06/2025.", "25/06/2025", "2025-06-25"},
                    Case{"", "Signed on Friday (5 September 2014).", "on Friday (5 September 2014)", "2014-09-05"},
                    Case{"", "From the talks of June 24-25, 2025.", "June 24-25, 2025", "2025-06-24/2025-06-25"},
                    Case{"", "We shall be done in 2035.", "in 2035", "2035"},
                    Case{"", "It was so in the 1990s.", "in the 1990s", "199X"},
                    Case{"", "Growth in Q3 2024 was low.", "in Q3 2024", "2024-07-01/2024-09-30"},
                    Case{"", "It opens in the second half of 2027.", "in the second half of 2027",
                         "2027-07-01/2027-12-31"},
                    Case{"", "The budget 2025/26 is ready.", "2025/26", "2025-01-01/2026-12-31"},
                    Case{"", "Nothing changed since 2019.", "since 2019", "2019", DateRole::since},
                    Case{"", "Coal will burn until 2030.", "until 2030", "2030", DateRole::until},
                    Case{"", "Taxes fall by March 2031.", "by March 2031", "2031-03", DateRole::by},
                    Case{"", "Done by the end of 2026.", "by the end of 2026", "2026", DateRole::by}));

INSTANTIATE_TEST_SUITE_P(
    Relative, DateCases,
    testing::Values(
        Case{"2025-04-25", "She said so on Friday.", "on Friday", "2025-04-25", DateRole::at, true},
        Case{"2025-04-23", "She said so on Friday.", "on Friday", "2025-04-18", DateRole::at, true},
        Case{"2025-04-23", "They will decide on Friday.", "on Friday", "2025-04-25", DateRole::at, true},
        Case{"2025-04-25", "We will decide in June.", "in June", "2025-06", DateRole::at, true},
        Case{"2025-10-02", "We will decide in June.", "in June", "2026-06", DateRole::at, true},
        Case{"2025-01-10", "They met in November.", "in November", "2024-11", DateRole::at, true},
        Case{"2025-04-25", "It ends next year.", "next year", "2026", DateRole::at, true},
        Case{"2025-01-25", "It began last month.", "last month", "2024-12", DateRole::at, true},
        Case{"2014-09-05", "They aim to get there within a decade.", "within a decade", "2024", DateRole::within, true},
        Case{"2014-09-05", "Raise them over the coming decade.", "over the coming decade", "2024", DateRole::within,
             true},
        Case{"2014-09-05", "Raise them over the next ten years.", "over the next ten years", "2024", DateRole::within,
             true},
        Case{"2025-04-25", "We will decide in the autumn.", "in the autumn", "2025-09-01/2025-11-30", DateRole::at,
             true},
        Case{"2025-11-25", "It will be done by the spring.", "by the spring", "2026-03-01/2026-05-31", DateRole::by,
             true},
        Case{"2025-04-25", "We will finish by Christmas.", "by Christmas", "2025-12-25", DateRole::by, true},
        Case{"2014-09-05", "Raise them over the course of the next two years.", "over the course of the next two years",
             "2016", DateRole::within, true},
        Case{"2025-11-05", "It comes within three months.", "within three months", "2026-02", DateRole::within, true},
        Case{"2025-04-25", "It shall end by the end of the decade.", "by the end of the decade", "2030", DateRole::by,
             true},
        Case{"2025-04-25", "It will end in two years.", "in two years", "2027", DateRole::at, true},
        Case{"2025-04-25", "It ended five years ago.", "five years ago", "2020", DateRole::at, true},
        Case{"2025-04-25", "They voted yesterday.", "yesterday", "2025-04-24", DateRole::at, true},
        Case{"2025-04-25", "Wages rise this year.", "this year", "2025", DateRole::at, true},
        Case{"", "She said so on Friday.", "on Friday", "", DateRole::at, true},
        Case{"", "Raise them within a decade.", "within a decade", "", DateRole::within, true}));

TEST(Dates, WithinADecadeHasTheDeadlineAsItsLatestDay) {
  const auto found =
      annotate("They will get there within a decade.", Date::parse("2014-09-05").value(), Gazetteer()).dates;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(to_string(found[0].date.latest()), "2024-12-31");
}

TEST(Dates, LeaveOrdinaryWordsAlone) {
  for (const std::string_view text : {"You may go.", "They march on.", "May we ask?", "The first 100 days count.",
                                      "We fixed the spring.", "She has 2000 cows."})
    EXPECT_TRUE(annotate(text, Date::parse("2025-04-25").value(), Gazetteer()).dates.empty()) << text;
}

}  // namespace
}  // namespace avow
