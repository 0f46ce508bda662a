#include <algorithm>
#include <array>
#include <string>

#include "text/date_finder.hpp"
#include "text/number_words.hpp"

namespace avow::text {
namespace {

using std::chrono::days;

/// How many periods are said: "ten", "a", "several".
struct Count {
  std::size_t end;  ///< one past its last token
  double value = 1;
  bool said = false;  ///< as a number
};
Count count_at(const Tokens& tokens, std::size_t at) {
  if (const auto numeral = read_numeral(tokens, at); numeral && !numeral->fraction)
    return {numeral->end, numeral->value.value, true};
  if (tokens.is_any(at, {"a", "an", "one"})) return {at + 1, 1, true};
  if (tokens.is_any(at, {"few", "several"})) return {at + 1, 3, false};
  return {at};
}

}  // namespace

/// "the end of 2026", "year-end", "the end of the decade", "the end of next year".
std::optional<FoundDate> DateFinder::end_of(std::size_t i) const {
  if (tokens_.is(i, "year") && tokens_.is_mark(i + 1, '-') && tokens_.is(i + 2, "end")) return relative_year(i + 3, 0);
  std::size_t at = i;
  if (tokens_.is(at, "the")) ++at;
  if (!tokens_.is_any(at, {"end", "close", "start", "beginning", "middle"}) || !tokens_.is(at + 1, "of"))
    return std::nullopt;
  at += 2;
  if (auto found = calendar(at)) return found;
  if (tokens_.is(at - 1, "the")) return closing_period(at);  // German "des": "of the"
  if (!tokens_.has(at, determiner)) return std::nullopt;
  if (auto found = shifted_period(at)) return found;
  if (tokens_.is(at, "the")) return closing_period(at + 1);
  return std::nullopt;
}

std::optional<FoundDate> DateFinder::calendar(std::size_t at) const {
  if (auto found = month_first(at)) return found;
  if (auto found = quarter(at)) return found;
  if (auto found = decade(at)) return found;
  if (auto found = shifted_period(at)) return found;
  return year_alone(at);
}

/// The period that today lies in, named by its last year: "(the end of) the decade".
std::optional<FoundDate> DateFinder::closing_period(std::size_t at) const {
  const Period period = tokens_.word(at).period;
  if (period == Period::decade) return relative_year(at + 1, (10 - year_ % 10) % 10);
  if (period == Period::century) return relative_year(at + 1, (100 - year_ % 100) % 100);
  if (period == Period::year) return relative_year(at + 1, 0);
  if (period == Period::month) return relative_month(at + 1, 0);
  return std::nullopt;
}

/// "mid-2024", "early 2024", "late June", "early next year".
std::optional<FoundDate> DateFinder::part_of(std::size_t i) const {
  if (!tokens_.is_any(i, {"mid", "early", "late", "earlier", "later", "fiscal", "summer", "autumn", "spring", "winter",
                          "beginning"}))
    return std::nullopt;
  std::size_t at = i + 1;
  if (is_dash(tokens_[at].mark) && tokens_[at].glued) ++at;
  if (tokens_.is(at, "in") || tokens_.is(at, "of")) ++at;
  if (tokens_.is(at, "year") && year_at(at + 1)) ++at;
  if (tokens_.is(at, "the") && year_at(at + 1)) ++at;
  return calendar(at);
}

/// "within a decade", "over the next ten years", "in the coming months", "over the past five years", "in two years",
/// "two years ago", "the next decade".
std::optional<FoundDate> DateFinder::span_of_time(std::size_t i) const {
  std::size_t at = i;
  const bool within = tokens_.is(at, "within");
  const bool over = tokens_.is_any(at, {"over", "in", "for", "during", "throughout"});
  if (within || over) ++at;
  if (tokens_.is(at, "the")) ++at;
  if (over && tokens_.is_any(at, {"course", "space"}) && tokens_.is(at + 1, "of")) at += 2;
  if (tokens_.is(at, "the")) ++at;
  const bool ahead = tokens_.is_any(at, {"next", "coming", "following"});
  const bool back = tokens_.is_any(at, {"past", "last", "previous", "preceding"});
  if (ahead || back) ++at;
  const auto [after, count, counted] = count_at(tokens_, at);
  at = after;
  if (tokens_.is_mark(at, '-')) ++at;
  const Period period = tokens_.word(at).period;
  if (period == Period::none || count > 1000 || !tokens_.is_word(at)) return std::nullopt;
  const bool plural = tokens_.view(at).back() == 's' || tokens_.view(at).back() == 'S';
  std::size_t end = at + 1;
  if (back && (counted || plural || (over && !tokens_.is(i, "in")))) return reach(end, period, -count, DateRole::since);
  if (ahead && (within || over || counted || plural || period == Period::decade))
    return reach(end, period, count, DateRole::within);
  if (ahead || back) return std::nullopt;
  if (counted && tokens_.is(end, "ago")) return reach(end + 1, period, -count, {});
  if (counted && tokens_.is(end, "from") && tokens_.is(end + 1, "now")) return reach(end + 2, period, count, {});
  if (within && counted) return reach(end, period, count, DateRole::within);
  if (tokens_.is(i, "in") && at > i + 1 && counted && !tokens_.is(i + 1, "the")) {
    if (tokens_.is(end, "time")) return reach(end + 1, period, count, {});
    if (tokens_[end].kind == TokenKind::possessive) return reach(end + 2, period, count, {});
    if (looks_ahead(i) > 0) return reach(end, period, count, {});
  }
  return std::nullopt;
}

/// The day, month or year `count` periods from today.
FoundDate DateFinder::reach(std::size_t end, Period period, double count, std::optional<DateRole> role) const {
  if (!known_) return {end, Date(), true, role};
  const int n = static_cast<int>(count);
  switch (period) {
    case Period::day:
    case Period::week:
      if (!today_known_) return {end, Date(), true, role};
      return {end, Date::day(today_ + days(n * (period == Period::week ? 7 : 1))), true, role};
    case Period::month:
      return {end, month_from(n), true, role};
    case Period::quarter:
      return {end, month_from(3 * n), true, role};
    case Period::decade:
      return {end, year_from(10 * n), true, role};
    case Period::century:
      return {end, year_from(100 * n), true, role};
    default:
      return {end, year_from(n), true, role};
  }
}

Date DateFinder::year_from(int years) const {
  const int year = year_ + years;
  return year >= 1 && year <= 9999 ? Date::year(year) : Date();
}

Date DateFinder::month_from(int months) const {
  const int count = year_ * 12 + static_cast<int>(month_) - 1 + months;
  return count > 12 && count < 9999 * 12 ? Date::month(count / 12, static_cast<unsigned>(count % 12) + 1) : Date();
}

FoundDate DateFinder::relative_year(std::size_t end, int years) const {
  return {end, known_ ? year_from(years) : Date(), true, {}};
}

FoundDate DateFinder::relative_month(std::size_t end, int months) const {
  return {end, known_ ? month_from(months) : Date(), true, {}};
}

/// "next year", "last month", "this week", "last Friday", "this summer", "the coming year".
std::optional<FoundDate> DateFinder::shifted_period(std::size_t i) const {
  std::size_t at = i;
  if (tokens_.is(at, "the") || tokens_.is(at, "this")) ++at;
  int shift = 0;
  if (tokens_.is_any(at, {"next", "coming"})) {
    shift = 1;
    if (tokens_.is(i, "this")) shift = 0;
  } else if (tokens_.is_any(at, {"last", "previous", "past"})) {
    shift = -1;
  } else if (tokens_.is(i, "this")) {
    at = i;
  } else {
    return std::nullopt;
  }
  const Period period = tokens_.word(at + 1).period;
  const std::size_t end = at + 2;
  if (period != Period::none && tokens_.view(at + 1).back() == 's') return std::nullopt;
  switch (period) {
    case Period::year:
      return relative_year(end, shift);
    case Period::month:
      return relative_month(end, shift);
    case Period::week:
      return week(end, shift);
    case Period::decade:
      return this_decade(end, shift);
    case Period::none:
      break;
    default:
      return std::nullopt;
  }
  if (tokens_.is_any(at + 1, {"summer", "autumn", "fall", "spring", "winter"}))
    return relative_year(end, tokens_.is(at, "this") ? 0 : shift);
  return weekday_shifted(at + 1, tokens_.is(at, "this") ? 0 : shift);
}

/// "in the autumn", "by Christmas": the next one when what is said lies ahead, else the last.
std::optional<FoundDate> DateFinder::season(std::size_t i) const {
  struct Season {
    Literal word;
    unsigned first;
    unsigned months;
  };
  static constexpr std::array<Season, 5> seasons{
      {{{"spring"}, 3, 3}, {{"summer"}, 6, 3}, {{"autumn"}, 9, 3}, {{"winter"}, 12, 3}, {{"christmas"}, 12, 0}}};
  const auto found =
      std::find_if(seasons.begin(), seasons.end(), [&](const Season& each) { return tokens_.is(i, each.word); });
  if (found == seasons.end()) return std::nullopt;
  const std::size_t before = tokens_.is(i - 1, "the") ? i - 2 : i - 1;
  const bool bound = tokens_.is_any(before, {"by", "before", "until"});
  if (!bound && !tokens_.is_any(before, {"in", "at", "this"})) return std::nullopt;
  if (tokens_.is_word(i + 1) && tokens_[i + 1].capital && tokens_[i + 1].newlines == 0) return std::nullopt;
  if (!known_) return FoundDate{i + 1, Date(), true, {}};
  const bool ahead = bound || looks_ahead(i) >= 0;
  const unsigned last = found->first + (found->months == 0 ? 0 : found->months - 1);
  const int year = year_ + (ahead ? (last < month_ ? 1 : 0) : (found->first > month_ ? -1 : 0));
  if (year < 2 || year > 9990) return std::nullopt;
  if (found->months == 0)
    return FoundDate{i + 1, Date::day(std::chrono::year{year} / std::chrono::December / 25), true, {}};
  const Date end = Date::month(last > 12 ? year + 1 : year, last > 12 ? last - 12 : last);
  return FoundDate{i + 1, Date::interval(Date::month(year, found->first).earliest(), end.latest()), true, {}};
}

FoundDate DateFinder::week(std::size_t end, int shift) const {
  if (!today_known_) return {end, Date(), true, {}};
  const unsigned from_monday = std::chrono::weekday(today_).iso_encoding() - 1;
  const Day monday = today_ - days(from_monday) + days(7 * shift);
  return {end, Date::interval(monday, monday + days(6)), true, {}};
}

FoundDate DateFinder::this_decade(std::size_t end, int shift) const {
  if (!known_) return {end, Date(), true, {}};
  const auto date = Date::parse(std::to_string(year_ / 10 + shift) + "X");
  return {end, date.value_or(Date()), true, {}};
}

std::optional<FoundDate> DateFinder::weekday_shifted(std::size_t i, int shift) const {
  if (!tokens_.has(i, weekday_name) || !tokens_[i].capital) return std::nullopt;
  if (!today_known_) return FoundDate{i + 1, Date(), true, {}};
  const int ahead = days_ahead(tokens_.word(i).weekday);
  if (shift > 0) return FoundDate{i + 1, Date::day(today_ + days(ahead == 0 ? 7 : ahead)), true, {}};
  if (shift < 0) return FoundDate{i + 1, Date::day(today_ - days(7 - ahead)), true, {}};
  return FoundDate{i + 1, Date::day(today_ + days(ahead)), true, {}};
}

std::optional<FoundDate> DateFinder::days_from_now(std::size_t i) const {
  if (!tokens_.is_any(i, {"today", "yesterday", "tomorrow", "tonight"})) return std::nullopt;
  const int shift = tokens_.is(i, "yesterday") ? -1 : tokens_.is(i, "tomorrow") ? 1 : 0;
  return FoundDate{i + 1, today_known_ ? Date::day(today_ + days(shift)) : Date(), true, {}};
}

/// A bare weekday.
std::optional<FoundDate> DateFinder::weekday(std::size_t i) const {
  if (!tokens_.has(i, weekday_name) || !tokens_[i].capital || tokens_.has(i, month_ambiguous)) return std::nullopt;
  const bool abbreviated = tokens_[i].end - tokens_[i].begin < 6;
  if (abbreviated && !tokens_.has(i - 1, date_preposition)) return std::nullopt;
  if (!today_known_) return FoundDate{i + 1, Date(), true, {}};
  const int ahead = days_ahead(tokens_.word(i).weekday);
  const bool future = tokens_.is(i - 1, "by") || tokens_.is(i - 1, "until") || looks_ahead(i) > 0;
  if (ahead == 0) return FoundDate{i + 1, Date::day(today_), true, {}};
  return FoundDate{i + 1, Date::day(today_ + days(future ? ahead : ahead - 7)), true, {}};
}

int DateFinder::days_ahead(unsigned weekday) const {
  const unsigned own = std::chrono::weekday(today_).c_encoding();
  return static_cast<int>((weekday + 7 - own) % 7);
}

}  // namespace avow::text
