#pragma once

#include <string>

#include "cli/command.hpp"

namespace avow::cli {

class Session;

/// Makes a recorded verdict again and prints whether it came out the same. `cannot` when its checker is not there,
/// `integrity` when it came out otherwise.
ExitCode replay_verdict(Session& session, const std::string& prefix);

/// The same for every verdict that a checker made, printing those that did not come out the same.
ExitCode replay_all_verdicts(Session& session);

}  // namespace avow::cli
