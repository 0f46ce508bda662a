#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/entity.hpp"
#include "model/indicator.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// Names for the codes of entities and indicators, and codes for the names that users type. Immutable after
/// construction, so shared by threads.
class Names {
 public:
  Names() = default;
  Names(std::vector<Entity> entities, std::vector<Indicator> indicators);
  /// What the store holds at the clocks.
  static Names of(Store& store, const Clocks& clocks);

  const std::vector<Entity>& entities() const { return entities_; }
  const std::vector<Indicator>& indicators() const { return indicators_; }
  /// nullptr for a code that is not known.
  const Entity* entity(std::string_view code) const;
  const Indicator* indicator(std::string_view code) const;
  /// The name of a code; the code itself when it is not known.
  std::string entity_name(std::string_view code) const;
  std::string indicator_name(std::string_view code) const;

  /// Whoever a code, name or alias means, in any case (ASCII); empty when nobody or more than one.
  std::string entity_code(std::string_view said) const;
  /// Entities that were members of the group on any day of the period; of all times when it is unknown.
  std::vector<std::string> members(std::string_view group, const Date& period) const;

 private:
  std::vector<Entity> entities_;
  std::vector<Indicator> indicators_;
  std::unordered_map<std::string, std::size_t> entity_at_;     ///< by code
  std::unordered_map<std::string, std::size_t> indicator_at_;  ///< by code
  std::unordered_map<std::string, std::string> code_of_;       ///< by lower-case code or name; empty: two share it
};

}  // namespace avow
