#pragma once

namespace avow::cli {

/// The whole program: parses, runs the command, says what went wrong. Returns the exit code; throws nothing.
int run(int argc, char** argv) noexcept;

}  // namespace avow::cli
