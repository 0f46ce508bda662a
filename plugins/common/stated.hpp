#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "measure.hpp"
#include "tokens.hpp"

namespace avow::detect {

/// A measure with the amount that a sentence states of it.
struct Stated {
  Measure measure;
  sdk::Quantity quantity;
  int apart = 0;  ///< words between them, what parts them counted for more; 0 where one holds the other
};

/// Ways to state an amount that wrap around it, so that no run of words names the measure: "home to 60 million
/// people", "the $2 trillion economy". Read from a file of lines such as
///
///     population: home to # people
///     gross domestic product: $# economy
///
/// where # stands for any amount, $# for one of money, %# for a share, ^ for a name; `|` parts ways of one measure, `#`
/// at the begin of a line is a comment. A name that begins a way must be a subject: it follows no preposition. A way
/// that ends with . must end its clause. A way that begins with ~ counts only where no measure is named beside the
/// amount, no further noun stands before it ("oil output in") and no place after it ("40,000 citizens in Mali").
class Shapes {
 public:
  Shapes() = default;
  /// Throws std::runtime_error that names `where` and the line.
  Shapes(std::string_view text, std::string_view where);

  /// The measure that the words around the amount name, the longest way first; empty where none does.
  struct Found {
    std::string_view measure;
    int first = 0;  ///< words, both inclusive
    int last = -1;
    bool weak = false;  ///< a way that begins with ~
  };
  Found around(const Tokens& tokens, const sdk::Quantity& quantity) const;

 private:
  struct Shape {
    std::string measure;
    char sort = '#';
    bool weak = false;
    bool at_end = false;              ///< of the clause
    std::vector<std::string> before;  ///< the nearest first
    std::vector<std::string> after;
  };
  void add(std::string_view measure, std::string_view way, std::string_view where);
  static bool reads(const Tokens& tokens, const Shape& shape, Found& found);

  std::vector<Shape> shapes_;
};

/// Which amount of a sentence belongs to which measure that it names: the nearest to it, where neither a clause,
/// another amount nor another measure parts them. An amount belongs to one measure; a measure has a second amount only
/// where that is one of another place: "18 percent in Arvania and 7 percent in Belmark". What starts a change or is
/// only compared with is no amount of it. In the order of the amounts; costs the product of both numbers, which
/// sentences of prose keep small, and at most max_amounts of them are looked at.
std::vector<Stated> stated_in(const sdk::Document& document, const Tokens& tokens, const Shapes& shapes);
inline constexpr std::size_t max_amounts = 24;

}  // namespace avow::detect
