#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace avow {

/// The words of a whole text in lower case, without those at the ends of its lines, which may be parts of words.
class PdfWords {
 public:
  void add(std::string_view line);
  bool has(std::string_view word) const;

 private:
  std::unordered_set<std::string> words_;
};

/// "W" before "e will": the large initial of a chapter, which is a line of its own.
bool is_initial(std::string_view text, std::string_view next);

/// Puts a line behind the text of its paragraph, with a blank between them or, where the end of the line has parted a
/// word, without. `line` is not empty.
void join_line(std::string& text, std::string_view line, const PdfWords& words);

}  // namespace avow
