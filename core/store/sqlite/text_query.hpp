#pragma once

#include <string>

#include "store/filters.hpp"

namespace avow::sqlite {

/// What the text of a document must hold, as an FTS5 query of quoted words and phrases alone; empty when the filter
/// asks for nothing.
std::string text_query(const PassageFilter& filter);

}  // namespace avow::sqlite
