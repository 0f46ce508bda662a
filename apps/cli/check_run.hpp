#pragma once

#include <vector>

#include "cli/command.hpp"
#include "engine/check.hpp"

namespace avow::cli {

class Session;

/// Checks the claims named, or without any those that match the filter, prints a row for each that was judged and a
/// summary, and gives how it ended: nothing matched, done, or in part when a checker failed for some.
ExitCode check_and_report(Session& session, Store& store, CheckOptions options, const std::vector<Id>& claims);

}  // namespace avow::cli
