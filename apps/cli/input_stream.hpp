#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace avow::cli {

/// A file or standard input ("-") of any length, read in pieces. Error: not_found, io.
class InputStream {
 public:
  explicit InputStream(const std::filesystem::path& path);
  ~InputStream();
  InputStream(const InputStream&) = delete;
  InputStream& operator=(const InputStream&) = delete;

  const std::string& name() const { return name_; }
  /// Up to `size` bytes; 0 at the end.
  std::size_t read(char* into, std::size_t size);
  /// The first byte, which stays to be read; '\0' of an empty file.
  char peek();
  /// The next line without its line feed; false at the end. Error (limit) for one that is longer than any record.
  bool next_line(std::string& line);

 private:
  bool fill();

  std::string name_;
  int descriptor_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
};

}  // namespace avow::cli
