#include "query/commitment_keys.hpp"

#include <algorithm>

namespace avow {
namespace {

std::string lower(std::string_view text) {
  std::string plain(text);
  for (char& c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return plain;
}

bool held(const Membership& membership, const Date& day) {
  return day.known() ? held_within(membership, day.earliest(), day.latest()) : !membership.until.known();
}

bool is_office(const Membership& membership) {
  return !membership.role.empty() && membership.role != "member";
}

}  // namespace

Id id_of(const CommitmentKey& key) {
  return Canonical("commitment")
      .field("side", key.side)
      .field("subject", key.subject)
      .field("measure", key.measure)
      .field("direction", directions.name(key.direction))
      .id();
}

/// A government's word is its party's: it was given before the office was won, and is held against the party after it.
std::string side_of_person(const Entity& person, const Date& day, const Names& names) {
  std::string country, party;
  for (const Membership& membership : person.memberships) {
    if (!held(membership, day)) continue;
    const Entity* body = names.entity(membership.group);
    const EntityKind kind = body ? body->kind : EntityKind::organisation;
    if (is_office(membership) && kind != EntityKind::country && kind != EntityKind::party) return membership.group;
    if (is_office(membership) && kind == EntityKind::country && country.empty()) country = membership.group;
    if (kind == EntityKind::party && party.empty()) party = membership.group;
  }
  if (!party.empty()) return party;
  return country.empty() ? person.code : country;
}

std::string CommitmentKeys::side_of(const PromiseRow& promise) const {
  const Claim& claim = promise.claim;
  const std::string speaker = claim.speaker.empty() ? names_.entity_code(claim.speaker_name) : claim.speaker;
  if (const Entity* entity = names_.entity(speaker))
    return entity->kind == EntityKind::person ? side_of_person(*entity, claim.said, names_) : entity->code;
  if (!speaker.empty()) return speaker;
  if (promise.reading.kind == Kind::pledge && names_.entity(promise.reading.target.subject))
    return promise.reading.target.subject;
  const std::string publisher = names_.entity_code(promise.document_publisher);
  return claim.voice == Voice::author && !publisher.empty() ? publisher : lower(claim.speaker_name);
}

std::string CommitmentKeys::measure_of(const std::string& indicator) const {
  const Indicator* known = names_.indicator(indicator);
  return known && !known->measure.empty() ? known->measure : indicator;
}

std::vector<std::string> CommitmentKeys::indicators_of(const std::string& measure) const {
  std::vector<std::string> codes{measure};
  for (const Indicator& one : names_.indicators())
    if (one.measure == measure && one.code != measure) codes.push_back(one.code);
  return codes;
}

std::optional<CommitmentKey> CommitmentKeys::key_of(const PromiseRow& promise) const {
  const Target& target = promise.reading.target;
  const Direction direction = direction_of(promise.reading);
  if (target.indicator.empty() || direction == Direction::none) return std::nullopt;
  CommitmentKey key{side_of(promise), target.subject, measure_of(target.indicator), direction};
  if (key.side.empty()) return std::nullopt;
  if (key.subject.empty()) key.subject = lower(target.subject_text);
  const Entity* subject = names_.entity(target.subject);
  if (subject && subject->kind == EntityKind::group && is_part(target.subject, key.side)) key.subject = key.side;
  return key;
}

std::vector<std::string> CommitmentKeys::subjects_of(const CommitmentKey& key) const {
  if (!names_.entity(key.subject)) return {key.subject, ""};
  std::vector<std::string> codes{key.subject};
  if (key.subject == key.side)
    for (const Entity& one : names_.entities())
      if (one.kind == EntityKind::group && is_part(one.code, key.side)) codes.push_back(one.code);
  return codes;
}

const std::vector<std::string>& CommitmentKeys::members(const std::string& group) const {
  const auto [known, added] = members_.try_emplace(group);
  if (added) {
    known->second = names_.members(group, {});
    std::sort(known->second.begin(), known->second.end());
  }
  return known->second;
}

bool CommitmentKeys::is_part(const std::string& part, const std::string& whole) const {
  if (part == whole) return false;
  const std::vector<std::string>& all = members(whole);
  if (std::binary_search(all.begin(), all.end(), part)) return true;
  const std::vector<std::string>& some = members(part);
  return !some.empty() && std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace avow
