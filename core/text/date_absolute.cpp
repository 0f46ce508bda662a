#include <algorithm>
#include <array>
#include <string>

#include "text/date_finder.hpp"

namespace avow::text {
namespace {

using std::chrono::year_month_day;

std::optional<Date> day_of(int year, unsigned month, int day) {
  const year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                           std::chrono::day{static_cast<unsigned>(day)}};
  return ymd.ok() ? std::optional(Date::day(ymd)) : std::nullopt;
}

Date quarter_of(int year, int number) {
  const auto first = static_cast<unsigned>(number * 3 - 2);
  return Date::interval(Date::month(year, first).earliest(), Date::month(year, first + 2).latest());
}

}  // namespace

/// 2025-06-24
std::optional<FoundDate> DateFinder::iso_day(std::size_t i) const {
  const auto year = year_at(i);
  if (!year || !tokens_.is_mark(i + 1, '-') || !tokens_.is_mark(i + 3, '-') || !tokens_[i + 4].glued)
    return std::nullopt;
  const auto month = integer(i + 2, 2, 2);
  const auto day = integer(i + 4, 2, 2);
  if (!month || !day || *month < 1 || *month > 12) return std::nullopt;
  const auto date = day_of(*year, static_cast<unsigned>(*month), *day);
  return date ? std::optional(FoundDate{i + 5, *date, false, {}}) : std::nullopt;
}

/// 25/06/2025, in some languages 25.06.2025; month first where only that is a date.
std::optional<FoundDate> DateFinder::slashed_day(std::size_t i) const {
  const auto a = integer(i, 1, 2);
  const char32_t mark = tokens_[i + 1].mark;
  const bool joins = mark == '/' || (mark == '.' && tokens_[i + 1].glued && tokens_.language().writing().ordinal_point);
  if (!a || !joins || !tokens_.is_mark(i + 3, mark)) return std::nullopt;
  const auto b = integer(i + 2, 1, 2);
  const auto year = year_at(i + 4);
  if (!b || !year) return std::nullopt;
  auto date = *b >= 1 && *b <= 12 ? day_of(*year, static_cast<unsigned>(*b), *a) : std::nullopt;
  if (!date && *a >= 1 && *a <= 12) date = day_of(*year, static_cast<unsigned>(*a), *b);
  return date ? std::optional(FoundDate{i + 5, *date, false, {}}) : std::nullopt;
}

/// "Friday (5 September 2014)", "Friday, June 24": the day of the month decides.
std::optional<FoundDate> DateFinder::weekday_with_date(std::size_t i) const {
  if (!tokens_.has(i, weekday_name) || !tokens_[i].capital) return std::nullopt;
  std::size_t at = i + 1;
  if (tokens_.is_mark(at, '.')) ++at;
  const bool bracket = tokens_.is_mark(at, '(');
  at = bracket ? at + 1 : skip_comma(at);
  if (tokens_.is(at, "the")) ++at;
  auto found = month_first(at);
  if (!found) found = day_first(at);
  if (!found || !found->date.is_day()) return found && bracket ? found : std::nullopt;
  if (bracket && tokens_.is_mark(found->end, ')')) ++found->end;
  return found;
}

/// "June 2025", "June 24, 2025", "June 24-25, 2025", "June 24", "June".
std::optional<FoundDate> DateFinder::month_first(std::size_t i) const {
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
    return with_year(i, after_last, month, *day, last);
  }
  const std::size_t y = tokens_.is(end, "of") ? end + 1 : skip_comma(end);
  if (const auto year = year_at(y); year && tokens_[y].newlines == 0)
    return FoundDate{y + 1, Date::month(*year, month), false, {}};
  return month_alone(i, end, month);
}

/// "24 June 2025", "24-25 June", "the 24th of June".
std::optional<FoundDate> DateFinder::day_first(std::size_t i) const {
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
  return with_year(i, after, month, *day, last);
}

std::optional<FoundDate> DateFinder::with_year(std::size_t i, std::size_t end, unsigned month, int day,
                                               int last) const {
  const std::size_t y = skip_comma(end);
  const auto said = year_at(y);
  const bool has_year = said && tokens_[y].newlines == 0;
  if (!has_year && !known_) return FoundDate{end, Date(), true, {}};
  const int year = has_year ? *said : year_for(i, month, day);
  auto date = day_of(year, month, day);
  if (!date) return std::nullopt;
  if (last > day) {
    const auto other = day_of(year, month, last);
    if (!other) return std::nullopt;
    date = Date::interval(date->earliest(), other->earliest());
  }
  return FoundDate{has_year ? y + 1 : end, *date, !has_year, {}};
}

std::optional<FoundDate> DateFinder::month_alone(std::size_t i, std::size_t end, unsigned month) const {
  const bool introduced = tokens_.has(i - 1, date_preposition) && tokens_[i].newlines <= 1;
  if (!introduced && (tokens_.has(i, month_ambiguous) || tokens_[i].all_caps)) return std::nullopt;
  if (tokens_.has(i, soft_abbreviation) && end == i + 1 && tokens_[i].end - tokens_[i].begin <= 4 &&
      !tokens_.is_any(i, {"june", "july"}) && !introduced)
    return std::nullopt;
  if (tokens_.is_word(end) && tokens_[end].capital && tokens_[end].newlines == 0 && end == i + 1 && !introduced)
    return std::nullopt;  // "April Smith"
  if (tokens_[end].kind == TokenKind::possessive && !introduced && !known_) return std::nullopt;
  if (!known_) return FoundDate{end, Date(), true, {}};
  return FoundDate{end, Date::month(year_for(i, month, 0), month), true, {}};
}

/// The year of a month (and day, or 0) said without one.
int DateFinder::year_for(std::size_t i, unsigned month, int day) const {
  if (tokens_.is(i - 1, "last")) return month < month_ ? year_ : year_ - 1;
  if (tokens_.is(i - 1, "next")) return month > month_ ? year_ : year_ + 1;
  const unsigned today = static_cast<unsigned>(year_month_day(today_).day());
  const bool later = month > month_ || (month == month_ && day > static_cast<int>(today));
  const bool earlier = month < month_;
  const int tense = looks_ahead(i);
  const bool soon = month < month_ + 4;
  if (later && tense < 0 && !soon && !tokens_.is(i - 1, "by") && !tokens_.is(i - 1, "until")) return year_ - 1;
  if (earlier && tense > 0) return year_ + 1;
  if (later && tense == 0 && month >= month_ + 7) return year_ - 1;
  return year_;
}

/// "Q3 2024", "third quarter of 2024", "the second half of 2024", "fiscal 2025/26", "fiscal year 2025".
std::optional<FoundDate> DateFinder::quarter(std::size_t i) const {
  const std::string_view text = tokens_.view(i);
  if (text.size() == 2 && (text[0] == 'Q' || text[0] == 'q') && text[1] >= '1' && text[1] <= '4') {
    const std::size_t y = tokens_.is(i + 1, "of") ? i + 2 : i + 1;
    if (const auto year = year_at(y)) return FoundDate{y + 1, quarter_of(*year, text[1] - '0'), false, {}};
    return std::nullopt;
  }
  static constexpr std::array<Literal, 4> ordinals{{{"first"}, {"second"}, {"third"}, {"fourth"}}};
  const auto found = std::find_if(ordinals.begin(), ordinals.end(), [&](auto word) { return tokens_.is(i, word); });
  const auto number = found - ordinals.begin();
  const bool half = tokens_.is(i + 1, "half") && number < 2;
  if (found == ordinals.end() || !(half || tokens_.is(i + 1, "quarter"))) return std::nullopt;
  const std::size_t y = tokens_.is(i + 2, "of") ? i + 3 : i + 2;
  const auto year = year_at(y);
  if (!year) return std::nullopt;
  if (half) {
    const Date last = quarter_of(*year, number == 0 ? 2 : 4);
    return FoundDate{
        y + 1, Date::interval(quarter_of(*year, number == 0 ? 1 : 3).earliest(), last.latest()), false, {}};
  }
  return FoundDate{y + 1, quarter_of(*year, static_cast<int>(found - ordinals.begin()) + 1), false, {}};
}

/// "the 1990s", "the '90s" is left out.
std::optional<FoundDate> DateFinder::decade(std::size_t i) const {
  const auto year = year_at(i);
  if (!year || *year % 10 != 0) return std::nullopt;
  const bool plural =
      tokens_[i + 1].glued && (tokens_.is(i + 1, "s") || (tokens_[i + 1].kind == TokenKind::possessive));
  if (!plural) return std::nullopt;
  const auto date = Date::parse(std::to_string(*year / 10) + "X");
  return date ? std::optional(FoundDate{i + 2, *date, false, {}}) : std::nullopt;
}

/// A year, "2019-2023", "2023/24", "2025-26".
std::optional<FoundDate> DateFinder::year_alone(std::size_t i) const {
  const auto year = year_at(i);
  if (!year || !is_year(i)) return std::nullopt;
  const bool joined =
      (is_dash(tokens_[i + 1].mark) || tokens_.is_mark(i + 1, '/')) && tokens_[i + 1].glued && tokens_[i + 2].glued;
  if (joined) {
    auto last = year_at(i + 2);
    if (const auto two = integer(i + 2, 2, 2); two && *two == (*year + 1) % 100) last = *year + 1;
    if (last && *last > *year)
      return FoundDate{i + 3, Date::interval(Date::year(*year).earliest(), Date::year(*last).latest()), false, {}};
  }
  return FoundDate{i + 1, Date::year(*year), false, {}};
}

/// Whether four digits are a year and no count: nothing counted follows, nothing numbered stands before.
bool DateFinder::is_year(std::size_t i) const {
  if (tokens_[i].glued && !tokens_.is_mark(i - 1, '(') && !is_dash(tokens_[i - 1].mark) &&
      !tokens_.is_mark(i - 1, '/') && !is_opening_quote(tokens_[i - 1].mark) && !tokens_.is_mark(i - 1, '"') &&
      !tokens_.is_mark(i - 1, '[') && !tokens_.is_mark(i - 1, 0x2018) && !tokens_.is_mark(i - 1, '\''))
    return false;
  if (tokens_[i].glued && is_dash(tokens_[i - 1].mark) && (tokens_.is_number(i - 2) || tokens_.is_word(i - 2)))
    return tokens_.is_any(i - 2, {"mid", "early", "late", "pre", "post"});
  if (tokens_[i + 1].glued && tokens_.is_word(i + 1)) return false;
  const int year = *year_at(i);
  if (year < 1700 && !tokens_.has(i - 1, date_preposition | month_name)) return false;
  if (tokens_.has(i - 1, numbered_noun) && !tokens_.has(i - 1, date_preposition)) return false;
  if (tokens_.is_any(i - 1, {"about", "over", "nearly", "almost", "least", "than", "roughly", "some", "around"}))
    return false;
  return !counts_something(i + 1) && !counts_plural(i);
}

/// "has 2000 cows", against "the 2000 elections" and "in 2000 voters turned".
bool DateFinder::counts_plural(std::size_t i) const {
  const std::string_view noun = tokens_.view(i + 1);
  if (tokens_.has(i - 1, date_preposition | determiner | month_name) || tokens_[i + 1].newlines > 0) return false;
  return tokens_.is_word(i + 1) && !tokens_[i + 1].capital && noun.size() > 3 && noun.back() == 's' &&
         !tokens_.has(i + 1, function_word | say_verb | that_verb | pledge_verb | auxiliary);
}

/// Whether the tokens after a number make it a count: "%", "people", "dollars", "million", or a plural noun after a
/// number that nothing introduces as a date.
bool DateFinder::counts_something(std::size_t i) const {
  if (tokens_.is_mark(i, '%')) return true;
  if (tokens_[i].newlines > 1) return false;
  return tokens_.has(i, scale_word | currency_word) || (tokens_.has(i, unit_word) && !tokens_.has(i, period_word)) ||
         tokens_.is(i, "per") || (tokens_.has(i, period_word) && !tokens_.is(i, "quarter"));
}

}  // namespace avow::text
