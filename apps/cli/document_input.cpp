#include "cli/document_input.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <optional>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/file_walk.hpp"
#include "cli/input_file.hpp"
#include "cli/interrupt.hpp"
#include "read/format.hpp"

namespace avow::cli {
void DocumentInput::add_to(CLI::App& app) {
  app.add_option("FILE", paths_, "Files, folders, or - for standard input")->required();
  constexpr const char* group = "About the documents (wins over what they say themselves)";
  const auto option = [&](const char* name, std::string& value, const char* type, const char* help) {
    app.add_option(name, value, help)->type_name(type)->group(group);
  };
  option("--published", published_, "DATE", "When they were published");
  option("--source,--url", given_.url, "URL", "Address they were published at");
  option("--title", given_.title, "TEXT", "Title");
  option("--publisher", given_.publisher, "NAME", "Who published them");
  option("--author", given_.author, "NAME", "Who wrote them");
  option("--speaker", given_.speaker, "NAME", "Whose words they are as a whole, e.g. of a speech");
  option("--language", given_.language, "TAG", "Language, e.g. en");
}

Metadata DocumentInput::metadata() const {
  Metadata given = given_;
  if (!published_.empty()) given.published = parse_date("--published", published_);
  return given;
}

DocumentInput::Outcome DocumentInput::each_file(
    Console& console, const char* what, const std::function<void(const std::string&, std::string_view)>& take) const {
  const std::uint64_t total = console.shows_progress() ? count_files(paths_) : 0;
  Outcome outcome;
  const auto failed = [&](const Error& error) {
    console.problem(error);
    ++outcome.failed;
  };
  const auto file = [&](const std::filesystem::path& path, bool named) {
    stop_if_interrupted();
    console.progress(what, outcome.files++, total);
    std::optional<InputFile> input;
    try {
      input.emplace(path, InputLimit{ReadLimits{}.max_bytes, "that one document may have",
                                     "give many documents as NDJSON, one a line, or split the file"});
    } catch (const Error& error) {
      if (error.code() == ErrorCode::interrupted) throw;
      return failed(error);
    }
    if (const auto kind = not_a_document(input->bytes()); !named && !kind.empty())
      return console.note(fmt::format("{}: is {}, passed over", input->name(), kind));
    take(input->name(), input->bytes());
  };
  const auto hidden = [&](const auto& path) { console.note(fmt::format("{}: hidden, passed over", path.string())); };
  try {
    walk_files(paths_, {file, hidden, failed});
  } catch (const Error& error) {
    if (error.code() != ErrorCode::interrupted) throw;  // the caller ends its transaction, then the run
  }
  if (outcome.files == 0 && outcome.failed == 0 && !interrupted())
    console.problem(fmt::format("{}: no file in it", paths_.front()), "give a folder that holds documents");
  return outcome;
}

ExitCode DocumentInput::exit_code(std::uint64_t documents, std::uint64_t failed) const {
  if (documents == 0) return ExitCode::cannot;
  return failed == 0 ? ExitCode::done : ExitCode::partial;
}

}  // namespace avow::cli
