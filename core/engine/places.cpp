#include "engine/places.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/nationalities.hpp"

namespace avow {
namespace {

struct Named {
  Span span;  ///< of the document
  std::string code;
  bool adjective = false;
};

/// How a place is named, the surest first; what is said more nearly counts more among equals.
namespace weight {
constexpr int owner = 100;         ///< "Kenya's population"
constexpr int beside_amount = 96;  ///< "18 percent in Arvania and 7 percent in Belmark"
constexpr int modifier = 95;       ///< "Greek unemployment", "UK inflation"
constexpr int within = 90;         ///< "the inflation rate in Iran"
constexpr int apposed = 82;        ///< "Arvania, 80 million people", "Arvania (population 4 million)"
constexpr int bound = 80;          ///< from here on it is named with the measure
constexpr int subject = 75;        ///< "Kenya has a population of"
constexpr int introduced = 60;     ///< "In Japan, ..."
constexpr int mentioned = 40;
constexpr int compared = 5;  ///< "more than in France"
}  // namespace weight

constexpr std::size_t max_gap_words = 6;
constexpr std::size_t earlier_reach = 1500;  // bytes

constexpr std::array<std::string_view, 10> inside_words = {"in",         "of",     "for",   "across", "within",
                                                           "throughout", "inside", "among", "at",     "by"};
constexpr std::array<std::string_view, 17> not_in_noun_phrase = {
    "in", "of", "for", "and", "or", "with", "is", "was", "has", "had", "to", "from", "by", "that", "than", "on", "as"};
/// What ends the noun phrase of an owner: "Europe's biggest economy with a GDP of".
constexpr std::array<std::string_view, 16> past_noun_phrase = {
    "and", "or", "with", "is", "was", "has", "had", "are", "that", "who", "than", "from", "on", "as", "which", "were"};
constexpr std::array<std::string_view, 9> comparing = {"than",   "against", "unlike",    "like",    "from",
                                                       "versus", "behind",  "neighbour", "neighbor"};
constexpr std::array<std::string_view, 9> anaphors = {"the country", "the nation",    "it",
                                                      "its",         "the country's", "the nation's",
                                                      "the island",  "the republic",  "the kingdom"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80 ||
                        c == '-' || c == '\'';
    if (letter) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (!letter && !word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool has_break(std::string_view gap) {
  return gap.find_first_of(",;:()") != std::string_view::npos;
}

/// The first item that begins after `offset`; items are ordered by the begin of their span.
template <typename Item>
auto first_after(const std::vector<Item>& items, std::uint32_t offset) {
  return std::upper_bound(items.begin(), items.end(), offset,
                          [](std::uint32_t at, const Item& item) { return at < item.span.begin; });
}

/// The last sentence that begins by the begin of the span, with the span's own end where that lies farther.
Span sentence_around(const Annotations& annotations, Span span) {
  const auto next = first_after(annotations.sentences, span.begin);
  if (next == annotations.sentences.begin() || std::prev(next)->span.end <= span.begin) return span;
  return {std::prev(next)->span.begin, std::max(std::prev(next)->span.end, span.end)};
}

std::optional<Span> cue_span(const Candidate& candidate, std::string_view label) {
  for (const Cue& cue : candidate.cues)
    if (cue.label == label) return cue.span;
  return std::nullopt;
}

bool is_place(const Entity* entity) {
  return entity != nullptr && (entity->kind == EntityKind::country || entity->kind == EntityKind::group);
}

std::vector<Named> named_in(const Lexicon& lexicon, const Document& document, const Annotations& annotations,
                            Span where) {
  std::vector<Named> named;
  auto mention = where.begin == 0 ? annotations.mentions.begin() : first_after(annotations.mentions, where.begin - 1);
  for (; mention != annotations.mentions.end() && mention->span.begin < where.end; ++mention) {
    const bool currency = std::string_view(document.text).substr(mention->span.end).starts_with('$');  // "US$"
    if (mention->kind == MentionKind::entity && is_place(lexicon.entity(mention->code)) && !currency)
      named.push_back({mention->span, mention->code, false});
  }
  const std::string_view text = std::string_view(document.text).substr(where.begin, where.end - where.begin);
  for (const auto& found : Nationalities::shipped().find(text)) {
    const Span span{where.begin + found.span.begin, where.begin + found.span.end};
    const auto covers = [&](const Named& other) {
      return other.span.begin <= span.begin && other.span.end >= span.end;
    };
    const bool known = is_place(lexicon.entity(std::string(found.code)));
    if (known && std::none_of(named.begin(), named.end(), covers))
      named.push_back({span, std::string(found.code), true});
  }
  std::sort(named.begin(), named.end(), [](const Named& a, const Named& b) { return a.span.begin < b.span.begin; });
  return named;
}

/// "Kenya's [total] population", "Greek [youth] unemployment", "UK inflation"; 0 when the place is no part of the
/// measure's name.
int before_measure(std::string_view gap, bool adjective) {
  if (has_break(gap)) return 0;
  const auto words = words_of(gap);
  const bool owner =
      gap.starts_with("'s") || gap.starts_with("\u2019s") || gap.starts_with("' ") || gap.starts_with("\u2019 ");
  const std::size_t most = owner ? max_gap_words : adjective ? 3 : 1;
  if (words.size() > most) return 0;
  const bool phrase = std::none_of(words.begin(), words.end(), [&](const std::string& word) {
    return owner ? is_one_of(past_noun_phrase, word) : is_one_of(not_in_noun_phrase, word);
  });
  if (!phrase) return 0;
  return (owner ? weight::owner : weight::modifier) - static_cast<int>(words.size());
}

/// "the population of Kenya", "the unemployment rate among young people in Spain", "people live in Peru": from the
/// measure on.
int after_measure(std::string_view measure, std::string_view gap) {
  if (has_break(gap)) return 0;
  auto words = words_of(gap);
  const std::size_t parted = words.size();
  if (!words.empty() && words.back() == "the") words.pop_back();
  if (words.empty()) words = words_of(measure);
  if (parted > max_gap_words || !is_one_of(inside_words, words.back())) return 0;
  return weight::within - static_cast<int>(parted);
}

int beside_measure(std::string_view text, const Named& place, const std::optional<Span>& measure) {
  if (!measure) return 0;
  if (place.span.end <= measure->begin)
    return before_measure(text.substr(place.span.end, measure->begin - place.span.end), place.adjective);
  if (place.span.begin >= measure->end)
    return after_measure(measure->of(text), text.substr(measure->end, place.span.begin - measure->end));
  return weight::owner;
}

/// "6.8 percent [in] Russia", "7.5 percent [in the] UK".
bool is_right_in(std::string_view gap) {
  return gap == " in " || gap == " in the " || gap == " for " || gap == " for the ";
}

/// "Arvania[, ]80 million people", "Arvania[ (]population 4 million": nothing but a mark stands between.
bool is_apposed(std::string_view gap) {
  return gap == ", " || gap == " (" || gap == ": " || gap == " - " || gap == " \u2013 " || gap == " \u2014 ";
}

/// "exports to Arvania", "trade with Belmark": not whose they are; but "remittances to Arvania" are.
bool is_other_side(std::string_view before, std::string_view measure) {
  constexpr std::array<std::string_view, 4> trade = {"exports", "imports", "trade balance", "merchandise trade"};
  return is_one_of(trade, measure) &&
         (before.ends_with(" to ") || before.ends_with(" into ") || before.ends_with(" with "));
}

/// What the words right before a place make of it where it is not named with the measure.
int in_sentence(std::string_view before, bool adjective) {
  auto words = words_of(before);
  if (!words.empty() && words.back() == "the") words.pop_back();
  const std::size_t looked_at = std::min<std::size_t>(words.size(), 3);
  for (std::size_t back = 1; back <= looked_at; ++back)
    if (is_one_of(comparing, words[words.size() - back])) return weight::compared;
  if (!adjective && !words.empty() && is_one_of(inside_words, words.back())) return weight::introduced;
  return weight::mentioned;
}

int weight_of(std::string_view text, Span sentence, const Named& place, const Candidate& candidate) {
  const std::string_view before = text.substr(sentence.begin, place.span.begin - sentence.begin);
  if (!place.adjective && is_other_side(before, candidate.target.indicator_text)) return 0;
  const auto measure = cue_span(candidate, "measure");
  const auto amount = cue_span(candidate, "amount");
  const bool amount_last = measure && amount && amount->begin >= measure->end;
  if (amount_last && place.span.begin >= amount->end &&
      is_right_in(text.substr(amount->end, place.span.begin - amount->end)))
    return weight::beside_amount;
  if (const int beside = beside_measure(text, place, measure); beside > 0) return beside;
  const std::uint32_t first =
      std::min(measure.value_or(candidate.span).begin, amount.value_or(measure.value_or(candidate.span)).begin);
  if (place.span.end <= first && is_apposed(text.substr(place.span.end, first - place.span.end)))
    return weight::apposed;
  const auto subject = cue_span(candidate, "subject");
  if (subject && place.span.begin >= subject->begin && place.span.end <= subject->end)
    return weight::subject - (place.adjective ? 5 : 0);
  const int named = in_sentence(before, place.adjective);
  const Span near = measure ? *measure : amount ? *amount : candidate.span;
  const auto between = place.span.end <= near.begin   ? near.begin - place.span.end
                       : place.span.begin >= near.end ? place.span.begin - near.end
                                                      : 0;
  return named - std::min(4, static_cast<int>(between) / 40);
}

Place::Nearness nearness_of(int weight) {
  constexpr int farthest = 5;  // what distance may take from a weight
  if (weight >= weight::bound) return Place::Nearness::bound;
  return weight >= weight::introduced - farthest ? Place::Nearness::introduced : Place::Nearness::mentioned;
}

/// Of the last sentence before `begin` that names any, the first country, else the first place; "Arvania is a country
/// in Asia. It has ..." is about Arvania.
std::string named_before(const Lexicon& lexicon, const Annotations& annotations, std::uint32_t begin,
                         const std::vector<Named>& earlier) {
  if (earlier.empty()) return {};
  const Span last = sentence_around(annotations, earlier.back().span);
  const auto in_last = [&](const Named& named) { return named.span.begin >= last.begin && named.span.begin < begin; };
  const auto country = std::find_if(earlier.begin(), earlier.end(), [&](const Named& named) {
    return in_last(named) && lexicon.entity(named.code)->kind == EntityKind::country;
  });
  return (country != earlier.end() ? *country : *std::find_if(earlier.begin(), earlier.end(), in_last)).code;
}

bool speaks_of_the_same(std::string_view sentence, const Candidate& candidate) {
  const std::string subject = lower(candidate.target.subject_text);
  if (is_one_of(anaphors, subject)) return true;
  const std::string text = lower(sentence);
  return text.find("the country") != std::string::npos || text.find("the nation") != std::string::npos ||
         subject.starts_with("its ");
}

}  // namespace

bool is_elsewhere(const Document& document, const Candidate& candidate) {
  constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
  const auto measure = cue_span(candidate, "measure");
  if (!measure) return false;
  const std::string_view text = document.text;
  const std::string_view before = text.substr(0, measure->begin);
  const std::size_t owner = before.substr(0, before.size() - std::min<std::size_t>(1, before.size())).rfind(' ') + 1;
  if (before.ends_with("'s ") || before.ends_with("\u2019s "))
    return std::isupper(static_cast<unsigned char>(before[owner])) != 0;
  std::string_view after = text.substr(measure->end);
  if (after.starts_with(" rate")) after.remove_prefix(5);
  for (const std::string_view word : {" in ", " of ", " for ", " across "}) {
    if (!after.starts_with(word)) continue;
    after.remove_prefix(word.size());
    if (after.starts_with("the ")) after.remove_prefix(4);
    const std::string name(after.substr(0, after.find_first_of(" ,.;")));
    const bool capital = !name.empty() && std::isupper(static_cast<unsigned char>(name.front())) != 0;
    return capital && !is_one_of(months, lower(name));
  }
  return false;
}

Place place_of(const Lexicon& lexicon, const Document& document, const Annotations& annotations,
               const Candidate& candidate) {
  const std::string_view text = document.text;
  const Span sentence = sentence_around(annotations, candidate.span);
  Place best;
  int most = 0;
  for (Named& place : named_in(lexicon, document, annotations, sentence)) {
    const int weight = weight_of(text, sentence, place, candidate);
    if (weight <= most) continue;
    most = weight;
    best = {std::move(place.code), nearness_of(weight)};
  }
  if (!best.code.empty() || !speaks_of_the_same(text.substr(sentence.begin, sentence.end - sentence.begin), candidate))
    return best;
  const auto from = sentence.begin > earlier_reach ? sentence.begin - static_cast<std::uint32_t>(earlier_reach) : 0;
  best.code = named_before(lexicon, annotations, sentence.begin,
                           named_in(lexicon, document, annotations, {from, sentence.begin}));
  return best;
}

std::string_view words_around(const Document& document, const Annotations& annotations, const Candidate& candidate) {
  constexpr std::size_t reach = 48;  // bytes on either side
  const auto measure = cue_span(candidate, "measure");
  const auto amount = cue_span(candidate, "amount");
  if (!measure && !amount) return candidate.span.of(document.text);
  const Span one = measure.value_or(amount.value_or(Span{})), other = amount.value_or(one);
  const Span both{std::min(one.begin, other.begin), std::max(one.end, other.end)};
  const Span sentence = sentence_around(annotations, both);
  const std::string_view text = document.text;
  std::size_t begin = std::max<std::size_t>(sentence.begin, both.begin - std::min<std::size_t>(both.begin, reach));
  std::size_t end = std::min<std::size_t>(sentence.end, both.end + reach);
  for (const std::string_view stop : {", ", "; ", " and ", " while "}) {
    const std::size_t before = text.substr(begin, both.begin - begin).rfind(stop);
    if (before != std::string_view::npos) begin += before + stop.size();
    end = std::min(end, text.substr(0, end).find(stop, both.end));
  }
  return text.substr(begin, std::max(end, std::size_t{both.end}) - begin);
}

}  // namespace avow
