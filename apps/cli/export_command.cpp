#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/output_file.hpp"
#include "cli/output_folder.hpp"
#include "cli/session.hpp"
#include "publish/export.hpp"
#include "publish/export_csv.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

namespace fs = std::filesystem;

ExitCode to_output(Session& session, Store& store) {
  export_ndjson(store, [&](std::string_view line) {
    stop_if_interrupted();
    session.console().write(line);
  });
  return ExitCode::done;
}

ExitCode to_file(Session& session, Store& store, const std::string& name) {
  OutputFile file(name);
  std::uint64_t records = 0;
  export_ndjson(store, [&](std::string_view line) {
    stop_if_interrupted();
    session.console().progress("export", ++records, 0);
    file.write(line);
  });
  file.finish();
  session.console().note(fmt::format("{} records written to {}", records, name));
  return ExitCode::done;
}

/// A file a kind, in a folder.
ExitCode to_folder(Session& session, Store& store, const fs::path& folder) {
  make_empty_folder(folder);
  std::map<RecordKind, OutputFile> files;
  export_csv(store, [&](RecordKind kind, std::string_view rows) {
    stop_if_interrupted();
    files.try_emplace(kind, folder / csv_file_name(kind)).first->second.write(rows);
  });
  for (auto& [kind, file] : files) file.finish();
  session.console().note(fmt::format("{} files written to {}", files.size(), folder.string()));
  return ExitCode::done;
}

ExitCode run(Session& session, const std::string& output) {
  const Format format = session.format_for_programs();
  if (format != Format::ndjson && format != Format::csv)
    throw Error(ErrorCode::usage, fmt::format("--format: an export cannot be written as {}", formats.name(format)),
                "write it as ndjson or csv");
  if (format == Format::csv && output.empty())
    throw Error(ErrorCode::usage, "as CSV, an export is a file for each kind of record",
                "name a folder for them with -o FOLDER");
  Store& store = session.store(Session::Access::read);
  if (format == Format::csv) return to_folder(session, store, output);
  return output.empty() || output == "-" ? to_output(session, store) : to_file(session, store, output);
}

Action define(CLI::App& app) {
  const auto output = std::make_shared<std::string>();
  app.add_option("-o,--output", *output, "Where to: a file for NDJSON (else standard output), a folder for CSV")
      ->type_name("FILE");
  return [output](Session& session) { return run(session, *output); };
}

}  // namespace

Command export_command() {
  return {"export",
          "Keep",
          "Write out every record, without loss",
          "Retracted ones too. `avow import` reads it back; two stores are merged by importing one's export into the "
          "other.",
          {{"avow export -o everything.ndjson", "one JSON object a line"},
           {"avow export --format csv -o tables/", "a CSV for each kind of record, for a spreadsheet or R"}},
          define,
          {}};
}

}  // namespace avow::cli
