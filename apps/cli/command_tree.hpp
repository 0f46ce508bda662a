#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/settings.hpp"

namespace CLI {
class App;
}

namespace avow::cli {

/// The commands with their options, ready to parse; also what manual and completions are written from.
class CommandTree {
 public:
  CommandTree();
  ~CommandTree();
  CommandTree(const CommandTree&) = delete;
  CommandTree& operator=(const CommandTree&) = delete;

  CLI::App& root() { return *root_; }
  const CLI::App& root() const { return *root_; }
  const GlobalFlags& flags() const { return flags_; }

  /// The innermost command named on the parsed command line; the root when none was.
  const CLI::App& selected() const;
  /// What it does. Only after a parse that succeeded. Error (usage) when a clock was set that it does not look at.
  const Action& selected_action() const;
  /// "avow outcomes import".
  std::string path_of(const CLI::App& app) const;

  struct Node {
    const Command* command;
    CLI::App* app;
    Action action;
  };
  /// Every command, parents before their children.
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  void add_global_options();
  void add(CLI::App& parent, const Command& command);
  const Node& node_of(const CLI::App& app) const;
  const Node& selected_node() const;
  void refuse_idle_clocks(const Command& command) const;

  std::unique_ptr<CLI::App> root_;
  GlobalFlags flags_;
  std::vector<Node> nodes_;
};

}  // namespace avow::cli
