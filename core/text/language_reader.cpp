#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "base/enum_names.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "text/language.hpp"

namespace avow::text {
namespace {

constexpr std::size_t max_bytes = 4 << 20;
constexpr std::size_t max_words = 200'000;
constexpr std::size_t max_word_bytes = 100;

constexpr auto class_names = enum_names<WordClass>({{month_ambiguous, "month ambiguous"},
                                                    {say_verb, "say verb"},
                                                    {that_verb, "that verb"},
                                                    {pledge_verb, "pledge verb"},
                                                    {object_verb, "object verb"},
                                                    {title_word, "title word"},
                                                    {hard_abbreviation, "hard abbreviation"},
                                                    {soft_abbreviation, "soft abbreviation"},
                                                    {function_word, "function word"},
                                                    {determiner, "determiner"},
                                                    {person_pronoun, "person pronoun"},
                                                    {other_pronoun, "other pronoun"},
                                                    {self_pronoun, "self pronoun"},
                                                    {auxiliary, "auxiliary"},
                                                    {adverb, "adverb"},
                                                    {metadata_label, "metadata label"},
                                                    {asker_label, "asker label"},
                                                    {speaker_label, "speaker label"},
                                                    {name_particle, "name particle"},
                                                    {future_cue, "future cue"},
                                                    {past_cue, "past cue"},
                                                    {numbered_noun, "numbered noun"},
                                                    {date_preposition, "date preposition"},
                                                    {not_person, "not person"},
                                                    {role_noun, "role noun"},
                                                    {not_counted, "not counted"},
                                                    {date_anchor, "date anchor"}});

constexpr auto period_names = enum_names<Period>({{Period::day, "day"},
                                                  {Period::week, "week"},
                                                  {Period::month, "month"},
                                                  {Period::quarter, "quarter"},
                                                  {Period::year, "year"},
                                                  {Period::decade, "decade"},
                                                  {Period::century, "century"}});

constexpr std::array<std::pair<std::string_view, bool Writing::*>, 5> settings{
    {{"own concepts", &Writing::own_concepts},
     {"decimal comma", &Writing::decimal_comma},
     {"ordinal point", &Writing::ordinal_point},
     {"capital nouns", &Writing::capital_nouns},
     {"angle inward", &Writing::angle_inward}}};

/// Sections whose lines say "value = words".
constexpr std::array<std::string_view, 11> valued{"settings", "means",    "number", "scale", "fraction", "vague number",
                                                  "unit",     "currency", "period", "month", "weekday"};

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<double> plain_number(std::string_view text) {
  double value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// "12", "1e6", "1/3".
std::optional<double> number_of(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return plain_number(text);
  const auto above = plain_number(text.substr(0, slash));
  const auto below = plain_number(text.substr(slash + 1));
  return above && below && *below != 0 ? std::optional(*above / *below) : std::nullopt;
}

}  // namespace

/// Fills a Language line by line.
class LanguageReader {
 public:
  LanguageReader(std::string_view content, std::string_view where, Language& language)
      : content_(content), where_(where), language_(language) {}

  void run() {
    if (content_.size() > max_bytes) throw Error(ErrorCode::limit, fmt::format("{}: is larger than 4 MB", where_));
    if (utf8::first_invalid(content_)) throw Error(ErrorCode::bad_input, fmt::format("{}: is not UTF-8", where_));
    for (std::string_view rest = content_; !rest.empty();) {
      ++line_;
      const auto end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      read(trim(line.substr(0, line.find('#'))));
    }
  }

 private:
  void read(std::string_view line) {
    if (line.empty()) return;
    if (line.front() == '[') return open(line);
    if (section_.empty()) fail("an entry stands before the first [section]");
    if (classes_ != 0) return each(line, [&](Word& word) { word.classes |= classes_; });
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) fail(fmt::format("[{}] wants lines of the form 'value = words'", section_));
    value(trim(line.substr(0, equals)), trim(line.substr(equals + 1)));
  }

  void open(std::string_view line) {
    if (line.back() != ']') fail("a section's name stands between brackets");
    section_ = trim(line.substr(1, line.size() - 2));
    const auto known = class_names.parse(section_);
    classes_ = known ? std::uint64_t{*known} : 0;
    if (classes_ == 0 && std::find(valued.begin(), valued.end(), section_) == valued.end())
      fail(fmt::format("there is no section [{}]", section_));
  }

  void value(std::string_view value, std::string_view words) {
    if (value.empty() || words.empty()) fail("a value and its words stand on either side of '='");
    if (section_ == "settings") return setting(value, words);
    if (section_ == "means") return means(value, words);
    if (section_ == "unit") return unit(unit_word, value, words);
    if (section_ == "currency") return unit(currency_word, value, words);
    if (section_ == "period") return period(value, words);
    if (section_ == "month") return month(whole(value, 1, 12), words);
    if (section_ == "weekday") return weekday(whole(value, 0, 6), words);
    number(value, words);
  }

  void setting(std::string_view name, std::string_view value) {
    const auto found = std::find_if(settings.begin(), settings.end(), [&](auto& row) { return row.first == name; });
    if (found == settings.end()) fail(fmt::format("there is no setting '{}'", name));
    if (value != "yes" && value != "no") fail(fmt::format("'{}' is 'yes' or 'no'", name));
    language_.writing_.*(found->second) = value == "yes";
  }

  void means(std::string_view concept_word, std::string_view words) {
    if (concept_word.find(' ') != std::string_view::npos) fail("words stand for one English word each");
    const std::uint64_t sense = hash_of(concept_word);
    each(words, [&](Word& word) {
      if (word.sense == 0) word.sense = sense;
      if (word.sense == sense) return;
      const auto place = std::find_if(word.also.begin(), word.also.end(),
                                      [&](std::uint64_t known) { return known == 0 || known == sense; });
      if (place == word.also.end()) fail("a word stands for four English words at most");
      *place = sense;
    });
  }

  /// "t = tonne", "t * 1e6 = megatonne".
  void unit(std::uint64_t classes, std::string_view value, std::string_view words) {
    double factor = 1;
    if (const auto times = value.find('*'); times != std::string_view::npos) {
      const auto said = number_of(trim(value.substr(times + 1)));
      if (!said || *said <= 0) fail("'*' is followed by a number above zero");
      factor = *said;
      value = trim(value.substr(0, times));
    }
    const std::string_view name = language_.keep(value);
    each(words, [&](Word& word) { word.classes |= classes, word.unit = name, word.factor = factor; });
  }

  void number(std::string_view value, std::string_view words) {
    const auto said = number_of(value);
    if (!said) fail(fmt::format("'{}' is no number", value));
    const std::uint64_t classes = section_ == "number"         ? number_word
                                  : section_ == "scale"        ? scale_word
                                  : section_ == "vague number" ? vague_number
                                                               : fraction_word;
    each(words, [&](Word& word) { word.classes |= classes, word.number = *said; });
  }

  void period(std::string_view value, std::string_view words) {
    const auto known = period_names.parse(value);
    if (!known) fail(fmt::format("there is no period '{}'", value));
    const std::string_view name = language_.keep(value);
    each(words, [&](Word& word) { word.classes |= period_word, word.period = *known, word.unit = name; });
  }

  void month(std::uint8_t month, std::string_view words) {
    each(words, [&](Word& word) { word.classes |= month_name, word.month = month; });
  }
  void weekday(std::uint8_t weekday, std::string_view words) {
    each(words, [&](Word& word) { word.classes |= weekday_name, word.weekday = weekday; });
  }

  std::uint8_t whole(std::string_view text, double least, double most) const {
    const auto said = plain_number(text);
    if (!said || *said < least || *said > most || *said != std::floor(*said))
      fail(fmt::format("'{}' is no whole number from {} to {}", text, least, most));
    return static_cast<std::uint8_t>(*said);
  }

  template <typename Change>
  void each(std::string_view words, Change change) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find_first_of(" \t"), words.size());
      const std::string_view word = words.substr(0, end);
      if (word.size() > max_word_bytes) fail("a word has 100 bytes at most");
      if (language_.words_.size() > max_words)
        throw Error(ErrorCode::limit, fmt::format("{}: has more than {} words", where_, max_words));
      change(language_.add(folded_hash(word)));
      words = trim(words.substr(end));
    }
  }

  [[noreturn]] void fail(std::string_view why) const {
    throw Error(ErrorCode::bad_input, fmt::format("{}:{}: {}", where_, line_, why),
                "docs/languages.md says how a language file is written");
  }

  std::string_view content_;
  std::string_view where_;
  Language& language_;
  std::size_t line_ = 0;
  std::string_view section_;
  std::uint64_t classes_ = 0;  ///< of the section, when it is a plain list of words
};

Language Language::read(std::string_view content, std::string tag, std::string_view where) {
  Language language;
  language.tag_ = std::move(tag);
  LanguageReader(content, where, language).run();
  return language;
}

}  // namespace avow::text
