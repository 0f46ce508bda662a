#include "read/date_guess.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "read/ascii.hpp"

namespace avow {
namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> labels = {"date of publication",
                                                     "published on",
                                                     "published",
                                                     "publication date",
                                                     "delivered on",
                                                     "issued on",
                                                     "issued",
                                                     "posted on",
                                                     "posted",
                                                     "released",
                                                     "date",
                                                     "as delivered on"};

constexpr std::size_t max_dateline = 100;     ///< bytes of a line that may be a dateline
constexpr std::size_t dateline_reach = 2000;  ///< bytes from the start in which one is looked for
constexpr int dateline_lines = 12;

/// Reads forward through a text; every reader takes what fits and says whether it did.
struct Scanner {
  std::string_view rest;

  void skip(std::string_view characters) {
    const auto at = rest.find_first_not_of(characters);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at);
  }
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t size = 0;
    int value = 0;
    while (size < rest.size() && size <= most && ascii::is_digit(rest[size])) value = value * 10 + (rest[size++] - '0');
    if (size < least || size > most) return std::nullopt;
    rest.remove_prefix(size);
    return value;
  }
  std::string_view word() {
    std::size_t size = 0;
    while (size < rest.size() && ascii::is_alpha(rest[size])) ++size;
    const auto found = rest.substr(0, size);
    rest.remove_prefix(size);
    return found;
  }
  bool at_end_of_word() const { return rest.empty() || (!ascii::is_digit(rest[0]) && !ascii::is_alpha(rest[0])); }
};

/// Number of the name in the table from 1, taken whole or cut short to three letters or more ("Sept"); 0 for none.
template <std::size_t N>
unsigned place(const std::array<std::string_view, N>& table, std::string_view word) {
  for (std::size_t i = 0; i < N && word.size() >= 3; ++i)
    if (ascii::starts_with(table[i], word)) return static_cast<unsigned>(i + 1);
  return 0;
}

bool plausible_year(int year) {
  return year >= 1500 && year <= 2199;
}

Date make_day(int year, unsigned month, int day) {
  return Date::parse(fmt::format("{:04}-{:02}-{:02}", year, month, day)).value_or(Date{});
}

void skip_ordinal(Scanner& in) {
  for (const auto* suffix : {"st", "nd", "rd", "th"})
    if (ascii::starts_with(in.rest, suffix)) {
      in.rest.remove_prefix(2);
      break;
    }
}

/// "5, 2014" or "2014" behind the name of a month.
Date after_month(Scanner in, unsigned month) {
  in.skip(". ");
  Scanner day_first = in;
  if (const auto day = day_first.number(1, 2)) {
    skip_ordinal(day_first);
    day_first.skip(", ");
    const auto year = day_first.number(4, 4);
    return year && plausible_year(*year) ? make_day(*year, month, *day) : Date{};
  }
  in.skip(", ");
  const auto year = in.number(4, 4);
  return year && plausible_year(*year) ? Date::month(*year, month) : Date{};
}

/// "September 2014" behind the number of a day.
Date after_day(Scanner in, int day) {
  skip_ordinal(in);
  in.skip(". -");
  if (ascii::starts_with(in.rest, "of ")) in.rest.remove_prefix(3);
  const auto month = place(months, in.word());
  in.skip(".,- ");
  const auto year = in.number(4, 4);
  return month != 0 && year && plausible_year(*year) && in.at_end_of_word() ? make_day(*year, month, day) : Date{};
}

/// "-09-05", "/09/05", "0905" or nothing behind a year.
Date after_year(Scanner in, int year) {
  const Date whole = plausible_year(year) && in.at_end_of_word() ? Date::year(year) : Date{};
  const bool separated = !in.rest.empty() && std::string_view("-/._").find(in.rest[0]) != std::string_view::npos;
  const char separator = separated ? in.rest[0] : '\0';
  if (separated) in.rest.remove_prefix(1);
  const auto month = in.number(2, 2);
  if (!month) return whole;
  if (*month < 1 || *month > 12 || !plausible_year(year)) return {};
  const bool more = separated && !in.rest.empty() && in.rest[0] == separator;
  if (more) in.rest.remove_prefix(1);
  const auto day = in.number(2, 2);
  if (day) return make_day(year, static_cast<unsigned>(*month), *day);
  return separated && in.at_end_of_word() ? Date::month(year, static_cast<unsigned>(*month)) : Date{};
}

/// YYYYMMDD, the only form without separators.
Date compact_day(Scanner in) {
  const auto all = in.number(8, 8);
  return all && plausible_year(*all / 10000)
             ? make_day(*all / 10000, static_cast<unsigned>(*all / 100 % 100), *all % 100)
             : Date{};
}

Date numeric_date(Scanner in) {
  if (const auto compact = compact_day(in); compact.known()) return compact;
  if (const auto year = in.number(4, 4)) return after_year(in, *year);
  const auto day = in.number(1, 2);
  return day ? after_day(in, *day) : Date{};
}

std::string_view without_label(std::string_view line) {
  for (const auto label : labels) {
    if (!ascii::starts_with(line, label)) continue;
    Scanner behind{line.substr(label.size())};
    if (!behind.at_end_of_word()) continue;
    behind.skip(": ");
    return behind.rest;
  }
  return line;
}

bool ends_as_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(';');
}

/// A day anywhere in a short line that is not a sentence: "Springfield, 5 May 2019".
Date day_inside(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins_word = i == 0 || !(ascii::is_alpha(line[i - 1]) || ascii::is_digit(line[i - 1]));
    if (!begins_word) continue;
    if (Date date = leading_date(line.substr(i)); date.is_day()) return date;
  }
  return {};
}

Date date_of_line(std::string_view line) {
  const auto bare = without_label(line);
  const bool labelled = bare.size() != line.size();
  if (const Date date = leading_date(bare); date.is_day() || (labelled && date.known())) return date;
  return ends_as_sentence(line) ? Date{} : day_inside(line);
}

}  // namespace

Date leading_date(std::string_view text) {
  Scanner in{ascii::trim(text.substr(0, 128))};
  Scanner ahead = in;
  if (place(weekdays, ahead.word()) != 0) {
    ahead.skip("., ");
    in = ahead;
  }
  if (in.rest.empty()) return {};
  if (ascii::is_digit(in.rest[0])) return numeric_date(in);
  const auto month = place(months, in.word());
  return month == 0 ? Date{} : after_month(in, month);
}

Date dateline(std::string_view text) {
  std::size_t at = 0;
  for (int lines = 0; lines < dateline_lines && at < text.size() && at < dateline_reach;) {
    const auto whole = ascii::line_at(text, at);
    at += whole.size() + 1;
    const auto line = ascii::trim(whole);
    if (line.empty()) continue;
    ++lines;
    if (line.size() > max_dateline) continue;
    if (Date date = date_of_line(line); date.known()) return date;
  }
  return {};
}

Date date_in_name(std::string_view file_name) {
  Date best;
  for (std::size_t i = 0; i < file_name.size(); ++i) {
    const bool begins = ascii::is_digit(file_name[i]) && (i == 0 || !ascii::is_digit(file_name[i - 1]));
    if (!begins) continue;
    const Date date = numeric_date({file_name.substr(i)});
    if (date.is_day()) return date;
    // A month says more than the year alone that may have come before it.
    if (date.known() && (!best.known() || date.text().size() > best.text().size())) best = date;
  }
  return best;
}

}  // namespace avow
