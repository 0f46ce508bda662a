#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/annotations.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// A person's name where the text writes it.
struct NameUse {
  TokenRange tokens;      ///< with titles: "Prime Minister Jens Muster"
  std::size_t bare = 0;   ///< first token without them
  std::uint64_t key = 0;  ///< of the last name
  bool full = false;      ///< first and last name at least
};

/// The persons that a text names, so that "Muster" and "MR. MUSTER" can be given as "Jens Muster".
class Names {
 public:
  /// `mentions` are those of the same text: a known name says where a title ends that the word list does not know.
  Names(const Tokens& tokens, const std::vector<Mention>& mentions);

  /// Names in order of the text.
  const std::vector<NameUse>& uses() const noexcept { return uses_; }

  /// The fullest form the document uses for the person whose last name ends `range`: the last full form before it that
  /// agrees with it, else the most frequent of all; the words of the range without titles when there is none.
  std::string fullest(TokenRange range) const;

  /// The name in `range` itself, titles stripped.
  std::string plain(TokenRange range) const;

 private:
  std::size_t bare_begin(TokenRange range) const;
  void add(TokenRange range, const std::vector<Mention>& mentions, std::size_t& mention);
  bool holds(const NameUse& longer, const NameUse& shorter) const;
  bool agrees(const NameUse& use, TokenRange range) const;

  const Tokens& tokens_;
  std::vector<NameUse> uses_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> full_;  ///< key -> full uses, in order
};

/// The bytes of a range as one line: blanks single.
std::string one_line(const Tokens& tokens, TokenRange range);

}  // namespace avow::text
