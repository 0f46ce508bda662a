#pragma once

#include "read/data_package.hpp"

namespace avow {

/// Whether the folder holds a DDF data set (docs: github.com/open-numbers/wiki, "DDFcsv"): files of data points.
bool is_ddf(const PackageFiles& files);

/// Reads the data points of a DDF data set: each file ddf--datapoints--MEASURES--by--DIMENSIONS.csv, of which
/// options.value_column names the measure to take. A measure is its own indicator unless options.indicator says
/// another; measures that `knows_indicator` does not know are passed over with a note. Entities are named by the ISO
/// code, else the name, that ddf--entities files give to their code; sources and addresses by ddf--concepts. Dimensions
/// other than entity and time must have one value among the rows that options.where takes. Error (bad_input): nothing
/// to read, or a choice to make.
PackageReading read_ddf(const PackageFiles& files, const Json& description, const OutcomeOptions& options,
                        const std::function<bool(const std::string&)>& knows_indicator);

}  // namespace avow
