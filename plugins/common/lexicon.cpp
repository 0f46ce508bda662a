#include "lexicon.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <optional>
#include <stdexcept>

#include "avow/sdk/cut_words.hpp"

namespace avow::detect {
namespace {

constexpr std::array<std::string_view, word_count> word_names = {"own pronoun",
                                                                 "own possessive",
                                                                 "you pronoun",
                                                                 "other pronoun",
                                                                 "other possessive",
                                                                 "relative",
                                                                 "that",
                                                                 "determiner",
                                                                 "preposition",
                                                                 "conjunction",
                                                                 "coordinate",
                                                                 "subordinator",
                                                                 "condition",
                                                                 "to",
                                                                 "not",
                                                                 "adverb",
                                                                 "verb be",
                                                                 "verb have",
                                                                 "verb do",
                                                                 "modal",
                                                                 "will",
                                                                 "verb commit",
                                                                 "verb agree",
                                                                 "verb aim",
                                                                 "verb hope",
                                                                 "verb expect",
                                                                 "verb say",
                                                                 "verb happen",
                                                                 "commit noun",
                                                                 "plan noun",
                                                                 "verb make",
                                                                 "verb affirm",
                                                                 "strong",
                                                                 "idiom",
                                                                 "verb talk",
                                                                 "verb state",
                                                                 "verb action",
                                                                 "verb rise",
                                                                 "verb fall",
                                                                 "verb cap",
                                                                 "verb reach",
                                                                 "verb match",
                                                                 "record high",
                                                                 "record low",
                                                                 "compare",
                                                                 "level",
                                                                 "start",
                                                                 "by",
                                                                 "up to",
                                                                 "towards",
                                                                 "group",
                                                                 "each",
                                                                 "total",
                                                                 "verb hold",
                                                                 "ratio",
                                                                 "superlative",
                                                                 "noise",
                                                                 "unlikely",
                                                                 "office",
                                                                 "own group",
                                                                 "owed",
                                                                 "question",
                                                                 "definite",
                                                                 "than",
                                                                 "part",
                                                                 "verb zero",
                                                                 "net zero",
                                                                 "verb freeze",
                                                                 "verb keep",
                                                                 "no",
                                                                 "more",
                                                                 "less",
                                                                 "goal",
                                                                 "agent",
                                                                 "opponent",
                                                                 "title",
                                                                 "verb favour",
                                                                 "judgement",
                                                                 "duty",
                                                                 "verb deed",
                                                                 "verb see",
                                                                 "opening condition",
                                                                 "at",
                                                                 "noun too"};

constexpr std::size_t max_phrase_words = 8;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<Word> word_named(std::string_view name) {
  const auto found = std::find(word_names.begin(), word_names.end(), name);
  constexpr std::string_view verb = "verb ";
  // A word whose entries mostly have no forms ("will") may have some that do ("would").
  if (found == word_names.end() && name.starts_with(verb)) return word_named(name.substr(verb.size()));
  if (found == word_names.end()) return std::nullopt;
  return static_cast<Word>(found - word_names.begin());
}

/// "part 33.3" names a share in percent; 0 when it does not.
float part_of(std::string_view name) {
  constexpr std::string_view part = "part ";
  float value = 0;
  if (name.starts_with(part)) std::from_chars(name.data() + part.size(), name.data() + name.size(), value);
  return value;
}

[[noreturn]] void fail(std::string_view where, std::size_t line, const std::string& what) {
  throw std::runtime_error(std::string(where) + ":" + std::to_string(line) + ": " + what);
}

/// Calls use(index, part) for each comma-separated part.
template <typename Use>
void each_part(std::string_view line, Use use) {
  for (std::size_t index = 0;; ++index) {
    const auto comma = line.find(',');
    use(index, trim(line.substr(0, comma)));
    if (comma == std::string_view::npos) return;
    line.remove_prefix(comma + 1);
  }
}

}  // namespace

void Lexicon::add_text(std::string_view text, std::string_view where) {
  std::optional<Word> section;
  bool verbs = false;
  bool endings = false;
  float part = 0;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (line.front() == '[') {
      const auto name = trim(line.substr(1, line.find(']') - 1));
      part = part_of(name);
      section = part > 0 ? Word::part : word_named(name);
      endings = name == "participle ending";
      if (!section && !endings) fail(where, number, "unknown section [" + std::string(name) + "]");
      verbs = name.starts_with("verb ");
      continue;
    }
    if (!section && !endings) fail(where, number, "an entry before the first [section]");
    each_part(line, [&](std::size_t index, std::string_view phrase) {
      if (verbs && index > 4) fail(where, number, "a verb has five forms at most");
      if (phrase.empty()) return;
      if (endings) return static_cast<void>(participle_endings_.emplace_back(phrase));
      if (std::count(phrase.begin(), phrase.end(), ' ') >= static_cast<std::ptrdiff_t>(max_phrase_words))
        fail(where, number, "a phrase of too many words");
      if (numbers_.size() + max_phrase_words > UINT16_MAX) fail(where, number, "more words than a lexicon holds");
      const std::uint8_t forms = verbs ? static_cast<std::uint8_t>(1u << index) : std::uint8_t{base};
      add_phrase(phrase, {0, *section, forms, part});
    });
  }
  compile();
}

void Lexicon::set_order(WordOrder order) {
  order_ = std::make_shared<const WordOrder>(std::move(order));
  compile();
}

bool Lexicon::ends_as_participle(std::string_view lower) const noexcept {
  return std::any_of(participle_endings_.begin(), participle_endings_.end(), [lower](const std::string& ending) {
    return lower.size() > ending.size() + 2 && lower.ends_with(ending);
  });
}

bool Lexicon::holds(std::string_view text, Word word) const {
  const Node* node = nullptr;
  std::string lower;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    if (letter) {
      lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (lower.empty()) continue;
    const std::uint16_t number = known(sdk::word_hash(lower)).number;
    lower.clear();
    const Node* const further = node != nullptr && number != 0 ? next(*node, number) : nullptr;
    node = further != nullptr ? further : number != 0 ? &first(number) : nullptr;
    if (node != nullptr && (node->words & bit(word)) != 0) return true;
  }
  return false;
}

void Lexicon::add_phrase(std::string_view phrase, Match meaning) {
  std::uint32_t draft = 0;
  while (!phrase.empty()) {
    const auto space = phrase.find(' ');
    draft = follow(draft, intern(phrase.substr(0, space)));
    phrase = space == std::string_view::npos ? std::string_view{} : trim(phrase.substr(space + 1));
    ++meaning.length;
  }
  auto& known = drafts_[draft].matches;
  const auto same = std::find_if(known.begin(), known.end(), [&](const Match& m) { return m.word == meaning.word; });
  if (same == known.end()) {
    known.push_back(meaning);
  } else {
    same->forms |= meaning.forms;
  }
}

std::uint32_t Lexicon::follow(std::uint32_t draft, std::uint16_t number) {
  if (draft == 0 && firsts_[number] != 0) return firsts_[number];
  for (const auto& [over, to] : drafts_[draft].edges)
    if (over == number) return to;
  const auto added = static_cast<std::uint32_t>(drafts_.size());
  if (draft == 0)
    firsts_[number] = added;
  else
    drafts_[draft].edges.emplace_back(number, added);
  drafts_.emplace_back();
  return added;
}

std::uint16_t Lexicon::intern(std::string_view lower) {
  if (const auto known = numbers_.find(lower); known != numbers_.end()) return known->second;
  firsts_.push_back(0);
  return numbers_.emplace(lower, static_cast<std::uint16_t>(numbers_.size() + 1)).first->second;
}

/// Lays out what sentences are read with: small, and without a pointer from one part to the next.
void Lexicon::compile() {
  lay_nodes();
  const std::vector<std::uint8_t> needs = needs_by_word();
  // At most a quarter full, so that looking up an unknown word mostly ends at once.
  table_.assign(std::bit_ceil(numbers_.size() * 4 + 1), 0);
  const std::size_t mask = table_.size() - 1;
  for (const auto& [word, number] : numbers_) {
    const std::uint64_t hash = sdk::word_hash(word);
    std::size_t at = hash & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = (hash >> payload_bits << payload_bits) | std::uint64_t{number} << needs_bits | needs[number];
  }
}

void Lexicon::lay_nodes() {
  std::vector<std::uint32_t> places(drafts_.size());
  for (std::uint32_t number = 1; number < firsts_.size(); ++number) places[firsts_[number]] = number;
  auto free = static_cast<std::uint32_t>(numbers_.size()) + 1;
  for (std::size_t draft = 1; draft < drafts_.size(); ++draft)
    if (places[draft] == 0) places[draft] = free++;
  nodes_.assign(free, {});
  edges_.clear();
  matches_.clear();
  for (std::size_t draft = 1; draft < drafts_.size(); ++draft) {
    Node& node = nodes_[places[draft]];
    node.match = static_cast<std::uint32_t>(matches_.size());
    node.edge = static_cast<std::uint32_t>(edges_.size());
    node.matches = static_cast<std::uint16_t>(drafts_[draft].matches.size());
    node.edges = static_cast<std::uint16_t>(drafts_[draft].edges.size());
    node.needs = static_cast<std::uint8_t>(needs_met(drafts_[draft]));
    for (const Match& match : drafts_[draft].matches) {
      node.words |= bit(match.word);
      matches_.push_back(match);
    }
    for (const auto& [number, to] : drafts_[draft].edges) {
      node.edges_mask |= std::uint64_t{1} << number % 64;
      edges_.push_back({number, places[to]});
    }
  }
  matches_.emplace_back();  // so that the matches of a node without any have an address too
}

unsigned Lexicon::needs_met(const Draft& draft) const {
  unsigned met = 0;
  for (const Match& match : draft.matches)
    for (std::size_t need = 0; need < needs_.size(); ++need)
      if ((needs_[need].words & bit(match.word)) != 0 && (needs_[need].forms & match.forms) != 0) met |= 1u << need;
  return met;
}

/// Known::needs by number of word. In a language whose verbs part with their prefixes, a verb meets what it does with
/// one of them too.
std::vector<std::uint8_t> Lexicon::needs_by_word() const {
  std::vector<unsigned> longer(drafts_.size());           // met further on
  for (std::size_t draft = drafts_.size(); draft-- > 1;)  // a phrase's further words are younger drafts
    for (const auto& [number, to] : drafts_[draft].edges) longer[draft] |= needs_met(drafts_[to]) | longer[to];
  std::vector<std::uint8_t> words(numbers_.size() + 1);
  for (std::size_t number = 1; number < firsts_.size(); ++number)
    words[number] =
        static_cast<std::uint8_t>(needs_met(drafts_[firsts_[number]]) | longer[firsts_[number]] << max_needs);
  if (order_ == nullptr) return words;
  std::vector<std::uint8_t> with_prefixes = words;
  for (const auto& [whole, number] : numbers_)
    for (const std::string& prefix : order_->separable_prefixes)
      if (whole.starts_with(prefix))
        if (const auto word = numbers_.find(whole.substr(prefix.size())); word != numbers_.end())
          with_prefixes[word->second] |= words[number];
  return with_prefixes;
}

}  // namespace avow::detect
