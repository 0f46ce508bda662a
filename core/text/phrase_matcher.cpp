#include "text/phrase_matcher.hpp"

#include <array>

#include "text/words.hpp"

namespace avow::text {
namespace {

constexpr char blank = ' ';
constexpr char stop = '.';  ///< in no phrase, so that none spans it

constexpr bool is_letter(char c) noexcept {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// What becomes of a byte: a letter or digit stands for itself in small, the rest is told apart by these.
namespace becomes {
constexpr char blank = 0;
constexpr char stop = 1;
constexpr char mark_of_three = 2;  ///< with the two bytes behind it: dashes, quotation marks, curly apostrophes
constexpr char mark_of_two = 3;
constexpr char latin = 4;  ///< may be the second byte of a capital of Latin-1
}  // namespace becomes

/// Of each byte, whatever stands before it.
constexpr std::array<char, 256> folds = [] {
  std::array<char, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char c = lower(static_cast<char>(byte));
    table[byte] = is_letter(c) ? c : becomes::blank;
  }
  for (const char c : {'.', '!', '?', ';'}) table[static_cast<unsigned char>(c)] = becomes::stop;
  table[0xE2] = becomes::mark_of_three;
  table[0xC2] = becomes::mark_of_two;
  for (std::size_t byte = 0x80; byte <= 0x9E; ++byte) table[byte] = becomes::latin;
  return table;
}();

/// Small letters of ASCII and Latin-1, single blanks for what parts words, stops for what ends sentences; begins and
/// ends with a blank.
class Folder {
 public:
  template <typename Put>
  static void fold(std::string_view text, Put put) {
    bool behind_blank = true;
    put(blank);
    const auto part = [&] {
      if (!behind_blank) put(blank);
      behind_blank = true;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char to = folds[static_cast<unsigned char>(text[i])];
      switch (to) {
        case becomes::stop:
          part();
          put(stop);
          put(blank);
          break;
        case becomes::mark_of_three:
        case becomes::mark_of_two: {
          const std::size_t more = to == becomes::mark_of_three ? 2 : 1;
          const bool whole = i + more < text.size();
          whole ? part() : put(text[i]);
          behind_blank = whole;
          if (whole) i += more;
          break;
        }
        case becomes::latin: {  // a capital of Latin-1 behind its first byte
          const bool capital = i > 0 && text[i - 1] == '\xC3';
          put(capital ? static_cast<char>(text[i] + 0x20) : text[i]);
          behind_blank = false;
          break;
        }
        case becomes::blank:
          part();
          break;
        default:
          put(to);
          behind_blank = false;
      }
    }
    part();
  }
};

}  // namespace

std::uint32_t PhraseMatcher::add(std::string_view phrase) {
  const bool open_begin = phrase.starts_with('*');
  const bool open_end = phrase.ends_with('*');
  if (open_begin) phrase.remove_prefix(1);
  if (open_end && !phrase.empty()) phrase.remove_suffix(1);
  std::string folded;
  Folder::fold(phrase, [&](char c) { folded += c; });
  if (open_begin) folded.erase(0, 1);
  if (open_end && !folded.empty()) folded.pop_back();
  const auto [known, fresh] = numbers_.try_emplace(folded, static_cast<std::uint32_t>(folded_.size()));
  if (fresh) {
    folded_.push_back(folded);
    lengths_.push_back(folded.size());
  }
  return known->second;
}

void PhraseMatcher::build() {
  symbol_.fill(0);
  width_ = 1;
  for (const std::string& phrase : folded_)
    for (const char c : phrase)
      if (auto& symbol = symbol_[static_cast<unsigned char>(c)]; symbol == 0)
        symbol = static_cast<std::uint8_t>(width_++);
  states_.assign(1, {});
  edges_.assign(width_, 0);
  for (std::uint32_t number = 0; number < folded_.size(); ++number) {
    std::uint32_t state = 0;
    for (const char c : folded_[number]) {
      const std::uint8_t symbol = symbol_[static_cast<unsigned char>(c)];
      if (edge(state, symbol) == 0) {
        const auto added = static_cast<std::uint32_t>(states_.size());
        states_.emplace_back();
        edges_.resize(edges_.size() + width_);
        edge(state, symbol) = added;
      }
      state = edge(state, symbol);
    }
    if (state != 0) states_[state].phrase = number;
  }
  link();
  mark_hits();
  folded_.clear();
  numbers_.clear();
}

/// Breadth first: every state's fallback is the longest end of its letters that begins a phrase; missing edges lead on
/// from there.
void PhraseMatcher::link() {
  std::vector<std::uint32_t> queue;
  for (std::size_t s = 1; s < width_; ++s)
    if (const auto child = edge(0, static_cast<std::uint8_t>(s))) queue.push_back(child);
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const std::uint32_t state = queue[head];
    const std::uint32_t fallback = states_[state].fallback;
    states_[state].shorter = states_[fallback].phrase != none ? fallback : states_[fallback].shorter;
    for (std::size_t s = 1; s < width_; ++s) {
      const auto symbol = static_cast<std::uint8_t>(s);
      const std::uint32_t child = edge(state, symbol);
      if (child == 0) {
        edge(state, symbol) = edge(fallback, symbol);
      } else {
        states_[child].fallback = edge(fallback, symbol);
        queue.push_back(child);
      }
    }
  }
}

/// So that find() looks at a state only when there is something to see.
void PhraseMatcher::mark_hits() {
  for (std::uint32_t& to : edges_)
    if (states_[to].phrase != none || states_[to].shorter != 0) to |= hit;
}

void PhraseMatcher::find(std::string_view text, std::vector<PhraseHit>& hits) const {
  if (states_.size() < 2) return;
  std::uint32_t state = 0;
  std::size_t at = 0;
  Folder::fold(text, [&](char c) {
    // Bytes of no phrase have the symbol 0, whose edges all lead to the begin.
    const std::uint32_t to = edge(state, symbol_[static_cast<unsigned char>(c)]);
    state = to & ~hit;
    ++at;
    if ((to & hit) == 0) return;
    for (std::uint32_t end = state; end != 0; end = states_[end].shorter)
      if (const std::uint32_t phrase = states_[end].phrase; phrase != none)
        hits.push_back({at - lengths_[phrase], at, phrase});
  });
}

}  // namespace avow::text
