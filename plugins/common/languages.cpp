#include "languages.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <vector>

namespace avow::detect {
namespace {

constexpr std::string_view fallback = "en";

std::vector<std::string> lexicon_files(std::string_view folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(folder) / "lexicon")) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Languages::Languages(const sdk::Setup& setup, const std::vector<Need>& needs) {
  for (const std::string& name : lexicon_files(setup.folder)) {
    const std::string path = "lexicon/" + name;
    Lexicon& lexicon = lexicons_.try_emplace(name.substr(0, name.find('.')), needs).first->second;
    if (name.find(".order.") != std::string::npos) {
      lexicon.set_order(WordOrder::read(setup.read_file(path), path));
    } else {
      lexicon.add_text(setup.read_file(path), path);
    }
  }
  if (lexicons_.empty()) throw std::runtime_error("no lexicon in " + std::string(setup.folder) + "/lexicon");
}

const Lexicon* Languages::of(std::string_view tag) const {
  const std::string_view language = tag.substr(0, tag.find_first_of("-_"));
  const auto found = lexicons_.find(language.empty() ? fallback : language);
  return found == lexicons_.end() ? nullptr : &found->second;
}

}  // namespace avow::detect
