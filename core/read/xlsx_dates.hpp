#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace avow {

/// Which cells of a workbook hold dates. A date is a count of days whose cell style has a format made for dates
/// (ECMA-376 part 1, 18.8.30: the built-in ones by number, others by their code).
class XlsxDates {
 public:
  /// The roots of xl/styles.xml (null when there is none) and of xl/workbook.xml, which says from when days count.
  XlsxDates(pugi::xml_node styles, pugi::xml_node workbook);

  /// "2024", "2024-05" or "2024-05-17", as precise as the format shows it; nullopt where the style is no date's or the
  /// number is no day between 1900 and 9999.
  std::optional<std::string> text(double days, unsigned style) const;

 private:
  enum class Precision : unsigned char { none, year, month, day };
  static Precision precision_of(std::string_view code);

  std::vector<Precision> styles_;
  bool since_1904_ = false;
};

}  // namespace avow
