#pragma once

namespace avow::cli {

/// From now on the first Ctrl-C is only noted, so that a command can end between two transactions; a second one ends
/// the process at once. A reader of our output that goes away no longer kills us.
void watch_signals();

bool interrupted() noexcept;

/// Error (interrupted) once Ctrl-C was pressed. Long loops call it between steps.
void stop_if_interrupted();

}  // namespace avow::cli
