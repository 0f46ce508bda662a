#include "publish/icalendar.hpp"

#include <gmock/gmock.h>

#include "base/utf8.hpp"
#include "publish/content_uuid.hpp"
#include "publishing.hpp"

namespace avow {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class Icalendar : public Publishing {
 protected:
  std::string calendar(const std::vector<ChangedClaim>& claims) const {
    return icalendar("Due, soon", claims, names, site);
  }
  std::string calendar(const char* due) {
    row.reading->target.due = date(due);
    return calendar({changed(row)});
  }
  /// Lines as they were before they were folded.
  static std::vector<std::string> unfolded(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find("\r\n", at);
      EXPECT_NE(end, std::string::npos) << "the last line is not ended";
      if (end == std::string::npos) break;
      const std::string line = text.substr(at, end - at);
      EXPECT_LE(line.size(), 75u) << line;
      EXPECT_EQ(utf8::first_invalid(line), std::nullopt) << line;
      if (line.starts_with(' '))
        lines.back() += line.substr(1);
      else
        lines.push_back(line);
      at = end + 2;
    }
    return lines;
  }
};

TEST_F(Icalendar, HasAnEventForADueDate) {
  const auto lines = unfolded(calendar({changed(row)}));
  EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
  EXPECT_EQ(lines[1], "VERSION:2.0");
  EXPECT_EQ(lines.back(), "END:VCALENDAR");
  const std::vector<std::string> expected{
      "NAME:Due\\, soon",
      "UID:" + content_uuid(row.id),
      "DTSTAMP:20250601T102030Z",
      "LAST-MODIFIED:20250601T102030Z",
      "DTSTART;VALUE=DATE:20241231",
      "SUMMARY:Harbour Pact: each member of Harbour Pact: dike spending at least 2 percent of GDP by 2024",
      "URL:https://promises.example/claim/" + row.id.hex()};
  for (const std::string& line : expected) EXPECT_THAT(lines, Contains(line));
}

TEST_F(Icalendar, LessPreciseDatesFallOnTheirLastDay) {
  for (const auto& [due, day] : {std::pair("2035", "20351231"), std::pair("2024-02", "20240229"),
                                 std::pair("2025-06-24", "20250624"), std::pair("2025-06-24/2025-06-25", "20250625"),
                                 std::pair("202X", "20291231"), std::pair("../2035", "20351231")})
    EXPECT_THAT(calendar(due), HasSubstr("DTSTART;VALUE=DATE:" + std::string(day) + "\r\n")) << due;
}

TEST_F(Icalendar, WhatFallsOnNoDayIsLeftOut) {
  EXPECT_THAT(calendar("2035/.."), Not(HasSubstr("VEVENT")));
  row.reading->target.due = {};
  EXPECT_THAT(calendar({changed(row)}), Not(HasSubstr("VEVENT")));
  row.reading.reset();
  EXPECT_THAT(calendar({changed(row)}), Not(HasSubstr("VEVENT")));
}

TEST_F(Icalendar, OnlyPromisesFallDue) {
  row.reading->negated = true;
  EXPECT_THAT(calendar("2024"), Not(HasSubstr("VEVENT")));
  row.reading->negated = false;
  row.reading->kind = Kind::statistic;  // its date is the period that it speaks of
  EXPECT_THAT(calendar("2024"), Not(HasSubstr("VEVENT")));
  row.reading->kind = Kind::forecast;
  EXPECT_THAT(calendar("2024"), HasSubstr("VEVENT"));
}

TEST_F(Icalendar, IsTheSameForTheSameStore) {
  EXPECT_EQ(calendar({changed(row)}), calendar({changed(row)}));
}

TEST_F(Icalendar, FoldsBetweenCharacters) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string words(shift, 'a');
    for (int i = 0; i < 100; ++i) words += "\U0001F680";
    row.claim.quote.exact = words;
    const auto lines = unfolded(calendar({changed(row)}));
    EXPECT_THAT(lines, Contains(HasSubstr(words)));
  }
}

TEST_F(Icalendar, HostileWordsBeginNoLine) {
  ClaimRow one = hostile();
  one.reading->target = {};
  one.reading->target.due = date("2024");
  const auto lines = unfolded(calendar({changed(one)}));
  for (const std::string& line : lines) {
    EXPECT_FALSE(line.starts_with("X-INJECTED")) << line;
    for (const char c : line) EXPECT_GE(static_cast<unsigned char>(c), 0x20) << line;
  }
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT"), 1);
  EXPECT_THAT(lines, Contains(HasSubstr("\\; \\,")).Times(0));
  EXPECT_THAT(lines, Contains(HasSubstr("\\;\\,")));
}

}  // namespace
}  // namespace avow
