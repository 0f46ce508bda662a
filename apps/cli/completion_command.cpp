#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "base/error.hpp"
#include "cli/command_tree.hpp"
#include "cli/commands.hpp"
#include "cli/option_help.hpp"
#include "cli/session.hpp"
#include "model/assessment.hpp"
#include "model/reading.hpp"
#include "publish/rows.hpp"

namespace avow::cli {
namespace {

template <typename Enum, std::size_t N>
std::string words(const EnumNames<Enum, N>& names) {
  std::string all;
  for (const auto& [value, name] : names.table) all += (all.empty() ? "" : " ") + std::string(name);
  return all;
}

/// Options whose values are words of a list.
std::vector<std::pair<std::string, std::string>> listed_values() {
  return {{"--format", words(formats)},
          {"--color", "auto always never"},
          {"--kind", words(kinds)},
          {"--verdict", words(verdicts)},
          {"--sort", "said due relevance"}};
}

std::string option_names(const CLI::App& app) {
  std::string names;
  for (const OptionHelp& option : options_of(app))
    for (const std::string& name : option.names)
      if (!option.is_argument) names += " " + name;
  return names;
}

/// What may follow a command: its children, its options, and those of every command.
std::string follow_words(const CommandTree& tree, const CLI::App& app) {
  std::string text;
  for (const CLI::App* child : app.get_subcommands([](const CLI::App*) { return true; }))
    text += child->get_name() + " ";
  if (&app != &tree.root()) text += option_names(app);
  return text + option_names(tree.root()) + " --help";
}

/// bash's and zsh's scripts differ in how words come and go, not in what they know.
std::string cases(const CommandTree& tree) {
  std::string text = "  case \"$command\" in\n";
  text += fmt::format("    'avow') candidates='{}' ;;\n", follow_words(tree, tree.root()));
  for (const auto& node : tree.nodes())
    text += fmt::format("    '{}') candidates='{}' ;;\n", tree.path_of(*node.app), follow_words(tree, *node.app));
  text += "  esac\n  case \"$previous\" in\n";
  for (const auto& [option, values] : listed_values())
    text += fmt::format("    {}) candidates='{}' ;;\n", option, values);
  return text + "  esac\n";
}

std::string command_paths(const CommandTree& tree) {
  std::string text;
  for (const auto& node : tree.nodes()) text += (text.empty() ? "'" : " | '") + tree.path_of(*node.app) + "'";
  return text;
}

std::string bash(const CommandTree& tree) {
  return fmt::format(R"(# bash completion for avow
_avow() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command=avow candidates= word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$command $word" in
      {}) command="$command $word" ;;
    esac
  done
{}  COMPREPLY=($(compgen -W "$candidates" -- "$current"))
}}
complete -o default -F _avow avow
)",
                     command_paths(tree), cases(tree));
}

std::string zsh(const CommandTree& tree) {
  return fmt::format(R"(#compdef avow
_avow() {{
  local previous=$words[CURRENT-1] command=avow candidates= word
  for word in $words[2,CURRENT-1]; do
    case "$command $word" in
      {}) command="$command $word" ;;
    esac
  done
{}  compadd -- ${{=candidates}}
  _files
}}
compdef _avow avow
)",
                     command_paths(tree), cases(tree));
}

std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "'";
}

std::string fish_option(const std::string& condition, const OptionHelp& option) {
  std::string line = "complete -c avow" + condition;
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) line += " -r";
  return line + " -d " + fish_quoted(option.description) + "\n";
}

std::string fish(const CommandTree& tree) {
  std::string text = "# fish completion for avow\n";
  for (const OptionHelp& option : options_of(tree.root())) text += fish_option("", option);
  for (const auto& node : tree.nodes()) {
    const CLI::App* parent = node.app->get_parent();
    const bool top = parent->get_parent() == nullptr;
    const std::string after =
        top ? " -n __fish_use_subcommand" : fmt::format(" -n '__fish_seen_subcommand_from {}'", parent->get_name());
    text += fmt::format("complete -c avow{} -a {} -d {}\n", after, node.app->get_name(),
                        fish_quoted(node.command->summary));
    for (const OptionHelp& option : options_of(*node.app))
      if (!option.is_argument)
        text += fish_option(fmt::format(" -n '__fish_seen_subcommand_from {}'", node.app->get_name()), option);
  }
  return text;
}

struct Shell {
  std::string_view name;
  std::string (*script)(const CommandTree&);
};
constexpr std::array<Shell, 3> shells{{{"bash", bash}, {"zsh", zsh}, {"fish", fish}}};

ExitCode run(Session& session, const std::string& name) {
  for (const Shell& shell : shells) {
    if (shell.name != name) continue;
    session.console().write(shell.script(CommandTree()));
    return ExitCode::done;
  }
  throw Error(ErrorCode::usage, fmt::format("there is no completion for '{}'", name), "one of: bash, zsh, fish");
}

Action define(CLI::App& app) {
  const auto shell = std::make_shared<std::string>();
  app.add_option("SHELL", *shell, "bash, zsh or fish")->required();
  return [shell](Session& session) { return run(session, *shell); };
}

}  // namespace

Command completion_command() {
  return {"completion",
          "Help",
          "Print the completion script of a shell",
          "",
          {{"source <(avow completion bash)", "for this shell"},
           {"avow completion fish > ~/.config/fish/completions/avow.fish", "for good"}},
          define,
          {}};
}

}  // namespace avow::cli
