#include "read/date_guess.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

TEST(DateGuess, ReadsTheWaysADateIsWritten) {
  for (const auto* text : {"2014-09-05", "2014-09-05T10:00:00Z", "20140905", "2014/09/05", "September 5, 2014",
                           "Sept. 5, 2014", "5 September 2014", "5th of September 2014", "Friday, 5 September 2014",
                           "Friday September 5th, 2014", "2014-09-05 (in text)"})
    EXPECT_EQ(leading_date(text).text(), "2014-09-05") << text;
}

TEST(DateGuess, KeepsThePrecision) {
  EXPECT_EQ(leading_date("September 2014").text(), "2014-09");
  EXPECT_EQ(leading_date("2014-09").text(), "2014-09");
  EXPECT_EQ(leading_date("2014").text(), "2014");
}

TEST(DateGuess, GuessesNothingFromAmbiguousOrImpossibleDates) {
  for (const auto* text : {"05/09/2014", "2014-02-30", "31 February 2014", "", "Mayor 5, 2014", "12345", "9999-01-01x"})
    EXPECT_FALSE(leading_date(text).known()) << text;
}

TEST(DateGuess, FindsTheDateline) {
  EXPECT_EQ(dateline("ANNUAL ADDRESS\n \nJanuary 31, 2006\n\nFriends,").text(), "2006-01-31");
  EXPECT_EQ(dateline("A title\nDate: June 26, 2025 Update: July 05, 2025\n").text(), "2025-06-26");
  EXPECT_EQ(dateline("A title\nPublished 5 September 2014\n").text(), "2014-09-05");
  EXPECT_EQ(dateline("Remarks in Springfield, 5 May 2019\n\nThank you.").text(), "2019-05-05");
}

TEST(DateGuess, DoesNotTakeADateInASentenceForADateline) {
  EXPECT_FALSE(dateline("The council met on 5 May 2019.\n").known());
  EXPECT_FALSE(dateline("May 2020 will be a good month for all of us\n").known());
}

TEST(DateGuess, ReadsTheFileName) {
  EXPECT_EQ(date_in_name("2012-10-03").text(), "2012-10-03");
  EXPECT_EQ(date_in_name("speech_2025_06_25_final").text(), "2025-06-25");
  EXPECT_EQ(date_in_name("minutes 2025-06").text(), "2025-06");
  EXPECT_EQ(date_in_name("2006-budget").text(), "2006");
  EXPECT_FALSE(date_in_name("report_112461").known());
}

}  // namespace
}  // namespace avow
