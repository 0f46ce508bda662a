#include "cli/input_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "cli/interrupt.hpp"
#include "read/format.hpp"

namespace avow::cli {
namespace {

constexpr std::size_t block = std::size_t{64} << 10;

[[noreturn]] void refuse_io(const std::string& name, int error) {
  const auto code = error == ENOENT ? ErrorCode::not_found : ErrorCode::io;
  throw Error(code, fmt::format("{}: {}", name, std::generic_category().message(error)),
              error == ENOENT ? "see whether the path is spelled as it should be" : "see whether you may read it");
}

[[noreturn]] void refuse_size(const std::string& name, const InputLimit& limit, const std::string& size = {}) {
  throw Error(ErrorCode::limit,
              fmt::format("{}: {}larger than the {} {}", name, size, readable_size(limit.max_bytes), limit.of),
              limit.advice);
}

/// A descriptor that is closed again, except standard input.
class Descriptor {
 public:
  explicit Descriptor(const std::string& name)
      : number_(name == "-" ? STDIN_FILENO : open(name.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (number_ < 0) refuse_io(name, errno);
  }
  ~Descriptor() {
    if (number_ != STDIN_FILENO) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

std::string readable_size(std::uint64_t bytes) {
  constexpr std::array units{"bytes", "kB", "MB", "GB", "TB"};
  if (bytes < 1000) return fmt::format("{} {}", bytes, units[0]);
  double size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1000 && unit + 1 < units.size(); ++unit) size /= 1000;
  return fmt::format("{:.1f} {}", size, units[unit]);
}

InputFile::InputFile(const std::filesystem::path& path, const InputLimit& limit) : name_(path.string()) {
  const Descriptor file(name_);
  struct stat about {};
  if (fstat(file.number(), &about) != 0) refuse_io(name_, errno);
  if (S_ISDIR(about.st_mode)) refuse_io(name_, EISDIR);
  const auto size = static_cast<std::size_t>(about.st_size);
  if (S_ISREG(about.st_mode) && size > limit.max_bytes)
    map(file.number(), size, limit);
  else
    read_stream(file.number(), S_ISREG(about.st_mode) ? size : 0, limit);
}

InputFile::~InputFile() {
  if (mapped_ != nullptr) munmap(const_cast<char*>(mapped_), mapped_size_);
}

void InputFile::map(int descriptor, std::size_t size, const InputLimit& limit) {
  void* at = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (at == MAP_FAILED) refuse_io(name_, errno);
  mapped_ = static_cast<const char*>(at);
  mapped_size_ = size;
  // The first lines say whether these are many documents; all of a single one would be too large.
  if (!is_ndjson({mapped_, std::min(size, limit.max_bytes)}, limit.max_bytes)) {
    munmap(at, size);
    mapped_ = nullptr;
    refuse_size(name_, limit, readable_size(size) + ", ");
  }
  madvise(at, size, MADV_SEQUENTIAL);
}

void InputFile::refuse_stream(const InputLimit& limit) const {
  if (!is_ndjson(bytes(), limit.max_bytes)) refuse_size(name_, limit);
  throw Error(
      ErrorCode::limit,
      fmt::format("{}: more NDJSON than the {} that are read from a pipe", name_, readable_size(limit.max_bytes)),
      "give it as a file, which may have any size, or in several pieces");
}

void InputFile::grow(std::size_t capacity) {
  auto larger = std::make_unique_for_overwrite<char[]>(capacity);
  std::copy_n(read_.get(), read_size_, larger.get());
  read_ = std::move(larger);
}

/// A file of the size expected is read into one piece of memory; the byte more shows that it has ended.
void InputFile::read_stream(int descriptor, std::size_t expected, const InputLimit& limit) {
  std::size_t capacity = expected == 0 ? block : expected + 1;
  grow(capacity);
  for (;;) {
    if (read_size_ == capacity) grow(capacity *= 2);
    const auto got = ::read(descriptor, read_.get() + read_size_, capacity - read_size_);
    if (got == 0) return;
    if (got < 0 && errno != EINTR) refuse_io(name_, errno);
    read_size_ += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    stop_if_interrupted();
    if (read_size_ > limit.max_bytes) refuse_stream(limit);
  }
}

}  // namespace avow::cli
