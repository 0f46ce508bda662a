#pragma once

#include "learn/trainers.hpp"

/// What the table of trainers calls; each is in the file of its name beside this one.
namespace avow::learn {}  // namespace avow::learn
