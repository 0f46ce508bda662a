#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace avow::detect {

class Lexicon;
class Tokens;

/// How a language whose verbs frame the clause (German, Dutch) orders its words, as data: the finite verb stands second
/// or, in a subordinate clause, last, and infinitives and participles last. The rules of the detectors are written for
/// subject, verb, object; with this the words of a sentence are put into that order before the rules look at them.
///
/// A file lexicon/<language>.order.txt is UTF-8 text, `#` begins a comment, entries are parted by commas:
/// [infinitive ending] lists the ends of infinitives, [separable prefix] what a finite verb leaves at the clause's end.
struct WordOrder {
  std::vector<std::string> infinitive_endings;
  std::vector<std::string> separable_prefixes;

  /// Throws std::runtime_error that names the file, the line and what is wrong with it.
  static WordOrder read(std::string_view text, std::string_view where);
};

/// A word at its new place.
struct Placed {
  enum Kind : std::uint8_t {
    stays,
    moved,  ///< stands elsewhere in the text
    left,   ///< the empty place of one that was moved
    to,     ///< a "to" that the text does not have: "wollen senken" is "want to lower"
    stays_without_comma,
    moved_after_comma,  ///< "2023 stieg sie" is "2023, sie stieg"
  };
  int word = 0;  ///< its position in the text's order
  Kind kind = stays;
  std::uint16_t number = 0;  ///< of the word in the lexicon, where it is another now: "hebt ... an" is "anhebt"
};

/// The sentence's words in the order subject, finite verb, negation, other verbs, the rest, in place of what `places`
/// held. Every word of the text is in it once as `stays` or `left`. Linear.
void in_plain_order(const Tokens& tokens, const Lexicon& lexicon, const WordOrder& order, std::vector<Placed>& places);

}  // namespace avow::detect
