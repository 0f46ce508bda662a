#include "learn/installed.hpp"

#include "base/error.hpp"
#include "learn/files.hpp"
#include "model/json.hpp"

namespace avow::learn {

std::optional<InstalledModel> read_installed(const std::filesystem::path& folder, std::string_view name) {
  const auto file = folder / (std::string(name) + ".model");
  const auto card = folder / (std::string(name) + ".json");
  std::error_code failed;
  if (folder.empty() || !std::filesystem::is_regular_file(file, failed)) return std::nullopt;
  InstalledModel out;
  try {
    out.model = sdk::SentenceModel::read(read_file(file));
  } catch (const std::runtime_error& error) {
    throw Error(ErrorCode::bad_input, file.string() + ": " + error.what(), "train it again with `avow train`");
  }
  if (std::filesystem::is_regular_file(card, failed)) out.card = parse_json(read_file(card), card.string());
  if (!out.card.is_object()) throw Error(ErrorCode::bad_input, card.string() + " is no JSON object");
  return out;
}

}  // namespace avow::learn
