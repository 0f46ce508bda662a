#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "text/language.hpp"

namespace avow::text {

/// The languages that a run knows: English, which the library carries, and those of a folder. Immutable after
/// construction, so shared by threads.
class Languages {
 public:
  /// English alone.
  Languages();

  /// Reads every <tag>.txt of the folder; "en.txt" takes the place of the English that the library carries. Error (io,
  /// bad_input, limit) naming the file when one cannot be read.
  explicit Languages(const std::filesystem::path& folder);

  /// Those that Avow ships: of the folder that AVOW_LANGUAGES names, else share/avow/languages beside the program, else
  /// English alone. Read once, at the first call, which throws as the constructor does.
  static const Languages& shipped();

  /// The language of a text: the one its BCP 47 tag names by the first part, else, when it has no tag, the one whose
  /// function words make up most of its beginning. English when none is known or none stands out.
  const Language& of(std::string_view tag, std::string_view text) const;

  /// All of them, English first.
  const std::vector<Language>& all() const noexcept { return all_; }

 private:
  const Language& detect(std::string_view text) const;

  std::vector<Language> all_;
};

}  // namespace avow::text
