#include "store/sqlite/json_text.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace avow::sqlite {
namespace {

using Json = nlohmann::json;

void append_text(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

/// "[" + items joined with "," + "]".
template <typename List, typename Append>
std::string list_text(const List& list, Append append) {
  std::string out = "[";
  for (const auto& item : list) {
    if (out.size() > 1) out += ',';
    append(out, item);
  }
  return out + "]";
}

/// Parses a list, and accepts it only when writing it again gives the same text.
template <typename Item, typename Read, typename Write>
std::optional<std::vector<Item>> read_list(std::string_view text, Read read, Write write) {
  if (text == "[]") return std::vector<Item>();
  std::vector<Item> items;
  try {
    const Json json = Json::parse(text);
    for (const Json& element : json.get_ref<const Json::array_t&>()) items.push_back(read(element));
    if (write(items) != text) return std::nullopt;
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
  return items;
}

}  // namespace

std::string texts_to_json(const std::vector<std::string>& texts) {
  return list_text(texts, append_text);
}

std::string cues_to_json(const std::vector<Cue>& cues) {
  return list_text(cues, [](std::string& out, const Cue& cue) {
    fmt::format_to(std::back_inserter(out), "[{},{},", cue.span.begin, cue.span.end);
    append_text(out, cue.label);
    out += ']';
  });
}

std::string figures_to_json(const std::vector<std::pair<std::string, std::string>>& figures) {
  return list_text(figures, [](std::string& out, const auto& figure) {
    out += '[';
    append_text(out, figure.first);
    out += ',';
    append_text(out, figure.second);
    out += ']';
  });
}

std::string evidence_to_json(const std::vector<Evidence>& evidence) {
  return list_text(evidence, [](std::string& out, const Evidence& one) {
    out += texts_to_json({std::string(evidence_kinds.name(one.kind)), one.reference, one.note});
  });
}

std::optional<std::vector<std::string>> texts_from_json(std::string_view json) {
  return read_list<std::string>(
      json, [](const Json& item) { return item.get<std::string>(); }, texts_to_json);
}

std::optional<std::vector<Cue>> cues_from_json(std::string_view json) {
  const auto read = [](const Json& item) {
    return Cue{{item.at(0).get<std::uint32_t>(), item.at(1).get<std::uint32_t>()}, item.at(2).get<std::string>()};
  };
  return read_list<Cue>(json, read, cues_to_json);
}

std::optional<std::vector<std::pair<std::string, std::string>>> figures_from_json(std::string_view json) {
  const auto read = [](const Json& item) {
    return std::pair(item.at(0).get<std::string>(), item.at(1).get<std::string>());
  };
  return read_list<std::pair<std::string, std::string>>(json, read, figures_to_json);
}

std::optional<std::vector<Evidence>> evidence_from_json(std::string_view json) {
  const auto read = [](const Json& item) {
    const auto kind = evidence_kinds.parse(item.at(0).get<std::string>()).value_or(EvidenceKind::address);
    return Evidence{kind, item.at(1).get<std::string>(), item.at(2).get<std::string>()};
  };
  return read_list<Evidence>(json, read, evidence_to_json);
}

}  // namespace avow::sqlite
