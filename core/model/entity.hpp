#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "base/enum_names.hpp"

namespace avow {

enum class EntityKind { person, party, government, country, organisation, group };
inline constexpr auto entity_kinds = enum_names<EntityKind>({{EntityKind::person, "person"},
                                                             {EntityKind::party, "party"},
                                                             {EntityKind::government, "government"},
                                                             {EntityKind::country, "country"},
                                                             {EntityKind::organisation, "organisation"},
                                                             {EntityKind::group, "group"}});

/// Belonging to another entity for a time: a country to NATO, a person to a party, an office holder to what the
/// office belongs to (then `role` names the office). Both ends inclusive; an unknown end is open.
struct Membership {
  std::string group;  ///< code of the entity belonged to
  std::string role;   ///< "member", or the office: "secretary general", "prime minister"
  Date from;
  Date until;
  bool operator==(const Membership&) const = default;
};

/// Whether it held on one of the days from `first` to `last`.
bool held_within(const Membership& membership, Day first, Day last);

/// Who speaks or is spoken of. `code` is what everything else refers to: ISO 3166-1 alpha-3 for countries ("DEU"),
/// lower-case words with hyphens for the rest ("nato", "mark-rutte"). Entities are replaced by a newer version of
/// the same code, never changed.
struct Entity {
  std::string code;
  EntityKind kind = EntityKind::organisation;
  std::string name;
  std::string wikidata;              ///< "Q7184"; empty when there is none
  std::vector<std::string> aliases;  ///< other names, as they occur in texts
  std::vector<Membership> memberships;
  bool operator==(const Entity&) const = default;
};

Id id_of(const Entity& entity);

}  // namespace avow
