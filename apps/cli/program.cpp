#include "cli/program.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <new>
#include <optional>

#include "cli/command_tree.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/session.hpp"

namespace avow::cli {
namespace {

/// A word where a command should stand that is none.
std::optional<Error> unknown_command(const CommandTree& tree) {
  const CLI::App& at = tree.selected();
  const auto left = tree.root().remaining(true);
  if (left.empty() || left.front().starts_with('-') || at.get_subcommands({}).empty()) return {};
  const std::string path = tree.path_of(at);
  const std::string within = &at == &tree.root() ? "" : fmt::format(" within `{}`", path);
  return Error(ErrorCode::usage, fmt::format("there is no command '{}'{}", left.front(), within),
               fmt::format("`{} --help` lists what there is", path));
}

/// CLI11's words for what was wrong, where ours are plainer.
Error usage_error(const CommandTree& tree, const CLI::ParseError& error) {
  if (const auto unknown = unknown_command(tree)) return *unknown;
  const CLI::App& at = tree.selected();
  const std::string help = fmt::format("`{} --help` shows how it is used", tree.path_of(at));
  const auto left = tree.root().remaining(true);
  if (!left.empty() && (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr || &at == &tree.root()))
    return {ErrorCode::usage, fmt::format("{} takes no '{}'", tree.path_of(at), left.front()), help};
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && &at == &tree.root())
    return {ErrorCode::usage, "no command was given", help};
  return {ErrorCode::usage, error.what(), help};
}

int parse_and_run(Console& console, int argc, char** argv) {
  CommandTree tree;
  try {
    tree.root().parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    if (const auto unknown = unknown_command(tree)) throw *unknown;
    console.write(tree.root().help());
    return 0;
  } catch (const CLI::CallForVersion&) {
    console.write(AVOW_VERSION_LINE "\n");
    return 0;
  } catch (const CLI::ParseError& error) {
    throw usage_error(tree, error);
  }
  Session session(console, tree.flags());
  return static_cast<int>(tree.selected_action()(session));
}

/// Runs `body` and says what it threw.
template <typename Body>
int guarded(Console& console, Body body) {
  try {
    const int code = body();
    console.flush();
    return code;
  } catch (const OutputClosed&) {
    return 0;
  } catch (const Error& error) {
    console.problem(error);
    return exit_code(error.code());
  } catch (const std::bad_alloc&) {
    console.problem("out of memory", "give it smaller pieces at a time");
  } catch (const std::exception& error) {
    console.problem(fmt::format("a defect of ours: {}", error.what()), "please report it with the command you ran");
  }
  return exit_code(ErrorCode::internal);
}

/// What was written before something went wrong is still to be seen.
void flush_quietly(Console& console) {
  try {
    console.flush();
  } catch (...) {  // the error that ended the command has been said
  }
}

}  // namespace

int run(int argc, char** argv) noexcept {
  watch_signals();
  Console console;
  const int code = guarded(console, [&] { return parse_and_run(console, argc, argv); });
  flush_quietly(console);
  return code;
}

}  // namespace avow::cli
