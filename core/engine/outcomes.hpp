#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/vocabulary.hpp"
#include "read/outcome_reader.hpp"
#include "store/store.hpp"

namespace avow {

struct OutcomeImport {
  std::size_t added = 0;
  std::size_t known = 0;    ///< were there already, the same figure (2.0 is 2.00) of the same status
  std::size_t skipped = 0;  ///< bad rows passed over (skip_bad)
  std::vector<OutcomeProblem> problems;
  std::vector<std::string> notes;  ///< what was passed over on purpose
};

/// Reads a data file, resolves its names, converts units where that is exact, and adds its observations as one
/// transaction. With problems and without skip_bad nothing is stored and `added` is 0. Error as read_outcomes() and the
/// store throw; bad_input when indicator or vintage are neither given nor in the file; without a source
/// the file is named as it: `file:<base name>`. The journal entry names the file, the day it was retrieved when
/// options.retrieved says so, and the digest of its bytes.
OutcomeImport import_outcomes(Store& store, const Lexicon& lexicon, std::string_view name, std::string_view bytes,
                              const OutcomeOptions& options, const std::string& actor);

/// The same of a data package: a folder, or its datapackage.json (read/data_package.hpp). All its tables are one
/// transaction, stored whole or not at all; one without a source has the package's folder as its source.
OutcomeImport import_package(Store& store, const Lexicon& lexicon, const std::filesystem::path& path,
                             const OutcomeOptions& options, const std::string& actor);

}  // namespace avow
