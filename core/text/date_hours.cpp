#include <array>

#include "text/date_finder.hpp"

namespace avow::text {
namespace {

constexpr int minutes_in_hour = 60;

std::size_t with_zone(const Tokens& tokens, std::size_t end) {
  if (tokens.is_any(end, {"est", "edt", "gmt", "utc", "cet", "cest", "bst", "pst", "pdt", "et", "cst", "cdt"}) &&
      tokens[end].all_caps)
    return end + 1;
  return tokens.is(end, "local") && tokens.is(end + 1, "time") ? end + 2 : end;
}

}  // namespace

/// "a.m.", "pm", "o'clock", "in the morning" after an hour.
bool DateFinder::meridiem(std::size_t i, std::size_t& end, int& hour) const {
  const bool dotted = tokens_.is_any(i, {"a", "p"}) && tokens_.is_mark(i + 1, '.') && tokens_.is(i + 2, "m");
  if (dotted || tokens_.is_any(i, {"am", "pm", "a.m", "p.m"})) {
    const bool after_noon = tokens_.is_any(i, {"p", "pm", "p.m"});
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (after_noon ? 12 : 0);
    end = dotted ? i + 3 : i + 1;
    if (tokens_.is_mark(end, '.') && tokens_[end].glued && dotted) ++end;
    return true;
  }
  if (tokens_.is(i, "in") && tokens_.is(i + 1, "the") && tokens_.is_any(i + 2, {"morning", "afternoon", "evening"})) {
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (tokens_.is(i + 2, "morning") ? 0 : 12);
    end = i + 3;
    return true;
  }
  if (!tokens_.is_any(i, {"o'clock", "o’clock"})) return false;
  end = i + 1;
  return hour <= 24;
}

/// "10:35 a.m.", "9 a.m. EST Tuesday", "at 17:30".
std::optional<FoundTime> DateFinder::clock(std::size_t i) const {
  const auto hours = integer(i, 1, 2);
  if (!hours || *hours > 24 || tokens_[i].glued) return std::nullopt;
  int hour = *hours;
  int minute = 0;
  std::size_t end = i + 1;
  const auto minutes = tokens_.is_mark(end, ':') && tokens_[end + 1].glued ? integer(end + 1, 2, 2) : std::nullopt;
  if (minutes && *minutes < minutes_in_hour) minute = *minutes, end += 2;
  if (!meridiem(end, end, hour)) {
    if (!minutes || !tokens_.is_any(i - 1, {"at", "by", "until", "from", "before", "after", "around", "about"}) ||
        tokens_.is_mark(end, ':'))
      return std::nullopt;
  }
  return at_time(i, with_zone(tokens_, end), hour * minutes_in_hour + minute);
}

std::optional<FoundTime> DateFinder::noon(std::size_t i) const {
  if (!tokens_.is_any(i, {"noon", "midnight"}) || tokens_.is(i - 1, "high")) return std::nullopt;
  return at_time(i, with_zone(tokens_, i + 1), tokens_.is(i, "noon") ? 12 * minutes_in_hour : 24 * minutes_in_hour);
}

/// A time with the day that stands right after it, else that of the day named last.
FoundTime DateFinder::at_time(std::size_t begin, std::size_t end, int minute) const {
  std::size_t at = skip_comma(end);
  FoundTime found = told(begin, end, TimeValue::on(last_day_.known() ? last_day_ : here(Grain::day)));
  auto day = tokens_.has(at, weekday_name) ? first_of(at, {&DateFinder::weekday_with_date, &DateFinder::weekday})
             : tokens_.has(at, month_name) ? month_first(at)
                                           : day_word(at);
  if (tokens_[at].newlines > 1) day.reset();
  if (day && day->value.at.grain == Grain::day) {
    day->begin = begin;
    found = *day;
  }
  found.value.type = TimeType::time;
  found.value.day_part = DayPart::none;
  found.value.minute = static_cast<std::int16_t>(minute);
  return found;
}

DayPart DateFinder::day_part_at(std::size_t i) const {
  if (tokens_.is_any(i, {"morning", "mornings"})) return DayPart::morning;
  if (tokens_.is_any(i, {"afternoon", "afternoons"})) return DayPart::afternoon;
  if (tokens_.is_any(i, {"evening", "evenings"})) return DayPart::evening;
  return tokens_.is_any(i, {"night", "nights", "overnight"}) ? DayPart::night : DayPart::none;
}

/// Takes "morning" after a day into it: "Friday morning".
void DateFinder::with_day_part(FoundTime& found) const {
  const DayPart part = day_part_at(found.end);
  if (part == DayPart::none || tokens_[found.end].newlines > 0 || tokens_[found.end].capital) return;
  found.value.type = TimeType::time;
  found.value.day_part = part;
  ++found.end;
}

/// "this morning", "last night", "overnight", "the next evening".
std::optional<FoundTime> DateFinder::day_part(std::size_t i) const {
  const DayPart part = day_part_at(i);
  if (part == DayPart::none) return std::nullopt;
  const bool own = tokens_.is(i - 1, "this");
  const bool last = tokens_.is(i - 1, "last");
  const bool overnight = tokens_.is(i, "overnight");
  FoundTime found;
  if (own || last || overnight) {
    const bool before = (last && part == DayPart::night) || overnight;
    found = unit(overnight ? i : i - 1, i + 1, day_from(here(Grain::day), before ? -1 : 0), true);
    found.dated = last;
  } else if (tokens_.is_any(i - 1, {"that", "next", "following", "same"}) && last_day_.known()) {
    const bool next = tokens_.is_any(i - 1, {"next", "following"});
    found = told(tokens_.is(i - 2, "the") ? i - 2 : i - 1, i + 1, TimeValue::on(day_from(last_day_, next ? 1 : 0)));
  } else if (tokens_.is_any(i - 1, {"every", "each"})) {
    return told(i - 1, i + 1, TimeValue::each(Grain::day, 1));
  } else {
    return std::nullopt;
  }
  found.value.type = TimeType::time;
  found.value.day_part = part;
  return found;
}

}  // namespace avow::text
