#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "text/annotations.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// What a reader of dates found from a token on.
struct FoundDate {
  std::size_t end = 0;  ///< one past its last token
  Date date;
  bool relative = false;
  std::optional<DateRole> role;  ///< where the wording itself has one
};

/// The pass behind find_dates(): readers that each know one way to write a date, tried where a token may begin one. A
/// reader takes the index of a token, looks no further than a few tokens ahead, and answers nullopt where it finds
/// none. Dates that need a day to count from are unknown when the document has none.
class DateFinder {
 public:
  DateFinder(const Tokens& tokens, const Date& published);
  std::vector<DateMention> run();

 private:
  using Reader = std::optional<FoundDate> (DateFinder::*)(std::size_t) const;
  std::optional<FoundDate> read(std::size_t i) const;
  std::optional<FoundDate> first_of(std::size_t i, std::initializer_list<Reader> readers) const;

  // Parts of dates.
  std::optional<int> integer(std::size_t i, std::size_t min_size, std::size_t max_size) const;
  std::optional<int> year_at(std::size_t i) const;
  std::optional<int> day_at(std::size_t i) const;
  std::size_t skip_comma(std::size_t i) const { return tokens_.is_mark(i, ',') ? i + 1 : i; }
  std::optional<int> day_number_at(std::size_t i, std::size_t& end) const;
  unsigned month_at(std::size_t i, std::size_t& end) const;

  // Written out: date_absolute.cpp.
  std::optional<FoundDate> iso_day(std::size_t i) const;
  std::optional<FoundDate> slashed_day(std::size_t i) const;
  std::optional<FoundDate> weekday_with_date(std::size_t i) const;
  std::optional<FoundDate> month_first(std::size_t i) const;
  std::optional<FoundDate> day_first(std::size_t i) const;
  std::optional<FoundDate> with_year(std::size_t i, std::size_t end, unsigned month, int day, int last) const;
  std::optional<FoundDate> month_alone(std::size_t i, std::size_t end, unsigned month) const;
  int year_for(std::size_t i, unsigned month, int day) const;
  std::optional<FoundDate> quarter(std::size_t i) const;
  std::optional<FoundDate> decade(std::size_t i) const;
  std::optional<FoundDate> year_alone(std::size_t i) const;
  bool is_year(std::size_t i) const;
  bool counts_plural(std::size_t i) const;
  bool counts_something(std::size_t i) const;

  // Counted from the day of the document: date_relative.cpp.
  std::optional<FoundDate> end_of(std::size_t i) const;
  std::optional<FoundDate> calendar(std::size_t at) const;
  std::optional<FoundDate> closing_period(std::size_t at) const;
  std::optional<FoundDate> part_of(std::size_t i) const;
  std::optional<FoundDate> span_of_time(std::size_t i) const;
  FoundDate reach(std::size_t end, Period period, double count, std::optional<DateRole> role) const;
  Date year_from(int years) const;
  Date month_from(int months) const;
  FoundDate relative_year(std::size_t end, int years) const;
  FoundDate relative_month(std::size_t end, int months) const;
  std::optional<FoundDate> shifted_period(std::size_t i) const;
  std::optional<FoundDate> season(std::size_t i) const;
  FoundDate week(std::size_t end, int shift) const;
  FoundDate this_decade(std::size_t end, int shift) const;
  std::optional<FoundDate> weekday_shifted(std::size_t i, int shift) const;
  std::optional<FoundDate> days_from_now(std::size_t i) const;
  std::optional<FoundDate> weekday(std::size_t i) const;
  int days_ahead(unsigned weekday) const;

  // What stands around them: date_roles.cpp.
  int looks_ahead(std::size_t i) const;
  bool ends_in_ed(std::size_t i) const;
  bool is_stop(std::size_t i) const;
  bool open_back(std::size_t i, std::size_t distance) const;
  bool open_forward(std::size_t i, std::size_t distance) const;
  DateMention mention(std::size_t i, const FoundDate& found, std::uint32_t not_before) const;
  std::size_t with_article(std::size_t i) const;
  bool follows_from(std::size_t to) const;

  const Tokens& tokens_;
  bool known_ = false;
  bool today_known_ = false;
  Day today_{};
  int year_ = 0;
  unsigned month_ = 1;
};

}  // namespace avow::text
