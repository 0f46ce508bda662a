#pragma once

#include <cstddef>

#include "text/annotations.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// Which way the words around a quantity that covers the tokens [begin, end) say something moved by it: "rose 3
/// percent", "cut emissions by 40 percent", "a drop of 5 percent", "a 5 percent rise". Looks a few tokens to either
/// side.
Change change_around(const Tokens& tokens, std::size_t begin, std::size_t end);

}  // namespace avow::text
