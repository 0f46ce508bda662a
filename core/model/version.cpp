#include "model/version.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace avow {
namespace {

/// What a relation's value is: where the measure is to stand, or by how much it is to change.
enum class Form { none, level, change };

struct Meaning {
  Relation relation;
  Direction direction;
  Form form;
};
constexpr std::array meanings{Meaning{Relation::none, Direction::none, Form::none},
                              Meaning{Relation::at_least, Direction::up, Form::level},
                              Meaning{Relation::at_most, Direction::down, Form::level},
                              Meaning{Relation::equal, Direction::level, Form::level},
                              Meaning{Relation::between, Direction::level, Form::level},
                              Meaning{Relation::rise, Direction::up, Form::none},
                              Meaning{Relation::fall, Direction::down, Form::none},
                              Meaning{Relation::rise_by, Direction::up, Form::change},
                              Meaning{Relation::fall_by, Direction::down, Form::change},
                              Meaning{Relation::rise_to, Direction::up, Form::level},
                              Meaning{Relation::fall_to, Direction::down, Form::level},
                              Meaning{Relation::record_high, Direction::up, Form::none},
                              Meaning{Relation::record_low, Direction::down, Form::none}};

const Meaning& meaning_of(Relation relation) noexcept {
  return *std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& one) { return one.relation == relation; });
}

Direction opposite(Direction direction) noexcept {
  if (direction == Direction::up) return Direction::down;
  return direction == Direction::down ? Direction::up : direction;
}

/// Gathers what differs; the shifts in the order of LinkKind at the end.
class Comparison {
 public:
  Comparison(const Utterance& before, const Utterance& later, const PartOf& part_of)
      : before_(before.reading), after_(later.reading), speaker_(before.speaker), later_(later), part_of_(part_of) {}

  Version result() {
    if (opposes())
      compare_directions();
    else
      compare_fields();
    if (says_withdrawal(later_.quote)) add("words", "", "", LinkKind::withdraws);
    for (const auto& [kind, word] : link_kinds.table)
      if (std::any_of(version_.differences.begin(), version_.differences.end(),
                      [kind = kind](const Difference& one) { return one.shift == kind; }))
        version_.shifts.push_back(kind);
    if (version_.differences.empty()) version_.shifts.push_back(LinkKind::repeats);
    return std::move(version_);
  }

 private:
  void add(const char* field, std::string before, std::string after, std::optional<LinkKind> shift) {
    version_.differences.push_back({field, std::move(before), std::move(after), shift});
  }

  bool opposes() const { return contradicts(before_, after_); }

  /// "will" and then "will not" is the same relation denied.
  void compare_directions() {
    const auto word = [](const Reading& reading) {
      return std::string(reading.negated ? "not " : "") + std::string(relations.name(reading.target.relation));
    };
    const bool denies = after_.negated && !before_.negated;
    const bool same_speaker = !speaker_.empty() && speaker_ == later_.speaker;
    if (denies) add("direction", word(before_), word(after_), LinkKind::withdraws);
    if (same_speaker || !denies) add("direction", word(before_), word(after_), LinkKind::contradicts);
  }

  void compare_fields() {
    compare_values();
    compare_dues();
    compare_strengths();
    compare_scopes();
    compare_subjects();
    compare_conditions();
    compare_texts("baseline", before_.target.baseline.text(), after_.target.baseline.text());
  }

  void compare_texts(const char* field, const std::string& before, const std::string& after) {
    if (!before.empty() && !after.empty() && before != after) add(field, before, after, std::nullopt);
  }

  static std::string amount(const Target& target) {
    if (!target.value) return {};
    return to_string(target.value->value) + (target.unit.empty() ? "" : " " + target.unit);
  }

  /// Further in the direction of the promise: more of a change is further whichever way it goes.
  LinkKind further(double before, double after) const {
    const Meaning& meaning = meaning_of(after_.target.relation);
    const bool wants_more = meaning.form == Form::change || meaning.direction == Direction::up;
    return (after > before) == (wants_more != after_.negated) ? LinkKind::strengthens : LinkKind::weakens;
  }

  void compare_values() {
    const Target& before = before_.target;
    const Target& after = after_.target;
    if (!after.value) return;
    if (!before.value) return add("value", "", amount(after), LinkKind::strengthens);
    const bool comparable = before.unit == after.unit &&
                            meaning_of(before.relation).form == meaning_of(after.relation).form &&
                            meaning_of(after.relation).direction != Direction::level;
    if (before.value->value == after.value->value && before.unit == after.unit)
      return compare_texts("relation", std::string(relations.name(before.relation)),
                           std::string(relations.name(after.relation)));
    add("value", amount(before), amount(after),
        comparable ? std::optional(further(before.value->value, after.value->value)) : std::nullopt);
  }

  void compare_dues() {
    const Date& before = before_.target.due;
    const Date& after = after_.target.due;
    if (!after.known() || before == after) return;
    std::optional<LinkKind> shift;
    if (before.known() && after.latest() != before.latest())
      shift = after.latest() > before.latest() ? LinkKind::moves_later : LinkKind::brings_forward;
    add("due", before.text(), after.text(), shift);
  }

  void compare_strengths() {
    if (before_.strength == Strength::none || after_.strength == Strength::none || before_.strength == after_.strength)
      return;
    add("strength", std::string(strengths.name(before_.strength)), std::string(strengths.name(after_.strength)),
        after_.strength > before_.strength ? LinkKind::strengthens : LinkKind::weakens);
  }

  void compare_scopes() {
    const Scope before = before_.target.scope;
    const Scope after = after_.target.scope;
    if (before == Scope::none || after == Scope::none || before == after) return;
    add("scope", std::string(scopes.name(before)), std::string(scopes.name(after)),
        after == Scope::each ? LinkKind::strengthens : LinkKind::narrows);
  }

  void compare_subjects() {
    const std::string& before = before_.target.subject;
    const std::string& after = after_.target.subject;
    if (before.empty() && after.empty()) return compare_subject_words();
    if (before.empty() || after.empty() || before == after) return;
    std::optional<LinkKind> shift;
    if (part_of_(after, before))
      shift = LinkKind::narrows;
    else if (part_of_(before, after))
      shift = LinkKind::strengthens;
    add("subject", before, after, shift);
  }

  void compare_subject_words() {
    const std::string& before = before_.target.subject_text;
    const std::string& after = after_.target.subject_text;
    if (names_part(after, before)) add("subject", before, after, LinkKind::narrows);
    if (names_part(before, after)) add("subject", before, after, LinkKind::strengthens);
  }

  void compare_conditions() {
    const std::string& before = before_.target.condition;
    const std::string& after = after_.target.condition;
    if (before == after) return;
    std::optional<LinkKind> shift;
    if (before.empty()) shift = LinkKind::weakens;
    if (after.empty()) {
      if (after_.strength < before_.strength) return;
      shift = LinkKind::strengthens;
    }
    add("condition", before, after, shift);
  }

  const Reading& before_;
  const Reading& after_;
  const std::string& speaker_;
  const Utterance& later_;
  const PartOf& part_of_;
  Version version_;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Lower-case words with single blanks between them and one at each end.
std::string plain_words(std::string_view text) {
  std::string plain = " ";
  for (const char upper : text) {
    const char c = upper >= 'A' && upper <= 'Z' ? static_cast<char>(upper + ('a' - 'A')) : upper;
    if (is_letter(c))
      plain += c;
    else if (plain.back() != ' ')
      plain += ' ';
  }
  if (plain.back() != ' ') plain += ' ';
  return plain;
}

constexpr std::array giving_up{" dropped ",   " dropping ",  " abandoned ", " abandoning ", " abandon ",  " scrapped ",
                               " scrapping ", " scrap ",     " shelved ",   " ditched ",    " ditch ",    " given up ",
                               " gave up ",   " giving up ", " withdrawn ", " withdraw ",   " withdrew ", " drop "};
constexpr std::array given_up{" plan ",     " plans ",  " pledge ",   " pledges ",    " promise ",
                              " promises ", " target ", " targets ",  " commitment ", " commitments ",
                              " goal ",     " goals ",  " proposal ", " aim "};
constexpr std::array at_once{" no longer ", " not any more ", " not any longer "};

constexpr std::array<std::string_view, 13> pointing{"all",   "every", "each",  "any",   "the", "our", "its",
                                                    "their", "this",  "these", "those", "a",   "an"};
constexpr std::array<std::string_view, 8> taking_away{"former", "ex", "non", "no", "not", "other", "alleged", "fake"};

/// Lower-case words without those that only point.
std::vector<std::string> telling_words(std::string_view text) {
  const std::string plain = plain_words(text);
  std::vector<std::string> words;
  for (std::size_t at = 1; at < plain.size();) {
    const std::size_t end = plain.find(' ', at);
    const std::string word = plain.substr(at, end - at);
    if (std::find(pointing.begin(), pointing.end(), word) == pointing.end()) words.push_back(word);
    at = end + 1;
  }
  return words;
}

template <typename Words>
std::size_t first_of(const std::string& plain, const Words& words, std::size_t from = 0) {
  std::size_t first = std::string::npos;
  for (const std::string_view word : words) first = std::min(first, plain.find(word, from));
  return first;
}

}  // namespace

Direction direction_of(const Reading& reading) noexcept {
  const Direction said = meaning_of(reading.target.relation).direction;
  return reading.negated ? opposite(said) : said;
}

void Standing::take(const Utterance& next) {
  const Target before = said.reading.target;
  const Strength strength = said.reading.strength;
  said = next;
  Target& now = said.reading.target;
  const bool same_way = meaning_of(now.relation).direction == meaning_of(before.relation).direction;
  if (!now.value && same_way) {
    now.value = before.value;
    now.upper = before.upper;
    now.unit = before.unit;
    if (before.value) now.relation = before.relation;
  }
  if (!now.due.known()) now.due = before.due;
  if (!now.baseline.known()) now.baseline = before.baseline;
  if (now.scope == Scope::none) now.scope = before.scope;
  if (now.subject.empty()) now.subject = before.subject;
  if (said.reading.strength == Strength::none) said.reading.strength = strength;
}

Version compare(const Standing& before, const Utterance& later, const PartOf& part_of) {
  return Comparison(before.said, later, part_of).result();
}

bool contradicts(const Reading& first, const Reading& second) noexcept {
  const Direction one = direction_of(first);
  const Direction other = direction_of(second);
  const bool opposed =
      (one == Direction::up && other == Direction::down) || (one == Direction::down && other == Direction::up);
  const Target& a = first.target;
  const Target& b = second.target;
  if (!opposed || (a.due.known() && b.due.known() && a.due != b.due)) return false;
  const bool a_level = meaning_of(a.relation).form == Form::level;
  const bool b_level = meaning_of(b.relation).form == Form::level;
  if (a_level && b_level && a.value && b.value) {
    const double floor = one == Direction::up ? a.value->value : b.value->value;
    const double ceiling = one == Direction::up ? b.value->value : a.value->value;
    // "Not 5" lies below 5, "at most 5" does not.
    return a.unit == b.unit && (first.negated != second.negated ? floor >= ceiling : floor > ceiling);
  }
  if (first.negated != second.negated) return true;
  // "Will neither rise nor fall" can be meant, and so can "rise" with a ceiling to it.
  return !first.negated && !a_level && !b_level;
}

bool names_part(std::string_view part, std::string_view whole) {
  const std::vector<std::string> narrow = telling_words(part), wide = telling_words(whole);
  if (wide.empty() || narrow.size() <= wide.size() || narrow.back() != wide.back()) return false;
  std::size_t matched = 0;
  for (const std::string& word : narrow) {
    if (matched < wide.size() && word == wide[matched])
      ++matched;
    else if (std::find(taking_away.begin(), taking_away.end(), word) != taking_away.end())
      return false;
  }
  return matched == wide.size();
}

bool says_withdrawal(std::string_view quote) {
  const std::string plain = plain_words(quote);
  if (first_of(plain, at_once) != std::string::npos) return true;
  const std::size_t verb = first_of(plain, giving_up);
  return verb != std::string::npos && first_of(plain, given_up, verb) != std::string::npos;
}

}  // namespace avow
