#include "learn/installed.hpp"

#include "base/error.hpp"
#include "base/model_folders.hpp"
#include "learn/files.hpp"
#include "model/json.hpp"

namespace avow::learn {

std::optional<InstalledModel> read_installed(const std::filesystem::path& folder, std::string_view name) {
  if (folder.empty()) return std::nullopt;
  const auto file = find_model(std::span(&folder, 1), name);
  if (!file) return std::nullopt;
  const auto card = std::filesystem::path(*file).replace_extension(".json");
  std::error_code failed;
  InstalledModel out;
  try {
    out.model = sdk::SentenceModel::read(read_file(*file));
  } catch (const std::runtime_error& error) {
    throw Error(ErrorCode::bad_input, file->string() + ": " + error.what(), "train it again with `avow train`");
  }
  if (std::filesystem::is_regular_file(card, failed)) out.card = parse_json(read_file(card), card.string());
  if (!out.card.is_object()) throw Error(ErrorCode::bad_input, card.string() + " is no JSON object");
  return out;
}

}  // namespace avow::learn
