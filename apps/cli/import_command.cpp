#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/input_stream.hpp"
#include "cli/session.hpp"
#include "engine/import_records.hpp"
#include "publish/csv_records.hpp"
#include "publish/export_csv.hpp"

namespace avow::cli {
namespace {

namespace fs = std::filesystem;

/// The records of one file as lines of NDJSON, whichever of the two forms it has.
class RecordSource {
 public:
  explicit RecordSource(const fs::path& path) : stream_(path) {
    const char first = stream_.peek();
    if (first == '\0') throw Error(ErrorCode::bad_input, fmt::format("{}: the file is empty", stream_.name()));
    if (first != '{')
      csv_.emplace(stream_.name(), [this](char* into, std::size_t size) { return stream_.read(into, size); });
  }
  RecordSource(const RecordSource&) = delete;
  RecordSource& operator=(const RecordSource&) = delete;
  bool next(std::string& line) { return csv_ ? csv_->next(line) : stream_.next_line(line); }

 private:
  InputStream stream_;
  std::optional<CsvRecords> csv_;
};

/// The file itself; of a folder the files that an export wrote, in the order in which they refer to each other.
std::vector<fs::path> files_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<fs::path> files;
  for (const RecordKind kind : csv_kinds())
    if (const auto file = path / csv_file_name(kind); fs::exists(file, error)) files.push_back(file);
  if (files.empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: there is no export in it", path.string()),
                "give a folder that `avow export --format csv` wrote");
  return files;
}

/// All of it, or nothing.
RecordImport import_all(Session& session, const std::string& path) {
  const auto files = files_of(path);
  std::size_t at = 0;
  auto source = std::make_unique<RecordSource>(files[at]);  // before a store is made for nothing
  std::uint64_t lines = 0;
  const auto next = [&](std::string& line) {
    while (!source->next(line)) {
      if (++at == files.size()) return false;
      source = std::make_unique<RecordSource>(files[at]);
    }
    session.console().progress("import", ++lines, 0);
    return true;
  };
  RecordImport done;
  session.fill_store([&](Store& store) { done = import_records(store, path, next, session.settings().actor); });
  return done;
}

ExitCode run(Session& session, const std::string& path) {
  const RecordImport done = import_all(session, path);
  session.console().end_progress();
  RowWriter rows(session.row_options({"file", "added", "known"}), session.results());
  rows.add({{"file", path}, {"added", done.added}, {"known", done.known}});
  rows.end();
  return ExitCode::done;
}

Action define(CLI::App& app) {
  const auto path = std::make_shared<std::string>();
  app.add_option("FILE", *path, "What `avow export` wrote: NDJSON, a CSV, a folder of CSV, or - for standard input")
      ->required();
  return [path](Session& session) { return run(session, *path); };
}

}  // namespace

Command import_command() {
  return {"import",
          "Keep",
          "Read an export back, or merge another store's",
          "A union: what is there already is passed over. All of it is taken, or nothing. Makes the store when there "
          "is none.",
          {{"avow import everything.ndjson --db copy.db", "into a new store"},
           {"avow --db theirs.db export | avow --db ours.db import -", "merge two stores"}},
          define,
          {}};
}

}  // namespace avow::cli
