#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/derived.hpp"
#include "plugin/values.hpp"

namespace avow {

/// A figure that nobody published, made for a checker of figures that were.
struct WorkedOut {
  ObservedValue value;               ///< its id is no observation's, but says method and parts
  std::string method;                ///< in words, for who checks it by hand
  std::vector<ObservedValue> parts;  ///< by entity, then indicator
};

/// Gives the published figures that a query asks for.
using Published = std::function<std::vector<ObservedValue>(const ObservationQuery&)>;

/// What the query asks for, worked out where nobody published any of it and the rules make it exact: of a group the
/// total or weighted mean over its members, when `of_groups` and every member on the last day of the period has a
/// figure (and weight); of one entity the share or ratio of two indicators by its definition. Of each figure the
/// vintage counts that the query asks for; a figure worked out has the status of the least sure of its parts and the
/// newest of their vintages. By period; empty where nothing can be worked out. The same figures give the same bytes.
std::vector<WorkedOut> work_out(const Lexicon& lexicon, const MemberRules& rules, const ObservationQuery& query,
                                bool of_groups, const Published& published);

}  // namespace avow
