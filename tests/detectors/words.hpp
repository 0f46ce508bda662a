#pragma once

#include <string_view>
#include <vector>

#include "subject.hpp"
#include "tokens.hpp"

namespace avow::detect {

/// A small lexicon, so that these tests say themselves what the words mean.
inline const Lexicon& small_lexicon() {
  static const Lexicon lexicon = [] {
    Lexicon words;
    words.add_text(R"(
[own pronoun]
we, i
[other pronoun]
it, they, he
[determiner]
the, a
[preposition]
of, in, including
[conjunction]
and, but
[coordinate]
and
[relative]
who, which
[that]
that
[adverb]
also, therefore
[not]
never, by no means, won't
[other possessive]
's
[verb be]
be, is, was, been, being
's, , , ,
[will]
will, 'll, won't, are going to
[verb say]
believe, believes, believed, believed, believing
[verb rise]
raise, raises, raised, raised, raising
cut, cuts, cut, cut, cutting
[participle ending]
ed
)",
                   "small");
    return words;
  }();
  return lexicon;
}

/// The words of one sentence; `text` must outlive them. `met` is told the needs that they meet.
inline Tokens words_of(std::string_view text, const Lexicon& lexicon = small_lexicon(), unsigned* met = nullptr) {
  std::vector<avow_word> words;
  const std::uint32_t marks_after =
      sdk::cut_words(text, {0, text.size()}, [&](const avow_word& word) { words.push_back(word); });
  Tokens tokens;
  const unsigned needs =
      tokens.look(text, sdk::View<sdk::Word>({words.data(), words.size(), sizeof(avow_word)}), marks_after, lexicon);
  if (met != nullptr) *met = needs;
  tokens.read();
  return tokens;
}

}  // namespace avow::detect
