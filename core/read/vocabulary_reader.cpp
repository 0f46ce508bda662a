#include "read/vocabulary_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "base/error.hpp"
#include "model/json.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;

/// Further names of one entity or measure, in one language.
struct Names {
  std::string where;
  std::string entity;
  std::string measure;
  std::vector<std::string> names;
};

/// Where each code was said first, one map a sort of item: "NATO" may be an entity and a scale.
struct Seen {
  std::unordered_map<std::string, std::string> entities;
  std::unordered_map<std::string, std::string> indicators;
  std::unordered_map<std::string, std::string> scales;
  std::vector<Names> names;  ///< to give once all items are known
};

[[noreturn]] void refuse(std::string_view where, std::string_view why, std::string advice = {}) {
  throw Error(ErrorCode::bad_input, fmt::format("{}: {}", where, why), std::move(advice));
}

/// How messages name an item: file, list, place in it and, where it has one, its code.
std::string place(std::string_view file, std::string_view list, std::size_t index, const Json& item) {
  const auto code = item.is_object() ? item.find("code") : item.end();
  const bool named = item.is_object() && code != item.end() && code->is_string();
  return fmt::format("{}: {}[{}]{}", file, list, index,
                     named ? fmt::format(" \"{}\"", code->get_ref<const std::string&>()) : std::string());
}

void check_code(std::string_view where, std::string_view code) {
  constexpr std::size_t longest = 200;
  const bool fits = std::all_of(code.begin(), code.end(), [](unsigned char c) { return c > ' ' && c != 0x7f; });
  if (code.empty() || code.size() > longest || !fits)
    refuse(where, "a code has 1 to 200 characters and no blanks", "Write it with hyphens: \"european-commission\".");
}

void check(std::string_view where, const Entity& entity) {
  for (const Membership& membership : entity.memberships)
    if (membership.from.known() && membership.until.known() && membership.until.latest() < membership.from.earliest())
      refuse(where, fmt::format("the membership in \"{}\" ends ({}) before it begins ({})", membership.group,
                                membership.until.text(), membership.from.text()));
}

void check(std::string_view, const Indicator&) {}

void check(std::string_view where, const Scale& scale) {
  std::set<std::string_view> said;
  for (const ScaleEntry& entry : scale.entries)
    if (!said.insert(entry.verdict).second) refuse(where, fmt::format("has the verdict \"{}\" twice", entry.verdict));
}

template <typename Item>
Item read_item(const Json& json, const std::string& where) {
  try {
    Item item;
    from_json(json, item);
    return item;
  } catch (const Error& error) {
    throw Error(error.code(), fmt::format("{}: {}", where, error.what()), error.advice());
  }
}

template <typename Item>
void read_list(std::string_view file, const char* list, const Json& json, std::vector<Item>& out,
               std::unordered_map<std::string, std::string>& seen) {
  const auto found = json.find(list);
  if (found == json.end()) return;
  if (!found->is_array()) refuse(file, fmt::format("\"{}\" must be an array", list));
  for (std::size_t i = 0; i < found->size(); ++i) {
    const Json& value = (*found)[i];
    const std::string where = place(file, list, i, value);
    out.push_back(read_item<Item>(value, where));
    check_code(where, out.back().code);
    check(where, out.back());
    const auto [first, fresh] = seen.emplace(out.back().code, where);
    if (!fresh)
      refuse(where, fmt::format("this code was given before, at {}", first->second), "Give each item its own code.");
  }
}

void check_keys(std::string_view file, const Json& json) {
  if (!json.is_object()) refuse(file, "a vocabulary file holds one JSON object");
  bool holds_items = false;
  for (const auto& [key, value] : json.items()) {
    const bool items = key == "entities" || key == "indicators" || key == "scales" || key == "names";
    if (!items && key != "source" && key != "$schema") refuse(file, fmt::format("unknown key \"{}\"", key));
    holds_items = holds_items || items;
  }
  if (!holds_items) refuse(file, R"(holds none of "entities", "indicators", "scales" and "names")");
}

std::string text_member(const Json& item, const char* key, std::string_view where) {
  const auto found = item.find(key);
  if (found == item.end()) return {};
  if (!found->is_string()) refuse(where, fmt::format("\"{}\" must be a text", key));
  return found->get<std::string>();
}

void read_names(std::string_view file, const Json& json, std::vector<Names>& out) {
  const auto found = json.find("names");
  if (found == json.end()) return;
  if (!found->is_array()) refuse(file, "\"names\" must be an array");
  for (std::size_t i = 0; i < found->size(); ++i) {
    const Json& item = (*found)[i];
    Names names{place(file, "names", i, item), {}, {}, {}};
    if (!item.is_object()) refuse(names.where, "must be an object");
    names.entity = text_member(item, "entity", names.where);
    names.measure = text_member(item, "measure", names.where);
    if (names.entity.empty() == names.measure.empty()) refuse(names.where, R"(has either "entity" or "measure")");
    if (text_member(item, "language", names.where).empty()) refuse(names.where, R"(does not say its "language")");
    const auto list = item.find("names");
    if (list == item.end() || !list->is_array() || list->empty()) refuse(names.where, R"("names" must be a list)");
    for (const Json& name : *list) {
      if (!name.is_string() || name.get_ref<const std::string&>().empty()) refuse(names.where, "a name is a text");
      names.names.push_back(name.get<std::string>());
    }
    out.push_back(std::move(names));
  }
}

void add_missing(std::vector<std::string>& known, const std::vector<std::string>& names, const std::string& own) {
  for (const std::string& name : names)
    if (name != own && std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
}

/// Gives names to what they name, wherever in the files that stands.
void give_names(Vocabulary& vocabulary, const std::vector<Names>& all) {
  std::unordered_map<std::string_view, Entity*> entities;
  std::unordered_map<std::string_view, Indicator*> measures;
  for (Entity& entity : vocabulary.entities) entities.emplace(entity.code, &entity);
  for (Indicator& indicator : vocabulary.indicators) measures.emplace(indicator.measure, &indicator);
  for (const Names& names : all) {
    const bool is_entity = !names.entity.empty();
    const auto entity = entities.find(names.entity);
    const auto measure = measures.find(names.measure);
    if (is_entity ? entity == entities.end() : measure == measures.end())
      refuse(names.where,
             fmt::format("names \"{}\", which is not among these files", is_entity ? names.entity : names.measure),
             "Give its code or measure as the vocabulary writes it.");
    if (is_entity) {
      add_missing(entity->second->aliases, names.names, entity->second->name);
    } else {
      add_missing(measure->second->phrases, names.names, measure->second->measure);
    }
  }
}

void parse_into(std::string_view file, std::string_view bytes, Vocabulary& vocabulary, Seen& seen) {
  const Json json = parse_json(bytes, file);
  check_keys(file, json);
  read_list(file, "entities", json, vocabulary.entities, seen.entities);
  read_list(file, "indicators", json, vocabulary.indicators, seen.indicators);
  read_list(file, "scales", json, vocabulary.scales, seen.scales);
  read_names(file, json, seen.names);
}

std::string file_bytes(const fs::path& path, const VocabularyLimits& limits) {
  std::error_code failure;
  const auto size = fs::file_size(path, failure);
  if (failure) throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), failure.message()));
  if (size > limits.max_file_bytes)
    throw Error(ErrorCode::limit,
                fmt::format("{}: {} bytes, more than the {} that a vocabulary file may have", path.string(), size,
                            limits.max_file_bytes),
                "Split it into several files in one folder.");
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), {});
  if (!file) throw Error(ErrorCode::io, fmt::format("{}: cannot be read", path.string()));
  return bytes;
}

bool is_json_file(const fs::directory_entry& entry) {
  std::error_code ignored;
  return entry.path().extension() == ".json" && entry.is_regular_file(ignored);
}

std::vector<fs::path> files_of(const fs::path& folder, const VocabularyLimits& limits) {
  std::error_code failure;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    if (!is_json_file(*at)) continue;
    files.push_back(at->path());
    if (files.size() > limits.max_files)
      throw Error(ErrorCode::limit, fmt::format("{}: more than {} files", folder.string(), limits.max_files));
  }
  if (failure) throw Error(ErrorCode::io, fmt::format("{}: {}", folder.string(), failure.message()));
  if (files.empty())
    throw Error(ErrorCode::not_found, fmt::format("{}: no *.json in this folder", folder.string()),
                "Name a vocabulary file, or a folder that holds some.");
  std::sort(files.begin(), files.end());
  return files;
}

void check_groups(const Vocabulary& vocabulary, const Seen& seen, const std::set<std::string>& known_entities) {
  for (const Entity& entity : vocabulary.entities)
    for (const Membership& membership : entity.memberships)
      if (!seen.entities.contains(membership.group) && !known_entities.contains(membership.group))
        refuse(seen.entities.at(entity.code),
               fmt::format("is a member of \"{}\", which is not known", membership.group),
               "Add that group to the vocabulary, or mend its code.");
}

}  // namespace

Vocabulary parse_vocabulary(std::string_view name, std::string_view bytes) {
  Vocabulary vocabulary;
  Seen seen;
  parse_into(name, bytes, vocabulary, seen);
  give_names(vocabulary, seen.names);
  return vocabulary;
}

Vocabulary read_vocabulary(const fs::path& path, const std::set<std::string>& known_entities,
                           const VocabularyLimits& limits) {
  std::error_code failure;
  const auto status = fs::status(path, failure);
  if (!fs::exists(status)) throw Error(ErrorCode::not_found, fmt::format("{}: no such file or folder", path.string()));
  const auto files = fs::is_directory(status) ? files_of(path, limits) : std::vector<fs::path>{path};
  Vocabulary vocabulary;
  Seen seen;
  for (const fs::path& file : files) parse_into(file.string(), file_bytes(file, limits), vocabulary, seen);
  give_names(vocabulary, seen.names);
  check_groups(vocabulary, seen, known_entities);
  return vocabulary;
}

}  // namespace avow
