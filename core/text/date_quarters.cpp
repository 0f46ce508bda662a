#include <algorithm>
#include <array>

#include "text/date_finder.hpp"

namespace avow::text {
namespace {

/// "first" is 1; 0 for what is no ordinal up to the fourth.
int ordinal_at(const Tokens& tokens, std::size_t i) {
  static constexpr std::array<Literal, 4> ordinals{{{"first"}, {"second"}, {"third"}, {"fourth"}}};
  const auto found = std::find_if(ordinals.begin(), ordinals.end(), [&](Literal word) { return tokens.is(i, word); });
  return found == ordinals.end() ? 0 : static_cast<int>(found - ordinals.begin()) + 1;
}

struct NamedSeason {
  Literal word;
  int part;
};
constexpr NamedSeason seasons[] = {{{"spring"}, 0}, {{"summer"}, 1}, {{"autumn"}, 2}, {{"fall"}, 2}, {{"winter"}, 3}};

/// A day that has a name: of a month, or the nth of a weekday in it.
struct Holiday {
  Literal name;
  Literal second;  ///< the word after it; none when it stands alone
  int month;
  int day;      ///< or from which day on the weekday is taken
  int weekday;  ///< ISO, Monday is 1; 0: a fixed day; -1: Easter Sunday
};
constexpr Holiday holidays[] = {
    {{"christmas"}, {"eve"}, 12, 24, 0}, {{"christmas"}, {"day"}, 12, 25, 0},  {{"thanksgiving"}, {"day"}, 11, 22, 4},
    {{"election"}, {"day"}, 11, 2, 2},   {{"independence"}, {"day"}, 7, 4, 0}, {{"labor"}, {"day"}, 9, 1, 1},
    {{"memorial"}, {"day"}, 5, 25, 1},   {{"veterans"}, {"day"}, 11, 11, 0},   {{"valentine"}, {"day"}, 2, 14, 0},
    {{"thanksgiving"}, {}, 11, 22, 4},   {{"christmas"}, {}, 12, 25, 0},       {{"halloween"}, {}, 10, 31, 0},
    {{"easter"}, {}, 4, 1, -1}};

/// Easter Sunday (Meeus, Astronomical Algorithms, chapter 8).
Day easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
  return std::chrono::year{year} / (n / 31) / (n % 31 + 1);
}

Day day_of(const Holiday& holiday, int year) {
  if (holiday.weekday < 0) return easter(year);
  const Day from = std::chrono::year{year} / holiday.month / holiday.day;
  if (holiday.weekday == 0) return from;
  const int own = static_cast<int>(std::chrono::weekday(from).iso_encoding());
  return from + std::chrono::days((holiday.weekday + 7 - own) % 7);
}

}  // namespace

/// "Q3 2024", "Q3".
std::optional<FoundTime> DateFinder::short_quarter(std::size_t i) const {
  const std::string_view text = tokens_.view(i);
  if (text[0] != 'Q' || text[1] < '1' || text[1] > '4') return std::nullopt;
  std::size_t end = i + 1;
  const auto year = year_after(i + 1, end);
  if (!year && !tokens_.has(i - 1, date_preposition | determiner)) return std::nullopt;
  const int number = text[1] - '0';
  const int of = year ? *year : year_of_part(i, Grain::quarter, number);
  return unit(i, year ? end : i + 1, year || known_ ? CalendarUnit::of(Grain::quarter, of, number) : CalendarUnit(),
              !year);
}

/// "third quarter of 2024", "the fiscal third-quarter", "the quarter", "the latest quarter".
std::optional<FoundTime> DateFinder::quarter(std::size_t i) const {
  const std::size_t p = is_dash(tokens_[i - 1].mark) && tokens_[i].glued ? i - 2 : i - 1;
  if (const int number = ordinal_at(tokens_, p)) return part_of_year(i, Grain::quarter, number);
  return known_quarter(i, lead_of(i));
}

/// "the second half of 2027", "the last half of next year".
std::optional<FoundTime> DateFinder::half(std::size_t i) const {
  if (!tokens_.is(i, "half")) return std::nullopt;
  const std::size_t p = is_dash(tokens_[i - 1].mark) && tokens_[i].glued ? i - 2 : i - 1;
  const int number = tokens_.is_any(p, {"last", "latter"}) ? 2 : ordinal_at(tokens_, p);
  if (number < 1 || number > 2) return std::nullopt;
  std::size_t end = i + 1;
  if (!year_after(i + 1, end) && !tokens_.is_any(p - 1, {"the", "fiscal"})) return std::nullopt;
  if (!year_after(i + 1, end) && (tokens_.is(i + 1, "of") || !tokens_.is_any(p - 2, {"in", "during", "for", "by"})))
    return std::nullopt;
  return part_of_year(i, Grain::half, number);
}

/// A quarter or half with its number before it: its year follows ("of 2024"), stands before ("the 1988 third quarter",
/// "this year's third quarter") or is worked out.
std::optional<FoundTime> DateFinder::part_of_year(std::size_t i, Grain grain, int number) const {
  std::size_t begin = is_dash(tokens_[i - 1].mark) ? i - 2 : i - 1;
  if (tokens_.is_any(begin - 1, {"fiscal", "financial"})) --begin;
  std::size_t end = i + 1;
  auto year = year_after(i + 1, end);
  if (!year) end = i + 1;
  const bool said = year && year_at(end - 1);
  if (!year && year_at(begin - 1)) year = year_at(--begin);
  if (!year && tokens_[begin - 1].kind == TokenKind::possessive && tokens_.is(begin - 2, "year") && known_) {
    year = tokens_.is(begin - 3, "last") ? year_ - 1 : tokens_.is(begin - 3, "next") ? year_ + 1 : year_;
    begin -= 3;
  }
  const bool hyphen = is_dash(tokens_[i - 1].mark);
  if (!hyphen && tokens_.is_any(begin - 1, {"the", "its", "their"})) --begin;
  if (!year && !known_) return unit(begin, end, {}, true);
  return unit(begin, end, CalendarUnit::of(grain, year ? *year : year_of_part(i, grain, number), number), !said);
}

/// The year of a part said without one: this year's, unless that lies ahead of today and the clause does not look
/// there.
int DateFinder::year_of_part(std::size_t i, Grain grain, int number) const {
  const int current = CalendarUnit::around(grain, today_).part;
  if (reported_.grain == grain && reported_.part == number && looks_ahead(i) <= 0) return reported_.year;
  if (number > current && looks_ahead(i) <= 0) return year_ - 1;
  return number < current && looks_ahead(i) > 0 && tokens_.is_any(i - 2, {"by", "until"}) ? year_ + 1 : year_;
}

/// The quarter that ended last.
CalendarUnit DateFinder::latest_quarter() const {
  return reported_.grain == Grain::quarter ? reported_ : here(Grain::quarter).shifted(-1);
}

/// "the quarter", "the latest quarter": the one told of before, else the one that ended last. TimeML only.
std::optional<FoundTime> DateFinder::known_quarter(std::size_t i, const Lead& lead) const {
  if (lead.counted || lead.plural || lead.hyphen) return std::nullopt;
  const bool known = lead.pointer == Pointer::latest || lead.pointer == Pointer::that;
  if (!known && !(lead.pointer == Pointer::none && lead.article && tokens_.is(i - 1, "the"))) return std::nullopt;
  if (tokens_.is(i + 1, "of")) return std::nullopt;
  return told(lead.begin, i + 1, TimeValue::on(latest_quarter()));
}

/// "the latest period", where figures are told for a quarter.
std::optional<FoundTime> DateFinder::latest_period(std::size_t i) const {
  if (!tokens_.is(i, "period") || !tokens_.is(i - 1, "latest") || reported_.grain != Grain::quarter)
    return std::nullopt;
  return told(tokens_.is(i - 2, "the") ? i - 2 : i - 1, i + 1, TimeValue::on(reported_));
}

/// "in the autumn", "last summer", "the spring of 2027", "winter 2010".
std::optional<FoundTime> DateFinder::season(std::size_t i) const {
  const auto* found = std::find_if(std::begin(seasons), std::end(seasons),
                                   [&](const NamedSeason& each) { return tokens_.is(i, each.word); });
  if (found == std::end(seasons)) return std::nullopt;
  std::size_t end = i + 1;
  if (const auto year = year_after(i + 1, end))
    return unit(tokens_.is(i - 1, "the") ? i - 1 : i, end, CalendarUnit::of(Grain::season, *year, found->part),
                !year_at(end - 1));
  const bool pointed = tokens_.is_any(i - 1, {"last", "next", "this", "each", "every"});
  const std::size_t begin = pointed || tokens_.is(i - 1, "the") ? i - 1 : i;
  if (tokens_.is_any(i - 1, {"each", "every"})) {
    FoundTime each = told(begin, i + 1, {.type = TimeType::set});
    each.value.at = CalendarUnit::of(Grain::season, known_ ? year_ : 1, found->part);
    return each;
  }
  const std::size_t before = tokens_.is_any(begin - 1, {"early", "late", "mid"}) ? begin - 2 : begin - 1;
  const bool introduced =
      tokens_.is_any(tokens_.is(before, "the") ? before - 1 : before,
                     {"by", "before", "until", "in", "during", "since", "over", "for", "through", "into", "of"});
  if (!pointed && !introduced) return std::nullopt;
  if (tokens_.is(i, "fall") && begin == i) return std::nullopt;
  if (!pointed && tokens_.is_word(i + 1) && tokens_[i + 1].capital && tokens_[i + 1].newlines == 0) return std::nullopt;
  if (!known_) return unit(begin, i + 1, {}, true);
  const int first = found->part * 3 + 3;
  const int year = year_of_season(i, begin, first, first + 2);
  FoundTime whole = unit(begin, i + 1, CalendarUnit::of(Grain::season, year, found->part), true);
  if (found->part == 1 && tokens_.is(i + 1, "recess")) {  // parliaments of Europe rise for it in July
    whole.end = i + 2;
    whole.date = Date::parse(CalendarUnit::of(Grain::month, year, 7).date().text() + "~").value_or(Date());
  }
  return whole;
}

/// The next one when what is said lies ahead or nothing tells, else the last.
int DateFinder::year_of_season(std::size_t i, std::size_t begin, int first_month, int last_month) const {
  const int now = static_cast<int>(month_);
  if (tokens_.is(i - 1, "this")) return year_;
  if (tokens_.is(i - 1, "last")) return first_month >= now ? year_ - 1 : year_;
  if (tokens_.is(i - 1, "next")) return first_month > now ? year_ : year_ + 1;
  const bool bound = tokens_.is_any(begin - 1, {"by", "before", "until"});
  const bool ahead = bound || looks_ahead(i) >= 0;
  return year_ + (ahead ? (last_month < now ? 1 : 0) : (first_month > now ? -1 : 0));
}

/// "by Christmas", "Thanksgiving Day".
std::optional<FoundTime> DateFinder::holiday(std::size_t i) const {
  const auto* found = std::find_if(std::begin(holidays), std::end(holidays), [&](const Holiday& each) {
    const std::size_t second = tokens_[i + 1].kind == TokenKind::possessive ? i + 2 : i + 1;
    return tokens_.is(i, each.name) && (each.second.empty() || tokens_.is(second, each.second));
  });
  if (found == std::end(holidays) || !tokens_[i].capital) return std::nullopt;
  const bool possessive = tokens_[i + 1].kind == TokenKind::possessive;
  const std::size_t last = found->second.empty() ? i + 1 : possessive ? i + 3 : i + 2;
  const bool pointed = tokens_.is_any(i - 1, {"last", "next", "this"});
  if (found->second.empty() && !pointed &&
      !tokens_.is_any(i - 1, {"by", "before", "until", "in", "at", "since", "after", "on", "over"}))
    return std::nullopt;
  if (tokens_.is_word(last) && tokens_[last].capital && tokens_[last].newlines == 0) return std::nullopt;
  std::size_t end = last;
  const auto year = year_after(last, end);
  if (!year && !known_) return unit(i, last, {}, true);
  const int of = year ? *year : year_of_season(i, i, found->month, found->month);
  if (of < 1 || of > 9990) return std::nullopt;
  return unit(pointed ? i - 1 : i, year ? end : last, CalendarUnit::day(day_of(*found, of)), !year);
}

}  // namespace avow::text
