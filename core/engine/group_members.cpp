#include "engine/group_members.hpp"

#include <algorithm>

namespace avow {

const Membership* membership_in(const Entity& entity, const std::string& group, std::optional<Day> day) {
  const auto found = std::find_if(entity.memberships.begin(), entity.memberships.end(), [&](const Membership& one) {
    return one.group == group && one.role == "member" && (!day || held_within(one, *day, *day));
  });
  return found == entity.memberships.end() ? nullptr : &*found;
}

std::vector<std::string> members_of(const Lexicon& lexicon, const std::string& group, std::optional<Day> day) {
  std::vector<std::string> members;
  for (const Entity& entity : lexicon.entities())
    if (membership_in(entity, group, day) != nullptr) members.push_back(entity.code);
  std::sort(members.begin(), members.end());
  return members;
}

}  // namespace avow
