#include "read/package_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/error.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t max_file_bytes = std::uintmax_t{512} << 20;
constexpr std::size_t max_files = 100'000;

[[noreturn]] void refuse(const std::string& name, std::string_view why) {
  throw Error(ErrorCode::bad_input, fmt::format("{}: {}", name, why),
              "a package is read from files beside its description; fetch what it points to into its folder and name "
              "that there");
}

bool leads_out(const fs::path& path) {
  return std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

}  // namespace

PackageFiles::PackageFiles(const fs::path& folder) {
  std::error_code failure;
  folder_ = fs::canonical(folder.empty() ? fs::path(".") : folder, failure);
  if (failure || !fs::is_directory(folder_, failure))
    throw Error(ErrorCode::not_found, fmt::format("{}: no such folder", folder.string()));
}

std::string PackageFiles::name(std::string_view path) const {
  return (folder_.filename() / path).string();
}

fs::path PackageFiles::locate(std::string_view path) const {
  const fs::path relative(path);
  if (path.empty() || path.find('\0') != std::string_view::npos)
    refuse(folder_.string(), "names a file without a name");
  if (path.find("://") != std::string_view::npos) refuse(name(path), "is an address, and nothing is fetched");
  if (relative.is_absolute() || leads_out(relative) || path.find('\\') != std::string_view::npos)
    refuse(name(path), "lies outside of the package's folder");
  std::error_code failure;
  const fs::path real = fs::weakly_canonical(folder_ / relative, failure);
  const auto [mine, theirs] = std::mismatch(folder_.begin(), folder_.end(), real.begin(), real.end());
  if (failure || mine != folder_.end()) refuse(name(path), "is a link that leads out of the package's folder");
  return real;
}

bool PackageFiles::has(std::string_view path) const {
  std::error_code failure;
  return fs::is_regular_file(locate(path), failure);
}

std::string PackageFiles::read(std::string_view path) const {
  const fs::path real = locate(path);
  std::error_code failure;
  if (!fs::is_regular_file(real, failure))
    throw Error(ErrorCode::not_found, fmt::format("{}: the package names this file, and it is not there", name(path)));
  if (const auto size = fs::file_size(real, failure); !failure && size > max_file_bytes)
    throw Error(ErrorCode::limit, fmt::format("{}: {} bytes, more than the {} that a data file may have", name(path),
                                              size, max_file_bytes));
  std::ifstream file(real, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), {});
  if (!file) throw Error(ErrorCode::io, fmt::format("{}: cannot be read", name(path)));
  return bytes;
}

std::vector<std::string> PackageFiles::list() const {
  std::vector<std::string> names;
  std::error_code failure;
  for (fs::directory_iterator at(folder_, failure), end; !failure && at != end; at.increment(failure)) {
    names.push_back(at->path().filename().string());
    if (names.size() > max_files)
      throw Error(ErrorCode::limit, fmt::format("{}: more than {} files", folder_.string(), max_files));
  }
  if (failure) throw Error(ErrorCode::io, fmt::format("{}: {}", folder_.string(), failure.message()));
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace avow
