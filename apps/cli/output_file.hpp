#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace avow::cli {

/// A file that is whole or not there: written beside its place, and put there by finish(). Without finish() nothing is
/// left behind. Throws Error (io) naming the file.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  /// Durable and in its place when it returns; takes the place of what was there.
  void finish();

 private:
  [[noreturn]] void fail(int error) const;
  void flush();

  std::filesystem::path path_;
  std::filesystem::path part_;
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace avow::cli
