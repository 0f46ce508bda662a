#include <algorithm>
#include <array>
#include <string>

#include "text/date_finder.hpp"

namespace avow::text {
namespace {

using std::chrono::year_month_day;

std::optional<Day> day_of(int year, unsigned month, int day) {
  const year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                           std::chrono::day{static_cast<unsigned>(day)}};
  return ymd.ok() ? std::optional(Day(ymd)) : std::nullopt;
}

bool is_month(int number) {
  return number >= 1 && number <= 12;
}

}  // namespace

/// 2025-06-24
std::optional<FoundTime> DateFinder::iso_day(std::size_t i) const {
  const auto year = year_at(i);
  if (!year || !tokens_.is_mark(i + 1, '-') || !tokens_.is_mark(i + 3, '-') || !tokens_[i + 4].glued)
    return std::nullopt;
  const auto month = integer(i + 2, 2, 2);
  const auto day = integer(i + 4, 2, 2);
  if (!month || !day || !is_month(*month)) return std::nullopt;
  const auto date = day_of(*year, static_cast<unsigned>(*month), *day);
  return date ? std::optional(unit(i, i + 5, CalendarUnit::day(*date), false)) : std::nullopt;
}

/// 25/06/2025 and 06/25/2025, in some languages 25.06.2025. Where both could be the month the other dates of the text
/// tell, else it spans both days.
std::optional<FoundTime> DateFinder::slashed_day(std::size_t i) const {
  const auto a = integer(i, 1, 2);
  const char32_t mark = tokens_[i + 1].mark;
  const bool points = mark == '.' && tokens_[i + 1].glued && tokens_.language().writing().ordinal_point;
  if (!a || !(mark == '/' || points) || !tokens_.is_mark(i + 3, mark)) return std::nullopt;
  const auto b = integer(i + 2, 1, 2);
  const auto year = year_at(i + 4);
  if (!b || !year) return std::nullopt;
  auto day_first = is_month(*b) ? day_of(*year, static_cast<unsigned>(*b), *a) : std::nullopt;
  auto month_first = is_month(*a) ? day_of(*year, static_cast<unsigned>(*a), *b) : std::nullopt;
  if (day_first && month_first && day_first != month_first)
    if (const auto order = points ? std::optional(true) : day_comes_first()) (*order ? month_first : day_first).reset();
  if (!day_first && !month_first) return std::nullopt;
  const Day first = day_first ? *day_first : *month_first;
  FoundTime found = unit(i, i + 5, CalendarUnit::day(first), false);
  if (day_first && month_first && day_first != month_first)
    found.date = Date::interval(std::min(*day_first, *month_first), std::max(*day_first, *month_first));
  return found;
}

/// How the text writes days with slashes, by the first one that can be read in one way only.
std::optional<bool> DateFinder::day_comes_first() const {
  if (order_known_) return day_first_;
  order_known_ = true;
  for (std::size_t i = 0; i + 4 < tokens_.size() && !day_first_; ++i) {
    if (!tokens_.is_mark(i + 1, '/') || !tokens_.is_mark(i + 3, '/') || !year_at(i + 4)) continue;
    const auto a = day_at(i);
    const auto b = day_at(i + 2);
    if (a && b && is_month(*a) != is_month(*b)) day_first_ = is_month(*b);
  }
  return day_first_;
}

/// "Friday (5 September 2014)", "Friday, June 24": the day of the month decides.
std::optional<FoundTime> DateFinder::weekday_with_date(std::size_t i) const {
  if (!tokens_[i].capital) return std::nullopt;
  std::size_t at = i + 1;
  if (tokens_.is_mark(at, '.')) ++at;
  const bool bracket = tokens_.is_mark(at, '(');
  at = bracket ? at + 1 : skip_comma(at);
  if (tokens_.is(at, "the")) ++at;
  auto found = tokens_.has(at, month_name) ? month_first(at) : day_first(at);
  if (!found || (found->value.at.grain != Grain::day && !bracket)) return std::nullopt;
  found->begin = i;
  if (bracket && tokens_.is_mark(found->end, ')')) ++found->end;
  return found;
}

/// "June 2025", "June 24, 2025", "June 24-25, 2025", "June 24", "June last year", "last June".
std::optional<FoundTime> DateFinder::month_first(std::size_t i) const {
  std::size_t end = 0;
  const unsigned month = month_at(i, end);
  if (month == 0) return std::nullopt;
  std::size_t after_day = end;
  const auto day = day_number_at(end, after_day);
  if (day && tokens_[end].newlines == 0 && !counts_something(after_day)) {
    std::size_t after_last = after_day;
    int last = *day;
    if (is_dash(tokens_[after_day].mark) && tokens_[after_day].glued) {
      std::size_t stop = 0;
      if (const auto second = day_number_at(after_day + 1, stop); second && *second > *day)
        last = *second, after_last = stop;
    }
    return with_year(i, i, after_last, month, *day, last);
  }
  std::size_t after = end;
  if (const auto year = year_after(end, after))
    return unit(i, after, CalendarUnit::of(Grain::month, *year, static_cast<int>(month)), !year_at(after - 1));
  return month_alone(i, end, month);
}

/// "24 June 2025", "24-25 June", "the 24th of June".
std::optional<FoundTime> DateFinder::day_first(std::size_t i) const {
  std::size_t end = 0;
  const auto day = day_number_at(i, end);
  if (!day) return std::nullopt;
  int last = *day;
  if ((is_dash(tokens_[end].mark) && tokens_[end].glued) || tokens_.is(end, "and") || tokens_.is(end, "to")) {
    std::size_t stop = 0;
    const auto second = day_number_at(end + 1, stop);
    if (!second || *second <= *day) return std::nullopt;
    last = *second, end = stop;
  }
  if (tokens_.is(end, "of")) ++end;
  std::size_t after = 0;
  const unsigned month = month_at(end, after);
  if (month == 0 || tokens_[end].newlines > 0) return std::nullopt;
  return with_year(end, i, after, month, *day, last);
}

/// A day of the month that token `i` names, with the year that follows or that the text around it tells.
std::optional<FoundTime> DateFinder::with_year(std::size_t i, std::size_t begin, std::size_t end, unsigned month,
                                               int day, int last) const {
  std::size_t after = end;
  const auto said = year_after(end, after);
  if (!said && !known_) return unit(begin, end, {}, true);
  const int year = said ? *said : year_for(i, month, day);
  const auto first = day_of(year, month, day);
  const auto other = day_of(year, month, last);
  if (!first || !other) return std::nullopt;
  FoundTime found = unit(begin, said ? after : end, CalendarUnit::day(*first), !said);
  if (last > day) found.date = Date::interval(*first, *other);
  return found;
}

std::optional<FoundTime> DateFinder::month_alone(std::size_t i, std::size_t end, unsigned month) const {
  if (!is_month_here(i, end)) return std::nullopt;
  const bool shifted = tokens_.is_any(i - 1, {"last", "next", "this", "each", "every"});
  const std::size_t begin = shifted ? i - 1 : i;
  if (tokens_.is_any(i - 1, {"each", "every"})) {
    FoundTime found = told(begin, end, {.type = TimeType::set});
    found.value.at = CalendarUnit::of(Grain::month, known_ ? year_ : 1, static_cast<int>(month));
    return found;
  }
  if (!known_) return unit(begin, end, {}, true);
  return unit(begin, end, CalendarUnit::of(Grain::month, year_for(i, month, 0), static_cast<int>(month)), true);
}

/// Whether the name of a month without a day or year means it: not "may", "March on", "April Smith".
bool DateFinder::is_month_here(std::size_t i, std::size_t end) const {
  const bool named = tokens_.is_any(i - 1, {"and", "of", "to", "for"}) && end == i + 1 && tokens_.is_word(end) &&
                     tokens_[end].capital && tokens_[end].newlines == 0;
  const bool introduced =
      tokens_[i].newlines <= 1 && ((tokens_.has(i - 1, date_preposition) && !named) ||
                                   (is_dash(tokens_[i - 1].mark) && tokens_.has(i - 2, date_preposition)));
  if (introduced) return true;
  if (tokens_.has(i, month_ambiguous) || tokens_[i].all_caps) return false;
  const bool abbreviated = tokens_.has(i, soft_abbreviation) && end == i + 1 && tokens_[i].end - tokens_[i].begin <= 4;
  if (abbreviated && !tokens_.is_any(i, {"june", "july"})) return false;
  if (tokens_.is_word(end) && tokens_[end].capital && tokens_[end].newlines == 0 && end == i + 1) return false;
  return tokens_[end].kind != TokenKind::possessive || known_;
}

/// The year of a month (and day, or 0) said without one.
int DateFinder::year_for(std::size_t i, unsigned month, int day) const {
  if (tokens_.is(i - 1, "last")) return month < month_ ? year_ : year_ - 1;
  if (tokens_.is(i - 1, "next")) return month > month_ ? year_ : year_ + 1;
  if (tokens_.is(i - 1, "this")) return year_;
  const unsigned today = static_cast<unsigned>(year_month_day(today_).day());
  const bool later = month > month_ || (month == month_ && day > static_cast<int>(today));
  const bool earlier = month < month_;
  const int tense = looks_ahead(i);
  const bool soon = month < month_ + 4;
  const bool bound = tokens_.is_any(i - 1, {"by", "until"});
  if (later && tense < 0 && !soon && !bound) return year_ - 1;
  if (earlier && (tense > 0 || (bound && tense == 0))) return year_ + 1;
  if (later && tense == 0 && month >= month_ + 7) return year_ - 1;
  return year_;
}

/// "the 1990s", "the '90s".
std::optional<FoundTime> DateFinder::decade(std::size_t i) const {
  const bool plural = tokens_[i + 1].glued && (tokens_.is(i + 1, "s") || tokens_[i + 1].kind == TokenKind::possessive);
  if (!plural) return std::nullopt;
  auto year = year_at(i);
  const auto two = integer(i, 2, 2);
  const bool mark = tokens_.is_mark(i - 1, '\'') || tokens_.is_mark(i - 1, 0x2019) || tokens_.is_mark(i - 1, 0x2018);
  const bool cut = two && tokens_[i].glued && mark;
  if (cut) year = (2000 + *two <= (known_ ? year_ : 2020) ? 2000 : 1900) + *two;
  if (!year || *year % 10 != 0) return std::nullopt;
  return unit(cut ? i - 1 : i, i + 2, CalendarUnit::of(Grain::decade, *year), false);
}

/// "the nineties".
std::optional<FoundTime> DateFinder::named_decade(std::size_t i) const {
  static constexpr std::array<Literal, 8> names{
      {{"twenties"}, {"thirties"}, {"forties"}, {"fifties"}, {"sixties"}, {"seventies"}, {"eighties"}, {"nineties"}}};
  const auto found = std::find_if(names.begin(), names.end(), [&](Literal name) { return tokens_.is(i, name); });
  if (found == names.end() || !tokens_.is_any(i - 1, {"the", "early", "late", "mid", "-"})) return std::nullopt;
  const int tens = static_cast<int>(found - names.begin()) * 10 + 20;
  return unit(i, i + 1, CalendarUnit::of(Grain::decade, 1900 + tens), false);
}

/// "the 21st century": too long for a date, TimeML only.
std::optional<FoundTime> DateFinder::century(std::size_t i) const {
  const auto number = integer(i, 1, 2);
  if (!number || *number < 1 || *number > 30 || !tokens_[i + 1].glued) return std::nullopt;
  if (!tokens_.is_any(i + 1, {"st", "nd", "rd", "th"})) return std::nullopt;
  const std::size_t at = is_dash(tokens_[i + 2].mark) ? i + 3 : i + 2;
  if (tokens_.word(at).period != Period::century) return std::nullopt;
  return told(i, at + 1, TimeValue::on(CalendarUnit::of(Grain::century, *number * 100 - 100)));
}

/// A year, "2019-2023", "2023/24", "fiscal 1989", "financial year 2025-26".
std::optional<FoundTime> DateFinder::year_alone(std::size_t i) const {
  const auto year = year_at(i);
  if (!year || !is_year(i)) return std::nullopt;
  if (auto joined = years_joined(i, *year)) return joined;
  if (names_part_after(i)) return std::nullopt;
  bool fiscal = false;
  const std::size_t begin = with_year_words(i, fiscal);
  if (const auto part = reported_in(*year, i + 1)) {
    FoundTime found = unit(tokens_.is(begin - 1, "the") ? begin - 1 : begin, i + 2, *part, false);
    found.compared = true;
    return found;
  }
  return unit(begin, i + 1, CalendarUnit::of(Grain::year, *year), false);
}

std::optional<FoundTime> DateFinder::years_joined(std::size_t i, int year) const {
  const bool joined =
      (is_dash(tokens_[i + 1].mark) || tokens_.is_mark(i + 1, '/')) && tokens_[i + 1].glued && tokens_[i + 2].glued;
  if (!joined) return std::nullopt;
  auto last = year_at(i + 2);
  if (const auto two = integer(i + 2, 2, 2); two && *two == (year + 1) % 100) last = year + 1;
  if (!last || *last <= year) return std::nullopt;
  bool fiscal = false;
  const std::size_t begin = with_year_words(i, fiscal);
  if (tokens_.is_any(i + 3, {"financial", "tax", "fiscal"}) && tokens_.is(i + 4, "year")) fiscal = true;
  FoundTime found = unit(begin, i + 3, CalendarUnit::of(Grain::year, year), false);
  const bool one_budget = fiscal && *last == year + 1;
  found.date = Date::interval(one_budget ? Date::month(year, 4).earliest() : Date::year(year).earliest(),
                              one_budget ? Date::month(*last, 3).latest() : Date::year(*last).latest());
  return found;
}

/// Where "fiscal", "the year", "fiscal year" before a year begin.
std::size_t DateFinder::with_year_words(std::size_t i, bool& fiscal) const {
  std::size_t begin = i;
  if (tokens_.is(begin - 1, "year")) --begin;
  if (tokens_.is_any(begin - 1, {"fiscal", "financial", "tax"})) fiscal = true, --begin;
  return begin;
}

/// "nineteen ninety-six", "the year two thousand".
std::optional<FoundTime> DateFinder::year_in_words(std::size_t i) const {
  std::size_t end = 0;
  const auto year = spoken_year(i, end);
  if (!year || tokens_.has(end, period_word | unit_word | currency_word | scale_word)) return std::nullopt;
  bool fiscal = false;
  return unit(with_year_words(i, fiscal), end, CalendarUnit::of(Grain::year, *year), false);
}

}  // namespace avow::text
