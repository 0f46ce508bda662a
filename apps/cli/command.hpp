#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace avow::cli {

class Session;

/// How a command ends when it does not throw; avow::Error carries its own code.
enum class ExitCode : int { done = 0, nothing_matched = 1, cannot = 2, partial = 3, integrity = 4 };

/// What a command does once its arguments are parsed.
using Action = std::function<ExitCode(Session&)>;

/// Which of the two clocks a command looks at. One that would pay no heed to a clock that was set refuses it.
enum class TakesClocks { none, today, both };

struct Example {
  std::string line;
  std::string what;
};

/// One command, as data: help, manual and completions are made from it and from the options that `define` adds.
struct Command {
  std::string name;
  std::string group;        ///< heading in `avow --help`; empty for commands within a command
  std::string summary;      ///< one line, without a full stop
  std::string description;  ///< more, when the summary does not say it all
  std::vector<Example> examples;
  std::function<Action(CLI::App&)> define;  ///< adds the arguments; empty for a command that only has children
  std::vector<Command> children;            ///< the first one runs when none is named
  TakesClocks clocks = TakesClocks::none;
};

}  // namespace avow::cli
