#include "read/zip_archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>

namespace avow {
namespace {

/// An office document has some dozens.
constexpr zip_int64_t max_members = 10'000;
/// What text packs to at best, by far; small members may be packed as they like.
constexpr std::size_t max_ratio = 200;
constexpr std::size_t small_member = std::size_t{4} << 20;
constexpr std::size_t block = std::size_t{64} << 10;

struct CloseFile {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

Error damaged(std::string_view name, std::string_view why) {
  return {ErrorCode::bad_input, fmt::format("{}: the zip archive is damaged: {}", name, why),
          "save the document again, or give its text"};
}

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const noexcept {
  zip_discard(archive);
}

ZipArchive::ZipArchive(std::string_view name, std::string_view bytes, const ReadLimits& limits)
    : name_(name), packed_(bytes.size()), max_bytes_(limits.max_bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw Error(ErrorCode::internal, "libzip gave no source");
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  const std::string why = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (!archive_) zip_source_free(source);
  if (!archive_) throw damaged(name, why);
  if (zip_get_num_entries(archive_.get(), 0) > max_members)
    throw Error(ErrorCode::limit, fmt::format("{}: a zip archive of more than {} files", name, max_members));
}

bool ZipArchive::has(const char* member) const {
  return zip_name_locate(archive_.get(), member, 0) >= 0;
}

std::optional<std::string> ZipArchive::read(const char* member) const {
  const auto index = zip_name_locate(archive_.get(), member, 0);
  if (index < 0) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
  if (!file) throw damaged(name_, fmt::format("{}: {}", member, zip_strerror(archive_.get())));
  const auto most = std::min(max_bytes_, std::max(small_member, packed_ * max_ratio));
  std::string bytes;
  for (;;) {
    const auto filled = bytes.size();
    bytes.resize(filled + block);
    const auto got = zip_fread(file.get(), bytes.data() + filled, block);
    if (got < 0) throw damaged(name_, member);
    bytes.resize(filled + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    if (bytes.size() > most)
      throw Error(ErrorCode::limit, fmt::format("{}: {} unpacks to more than {} bytes", name_, member, most),
                  "save the document without pictures, or give its text");
  }
}

}  // namespace avow
