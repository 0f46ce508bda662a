#pragma once

#include <string>
#include <vector>

#include "model/reading.hpp"

namespace avow {

/// A field of a reading that somebody corrected, by the name that `review --field` has for it (or `kind`).
struct FieldChange {
  std::string field;
  std::string before, after;  ///< empty where nothing was said
};

/// What a later reading says otherwise than an earlier one, in the order of the fields.
std::vector<FieldChange> changed_fields(const Reading& before, const Reading& after);

/// "due from 2030 to 2031, unit from nothing to percent".
std::string changes_text(const std::vector<FieldChange>& changes);

}  // namespace avow
