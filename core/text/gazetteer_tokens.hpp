#pragma once

#include <vector>

#include "text/gazetteer.hpp"
#include "text/tokens.hpp"

namespace avow {

/// Gazetteer::find() over a text that is already in tokens.
std::vector<Mention> find_mentions(const Gazetteer& gazetteer, const text::Tokens& tokens);

}  // namespace avow
