#include "lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

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

std::uint32_t Lexicon::hash(std::string_view lower) noexcept {
  std::uint32_t value = hash_seed;
  for (const char c : lower) value = hash_step(value, c);
  return value;
}

void Lexicon::add_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  add_text(text, file.string());
}

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
      const std::uint8_t forms = verbs ? static_cast<std::uint8_t>(1u << index) : std::uint8_t{base};
      add_phrase(phrase, {*section, forms, part});
    });
  }
}

bool Lexicon::ends_as_participle(std::string_view lower) const noexcept {
  return std::any_of(participle_endings_.begin(), participle_endings_.end(), [lower](const std::string& ending) {
    return lower.size() > ending.size() + 2 && lower.ends_with(ending);
  });
}

bool Lexicon::holds(std::string_view text, Word word) const {
  std::uint32_t node = 0;
  std::string lower;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    if (letter) {
      lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (lower.empty()) continue;
    const std::uint32_t known = number(hash(lower), lower);
    lower.clear();
    node = known == 0 ? 0 : node != 0 && next(node, known) != 0 ? next(node, known) : next(0, known);
    if (node == 0) continue;
    const auto& found = nodes_[node].meanings;
    if (std::any_of(found.begin(), found.end(), [word](const Meaning& meaning) { return meaning.word == word; }))
      return true;
  }
  return false;
}

void Lexicon::add_phrase(std::string_view phrase, const Meaning& meaning) {
  std::uint32_t node = 0;
  while (!phrase.empty()) {
    const auto space = phrase.find(' ');
    const std::uint32_t number = intern(phrase.substr(0, space));
    phrase = space == std::string_view::npos ? std::string_view{} : trim(phrase.substr(space + 1));
    std::uint32_t to = next(node, number);
    if (to == 0) {
      to = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (node == 0) {
        first_nodes_[number] = to;
      } else {
        nodes_[node].edges.emplace_back(number, to);
      }
    }
    node = to;
  }
  auto& meanings = nodes_[node].meanings;
  const auto same =
      std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& m) { return m.word == meaning.word; });
  if (same == meanings.end()) {
    meanings.push_back(meaning);
  } else {
    same->forms |= meaning.forms;
  }
}

std::uint32_t Lexicon::next(std::uint32_t node, std::uint32_t number) const noexcept {
  if (node == 0) return number < first_nodes_.size() ? first_nodes_[number] : 0;
  for (const auto& [over, to] : nodes_[node].edges) {
    if (over == number) return to;
  }
  return 0;
}

std::uint32_t Lexicon::number(std::uint32_t hash, std::string_view lower) const noexcept {
  if (table_.empty()) return 0;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash & mask; table_[at].number != 0; at = (at + 1) & mask) {
    if (table_[at].hash == hash && words_[table_[at].number - 1] == lower) return table_[at].number;
  }
  return 0;
}

std::uint32_t Lexicon::intern(std::string_view lower) {
  if (const std::uint32_t known = number(hash(lower), lower); known != 0) return known;
  words_.emplace_back(lower);
  first_nodes_.resize(words_.size() + 1);
  grow_table();
  return static_cast<std::uint32_t>(words_.size());
}

void Lexicon::grow_table() {
  // At most a quarter full, so that looking up an unknown word, the common case, mostly ends at once.
  const bool rebuild = words_.size() * 4 > table_.size();
  if (rebuild) table_.assign(std::max<std::size_t>(64, table_.size() * 2), {});
  const std::size_t mask = table_.size() - 1;
  for (std::size_t index = rebuild ? 0 : words_.size() - 1; index < words_.size(); ++index) {
    const std::uint32_t whole = hash(words_[index]);
    std::size_t at = whole & mask;
    while (table_[at].number != 0) at = (at + 1) & mask;
    table_[at] = {whole, static_cast<std::uint32_t>(index + 1)};
  }
}

}  // namespace avow::detect
