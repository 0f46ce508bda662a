#include "engine/term_dates.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace avow {
namespace {

using std::chrono::days;

/// A government takes office at most so long before its parliament meets.
constexpr days first_meeting{60};
/// No parliament or presidency that is kept here sits longer.
constexpr days longest_term{7 * 366};

bool is_office(const Lexicon& lexicon, const Membership& membership) {
  const Entity* group = lexicon.entity(membership.group);
  return membership.role != "member" && group && group->kind != EntityKind::party;
}

/// Who speaks, as far as terms go.
struct Speaker {
  const Entity* entity = nullptr;
  std::string place;  ///< code of the country or union; empty when not known
  const Terms::Place* terms = nullptr;
  const Membership* office = nullptr;  ///< that a person holds
  bool governs = false;
};

/// Finds the terms that one document's dates hang on.
class TermFinder {
 public:
  TermFinder(const Lexicon& lexicon, Day day) : lexicon_(lexicon), day_(day) {}

  Speaker speaker(const std::string& code) const;
  Date date_of(const Term& term, const Speaker& speaker) const;

 private:
  std::string place_of(const Entity& entity, int depth = 0) const;
  bool governs(const Speaker& speaker) const;
  const Terms::Term* chosen(const Term& term, const Speaker& speaker, const Terms::List& terms) const;
  const Terms::Term* numbered(int number, const Speaker& speaker, const Terms::List& terms) const;
  const Terms::Term* next(const Terms::List& terms) const { return next_after(terms, day_); }
  bool dissolved(const Terms::List& terms) const { return !running_on(terms, day_) && next(terms); }
  Date session(const Term& term, const Speaker& speaker) const;
  Date election(const Term& term, const Terms::Place& place) const;
  Date counted(const Term& term, const Speaker& speaker, const Terms::Term& chosen) const;

  const Lexicon& lexicon_;
  Day day_;
};

Date about(const Date& date) {
  return Date::parse(date.text() + "~").value_or(date);
}

/// The same day of the month so many months on, or that month's last day.
Day months_after(Day from, int months) {
  const std::chrono::year_month_day day(from);
  const auto later = day.year() / day.month() / day.day() + std::chrono::months(months);
  return later.ok() ? Day(later) : Day(later.year() / later.month() / std::chrono::last);
}

std::string TermFinder::place_of(const Entity& entity, int depth) const {
  if (lexicon_.terms().of(entity.code)) return entity.code;
  if (depth > 2) return {};
  const bool person = entity.kind == EntityKind::person;
  bool in_office = false;  // whoever heads an alliance does not speak for the country of his party
  for (const bool offices : {true, false}) {
    if (in_office) break;
    for (const Membership& membership : entity.memberships) {
      if (is_office(lexicon_, membership) != offices) continue;
      if (person ? !held_within(membership, day_, day_) : membership.role == "member") continue;
      in_office = person && offices;
      const Entity* group = lexicon_.entity(membership.group);
      if (!group || group->code == entity.code) continue;
      if (std::string place = place_of(*group, depth + 1); !place.empty()) return place;
    }
  }
  return {};
}

Speaker TermFinder::speaker(const std::string& code) const {
  Speaker speaker;
  speaker.entity = lexicon_.entity(code);
  if (!speaker.entity) return speaker;
  speaker.place = place_of(*speaker.entity);
  speaker.terms = lexicon_.terms().of(speaker.place);
  if (speaker.entity->kind == EntityKind::person)
    for (const Membership& membership : speaker.entity->memberships)
      if (is_office(lexicon_, membership) && held_within(membership, day_, day_)) speaker.office = &membership;
  speaker.governs = governs(speaker);
  return speaker;
}

/// Whether it holds office itself, or is the party of somebody who does.
bool TermFinder::governs(const Speaker& speaker) const {
  if (speaker.entity->kind == EntityKind::person) return speaker.office != nullptr;
  if (speaker.entity->kind != EntityKind::party) return true;
  const auto& all = lexicon_.entities();
  return std::any_of(all.begin(), all.end(), [&](const Entity& person) {
    if (person.kind != EntityKind::person) return false;
    const auto holds = [&](const std::string& group, bool office) {
      return std::any_of(person.memberships.begin(), person.memberships.end(), [&](const Membership& membership) {
        return membership.group == group && is_office(lexicon_, membership) == office &&
               held_within(membership, day_, day_);
      });
    };
    return holds(speaker.entity->code, false) && holds(speaker.place, true);
  });
}

/// "my second term": of those that the speaker held and those to come; of a party that governs the first is the one
/// that runs.
const Terms::Term* TermFinder::numbered(int number, const Speaker& speaker, const Terms::List& terms) const {
  std::vector<const Terms::Term*> own;
  const auto held = [&](const Terms::Term& term) {
    return std::any_of(speaker.entity->memberships.begin(), speaker.entity->memberships.end(), [&](const auto& office) {
      return is_office(lexicon_, office) && office.from.known() && office.from.earliest() < term.until.latest() &&
             (!office.until.known() || office.until.latest() > term.from.earliest());
    });
  };
  const Terms::Term* running = running_on(terms, day_);
  const bool person = speaker.entity->kind == EntityKind::person;
  for (const Terms::Term& term : terms) {
    const bool begun = term.from.earliest() <= day_;
    if (begun ? person ? held(term) : speaker.governs && &term == running : next(terms) != nullptr)
      own.push_back(&term);
  }
  const auto count = static_cast<std::size_t>(number);
  return count <= own.size() ? own[count - 1] : nullptr;
}

const Terms::Term* TermFinder::chosen(const Term& term, const Speaker& speaker, const Terms::List& terms) const {
  if (term.choice == TermChoice::numbered && term.of == TermOf::office) return numbered(term.number, speaker, terms);
  if (term.choice == TermChoice::next) return next(terms);
  const Terms::Term* running = running_on(terms, day_);
  if (!running && (term.choice == TermChoice::running || term.past)) return last_before(terms, day_);
  const bool hoped = term.of == TermOf::office && (term.hoped || (term.own && !speaker.governs));
  return running && !hoped ? running : next(terms);
}

/// Where sessions are not kept, the first one takes about a year.
Date TermFinder::session(const Term& term, const Speaker& speaker) const {
  const Terms::Place& place = *speaker.terms;
  if (term.choice == TermChoice::next) {
    const Terms::Term* following = next(place.sessions);
    return following ? following->until : Date();
  }
  if (term.choice != TermChoice::numbered) {
    const Terms::Term* running = running_on(place.sessions, day_);
    return running ? running->until : Date();
  }
  const Terms::Term* parliament = chosen({.of = TermOf::parliament}, speaker, place.parliaments);
  if (!parliament) return {};
  int number = 0;
  for (const Terms::Term& each : place.sessions)
    if (each.from.earliest() >= parliament->from.earliest() && each.from.latest() <= parliament->until.latest())
      if (++number == term.number) return each.until;
  return term.number == 1 ? about(Date::day(months_after(parliament->from.earliest(), 12))) : Date();
}

Date TermFinder::election(const Term& term, const Terms::Place& place) const {
  const bool parliament =
      term.of == TermOf::parliament_election || (term.of == TermOf::election && place.government_elections.empty());
  bool at_hand = parliament && dissolved(place.parliaments);
  for (const Terms::Term& each : parliament ? place.parliament_elections : place.government_elections) {
    if (each.from.earliest() <= day_ || std::exchange(at_hand, false)) continue;
    return each.from.earliest() - day_ <= longest_term ? each.until : Date();
  }
  return {};
}

/// So many days or months after the first day, which of a government is the day that its head took office.
Date TermFinder::counted(const Term& term, const Speaker& speaker, const Terms::Term& chosen) const {
  Day first = chosen.from.earliest();
  const Membership* office = speaker.office;
  if (term.of == TermOf::office && office && office->from.known() && office->from.is_day()) {
    const Day took = office->from.earliest();
    const bool during = took > first && took <= chosen.until.latest();
    if (during || (took <= first && first - took <= first_meeting)) first = took;
  }
  return about(Date::day(term.months != 0 ? months_after(first, term.months) : first + days(term.days)));
}

Date middle(const Terms::Term& term) {
  const Day day = term.from.earliest() + (term.until.latest() - term.from.earliest()) / 2;
  const std::chrono::year_month_day ymd(day);
  return about(Date::month(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month())));
}

Date TermFinder::date_of(const Term& term, const Speaker& speaker) const {
  const Terms::Place& place = *speaker.terms;
  if (term.of == TermOf::session) return session(term, speaker);
  if (term.of >= TermOf::election) return election(term, place);
  const bool parliament = term.of == TermOf::parliament || place.governments.empty();
  const Terms::Term* of = chosen(term, speaker, parliament ? place.parliaments : place.governments);
  if (!of) return {};
  if (term.days != 0 || term.months != 0) return counted(term, speaker, *of);
  if (term.part == TermPart::middle) return middle(*of);
  return term.part == TermPart::begin ? of->from : of->until;
}

}  // namespace

void date_terms(Annotations& annotations, const Document& document, const Attributor& attributor,
                const Lexicon& lexicon) {
  if (!document.published.known()) return;
  const TermFinder finder(lexicon, document.published.latest());
  for (DateMention& mention : annotations.dates) {
    if (mention.term.of == TermOf::none) continue;
    Speaker speaker = finder.speaker(attributor.of(mention.span).entity);
    const bool of_office = mention.term.of == TermOf::office && mention.term.own;
    if (!speaker.terms && !of_office) speaker = finder.speaker(attributor.of(Span{}).entity);
    if (!speaker.terms) continue;
    if (Date date = finder.date_of(mention.term, speaker); date.known()) mention.date = std::move(date);
  }
}

}  // namespace avow
