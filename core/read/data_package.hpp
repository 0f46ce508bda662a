#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "model/json.hpp"
#include "read/outcome_reader.hpp"
#include "read/package_files.hpp"

namespace avow {

/// One table of a package, with the name that messages call its file by.
struct PackageTable {
  std::string name;
  OutcomeFile file;
};

struct PackageReading {
  std::vector<PackageTable> tables;
  std::vector<std::string> notes;  ///< what was passed over, and where the vintage comes from
  std::string digest;              ///< SHA-256 over the digests of the files read, in order, hex
};

/// Whether the path is a folder of data or the description of one (datapackage.json).
bool is_data_package(const std::filesystem::path& path);

/// Reads the tables of a Frictionless Data Package (specs.frictionlessdata.io, version 1 and 2), or of a DDF data set
/// (ddf.hpp). `path` is the folder or its datapackage.json. options.part names one resource. Honoured are a resource's
/// dialect (delimiter, header, commentChar, skipInitialSpace), its schema's field names, missingValues, decimalChar
/// and groupChar, and as licence, source, address and vintage, where the options do not say: licenses, sources,
/// homepage, and the day of modified, else created. Resources that are no tables are passed over with a note. Only
/// files in the folder are read. `knows_indicator` says which codes have an indicator, for DDF sets of hundreds. Throws
/// Error: bad_input, not_found, limit, io, naming file and resource.
PackageReading read_data_package(const std::filesystem::path& path, const OutcomeOptions& options,
                                 const std::function<bool(const std::string&)>& knows_indicator);

/// What a package's description says of where its figures come from, under what the user says.
OutcomeOptions with_provenance(const Json& description, OutcomeOptions options);

/// Files read of a package, for its digest.
class PackageDigest {
 public:
  /// The bytes of a file, which count from now on.
  std::string read(const PackageFiles& files, const std::string& path);
  std::string hex() const;

 private:
  std::string digests_;
};

}  // namespace avow
