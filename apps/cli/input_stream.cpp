#include "cli/input_stream.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/error.hpp"
#include "cli/interrupt.hpp"

namespace avow::cli {
namespace {

constexpr std::size_t block = std::size_t{256} << 10;
/// A document's text and its raw bytes in base64, both of the largest size that is read.
constexpr std::size_t longest_line = std::size_t{512} << 20;

Error refusal(const std::string& name, int error) {
  return {error == ENOENT ? ErrorCode::not_found : ErrorCode::io,
          fmt::format("{}: {}", name, std::generic_category().message(error)),
          "see whether the path is spelled as it should be and you may read it"};
}

}  // namespace

InputStream::InputStream(const std::filesystem::path& path)
    : name_(path.string()), descriptor_(name_ == "-" ? STDIN_FILENO : open(name_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) throw refusal(name_, errno);
}

InputStream::~InputStream() {
  if (descriptor_ != STDIN_FILENO) close(descriptor_);
}

bool InputStream::fill() {
  buffer_.resize(block);
  at_ = 0;
  for (;;) {
    const auto got = ::read(descriptor_, buffer_.data(), buffer_.size());
    const int error = errno;
    stop_if_interrupted();
    if (got < 0 && error == EINTR) continue;
    buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) throw refusal(name_, error);
    return got > 0;
  }
}

std::size_t InputStream::read(char* into, std::size_t size) {
  if (at_ == buffer_.size() && !fill()) return 0;
  const std::size_t count = std::min(size, buffer_.size() - at_);
  std::memcpy(into, buffer_.data() + at_, count);
  at_ += count;
  return count;
}

char InputStream::peek() {
  return at_ < buffer_.size() || fill() ? buffer_[at_] : '\0';
}

bool InputStream::next_line(std::string& line) {
  line.clear();
  ++line_;
  for (bool any = false;; any = true) {
    if (at_ == buffer_.size() && !fill()) return any;
    const auto end = buffer_.find('\n', at_);
    line.append(buffer_, at_, std::min(end, buffer_.size()) - at_);
    at_ = std::min(end, buffer_.size() - 1) + 1;
    if (end != std::string::npos) return true;
    if (line.size() > longest_line)
      throw Error(ErrorCode::limit, fmt::format("{}: line {} is longer than any record", name_, line_));
  }
}

}  // namespace avow::cli
