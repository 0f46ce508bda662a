#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace avow::cli {

/// An option or argument as manual and completions need it.
struct OptionHelp {
  std::vector<std::string> names;  ///< "--published", "--vintage"; of an argument its one name
  std::string value;               ///< what it takes: "DATE"; empty for a flag
  std::string description;
  bool is_argument = false;
};

/// All of one command's own, arguments first; without --help.
std::vector<OptionHelp> options_of(const CLI::App& app);

}  // namespace avow::cli
