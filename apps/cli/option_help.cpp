#include "cli/option_help.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace avow::cli {
namespace {

OptionHelp help_of(const CLI::Option& option) {
  OptionHelp help{{}, "", option.get_description(), option.get_positional()};
  if (help.is_argument) {
    help.names.push_back(option.get_name(true));
    return help;
  }
  for (const auto& name : option.get_snames()) help.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) help.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) help.value = option.get_type_name();
  return help;
}

}  // namespace

std::vector<OptionHelp> options_of(const CLI::App& app) {
  std::vector<OptionHelp> all;
  for (const CLI::Option* option : app.get_options())
    if (option != app.get_help_ptr()) all.push_back(help_of(*option));
  std::stable_partition(all.begin(), all.end(), [](const OptionHelp& help) { return help.is_argument; });
  return all;
}

}  // namespace avow::cli
