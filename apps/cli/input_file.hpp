#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace avow::cli {

/// How much is read, and what is said of more.
struct InputLimit {
  std::size_t max_bytes;
  const char* of;      ///< "that one document may have"
  const char* advice;  ///< to who comes with more
};

/// The bytes of one input, however they come: a file (mapped when it is larger than one document may be, as bulk NDJSON
/// is), a pipe or standard input ("-"), both read up to the limit. Move-only.
class InputFile {
 public:
  /// Error: not_found, io, limit. A file whose size alone shows that it cannot be read is refused without reading it.
  InputFile(const std::filesystem::path& path, const InputLimit& limit);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// As messages call it: the path, or "-".
  const std::string& name() const { return name_; }
  std::string_view bytes() const {
    return mapped_ == nullptr ? std::string_view(read_.get(), read_size_) : std::string_view(mapped_, mapped_size_);
  }

 private:
  void read_stream(int descriptor, std::size_t expected, const InputLimit& limit);
  void grow(std::size_t capacity);
  [[noreturn]] void refuse_stream(const InputLimit& limit) const;
  void map(int descriptor, std::size_t size, const InputLimit& limit);

  std::string name_;
  std::unique_ptr<char[]> read_;  ///< no string, which would fill with zeros what is then read over
  std::size_t read_size_ = 0;
  const char* mapped_ = nullptr;
  std::size_t mapped_size_ = 0;
};

/// Number of bytes as a reader likes it: "1.0 GB".
std::string readable_size(std::uint64_t bytes);

}  // namespace avow::cli
