#include "words.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace documents {

/// A heading of the file and what its entries are.
struct Words::Section {
  enum class Sort { stop, purpose, act, report, bend, word_class };
  std::string_view name;
  Sort sort;
  Report report = Report::none;
  Bend bend = Bend::plain;
  WordClass word_class = WordClass::participle;
};

namespace {

constexpr std::size_t first_bend = static_cast<std::size_t>(Report::none) + 1;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/// Bytes of a mark of three bytes that parts words: quotation marks, dashes, apostrophes (E2 80 xx); 0 for others.
std::size_t general_punctuation(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size() ? 3 : 0;
}

/// Calls use(word) with each comma-separated entry.
template <typename Use>
void each_entry(std::string_view line, Use use) {
  while (!line.empty()) {
    const auto comma = std::min(line.find(','), line.size());
    if (const auto entry = trim(line.substr(0, comma)); !entry.empty()) use(entry);
    line.remove_prefix(std::min(comma + 1, line.size()));
  }
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

Words::Words(std::string_view text, std::string_view where) : stemmer_(sb_stemmer_new("english", nullptr)) {
  using enum Section::Sort;
  static constexpr std::array<Section, 21> sections{
      {{"stop", stop},
       {"purpose", purpose},
       {"act", act},
       {"denies", report, Report::denies},
       {"not done", report, Report::not_done},
       {"enacts", report, Report::enacts},
       {"done", report, Report::done},
       {"decides", report, Report::decides},
       {"announces", report, Report::announces},
       {"unreal", bend, Report::none, Bend::unreal},
       {"condition", bend, Report::none, Bend::condition},
       {"negator", bend, Report::none, Bend::negator},
       {"concession", bend, Report::none, Bend::concession},
       {"plain", bend, Report::none, Bend::plain},
       {"been", bend, Report::none, Bend::been},
       {.name = "participle", .sort = word_class, .word_class = WordClass::participle},
       {.name = "adverb", .sort = word_class, .word_class = WordClass::adverb},
       {.name = "joiner", .sort = word_class, .word_class = WordClass::joiner},
       {.name = "objection", .sort = word_class, .word_class = WordClass::objection},
       {.name = "month", .sort = word_class, .word_class = WordClass::month},
       {.name = "dating", .sort = word_class, .word_class = WordClass::dating}}};
  if (stemmer_ == nullptr) throw std::runtime_error("libstemmer has no English");
  const Section* section = nullptr;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (line.front() == '[') {
      const std::string_view name = line.substr(1, std::max<std::size_t>(line.size(), 2) - 2);
      const auto* found =
          std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.name == name; });
      section = found == sections.end() ? nullptr : found;
    } else if (section != nullptr) {
      add(*section, line);
      continue;
    }
    if (section == nullptr)
      throw std::runtime_error(std::string(where) + ":" + std::to_string(number) +
                               ": unknown section, or an entry before the first");
  }
}

Words::~Words() {
  sb_stemmer_delete(stemmer_);
}

void Words::add(const Section& section, std::string_view line) {
  if (section.sort == Section::Sort::act) acts_.emplace_back();
  each_entry(line, [&](std::string_view entry) {
    switch (section.sort) {
      case Section::Sort::stop:
        stop_.insert(stem(entry));
        break;
      case Section::Sort::purpose:
        add_phrase(purpose_, stems(entry), 0);
        break;
      case Section::Sort::act:
        acts_.back().emplace_back(entry);
        add_phrase(act_phrases_, stems(entry), acts_.size() - 1);
        break;
      case Section::Sort::report:
        add_phrase(report_phrases_, words(entry), static_cast<std::size_t>(section.report));
        break;
      case Section::Sort::bend:
        add_phrase(report_phrases_, words(entry), first_bend + static_cast<std::size_t>(section.bend));
        break;
      case Section::Sort::word_class:
        classes_[static_cast<std::size_t>(section.word_class)].emplace(entry);
        break;
    }
  });
}

void Words::add_phrase(Phrases& phrases, std::vector<std::string> words, std::size_t value) {
  if (words.empty()) return;
  std::vector<Phrase>& of_first = phrases[words.front()];
  of_first.push_back({std::move(words), value});
}

std::string Words::stem(std::string_view lower) const {
  const auto* symbols = reinterpret_cast<const sb_symbol*>(lower.data());
  const sb_symbol* stemmed = sb_stemmer_stem(stemmer_, symbols, static_cast<int>(lower.size()));
  if (stemmed == nullptr) return std::string(lower);
  return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
}

WordList Words::written(std::string_view text) {
  WordList all;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) all.push_back(std::exchange(word, {}));
  };
  for (std::size_t at = 0; at < text.size() && all.size() < max_words;) {
    const std::size_t mark = general_punctuation(text, at);
    if (mark == 0 && is_word_byte(text[at])) {
      word += text[at];
    } else {
      end_word();
    }
    at += std::max<std::size_t>(mark, 1);
  }
  end_word();
  return all;
}

WordList Words::words(std::string_view text) {
  WordList all = written(text);
  for (std::string& word : all)
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return all;
}

Stems Words::stems(const WordList& words) const {
  Stems all;
  all.reserve(words.size());
  for (const std::string& word : words) all.push_back(stem(word));
  return all;
}

/// The longest phrase that begins at `at`; null for none.
const Words::Phrase* Words::longest(const Phrases& phrases, const std::vector<std::string>& words, std::size_t at) {
  const auto found = phrases.find(words[at]);
  if (found == phrases.end()) return nullptr;
  const Phrase* longest = nullptr;
  for (const Phrase& phrase : found->second) {
    const bool fits =
        phrase.words.size() <= words.size() - at &&
        std::equal(phrase.words.begin(), phrase.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
    if (fits && (longest == nullptr || phrase.words.size() > longest->words.size())) longest = &phrase;
  }
  return longest;
}

/// Calls use(place, phrase) for the longest phrase at each word, until it returns false.
template <typename Use>
void Words::each_match(const Phrases& phrases, const std::vector<std::string>& words, Use use) {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (const Phrase* phrase = longest(phrases, words, at); phrase != nullptr && !use(at, *phrase)) return;
}

std::size_t Words::end_of_main_clause(const Stems& stems) const {
  std::size_t end = stems.size();
  each_match(purpose_, stems, [&](std::size_t at, const Phrase&) {
    if (at == 0) return true;  // leads in: the main clause follows
    end = at;
    return false;
  });
  return end;
}

std::vector<std::size_t> Words::acts(const Stems& stems) const {
  std::vector<std::size_t> found;
  each_match(act_phrases_, stems, [&](std::size_t, const Phrase& phrase) {
    if (std::find(found.begin(), found.end(), phrase.value) == found.end()) found.push_back(phrase.value);
    return true;
  });
  return found;
}

std::optional<std::size_t> Words::act_at(const Stems& stems, std::size_t at) const {
  const Phrase* phrase = longest(act_phrases_, stems, at);
  return phrase == nullptr ? std::nullopt : std::optional(phrase->value);
}

std::vector<Sign> Words::signs(const WordList& words) const {
  std::vector<Sign> found;
  each_match(report_phrases_, words, [&](std::size_t at, const Phrase& phrase) {
    Sign sign{at, at + phrase.words.size(), Report::none, std::nullopt};
    if (phrase.value < first_bend)
      sign.report = static_cast<Report>(phrase.value);
    else
      sign.bend = static_cast<Bend>(phrase.value - first_bend);
    found.push_back(sign);
    return true;
  });
  return found;
}

}  // namespace documents
