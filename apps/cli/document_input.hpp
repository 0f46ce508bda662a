#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "read/reader.hpp"

namespace avow::cli {

class Console;

/// The files that a command reads documents from, and what the user says about the documents in them.
class DocumentInput {
 public:
  void add_to(CLI::App& app);

  /// Error (usage) for a date that does not exist.
  Metadata metadata() const;
  struct Outcome {
    std::uint64_t files = 0;
    std::uint64_t failed = 0;  ///< said on standard error already
  };
  /// Calls `take` with each file's name and bytes, one at a time, until Ctrl-C. Files that cannot be opened, are too
  /// large or not there are said and counted, and the next one is read; what lies in a folder and is no document by its
  /// content (a picture, a program) is passed over with a word. What `take` throws ends it.
  Outcome each_file(Console& console, const char* what,
                    const std::function<void(const std::string& name, std::string_view bytes)>& take) const;
  /// For so many documents read and so many failures; nothing read at all is a wrong call.
  ExitCode exit_code(std::uint64_t documents, std::uint64_t failed) const;

 private:
  std::vector<std::string> paths_;
  std::string published_;
  Metadata given_;
};

}  // namespace avow::cli
