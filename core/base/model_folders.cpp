#include "base/model_folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <system_error>

#include "base/shared_folder.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? "" : value;
}

bool is_name(std::string_view name) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !name.empty() && std::all_of(name.begin(), name.end(), allowed);
}

}  // namespace

fs::path user_model_folder() {
  if (const auto folder = environment("XDG_DATA_HOME"); !folder.empty()) return fs::path(folder) / "avow/models";
  if (const auto home = environment("HOME"); !home.empty()) return fs::path(home) / ".local/share/avow/models";
  return {};
}

std::vector<fs::path> default_model_folders() {
  std::vector<fs::path> out;
  if (auto own = user_model_folder(); !own.empty()) out.push_back(std::move(own));
  if (auto shipped = shared_folder("models", "AVOW_SHIPPED_MODELS")) out.push_back(std::move(*shipped));
  return out;
}

std::optional<fs::path> find_model(std::span<const fs::path> folders, std::string_view name) {
  if (!is_name(name)) return std::nullopt;
  for (const fs::path& folder : folders) {
    const fs::path file = folder / (std::string(name) + ".model");
    std::error_code failed;
    if (fs::is_regular_file(file, failed)) return file;
  }
  return std::nullopt;
}

}  // namespace avow
