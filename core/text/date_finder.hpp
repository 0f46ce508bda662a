#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "text/annotations.hpp"
#include "text/dates.hpp"
#include "text/time_value.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// What a reader of time expressions found, in tokens.
struct FoundTime {
  std::size_t begin = 0;  ///< of the expression as TimeML draws it, without a preposition
  std::size_t end = 0;    ///< one past its last token
  TimeValue value;
  bool timex = true;   ///< TimeML counts it as a time expression
  bool dated = false;  ///< names a date that Avow keeps; what follows is about that
  Date date;           ///< unknown where it depends on a day that nobody knows
  bool relative = false;
  bool compared = false;                  ///< named only to compare with: nothing later is told from it
  std::optional<DateRole> role;           ///< where the wording itself has one
  std::optional<std::size_t> span_begin;  ///< where the span begins, when the reader knows
  Term term{};
};

/// What stands before a unit of time ("the next few" years), read from right to left.
struct Lead {
  enum class Pointer : std::uint8_t {
    none,
    next,
    following,
    last,
    past,
    previous,
    current,
    that,
    latest,
    recent,
    first,
    each,
    other
  };

  std::size_t begin = 0;  ///< its first token; the unit itself when nothing stands before it
  Pointer pointer = Pointer::none;
  float count = 1;       ///< or TimeValue::unsaid: "several"
  float upper = 0;       ///< of "two to three"; else 0
  bool counted = false;  ///< by a number, "a" or "one"
  bool vague = false;    ///< "few", "several"
  bool article = false;  ///< "the", "its"
  bool indefinite = false;
  bool hyphen = false;  ///< "two-year"
  bool plural = false;
};

/// The pass behind find_dates() and find_times(). Heads are what it looks for: the name of a month or day, a year, a
/// unit of time, a word such as "yesterday"; a reader for that sort of head then looks a few tokens to either side.
/// Dates that need a day to count from are unknown when the document has none.
class DateFinder {
 public:
  DateFinder(const Tokens& tokens, const Date& published);
  std::vector<DateMention> dates();
  std::vector<TimeExpression> times();

 private:
  using Reader = std::optional<FoundTime> (DateFinder::*)(std::size_t) const;
  using Pointer = Lead::Pointer;

  // The pass: dates.cpp.
  template <typename Take>
  void each(Take take);
  std::optional<FoundTime> read(std::size_t i);
  std::optional<FoundTime> read_word(std::size_t i) const;
  std::optional<FoundTime> first_of(std::size_t i, std::initializer_list<Reader> readers) const;
  void remember_numeral(std::size_t i);
  void remember(const FoundTime& found);
  FoundTime unit(std::size_t begin, std::size_t end, const CalendarUnit& unit, bool relative) const;
  FoundTime told(std::size_t begin, std::size_t end, const TimeValue& value) const;

  // Parts of dates: date_parts.cpp.
  std::optional<int> integer(std::size_t i, std::size_t min_size, std::size_t max_size) const;
  std::optional<int> year_at(std::size_t i) const;
  std::optional<int> day_at(std::size_t i) const;
  bool hyphen_at(std::size_t i) const { return is_dash(tokens_[i].mark) && tokens_[i].glued; }
  std::size_t skip_comma(std::size_t i) const { return tokens_.is_mark(i, ',') ? i + 1 : i; }
  std::optional<int> day_number_at(std::size_t i, std::size_t& end) const;
  unsigned month_at(std::size_t i, std::size_t& end) const;
  std::optional<int> spoken_year(std::size_t i, std::size_t& end) const;
  bool is_year(std::size_t i) const;
  bool counts_plural(std::size_t i) const;
  bool is_amount(std::size_t i) const;
  bool counts_something(std::size_t i) const;
  std::optional<int> year_after(std::size_t i, std::size_t& end) const;

  // Written out: date_absolute.cpp.
  std::optional<FoundTime> iso_day(std::size_t i) const;
  std::optional<FoundTime> slashed_day(std::size_t i) const;
  std::optional<bool> day_comes_first() const;
  std::optional<FoundTime> weekday_with_date(std::size_t i) const;
  std::optional<FoundTime> month_first(std::size_t i) const;
  std::optional<FoundTime> day_first(std::size_t i) const;
  std::optional<FoundTime> with_year(std::size_t i, std::size_t begin, std::size_t end, unsigned month, int day,
                                     int last) const;
  std::optional<FoundTime> month_alone(std::size_t i, std::size_t end, unsigned month) const;
  bool is_month_here(std::size_t i, std::size_t end) const;
  int year_for(std::size_t i, unsigned month, int day) const;
  std::optional<FoundTime> decade(std::size_t i) const;
  std::optional<FoundTime> named_decade(std::size_t i) const;
  std::optional<FoundTime> century(std::size_t i) const;
  std::optional<FoundTime> year_alone(std::size_t i) const;
  std::optional<FoundTime> year_in_words(std::size_t i) const;
  std::optional<FoundTime> years_joined(std::size_t i, int year) const;
  std::size_t with_year_words(std::size_t i, bool& fiscal) const;

  // Parts of a year: date_quarters.cpp.
  std::optional<FoundTime> short_quarter(std::size_t i) const;
  std::optional<FoundTime> quarter(std::size_t i) const;
  std::optional<FoundTime> half(std::size_t i) const;
  std::optional<FoundTime> part_of_year(std::size_t i, Grain grain, int number) const;
  std::optional<FoundTime> known_quarter(std::size_t i, const Lead& lead) const;
  std::optional<FoundTime> latest_period(std::size_t i) const;
  CalendarUnit latest_quarter() const;
  int year_of_part(std::size_t i, Grain grain, int number) const;
  std::optional<FoundTime> season(std::size_t i) const;
  std::optional<FoundTime> holiday(std::size_t i) const;
  int year_of_season(std::size_t i, std::size_t begin, int first_month, int last_month) const;

  // Counted from a day: date_relative.cpp.
  std::optional<FoundTime> unit_of_time(std::size_t i) const;
  std::optional<FoundTime> one_unit(std::size_t i, Grain grain, const Lead& lead) const;
  std::optional<FoundTime> several_units(std::size_t i, Grain grain, const Lead& lead) const;
  std::optional<FoundTime> shifted(std::size_t i, Grain grain, const Lead& lead, int by) const;
  void spread(FoundTime& found, Grain grain, const Lead& lead) const;
  void compare_with(FoundTime& found, std::size_t i, int by) const;
  FoundTime from_today(std::size_t begin, std::size_t end, Grain grain, int count) const;
  FoundTime from_last(std::size_t begin, std::size_t end, Grain grain, int count) const;
  std::optional<FoundTime> the_unit(std::size_t i, Grain grain, const Lead& lead) const;
  std::optional<FoundTime> that_unit(std::size_t i, Grain grain, const Lead& lead, int by) const;
  std::optional<FoundTime> moved(std::size_t i, Grain grain, const Lead& lead) const;
  std::optional<FoundTime> year_before(std::size_t i, const Lead& lead) const;
  std::optional<CalendarUnit> reported_in(int year, std::size_t i) const;
  bool names_part_after(std::size_t i) const;
  std::optional<FoundTime> closing(std::size_t i, std::size_t begin, Grain grain) const;
  std::optional<FoundTime> end_of_year(std::size_t i) const;
  std::optional<FoundTime> vague(std::size_t i) const;
  CalendarUnit here(Grain grain) const;

  // Days by a word of their own: date_days.cpp.
  std::optional<FoundTime> day_word(std::size_t i) const;
  std::optional<FoundTime> weekend(std::size_t i) const;
  std::optional<FoundTime> weekday(std::size_t i) const;
  CalendarUnit day_from(const CalendarUnit& base, int days) const;
  int days_ahead(unsigned weekday) const;

  // Lengths of time: date_lengths.cpp.
  Grain grain_at(std::size_t i) const;
  Lead lead_of(std::size_t i) const;
  std::size_t lead_count(std::size_t p, Lead& lead) const;
  std::size_t lead_pointer(std::size_t p, Lead& lead) const;
  std::optional<FoundTime> length(std::size_t i, Grain grain, const Lead& lead) const;
  /// How a length of time leads to a date.
  struct Reach {
    bool holds = false;
    std::optional<DateRole> role;
    float sign = 1;
    bool approximate = false;
    std::size_t end = 0;  ///< one past "time" in "in two years' time"
  };
  void reach(FoundTime& found, Grain grain, const Lead& lead) const;
  Reach reach_back(const Lead& lead, std::optional<std::size_t> framed, Grain grain) const;
  Reach reach_ahead(const Lead& lead, std::optional<std::size_t> framed, Grain grain) const;
  Reach reach_in(const Lead& lead, std::optional<std::size_t> framed, std::size_t end) const;
  static bool is_back(const Lead& lead);
  static bool is_ahead(const Lead& lead);
  std::optional<std::size_t> frame(std::size_t begin) const;
  Date date_from(Grain grain, float count) const;
  std::optional<FoundTime> adverb_of_time(std::size_t i) const;
  std::size_t after_length(std::size_t end, float& count) const;

  // Terms of office: date_terms.cpp.
  struct NamedTerm {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool pointed = false;  ///< says which one: "this", "my", "next"
    bool others = false;   ///< "his", "their": not of who speaks
    Term term;
  };
  std::optional<FoundTime> term_of_office(std::size_t i) const;
  std::optional<FoundTime> part_of_term(const NamedTerm& named) const;
  std::optional<FoundTime> within_term(const NamedTerm& named) const;
  std::optional<FoundTime> at_election(const NamedTerm& named) const;
  std::optional<FoundTime> start_of_term(std::size_t i, Grain grain, const Lead& lead) const;
  std::optional<NamedTerm> named_term(std::size_t head) const;
  bool read_term_word(std::size_t p, NamedTerm& named) const;
  bool close_term(std::size_t head, NamedTerm& named) const;
  std::optional<NamedTerm> term_after(std::size_t i) const;
  bool looks_back(std::size_t i) const;
  FoundTime in_term(std::size_t begin, const NamedTerm& named) const;

  // Times of the day: date_hours.cpp.
  std::optional<FoundTime> clock(std::size_t i) const;
  std::optional<FoundTime> noon(std::size_t i) const;
  std::optional<FoundTime> day_part(std::size_t i) const;
  FoundTime at_time(std::size_t begin, std::size_t end, int minute) const;
  bool meridiem(std::size_t i, std::size_t& end, int& hour) const;
  DayPart day_part_at(std::size_t i) const;
  void with_day_part(FoundTime& found) const;

  // What stands around them: date_roles.cpp.
  int looks_ahead(std::size_t i) const;
  int cue_at(std::size_t i) const;
  bool ends_in_ed(std::size_t i) const;
  bool is_stop(std::size_t i) const;
  void extend(FoundTime& found) const;
  void narrow(FoundTime& found, std::size_t modifier) const;
  std::size_t with_modifier(const FoundTime& found) const;
  std::size_t with_part(const FoundTime& found) const;
  std::size_t with_bound(std::size_t begin) const;
  bool takes_article(const FoundTime& found) const;
  DateMention mention(const FoundTime& found) const;
  bool follows_from(std::size_t to) const;

  struct SeenNumeral {
    std::size_t begin = 0;
    std::size_t end = 0;
    float value = 0;
  };

  const Tokens& tokens_;
  bool known_ = false;
  bool today_known_ = false;
  Day today_{};
  int year_ = 0;
  unsigned month_ = 1;
  std::size_t next_ = 0;        ///< where the pass goes on
  std::size_t not_before_ = 0;  ///< one past the last token of what was found last
  SeenNumeral numeral_;         ///< the last two numbers that are no dates
  SeenNumeral earlier_numeral_;
  CalendarUnit last_;                 ///< the date named last
  CalendarUnit last_day_;             ///< the last one that is a day
  CalendarUnit reported_;             ///< the quarter (or year, after "the nine months") that figures are told for
  mutable bool order_known_ = false;  ///< whether day_comes_first() has looked already
  mutable std::optional<bool> day_first_;
};

}  // namespace avow::text
