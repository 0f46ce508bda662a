#include "query/names.hpp"

#include <algorithm>
#include <utility>

#include "store/store.hpp"

namespace avow {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

/// An unknown end is open, an unknown period meets all times.
bool overlaps(const Membership& membership, const Date& period) {
  if (!period.known()) return true;
  if (membership.from.known() && membership.from.earliest() > period.latest()) return false;
  return !membership.until.known() || membership.until.latest() >= period.earliest();
}

template <typename T>
const T* find(const std::vector<T>& all, const std::unordered_map<std::string, std::size_t>& at,
              std::string_view code) {
  const auto found = at.find(std::string(code));
  return found == at.end() ? nullptr : &all[found->second];
}

}  // namespace

Names::Names(std::vector<Entity> entities, std::vector<Indicator> indicators)
    : entities_(std::move(entities)), indicators_(std::move(indicators)) {
  for (std::size_t i = 0; i < indicators_.size(); ++i) indicator_at_.emplace(indicators_[i].code, i);
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const Entity& entity = entities_[i];
    entity_at_.emplace(entity.code, i);
    const auto learn = [&](const std::string& name) {
      const auto [known, added] = code_of_.try_emplace(lower_case(name), entity.code);
      if (!added && known->second != entity.code) known->second.clear();
    };
    learn(entity.name);
    for (const std::string& alias : entity.aliases) learn(alias);
  }
  // A code wins over a name, and of codes that differ in case alone the first.
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity)
    code_of_[lower_case(entity->code)] = entity->code;
}

Names Names::of(Store& store, const Clocks& clocks) {
  return {store.entities(clocks), store.indicators(clocks)};
}

const Entity* Names::entity(std::string_view code) const {
  return find(entities_, entity_at_, code);
}

const Indicator* Names::indicator(std::string_view code) const {
  return find(indicators_, indicator_at_, code);
}

std::string Names::entity_name(std::string_view code) const {
  const Entity* known = entity(code);
  return known ? known->name : std::string(code);
}

std::string Names::indicator_name(std::string_view code) const {
  const Indicator* known = indicator(code);
  return known ? known->name : std::string(code);
}

std::string Names::entity_code(std::string_view said) const {
  if (entity(said)) return std::string(said);
  const auto known = code_of_.find(lower_case(said));
  return known == code_of_.end() ? std::string() : known->second;
}

std::vector<std::string> Names::members(std::string_view group, const Date& period) const {
  std::vector<std::string> codes;
  for (const Entity& entity : entities_) {
    const bool belongs = std::any_of(entity.memberships.begin(), entity.memberships.end(), [&](const Membership& one) {
      return one.group == group && overlaps(one, period);
    });
    if (belongs) codes.push_back(entity.code);
  }
  return codes;
}

}  // namespace avow
