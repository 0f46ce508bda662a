#include "read/xlsx_dates.hpp"

#include <cmath>
#include <unordered_map>

#include "base/date.hpp"
#include "read/ascii.hpp"
#include "read/xml_tree.hpp"

namespace avow {
namespace {

constexpr double days_to_9999 = 2'958'465;

/// Built-in formats that show days: 14 to 17 and 22, and those of East Asian dates.
bool is_builtin_day(unsigned format) {
  return (format >= 14 && format <= 16) || format == 22 || (format >= 27 && format <= 36) ||
         (format >= 50 && format <= 58);
}
constexpr unsigned builtin_month = 17;  // mmm-yy

}  // namespace

/// Letters outside of quotes, brackets and escapes; "m" alone may be minutes.
XlsxDates::Precision XlsxDates::precision_of(std::string_view code) {
  bool year = false, month = false, day = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = ascii::lower(code[i]);
    if (c == '"' || c == '[') i = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
    if (c == '\\' || c == '_' || c == '*') ++i;
    year |= c == 'y';
    month |= c == 'm';
    day |= c == 'd';
  }
  if (day) return Precision::day;
  if (!year) return Precision::none;
  return month ? Precision::month : Precision::year;
}

XlsxDates::XlsxDates(pugi::xml_node styles, pugi::xml_node workbook) {
  std::unordered_map<unsigned, Precision> formats;
  for (auto node = styles; node; node = xml::next(node, styles)) {
    if (xml::local_name(node) == "numFmt")
      formats[node.attribute("numFmtId").as_uint()] = precision_of(xml::attribute(node, "formatCode"));
    if (xml::local_name(node) != "xf" || xml::local_name(node.parent()) != "cellXfs") continue;
    const unsigned format = node.attribute("numFmtId").as_uint();
    const auto own = formats.find(format);
    styles_.push_back(own != formats.end()      ? own->second
                      : is_builtin_day(format)  ? Precision::day
                      : format == builtin_month ? Precision::month
                                                : Precision::none);
  }
  for (auto node = workbook; node; node = xml::next(node, workbook))
    if (xml::local_name(node) == "workbookPr") since_1904_ = node.attribute("date1904").as_bool();
}

/// Day 1 is the first of January 1900, and day 60 a 29 February 1900 that never was: from the first of March on, days
/// count from 30 December 1899.
std::optional<std::string> XlsxDates::text(double days, unsigned style) const {
  const Precision precision = style < styles_.size() ? styles_[style] : Precision::none;
  constexpr double leap_day_that_was_none = 60;
  const double first = since_1904_ ? 0 : leap_day_that_was_none + 1;
  if (precision == Precision::none || !(days >= first && days <= days_to_9999)) return std::nullopt;
  using namespace std::chrono_literals;
  const Day start = since_1904_ ? Day{1904y / 1 / 1} : Day{1899y / 12 / 30};
  const std::string text = to_string(start + std::chrono::days(static_cast<int>(std::floor(days))));
  return text.substr(0, precision == Precision::year ? 4 : precision == Precision::month ? 7 : 10);
}

}  // namespace avow
