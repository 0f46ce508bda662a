#include "text/dates.hpp"

#include <algorithm>

#include "text/date_finder.hpp"

namespace avow::text {
namespace {

constexpr int first_year = 1500;
constexpr int last_year = 2199;

}  // namespace

DateFinder::DateFinder(const Tokens& tokens, const Date& published) : tokens_(tokens) {
  if (!published.known()) return;
  known_ = true;
  today_known_ = published.is_day();
  today_ = published.latest();
  const std::chrono::year_month_day ymd(today_);
  year_ = static_cast<int>(ymd.year());
  month_ = static_cast<unsigned>(ymd.month());
}

std::vector<DateMention> DateFinder::run() {
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

/// Tries the readers that the sort of token allows.
std::optional<FoundDate> DateFinder::read(std::size_t i) const {
  const Token& token = tokens_[i];
  if (token.kind == TokenKind::number)
    return first_of(i, {&DateFinder::iso_day, &DateFinder::slashed_day, &DateFinder::day_first,
                        &DateFinder::span_of_time, &DateFinder::decade, &DateFinder::year_alone});
  if (token.kind != TokenKind::word) return std::nullopt;
  if (tokens_.has(i, month_name)) return month_first(i);
  if (tokens_.has(i, weekday_name)) return first_of(i, {&DateFinder::weekday_with_date, &DateFinder::weekday});
  if (tokens_.has(i, date_anchor))
    return first_of(i, {&DateFinder::quarter, &DateFinder::end_of, &DateFinder::part_of, &DateFinder::span_of_time,
                        &DateFinder::shifted_period, &DateFinder::season, &DateFinder::days_from_now});
  if (tokens_.has(i, number_word)) return span_of_time(i);
  return token.end - token.begin == 2 ? quarter(i) : std::nullopt;
}

std::optional<FoundDate> DateFinder::first_of(std::size_t i, std::initializer_list<Reader> readers) const {
  for (const Reader reader : readers)
    if (auto found = (this->*reader)(i)) return found;
  return std::nullopt;
}

std::optional<int> DateFinder::integer(std::size_t i, std::size_t min_size, std::size_t max_size) const {
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

std::optional<int> DateFinder::year_at(std::size_t i) const {
  const auto value = integer(i, 4, 4);
  return value && *value >= first_year && *value <= last_year ? value : std::nullopt;
}

std::optional<int> DateFinder::day_at(std::size_t i) const {
  const auto value = integer(i, 1, 2);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

/// A day of a month with what follows it ("24", "24th"); `end` moves past it.
std::optional<int> DateFinder::day_number_at(std::size_t i, std::size_t& end) const {
  const auto value = day_at(i);
  if (!value) return std::nullopt;
  end = i + 1;
  if (tokens_[end].glued && tokens_.is_any(end, {"st", "nd", "rd", "th"})) ++end;
  const bool ordinal = tokens_.language().writing().ordinal_point && tokens_.is_mark(end, '.') && tokens_[end].glued;
  if (ordinal && tokens_.has(end + 1, month_name)) ++end;
  return tokens_[end].glued && (tokens_.is_word(end) || tokens_.is_mark(end, '%')) ? std::nullopt : value;
}

/// The month that token `i` names, its full stop included; 0 when it is none.
unsigned DateFinder::month_at(std::size_t i, std::size_t& end) const {
  if (!tokens_.has(i, month_name) || !tokens_[i].capital) return 0;
  end = i + 1;
  const bool abbreviated = tokens_[i].end - tokens_[i].begin <= 4 && tokens_.has(i, soft_abbreviation);
  if (abbreviated && tokens_.is_mark(end, '.') && tokens_[end].glued) ++end;
  return tokens_.word(i).month;
}

std::vector<DateMention> find_dates(const Tokens& tokens, const Date& published) {
  return DateFinder(tokens, published).run();
}

}  // namespace avow::text
