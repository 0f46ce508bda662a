#pragma once

#include "cli/command.hpp"

namespace avow::cli {

/// `outcomes derive`.
Command outcomes_derive_command();

}  // namespace avow::cli
