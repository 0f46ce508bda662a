#pragma once

#include <string_view>

#include "read/delivery.hpp"

namespace avow {

/// Reads a record of parliament in the XML of parlparse and TheyWorkForYou (<publicwhip>: headings and speeches with
/// their speakers). What stands under one heading is one document: the heading as its title, the house as publisher,
/// the day from the speeches' ids, the address of the record, the speeches as a dialogue. Notes of procedure, motions
/// that nobody speaks, divisions and columns are left out. What is ill-formed is read up to there, with a failure.
/// Throws Error bad_input when nobody says anything, and what XmlTree throws.
void read_hansard(const Delivery& delivery, std::string_view text);

}  // namespace avow
