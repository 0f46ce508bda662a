#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command_tree.hpp"
#include "cli/commands.hpp"
#include "cli/option_help.hpp"
#include "cli/session.hpp"

namespace avow::cli {
namespace {

/// Text as troff takes it: no line begins with a request, no backslash or hyphen is read as something else.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((i == 0 || text[i - 1] == '\n') && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

std::string option_entry(const OptionHelp& option) {
  std::string names;
  for (const auto& name : option.names) names += (names.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
  if (!option.value.empty()) names += " \\fI" + roff(option.value) + "\\fR";
  return fmt::format(".TP\n{}\n{}.\n", names, roff(option.description));
}

std::string synopsis(const std::string& path, const std::vector<OptionHelp>& options) {
  std::string line = "\\fB" + roff(path) + "\\fR";
  for (const OptionHelp& option : options)
    if (option.is_argument) line += " \\fI" + option.names.front() + "\\fR";
  const bool any =
      std::any_of(options.begin(), options.end(), [](const OptionHelp& option) { return !option.is_argument; });
  return line + (any ? " [\\fIoptions\\fR]" : "");
}

std::string command_section(const CommandTree& tree, const CommandTree::Node& node) {
  const auto options = options_of(*node.app);
  std::string text = fmt::format(".SS \"{}\"\n{}.\n", roff(tree.path_of(*node.app)), roff(node.command->summary));
  if (!node.command->description.empty()) text += roff(node.command->description) + "\n";
  if (node.command->children.empty()) text += ".PP\n" + synopsis(tree.path_of(*node.app), options) + "\n";
  for (const OptionHelp& option : options) text += option_entry(option);
  for (const auto& [line, what] : node.command->examples)
    text += fmt::format(".PP\n{}:\n.PP\n.nf\n.RS\n{}\n.RE\n.fi\n", roff(what), roff(line));
  return text;
}

constexpr const char* ending = R"(.SH EXIT STATUS
.TP
0
Done.
.TP
1
Nothing matched.
.TP
2
Wrong usage, or it cannot run.
.TP
3
Done in part; what failed is named on standard error.
.TP
4
The integrity of the store is broken.
.TP
130
Interrupted.
.SH ENVIRONMENT
.TP
\fBAVOW_DB\fR, \fBAVOW_FORMAT\fR, \fBAVOW_USER\fR, \fBAVOW_PLUGIN_PATH\fR
As \fB\-\-db\fR, \fB\-\-format\fR, \fB\-\-by\fR and \fB\-\-plugin\-path\fR, which win over them.
.TP
\fBAVOW_LANGUAGES\fR, \fBAVOW_TOPICS\fR
Folders of the words of languages and of topics, in place of those that came with it.
.TP
\fBAVOW_VOCABULARY\fR
Folder of the vocabulary that a new store begins with.
.TP
\fBNO_COLOR\fR
When set, no colours unless \fB\-\-color\fR asks for them.
.SH FILES
.TP
\fIavow.toml\fR, \fI$XDG_CONFIG_HOME/avow/config.toml\fR
Settings of the project in the current folder and of the user: db, format, color, by, and, in the user's file only,
plugin\-path. What comes first wins: flag, environment, project, user.
.TP
\fIavow.db\fR
The store, unless another is named.
.SH SEE ALSO
.BR sqlite3 (1)
)";

ExitCode run(Session& session) {
  const CommandTree tree;
  std::string text =
      ".TH AVOW 1 \"\" \"" AVOW_VERSION_LINE
      "\" \"User Commands\"\n.SH NAME\navow \\- the database that keeps "
      "public figures to their word\n.SH SYNOPSIS\n\\fBavow\\fR [\\fIoptions\\fR] \\fICOMMAND\\fR ...\n"
      ".SH DESCRIPTION\nDocuments go in; the dated claims in them are found and kept, with every reading of "
      "them and every verdict on them, for good. Later, claims are held against what really happened.\n"
      ".SH OPTIONS OF EVERY COMMAND\n";
  for (const OptionHelp& option : options_of(tree.root())) text += option_entry(option);
  text += ".SH COMMANDS\n";
  for (const CommandTree::Node& node : tree.nodes()) text += command_section(tree, node);
  session.console().write(text + ending);
  return ExitCode::done;
}

Action define(CLI::App&) {
  return [](Session& session) { return run(session); };
}

}  // namespace

Command manual_command() {
  return {"manual", "Help", "Print the manual page", "", {{"avow manual | man -l -", "read it"}}, define, {}};
}

}  // namespace avow::cli
