#include "text/dates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "text/number_words.hpp"

namespace avow::text {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int first_year = 1500;
constexpr int last_year = 2199;
constexpr std::size_t cue_window = 14;  ///< tokens to either side that can tell future from past

/// What one of the readers below found from a token on.
struct Found {
  std::size_t end = 0;  ///< one past its last token
  Date date;
  bool relative = false;
  std::optional<DateRole> role;  ///< where the wording itself has one
};

struct RoleWord {
  Literal word;
  DateRole role;
};
constexpr RoleWord role_words[] = {
    {"by", DateRole::by},         {"before", DateRole::by},     {"since", DateRole::since},
    {"from", DateRole::from},     {"until", DateRole::until},   {"till", DateRole::until},
    {"through", DateRole::until}, {"within", DateRole::within}, {"in", DateRole::at},
    {"on", DateRole::at},         {"at", DateRole::at},         {"during", DateRole::at},
    {"after", DateRole::from},    {"throughout", DateRole::at}, {"starting", DateRole::from}};

class DateFinder {
 public:
  DateFinder(const Tokens& tokens, const Date& published) : tokens_(tokens) {
    if (!published.known()) return;
    known_ = true;
    today_known_ = published.is_day();
    today_ = published.latest();
    const year_month_day ymd(today_);
    year_ = static_cast<int>(ymd.year());
    month_ = static_cast<unsigned>(ymd.month());
  }

  std::vector<DateMention> run() {
    std::vector<DateMention> out;
    for (std::size_t i = 0; i < tokens_.size();) {
      const auto found = read(i);
      if (!found) {
        ++i;
        continue;
      }
      out.push_back(mention(i, *found, out.empty() ? 0 : out.back().span.end));
      i = std::max(found->end, i + 1);
    }
    return out;
  }

 private:
  /// Tries the readers that the sort of token allows.
  std::optional<Found> read(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::number)
      return first_of(i, {&DateFinder::iso_day, &DateFinder::slashed_day, &DateFinder::day_first,
                          &DateFinder::span_of_time, &DateFinder::decade, &DateFinder::year_alone});
    if (token.kind != TokenKind::word) return std::nullopt;
    if (tokens_.has(i, month_name)) return month_first(i);
    if (tokens_.has(i, weekday_name)) return first_of(i, {&DateFinder::weekday_with_date, &DateFinder::weekday});
    if (tokens_.has(i, date_anchor))
      return first_of(i, {&DateFinder::quarter, &DateFinder::end_of, &DateFinder::part_of, &DateFinder::span_of_time,
                          &DateFinder::shifted_period, &DateFinder::days_from_now});
    if (tokens_.has(i, number_word)) return span_of_time(i);
    return token.end - token.begin == 2 ? quarter(i) : std::nullopt;
  }
  using Reader = std::optional<Found> (DateFinder::*)(std::size_t) const;
  std::optional<Found> first_of(std::size_t i, std::initializer_list<Reader> readers) const {
    for (const Reader reader : readers)
      if (auto found = (this->*reader)(i)) return found;
    return std::nullopt;
  }

  // --- small readers -----------------------------------------------------------------------------------------------

  std::optional<int> integer(std::size_t i, std::size_t min_size, std::size_t max_size) const {
    if (!tokens_.is_number(i)) return std::nullopt;
    const std::string_view text = tokens_.view(i);
    if (text.size() < min_size || text.size() > max_size) return std::nullopt;
    int value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  }
  std::optional<int> year_at(std::size_t i) const {
    const auto value = integer(i, 4, 4);
    return value && *value >= first_year && *value <= last_year ? value : std::nullopt;
  }
  std::optional<int> day_at(std::size_t i) const {
    const auto value = integer(i, 1, 2);
    return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
  }
  /// A day of a month with what follows it ("24", "24th"); `end` moves past it.
  std::optional<int> day_number_at(std::size_t i, std::size_t& end) const {
    const auto value = day_at(i);
    if (!value) return std::nullopt;
    end = i + 1;
    if (tokens_[end].glued && tokens_.is_any(end, {"st", "nd", "rd", "th"})) ++end;
    return tokens_[end].glued && (tokens_.is_word(end) || tokens_.is_mark(end, '%')) ? std::nullopt : value;
  }
  /// The month that token `i` names, its full stop included; 0 when it is none.
  unsigned month_at(std::size_t i, std::size_t& end) const {
    if (!tokens_.has(i, month_name) || !tokens_[i].capital) return 0;
    end = i + 1;
    const bool abbreviated = tokens_[i].end - tokens_[i].begin <= 4 && tokens_.has(i, soft_abbreviation);
    if (abbreviated && tokens_.is_mark(end, '.') && tokens_[end].glued) ++end;
    return tokens_.word(i).month;
  }
  static std::optional<Date> day_of(int year, unsigned month, int day) {
    const year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                             std::chrono::day{static_cast<unsigned>(day)}};
    return ymd.ok() ? std::optional(Date::day(ymd)) : std::nullopt;
  }
  std::size_t skip_comma(std::size_t i) const { return tokens_.is_mark(i, ',') ? i + 1 : i; }

  // --- absolute dates ----------------------------------------------------------------------------------------------

  /// 2025-06-24
  std::optional<Found> iso_day(std::size_t i) const {
    const auto year = year_at(i);
    if (!year || !tokens_.is_mark(i + 1, '-') || !tokens_.is_mark(i + 3, '-') || !tokens_[i + 4].glued)
      return std::nullopt;
    const auto month = integer(i + 2, 2, 2);
    const auto day = integer(i + 4, 2, 2);
    if (!month || !day || *month < 1 || *month > 12) return std::nullopt;
    const auto date = day_of(*year, static_cast<unsigned>(*month), *day);
    return date ? std::optional(Found{i + 5, *date, false, {}}) : std::nullopt;
  }

  /// 25/06/2025; month first where only that is a date.
  std::optional<Found> slashed_day(std::size_t i) const {
    const auto a = integer(i, 1, 2);
    if (!a || !tokens_.is_mark(i + 1, '/') || !tokens_.is_mark(i + 3, '/')) return std::nullopt;
    const auto b = integer(i + 2, 1, 2);
    const auto year = year_at(i + 4);
    if (!b || !year) return std::nullopt;
    auto date = *b >= 1 && *b <= 12 ? day_of(*year, static_cast<unsigned>(*b), *a) : std::nullopt;
    if (!date && *a >= 1 && *a <= 12) date = day_of(*year, static_cast<unsigned>(*a), *b);
    return date ? std::optional(Found{i + 5, *date, false, {}}) : std::nullopt;
  }

  /// "Friday (5 September 2014)", "Friday, June 24": the day of the month decides.
  std::optional<Found> weekday_with_date(std::size_t i) const {
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
  std::optional<Found> month_first(std::size_t i) const {
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
      return Found{y + 1, Date::month(*year, month), false, {}};
    return month_alone(i, end, month);
  }

  /// "24 June 2025", "24-25 June", "the 24th of June".
  std::optional<Found> day_first(std::size_t i) const {
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

  std::optional<Found> with_year(std::size_t i, std::size_t end, unsigned month, int day, int last) const {
    const std::size_t y = skip_comma(end);
    const auto said = year_at(y);
    const bool has_year = said && tokens_[y].newlines == 0;
    if (!has_year && !known_) return Found{end, Date(), true, {}};
    const int year = has_year ? *said : year_for(i, month, day);
    auto date = day_of(year, month, day);
    if (!date) return std::nullopt;
    if (last > day) {
      const auto other = day_of(year, month, last);
      if (!other) return std::nullopt;
      date = Date::interval(date->earliest(), other->earliest());
    }
    return Found{has_year ? y + 1 : end, *date, !has_year, {}};
  }

  std::optional<Found> month_alone(std::size_t i, std::size_t end, unsigned month) const {
    const bool introduced = tokens_.has(i - 1, date_preposition) && tokens_[i].newlines <= 1;
    if (!introduced && (tokens_.has(i, month_ambiguous) || tokens_[i].all_caps)) return std::nullopt;
    if (tokens_.has(i, soft_abbreviation) && end == i + 1 && tokens_[i].end - tokens_[i].begin <= 4 &&
        !tokens_.is_any(i, {"june", "july"}) && !introduced)
      return std::nullopt;
    if (tokens_.is_word(end) && tokens_[end].capital && tokens_[end].newlines == 0 && end == i + 1 && !introduced)
      return std::nullopt;  // "April Smith"
    if (tokens_[end].kind == TokenKind::possessive && !introduced && !known_) return std::nullopt;
    if (!known_) return Found{end, Date(), true, {}};
    return Found{end, Date::month(year_for(i, month, 0), month), true, {}};
  }

  /// The year of a month (and day, or 0) said without one.
  int year_for(std::size_t i, unsigned month, int day) const {
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

  /// "Q3 2024", "third quarter of 2024", "fiscal 2025/26", "fiscal year 2025".
  std::optional<Found> quarter(std::size_t i) const {
    const std::string_view text = tokens_.view(i);
    if (text.size() == 2 && (text[0] == 'Q' || text[0] == 'q') && text[1] >= '1' && text[1] <= '4') {
      const std::size_t y = tokens_.is(i + 1, "of") ? i + 2 : i + 1;
      if (const auto year = year_at(y)) return Found{y + 1, quarter_of(*year, text[1] - '0'), false, {}};
      return std::nullopt;
    }
    static constexpr std::array<Literal, 4> ordinals{{{"first"}, {"second"}, {"third"}, {"fourth"}}};
    const auto found = std::find_if(ordinals.begin(), ordinals.end(), [&](auto word) { return tokens_.is(i, word); });
    if (found == ordinals.end() || !tokens_.is(i + 1, "quarter")) return std::nullopt;
    const std::size_t y = tokens_.is(i + 2, "of") ? i + 3 : i + 2;
    const auto year = year_at(y);
    if (!year) return std::nullopt;
    return Found{y + 1, quarter_of(*year, static_cast<int>(found - ordinals.begin()) + 1), false, {}};
  }
  static Date quarter_of(int year, int number) {
    const auto first = static_cast<unsigned>(number * 3 - 2);
    return Date::interval(Date::month(year, first).earliest(), Date::month(year, first + 2).latest());
  }

  /// "the 1990s", "the '90s" is left out.
  std::optional<Found> decade(std::size_t i) const {
    const auto year = year_at(i);
    if (!year || *year % 10 != 0) return std::nullopt;
    const bool plural =
        tokens_[i + 1].glued && (tokens_.is(i + 1, "s") || (tokens_[i + 1].kind == TokenKind::possessive));
    if (!plural) return std::nullopt;
    const auto date = Date::parse(std::to_string(*year / 10) + "X");
    return date ? std::optional(Found{i + 2, *date, false, {}}) : std::nullopt;
  }

  /// A year, "2019-2023", "2023/24", "2025-26".
  std::optional<Found> year_alone(std::size_t i) const {
    const auto year = year_at(i);
    if (!year || !is_year(i)) return std::nullopt;
    const bool joined =
        (is_dash(tokens_[i + 1].mark) || tokens_.is_mark(i + 1, '/')) && tokens_[i + 1].glued && tokens_[i + 2].glued;
    if (joined) {
      auto last = year_at(i + 2);
      if (const auto two = integer(i + 2, 2, 2); two && *two == (*year + 1) % 100) last = *year + 1;
      if (last && *last > *year)
        return Found{i + 3, Date::interval(Date::year(*year).earliest(), Date::year(*last).latest()), false, {}};
    }
    return Found{i + 1, Date::year(*year), false, {}};
  }

  /// Whether four digits are a year and no count: nothing counted follows, nothing numbered stands before.
  bool is_year(std::size_t i) const {
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
  bool counts_plural(std::size_t i) const {
    const std::string_view noun = tokens_.view(i + 1);
    if (tokens_.has(i - 1, date_preposition | determiner | month_name) || tokens_[i + 1].newlines > 0) return false;
    return tokens_.is_word(i + 1) && !tokens_[i + 1].capital && noun.size() > 3 && noun.back() == 's' &&
           !tokens_.has(i + 1, function_word | say_verb | that_verb | pledge_verb | auxiliary);
  }

  /// Whether the tokens after a number make it a count: "%", "people", "dollars", "million", or a plural noun after a
  /// number that nothing introduces as a date.
  bool counts_something(std::size_t i) const {
    if (tokens_.is_mark(i, '%')) return true;
    if (tokens_[i].newlines > 1) return false;
    return tokens_.has(i, scale_word | currency_word) || (tokens_.has(i, unit_word) && !tokens_.has(i, period_word)) ||
           tokens_.is(i, "per") || (tokens_.has(i, period_word) && !tokens_.is(i, "quarter"));
  }

  // --- relative dates ----------------------------------------------------------------------------------------------

  /// "the end of 2026", "year-end", "the end of the decade", "the end of next year".
  std::optional<Found> end_of(std::size_t i) const {
    if (tokens_.is(i, "year") && tokens_.is_mark(i + 1, '-') && tokens_.is(i + 2, "end"))
      return relative_year(i + 3, 0);
    std::size_t at = i;
    if (tokens_.is(at, "the")) ++at;
    if (!tokens_.is_any(at, {"end", "close", "start", "beginning", "middle"}) || !tokens_.is(at + 1, "of"))
      return std::nullopt;
    at += 2;
    if (auto found = calendar(at)) return found;
    if (!tokens_.has(at, determiner)) return std::nullopt;
    if (auto found = shifted_period(at)) return found;
    if (tokens_.is(at, "the")) return closing_period(at + 1);
    return std::nullopt;
  }
  std::optional<Found> calendar(std::size_t at) const {
    if (auto found = month_first(at)) return found;
    if (auto found = quarter(at)) return found;
    if (auto found = decade(at)) return found;
    if (auto found = shifted_period(at)) return found;
    return year_alone(at);
  }
  /// The period that today lies in, named by its last year: "(the end of) the decade".
  std::optional<Found> closing_period(std::size_t at) const {
    const Period period = tokens_.word(at).period;
    if (period == Period::decade) return relative_year(at + 1, (10 - year_ % 10) % 10);
    if (period == Period::century) return relative_year(at + 1, (100 - year_ % 100) % 100);
    if (period == Period::year) return relative_year(at + 1, 0);
    if (period == Period::month) return relative_month(at + 1, 0);
    return std::nullopt;
  }

  /// "mid-2024", "early 2024", "late June", "early next year".
  std::optional<Found> part_of(std::size_t i) const {
    if (!tokens_.is_any(i, {"mid", "early", "late", "earlier", "later", "fiscal", "summer", "autumn", "spring",
                            "winter", "beginning"}))
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
  std::optional<Found> span_of_time(std::size_t i) const {
    std::size_t at = i;
    const bool within = tokens_.is(at, "within");
    const bool over = tokens_.is_any(at, {"over", "in", "for", "during", "throughout"});
    if (within || over) ++at;
    if (tokens_.is(at, "the")) ++at;
    const bool ahead = tokens_.is_any(at, {"next", "coming", "following"});
    const bool back = tokens_.is_any(at, {"past", "last", "previous", "preceding"});
    if (ahead || back) ++at;
    double count = 1;
    bool counted = false;
    if (const auto numeral = read_numeral(tokens_, at); numeral && !numeral->fraction) {
      count = numeral->value.value, at = numeral->end, counted = true;
    } else if (tokens_.is_any(at, {"a", "an", "one"})) {
      ++at, counted = true;
    } else if (tokens_.is(at, "few") || tokens_.is(at, "several")) {
      ++at, count = 3;
    }
    if (tokens_.is_mark(at, '-')) ++at;
    const Period period = tokens_.word(at).period;
    if (period == Period::none || count > 1000 || !tokens_.is_word(at)) return std::nullopt;
    const bool plural = tokens_.view(at).back() == 's' || tokens_.view(at).back() == 'S';
    std::size_t end = at + 1;
    if (back && (counted || plural || (over && !tokens_.is(i, "in"))))
      return reach(end, period, -count, DateRole::since);
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
  Found reach(std::size_t end, Period period, double count, std::optional<DateRole> role) const {
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
  Date year_from(int years) const {
    const int year = year_ + years;
    return year >= 1 && year <= 9999 ? Date::year(year) : Date();
  }
  Date month_from(int months) const {
    const int count = year_ * 12 + static_cast<int>(month_) - 1 + months;
    return count > 12 && count < 9999 * 12 ? Date::month(count / 12, static_cast<unsigned>(count % 12) + 1) : Date();
  }
  Found relative_year(std::size_t end, int years) const { return {end, known_ ? year_from(years) : Date(), true, {}}; }
  Found relative_month(std::size_t end, int months) const {
    return {end, known_ ? month_from(months) : Date(), true, {}};
  }

  /// "next year", "last month", "this week", "last Friday", "this summer", "the coming year".
  std::optional<Found> shifted_period(std::size_t i) const {
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
  Found week(std::size_t end, int shift) const {
    if (!today_known_) return {end, Date(), true, {}};
    const unsigned from_monday = std::chrono::weekday(today_).iso_encoding() - 1;
    const Day monday = today_ - days(from_monday) + days(7 * shift);
    return {end, Date::interval(monday, monday + days(6)), true, {}};
  }
  Found this_decade(std::size_t end, int shift) const {
    if (!known_) return {end, Date(), true, {}};
    const auto date = Date::parse(std::to_string(year_ / 10 + shift) + "X");
    return {end, date.value_or(Date()), true, {}};
  }
  std::optional<Found> weekday_shifted(std::size_t i, int shift) const {
    if (!tokens_.has(i, weekday_name) || !tokens_[i].capital) return std::nullopt;
    if (!today_known_) return Found{i + 1, Date(), true, {}};
    const int ahead = days_ahead(tokens_.word(i).weekday);
    if (shift > 0) return Found{i + 1, Date::day(today_ + days(ahead == 0 ? 7 : ahead)), true, {}};
    if (shift < 0) return Found{i + 1, Date::day(today_ - days(7 - ahead)), true, {}};
    return Found{i + 1, Date::day(today_ + days(ahead)), true, {}};
  }

  std::optional<Found> days_from_now(std::size_t i) const {
    if (!tokens_.is_any(i, {"today", "yesterday", "tomorrow", "tonight"})) return std::nullopt;
    const int shift = tokens_.is(i, "yesterday") ? -1 : tokens_.is(i, "tomorrow") ? 1 : 0;
    return Found{i + 1, today_known_ ? Date::day(today_ + days(shift)) : Date(), true, {}};
  }

  /// A bare weekday.
  std::optional<Found> weekday(std::size_t i) const {
    if (!tokens_.has(i, weekday_name) || !tokens_[i].capital || tokens_.has(i, month_ambiguous)) return std::nullopt;
    const bool abbreviated = tokens_[i].end - tokens_[i].begin < 6;
    if (abbreviated && !tokens_.has(i - 1, date_preposition)) return std::nullopt;
    if (!today_known_) return Found{i + 1, Date(), true, {}};
    const int ahead = days_ahead(tokens_.word(i).weekday);
    const bool future = tokens_.is(i - 1, "by") || tokens_.is(i - 1, "until") || looks_ahead(i) > 0;
    if (ahead == 0) return Found{i + 1, Date::day(today_), true, {}};
    return Found{i + 1, Date::day(today_ + days(future ? ahead : ahead - 7)), true, {}};
  }
  int days_ahead(unsigned weekday) const {
    const unsigned own = std::chrono::weekday(today_).c_encoding();
    return static_cast<int>((weekday + 7 - own) % 7);
  }

  /// 1 when the nearest cue around token `i` in its sentence looks ahead, -1 when it looks back, 0 when there is none.
  int looks_ahead(std::size_t i) const {
    for (std::size_t distance = 1; distance <= cue_window; ++distance) {
      const bool before = open_back(i, distance);
      if (before && tokens_.has(i - distance, future_cue)) return 1;
      if (before && tokens_.has(i - distance, past_cue)) return -1;
      if (before && ends_in_ed(i - distance)) return -1;
      if (!open_forward(i, distance)) continue;
      if (tokens_.has(i + distance, future_cue)) return 1;
      if (tokens_.has(i + distance, past_cue) || ends_in_ed(i + distance)) return -1;
    }
    return 0;
  }
  bool ends_in_ed(std::size_t i) const {
    const std::string_view text = tokens_.view(i);
    return tokens_.is_word(i) && text.size() > 4 && text.substr(text.size() - 2) == "ed" &&
           text[text.size() - 3] != 'e';
  }
  bool is_stop(std::size_t i) const {
    const Token& token = tokens_[i];
    return token.kind == TokenKind::end ||
           ((token.mark == '.' || token.mark == '?' || token.mark == '!' || token.mark == ';') &&
            !tokens_[i + 1].glued);
  }
  bool open_back(std::size_t i, std::size_t distance) const {
    for (std::size_t d = 1; d <= distance; ++d)
      if (is_stop(i - d)) return false;
    return true;
  }
  bool open_forward(std::size_t i, std::size_t distance) const {
    for (std::size_t d = 1; d <= distance; ++d)
      if (is_stop(i + d) || tokens_[i + d].newlines > 1) return false;
    return true;
  }

  // --- the mention -------------------------------------------------------------------------------------------------

  DateMention mention(std::size_t i, const Found& found, std::uint32_t not_before) const {
    DateMention out;
    out.date = found.date;
    out.relative = found.relative;
    std::size_t begin = i;
    if (!found.role || *found.role == DateRole::since) begin = with_article(i);
    std::optional<DateRole> before;
    const std::size_t p = begin - 1;
    if (begin > 0 && tokens_[begin].newlines <= 1)
      for (const RoleWord& row : role_words)
        if (tokens_.is(p, row.word) && tokens_[p].begin >= not_before) before = row.role;
    if (!before && tokens_.is(p, "to") && follows_from(p)) before = DateRole::until;
    if (before) begin = p;
    out.role = found.role ? *found.role : before.value_or(DateRole::at);
    out.span = {tokens_[begin].begin, tokens_[found.end - 1].end};
    return out;
  }
  /// Takes "the", "early", "late", "mid", "end of" into the span before looking for the preposition.
  std::size_t with_article(std::size_t i) const {
    std::size_t begin = i;
    if (tokens_.is(begin - 1, "year") && year_at(begin)) --begin;
    if (tokens_.is_any(begin - 1, {"early", "late", "fiscal"})) --begin;
    if (tokens_.is(begin - 1, "the")) --begin;
    return begin;
  }
  bool follows_from(std::size_t to) const {
    for (std::size_t d = 1; d <= 5; ++d) {
      if (tokens_.is(to - d, "from")) return true;
      if (is_stop(to - d)) return false;
    }
    return false;
  }

  const Tokens& tokens_;
  bool known_ = false;
  bool today_known_ = false;
  Day today_{};
  int year_ = 0;
  unsigned month_ = 1;
};

}  // namespace

std::vector<DateMention> find_dates(const Tokens& tokens, const Date& published) {
  return DateFinder(tokens, published).run();
}

}  // namespace avow::text
