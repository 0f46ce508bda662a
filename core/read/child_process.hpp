#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow {

/// What a helper program may use up. Passing one of them ends it.
struct ChildLimits {
  std::size_t memory = 0;  ///< bytes of address space
  std::size_t output = 0;  ///< bytes that it may write
  std::chrono::seconds cpu{0};
  std::chrono::seconds wall{0};
};

struct ChildResult {
  enum class End {
    exited,     ///< by itself; see `code`
    killed,     ///< by the signal `code`
    too_slow,   ///< passed the limit on time
    too_large,  ///< passed the limit on output
  };
  End end = End::exited;
  int code = 0;
  std::string output;    ///< what it wrote to standard output
  std::string messages;  ///< the beginning of what it wrote to standard error
};

/// Where a program lies: a path as it is, a name looked for in PATH; nullopt when it cannot be run.
std::optional<std::string> find_program(const std::string& program);

/// Runs a program without a shell, its standard input a file in memory that holds `input`, its output files in memory
/// too, so that nothing lies on the disk and neither side waits for the other. It gets no other descriptors, an
/// environment of PATH and LC_ALL alone, and no core file; it ends with the thread that started it. Blocks until it
/// has ended. Throws Error io when it cannot be started.
ChildResult run_limited(const std::string& path, const std::vector<std::string>& arguments, std::string_view input,
                        const ChildLimits& limits);

}  // namespace avow
