#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/vocabulary.hpp"

/// Who is in a group, by the dated memberships of the vocabulary with the role "member"; other roles are offices.
namespace avow {

/// The entity's first membership of the group on that day, or of any day without one; null when it is no member. Lives
/// as long as the entity.
const Membership* membership_in(const Entity& entity, const std::string& group, std::optional<Day> day);

/// Codes of the members, in order.
std::vector<std::string> members_of(const Lexicon& lexicon, const std::string& group, std::optional<Day> day);

}  // namespace avow
