#include "read/gunzip.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <memory>

#include "base/error.hpp"

namespace avow {
namespace {

constexpr std::size_t block = std::size_t{64} << 10;
/// 15 bits of window, and 16 for the header of gzip.
constexpr int gzip_window = 15 + 16;

struct End {
  void operator()(z_stream* stream) const noexcept { inflateEnd(stream); }
};

Error damaged(std::string_view name, std::string_view why) {
  return {ErrorCode::bad_input, fmt::format("{}: the gzip file is damaged: {}", name, why), "fetch or pack it again"};
}

}  // namespace

std::string gunzip(std::string_view name, std::string_view bytes, std::size_t max_bytes) {
  z_stream stream{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), 0xFFFFFFFFu));
  if (inflateInit2(&stream, gzip_window) != Z_OK) throw Error(ErrorCode::internal, "zlib gave no stream");
  const std::unique_ptr<z_stream, End> closing(&stream);
  std::string out;
  for (;;) {
    const auto filled = out.size();
    out.resize(filled + block);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
    stream.avail_out = static_cast<uInt>(block);
    const int state = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    if (out.size() > max_bytes)
      throw Error(ErrorCode::limit, fmt::format("{}: unpacks to more than {} bytes", name, max_bytes),
                  "unpack it, and split what is in it into its documents");
    if (state == Z_STREAM_END && stream.avail_in == 0) return out;
    if (state == Z_STREAM_END && inflateReset(&stream) == Z_OK) continue;
    if (state == Z_BUF_ERROR || (state == Z_OK && stream.avail_in == 0 && stream.avail_out > 0))
      throw damaged(name, "it ends too early");
    if (state != Z_OK) throw damaged(name, stream.msg == nullptr ? "not what it says to be" : stream.msg);
  }
}

}  // namespace avow
