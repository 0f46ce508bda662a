#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/reader.hpp"

struct zip;

namespace avow {

/// A zip archive in memory, for documents that are one. Reads single members whole, and no more of them than the limits
/// allow, whatever the archive says of their size.
class ZipArchive {
 public:
  /// `bytes` must outlive the archive. Throws Error: bad_input (damaged), limit (too many members).
  ZipArchive(std::string_view name, std::string_view bytes, const ReadLimits& limits);

  bool has(const char* member) const;
  /// The member's bytes; nullopt when there is none of that name. Throws Error: bad_input (damaged, encrypted), limit
  /// (larger than limits.max_bytes, or packed so tightly that it must be a bomb).
  std::optional<std::string> read(const char* member) const;

 private:
  struct Close {
    void operator()(zip* archive) const noexcept;
  };
  std::string name_;
  std::size_t packed_;
  std::size_t max_bytes_;
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace avow
