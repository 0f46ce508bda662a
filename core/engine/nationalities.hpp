#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace avow {

/// The content of schema/nationalities/en.txt, put into the library when it is built.
std::string_view nationalities_text() noexcept;

/// Adjectives and demonyms of countries: "Greek", "South Koreans". They are no names of a country ("a Greek said"), so
/// that the gazetteer does not know them; beside a measure they tell whose it is. Immutable after construction.
class Nationalities {
 public:
  /// From lines "GRC Greek, Greeks"; `#` begins a comment.
  explicit Nationalities(std::string_view text);
  /// What Avow ships with.
  static const Nationalities& shipped();

  struct Found {
    Span span;              ///< of the text given to find()
    std::string_view code;  ///< of the country; lives as long as this
  };
  /// Those in the text, longest first where two begin at one place, in order. Linear.
  std::vector<Found> find(std::string_view text) const;

 private:
  std::map<std::string, std::string, std::less<>> code_by_words_;
};

}  // namespace avow
