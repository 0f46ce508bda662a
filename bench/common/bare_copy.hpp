#pragma once

#include <cstddef>
#include <filesystem>

#include "common/measure.hpp"

namespace avow::bench {

/// Inserts all rows of the store `from` into the new store `to`: the same rows into the same tables, indexes and word
/// indexes, in the same transactions, with prepared statements and the store's own settings. What it does not do is the
/// store's work: it digests nothing, packs nothing, looks nothing up. The cost is that of the inserts, the commits and
/// the closing, which folds the log into the file; reading the rows of a transaction into memory beforehand does not
/// count. Throws std::runtime_error.
Cost copy_bare(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace avow::bench
