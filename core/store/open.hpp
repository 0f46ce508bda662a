#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

#include "base/instant.hpp"
#include "store/store.hpp"

namespace avow {

enum class OpenMode {
  read_only,   ///< must exist; never written, not even recovered
  read_write,  ///< must exist
  create       ///< made when it is not there
};

struct OpenOptions {
  OpenMode mode = OpenMode::read_only;
  std::chrono::milliseconds wait{10'000};  ///< for the write lock
  Clock clock = system_now;                ///< journal time
  /// Run on a store that was just made, before anybody else can see it; may be run in vain, when somebody else makes
  /// one there at the same time. What it throws leaves nothing behind.
  std::function<void(Store&)> prepare = {};
};

/// Opens the one file. Error: not_found, store_foreign (a text file, another program's database), store_newer,
/// store_read_only, store_locked, store_damaged, io; each names the file and what to do.
std::unique_ptr<Store> open_store(const std::filesystem::path& file, const OpenOptions& options);

}  // namespace avow
