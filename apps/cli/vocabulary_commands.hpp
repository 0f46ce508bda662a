#pragma once

#include "cli/command.hpp"

namespace avow::cli {

/// `import FILE` of vocabulary: the same below `entities` and `indicators`, since one file may hold both.
Command vocabulary_import_command(const std::string& parent);

}  // namespace avow::cli
