#pragma once

#include "cli/command.hpp"

namespace avow::cli {

/// `outcomes diff`.
Command outcomes_diff_command();

}  // namespace avow::cli
