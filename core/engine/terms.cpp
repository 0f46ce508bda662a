#include "engine/terms.hpp"

#include <algorithm>
#include <string_view>

namespace avow {
namespace {

/// Longest time from the end of a parliament to the first day of the next; what is further off has others between that
/// nobody wrote down.
constexpr std::chrono::days longest_gap{400};

/// Where a membership's term is kept: by its role, and by whether the body is a government.
Terms::List* list_for(Terms::Place& place, std::string_view role, bool governs) {
  if (role == "parliament") return &place.parliaments;
  if (role == "government") return &place.governments;
  if (role == "session") return &place.sessions;
  if (role == "election") return governs ? &place.government_elections : &place.parliament_elections;
  return nullptr;
}

void sort(Terms::List& terms) {
  std::sort(terms.begin(), terms.end(),
            [](const auto& a, const auto& b) { return a.from.earliest() < b.from.earliest(); });
}

/// The first that begins after the day; end() when none does.
Terms::List::const_iterator first_after(const Terms::List& terms, Day day) {
  return std::find_if(terms.begin(), terms.end(), [&](const Terms::Term& term) { return term.from.earliest() > day; });
}

}  // namespace

Terms::Terms(const std::vector<Entity>& entities) {
  for (const Entity& entity : entities) {
    if (entity.kind == EntityKind::person || entity.kind == EntityKind::party) continue;
    const bool governs = std::any_of(entity.memberships.begin(), entity.memberships.end(),
                                     [](const Membership& membership) { return membership.role == "government"; });
    for (const Membership& membership : entity.memberships) {
      if (!membership.from.known() || !membership.until.known()) continue;
      Place place;
      if (list_for(place, membership.role, governs) == nullptr) continue;
      list_for(by_place_[membership.group], membership.role, governs)->push_back({membership.from, membership.until});
    }
  }
  for (auto& [code, place] : by_place_)
    for (List* list : {&place.parliaments, &place.governments, &place.sessions, &place.parliament_elections,
                       &place.government_elections})
      sort(*list);
}

const Terms::Place* Terms::of(const std::string& code) const {
  const auto found = by_place_.find(code);
  return found == by_place_.end() ? nullptr : &found->second;
}

const Terms::Term* running_on(const Terms::List& terms, Day day) {
  const auto after = first_after(terms, day);
  if (after == terms.begin()) return nullptr;
  const Terms::Term& term = *std::prev(after);
  return term.until.latest() >= day ? &term : nullptr;
}

const Terms::Term* next_after(const Terms::List& terms, Day day) {
  const auto after = first_after(terms, day);
  if (after == terms.begin() || after == terms.end()) return nullptr;
  return after->from.earliest() - std::prev(after)->until.latest() <= longest_gap ? &*after : nullptr;
}

const Terms::Term* last_before(const Terms::List& terms, Day day) {
  const Terms::Term* last = nullptr;
  for (const Terms::Term& term : terms)
    if (term.until.latest() < day && day - term.until.latest() <= longest_gap) last = &term;
  return last;
}

}  // namespace avow
