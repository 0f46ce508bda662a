#include "read/outcome_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "read/ascii.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

/// What publishers write where there is no figure.
constexpr std::array missing_marks = {""sv,     ".."sv,  "..."sv, "\xE2\x80\xA6"sv, "n/a"sv,          "na"sv,
                                      "n.a."sv, "xxx"sv, "-"sv,   "\xE2\x80\x93"sv, "\xE2\x80\x94"sv, ":"sv};

/// Marks that send the reader of a table to its footnotes. A number in brackets is one, a word is not.
constexpr std::array footnote_marks = {"*"sv,      "\u2020"sv, "\u2021"sv, "\u00a7"sv, "\u00b9"sv,
                                       "\u00b2"sv, "\u00b3"sv, "\u2070"sv, "\u2074"sv, "\u2075"sv,
                                       "\u2076"sv, "\u2077"sv, "\u2078"sv, "\u2079"sv};

bool is_note_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

/// Without one mark at its end; as it is when there is none.
std::string_view without_mark(std::string_view name) {
  for (const auto mark : footnote_marks)
    if (name.ends_with(mark)) return name.substr(0, name.size() - mark.size());
  const auto open = name.find_last_of("([");
  if (open == std::string_view::npos || (!name.ends_with(')') && !name.ends_with(']'))) return name;
  return is_note_number(name.substr(open + 1, name.size() - open - 2)) ? name.substr(0, open) : name;
}

/// A to Z, AA to ZZ, ... as spreadsheets name their columns.
std::string column_letters(std::size_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

}  // namespace

bool is_missing(std::string_view cell) {
  for (const auto mark : missing_marks)
    if (ascii::equal(cell, mark)) return true;
  return false;
}

std::string without_marks(std::string_view name) {
  for (name = ascii::trim(name);;) {
    const auto shorter = ascii::trim(without_mark(name));
    if (shorter.size() == name.size()) return std::string(name);
    name = shorter;
  }
}

std::string_view place_word(PlaceKind kind) {
  return kind == PlaceKind::line ? "line"sv : kind == PlaceKind::row ? "row"sv : "item"sv;
}

std::string_view advice_for_number(std::string_view cell) {
  const bool digits_and_marks = cell.find_first_not_of("0123456789+-., '") == std::string_view::npos;
  if (digits_and_marks && cell.find(',') != std::string_view::npos)
    return "write it without thousands separators and with a point as the decimal mark";
  if (digits_and_marks && cell.find_first_of(" '") != std::string_view::npos)
    return "write it without thousands separators";
  if (cell.ends_with('%')) return "leave the % out; the unit says it";
  return "write a plain number such as 1234.5, or leave the cell empty when there is none";
}

std::string outcome_place(std::string_view name, PlaceKind kind, std::size_t line, std::size_t column) {
  const std::string where = kind == PlaceKind::row ? column_letters(column) : fmt::to_string(column);
  return fmt::format("{}: {} {}, column {}", name, place_word(kind), line, where);
}

}  // namespace avow
