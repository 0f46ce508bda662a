#include "cli/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/error.hpp"

namespace avow::cli {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;
constexpr mode_t readable_by_all = 0644;

}  // namespace

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)), part_(fmt::format("{}.{}.part", path_.string(), getpid())) {
  descriptor_ = open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readable_by_all);
  if (descriptor_ < 0) fail(errno);
}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  close(descriptor_);
  unlink(part_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

void OutputFile::flush() {
  const std::string bytes = std::exchange(buffer_, {});
  for (std::string_view left = bytes; !left.empty();) {
    const auto written = ::write(descriptor_, left.data(), left.size());
    if (written >= 0)
      left.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      fail(errno);
  }
}

void OutputFile::finish() {
  flush();
  // A link, unlike a rename, never takes the place of a file: it may be the store itself.
  if (fsync(descriptor_) != 0 || link(part_.c_str(), path_.c_str()) != 0) fail(errno);
  close(std::exchange(descriptor_, -1));
  unlink(part_.c_str());
}

void OutputFile::fail(int error) const {
  if (error == EEXIST)
    throw Error(ErrorCode::io, fmt::format("{}: there is a file already", path_.string()), "name another, or remove it first");
  throw Error(ErrorCode::io,
              fmt::format("{}: cannot be written: {}", path_.string(), std::generic_category().message(error)),
              "see whether its folder is there, may be written and has space left");
}

}  // namespace avow::cli
