#include "text/dates.hpp"

#include <algorithm>

#include "text/date_finder.hpp"
#include "text/number_words.hpp"

namespace avow::text {

DateFinder::DateFinder(const Tokens& tokens, const Date& published) : tokens_(tokens) {
  if (!published.known()) return;
  known_ = true;
  today_known_ = published.is_day();
  today_ = published.latest();
  const std::chrono::year_month_day ymd(today_);
  year_ = static_cast<int>(ymd.year());
  month_ = static_cast<unsigned>(ymd.month());
}

template <typename Take>
void DateFinder::each(Take take) {
  for (std::size_t i = 0; i < tokens_.size(); i = next_) {
    next_ = i + 1;
    auto found = read(i);
    if (!found || found->begin < not_before_) continue;
    extend(*found);
    take(*found);
    remember(*found);
    next_ = std::max(found->end, i + 1);
    not_before_ = next_;
  }
}

std::vector<DateMention> DateFinder::dates() {
  std::vector<DateMention> out;
  each([&](const FoundTime& found) {
    if (found.dated) out.push_back(mention(found));
  });
  return out;
}

std::vector<TimeExpression> DateFinder::times() {
  std::vector<TimeExpression> out;
  each([&](const FoundTime& found) {
    if (found.timex) out.push_back({{tokens_[found.begin].begin, tokens_[found.end - 1].end}, found.value});
  });
  return out;
}

/// Tries the readers that the sort of token allows.
std::optional<FoundTime> DateFinder::read(std::size_t i) {
  const Token& token = tokens_[i];
  if (token.kind == TokenKind::word) {
    if (auto found = read_word(i)) return found;
    if (tokens_.has(i, number_word | scale_word)) remember_numeral(i);
  } else if (token.kind == TokenKind::number) {
    if (auto found =
            first_of(i, {&DateFinder::iso_day, &DateFinder::slashed_day, &DateFinder::clock, &DateFinder::day_first,
                         &DateFinder::decade, &DateFinder::century, &DateFinder::year_alone}))
      return found;
    remember_numeral(i);
  }
  return std::nullopt;
}

std::optional<FoundTime> DateFinder::read_word(std::size_t i) const {
  if (tokens_.has(i, month_name)) return month_first(i);
  if (tokens_.has(i, weekday_name)) return first_of(i, {&DateFinder::weekday_with_date, &DateFinder::weekday});
  if (tokens_.has(i, period_word | unit_word)) {
    const Grain grain = grain_at(i);
    if (grain == Grain::quarter)
      if (auto found = quarter(i)) return found;
    return grain == Grain::none
               ? std::nullopt
               : first_of(i, {&DateFinder::end_of_year, &DateFinder::century, &DateFinder::unit_of_time});
  }
  if (tokens_.has(i, number_word)) return year_in_words(i);
  if (tokens_.has(i, date_anchor))
    return first_of(
        i, {&DateFinder::day_word, &DateFinder::day_part, &DateFinder::half, &DateFinder::season, &DateFinder::weekend,
            &DateFinder::vague, &DateFinder::adverb_of_time, &DateFinder::holiday, &DateFinder::noon,
            &DateFinder::named_decade, &DateFinder::latest_period, &DateFinder::term_of_office});
  return tokens_[i].end - tokens_[i].begin == 2 ? short_quarter(i) : std::nullopt;
}

std::optional<FoundTime> DateFinder::first_of(std::size_t i, std::initializer_list<Reader> readers) const {
  for (const Reader reader : readers)
    if (auto found = (this->*reader)(i)) return found;
  return std::nullopt;
}

void DateFinder::remember_numeral(std::size_t i) {
  auto numeral = read_numeral(tokens_, i);
  if (!numeral || numeral->value.value > 1e6) return;
  if (numeral->fraction) {  // "two quarters" is that many, where a unit of time is looked for
    numeral->end = i + 1;
    numeral->value.value = tokens_.word(i).number;
  }
  earlier_numeral_ = numeral_;
  numeral_ = {i, numeral->end, static_cast<float>(numeral->value.value)};
  next_ = numeral->end;
}

void DateFinder::remember(const FoundTime& found) {
  const TimeValue& value = found.value;
  const CalendarUnit& at = value.at;
  if (value.unit == Grain::month && value.count >= 6)
    reported_ = CalendarUnit::of(Grain::year, reported_.known() ? reported_.year : year_);
  if (found.compared || value.type > TimeType::time || value.vague != VagueTime::none || !at.known()) return;
  last_ = at;
  if (at.grain == Grain::day) last_day_ = at;
  if (at.grain == Grain::quarter && at.year >= year_ - 1 && at.date().earliest() <= today_) reported_ = at;
}

FoundTime DateFinder::unit(std::size_t begin, std::size_t end, const CalendarUnit& unit, bool relative) const {
  FoundTime out;
  out.begin = begin;
  out.end = end;
  out.value = TimeValue::on(unit);
  out.dated = true;
  out.date = unit.date();
  out.relative = relative;
  return out;
}

FoundTime DateFinder::told(std::size_t begin, std::size_t end, const TimeValue& value) const {
  FoundTime out;
  out.begin = begin;
  out.end = end;
  out.value = value;
  return out;
}

std::vector<DateMention> find_dates(const Tokens& tokens, const Date& published) {
  return DateFinder(tokens, published).dates();
}

std::vector<TimeExpression> find_times(const Tokens& tokens, const Date& published) {
  return DateFinder(tokens, published).times();
}

}  // namespace avow::text
