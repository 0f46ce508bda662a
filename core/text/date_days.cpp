#include "text/date_finder.hpp"

namespace avow::text {

using std::chrono::days;

/// "today", "tomorrow morning".
std::optional<FoundTime> DateFinder::day_word(std::size_t i) const {
  if (!tokens_.is_any(i, {"today", "yesterday", "tomorrow", "tonight"})) return std::nullopt;
  FoundTime found = unit(i, i + 1,
                         day_from(here(Grain::day), tokens_.is(i, "yesterday")  ? -1
                                                    : tokens_.is(i, "tomorrow") ? 1
                                                                                : 0),
                         true);
  if (tokens_.is(i, "tonight")) {
    found.value.type = TimeType::time;
    found.value.day_part = DayPart::night;
  }
  with_day_part(found);
  return found;
}

CalendarUnit DateFinder::day_from(const CalendarUnit& base, int days_on) const {
  return base.known() ? CalendarUnit::day(base.first + days(days_on)) : CalendarUnit();
}

/// "the weekend", "this weekend", "next weekend".
std::optional<FoundTime> DateFinder::weekend(std::size_t i) const {
  if (!tokens_.is_any(i, {"weekend", "weekends"})) return std::nullopt;
  if (tokens_.is(i, "weekends") || tokens_.is_any(i - 1, {"every", "each"})) {
    FoundTime found = told(tokens_.is_any(i - 1, {"every", "each"}) ? i - 1 : i, i + 1, {.type = TimeType::set});
    found.value.at = CalendarUnit::around(Grain::weekend, today_);
    return found;
  }
  const bool pointed = tokens_.is_any(i - 1, {"this", "next", "last", "coming", "past", "previous"});
  if (!pointed && !tokens_.is(i - 1, "the")) return std::nullopt;
  const bool next = tokens_.is_any(i - 1, {"next", "coming"});
  const bool last = tokens_.is_any(i - 1, {"last", "past", "previous"}) || (!pointed && looks_ahead(i) < 0);
  const int by = next ? 1 : last && days_ahead(6) < 5 + 1 ? -1 : 0;
  const std::size_t begin = pointed && tokens_.is(i - 2, "the") ? i - 2 : i - 1;
  FoundTime found = unit(begin, i + 1, here(Grain::weekend).shifted(by), true);
  found.dated = pointed;
  return found;
}

/// A weekday: "Friday", "last Friday", "Friday morning", "every Monday".
std::optional<FoundTime> DateFinder::weekday(std::size_t i) const {
  if (!tokens_[i].capital || tokens_.has(i, month_ambiguous)) return std::nullopt;
  const bool abbreviated = tokens_[i].end - tokens_[i].begin < 6;
  if (abbreviated && !tokens_.has(i - 1, date_preposition)) return std::nullopt;
  const bool every = tokens_.is_any(i - 1, {"every", "each"});
  const bool next = tokens_.is_any(i - 1, {"next", "coming"});
  const bool last = tokens_.is_any(i - 1, {"last", "previous", "past"});
  const bool own = tokens_.is(i - 1, "this");
  const std::size_t begin = every || next || last || own ? i - 1 : i;
  const int ahead = days_ahead(tokens_.word(i).weekday);
  const bool possessive = tokens_[i + 1].kind == TokenKind::possessive;
  const int tense = possessive ? -1 : looks_ahead(i);
  const bool future = next || own || (tokens_.is_any(i - 1, {"by", "until"}) && tense >= 0) || (!last && tense > 0);
  int by = future ? ahead : ahead - 7;
  if (ahead == 0) by = next ? 7 : last ? -7 : 0;
  FoundTime found =
      unit(tokens_.is(begin - 1, "the") && begin < i ? begin - 1 : begin, i + 1, day_from(here(Grain::day), by), true);
  if (every) {
    found = told(begin, i + 1, found.value);
    found.value.type = TimeType::set;
    found.value.every_week = true;
    return found;
  }
  with_day_part(found);
  return found;
}

int DateFinder::days_ahead(unsigned weekday) const {
  const unsigned own = std::chrono::weekday(today_).c_encoding();
  return static_cast<int>((weekday + 7 - own) % 7);
}

}  // namespace avow::text
