#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "avow/plugin_abi.h"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/digest.hpp"
#include "model/observation.hpp"

namespace avow {

/// An observation as checkers see it.
struct ObservedValue {
  Id id;
  std::string indicator;
  std::string entity;
  Date period;
  Decimal value;
  std::string unit;
  Status status = Status::actual;
  Day published{};
  std::string source;
  bool operator==(const ObservedValue&) const = default;
};

/// Observations as a host gives them out. Copies share one immutable list, as many claims ask for the same series; what
/// is worked out from it for the ABI and for find() is worked out once. All copies are used by one thread at a time.
class Observations {
 public:
  Observations() = default;
  Observations(std::vector<ObservedValue> values);

  std::vector<ObservedValue>::const_iterator begin() const { return values().begin(); }
  std::vector<ObservedValue>::const_iterator end() const { return values().end(); }
  std::size_t size() const { return values().size(); }
  bool empty() const { return values().empty(); }
  const ObservedValue& operator[](std::size_t index) const { return values()[index]; }

  /// The one of that id, null when it is not among them; by bisection.
  const ObservedValue* find(const Id& id) const;
  /// In the ABI's form; valid as long as a copy of this lives.
  avow_array raw() const;

 private:
  struct List;
  const std::vector<ObservedValue>& values() const;

  std::shared_ptr<List> list_;  ///< null: none
};

}  // namespace avow
