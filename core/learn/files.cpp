#include "learn/files.hpp"

#include <algorithm>
#include <fstream>

#include "base/error.hpp"

namespace avow::learn {
namespace {

constexpr std::uintmax_t largest_file = 256ULL << 20;

}  // namespace

std::vector<std::filesystem::path> files_under(const std::filesystem::path& place, std::string_view ending) {
  std::error_code failed;
  std::vector<std::filesystem::path> out;
  if (std::filesystem::is_regular_file(place, failed)) out.push_back(place);
  if (std::filesystem::is_directory(place, failed))
    for (const auto& entry : std::filesystem::recursive_directory_iterator(place))
      if (entry.is_regular_file() && entry.path().filename().string().ends_with(ending)) out.push_back(entry.path());
  if (out.empty())
    throw Error(ErrorCode::bad_input, place.string() + " holds no file that ends in " + std::string(ending),
                "name the folder of the task's data with --data");
  std::sort(out.begin(), out.end());
  return out;
}

std::string read_file(const std::filesystem::path& file) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(file, failed);
  std::ifstream in(file, std::ios::binary);
  if (failed || !in) throw Error(ErrorCode::bad_input, file.string() + " cannot be read");
  if (size > largest_file) throw Error(ErrorCode::limit, file.string() + " is larger than 256 MiB");
  std::string out(size, '\0');
  in.read(out.data(), static_cast<std::streamsize>(size));
  out.resize(static_cast<std::size_t>(in.gcount()));
  return out;
}

void each_line(const std::filesystem::path& file, const std::function<void(std::string_view)>& line) {
  const std::string all = read_file(file);
  for (std::string_view rest = all; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    std::string_view one = rest.substr(0, end);
    if (one.ends_with('\r')) one.remove_suffix(1);
    line(one);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
}

}  // namespace avow::learn
