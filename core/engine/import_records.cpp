#include "engine/import_records.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"
#include "base/error.hpp"
#include "model/json.hpp"

namespace avow {
namespace {

/// The id that the line says must be the one its content gives: else the line was altered.
void check_id(const Json& json, const Id& id) {
  if (json.value("id", std::string()) != id.hex())
    throw Error(ErrorCode::bad_input, fmt::format("the content gives id {}, not the one it carries", id.hex()));
}

template <typename T>
bool add_record(StoreWriter& writer, const Json& json) {
  T record;
  from_json(json, record);
  if constexpr (!std::is_same_v<T, Entity> && !std::is_same_v<T, Indicator> && !std::is_same_v<T, Scale>)
    check_id(json, id_of(record));
  return writer.add(record);
}

bool add_document(StoreWriter& writer, const Json& json) {
  Document document;
  from_json(json, document);
  check_id(json, id_of(document));
  const auto raw = from_base64(json.value("raw_bytes", std::string()));
  if (!raw) throw Error(ErrorCode::bad_input, "key \"raw_bytes\": is no base64");
  if (sha256(*raw) != document.raw) throw Error(ErrorCode::bad_input, "the raw bytes do not match their digest");
  return writer.add(document, *raw);
}

bool add_rank(StoreWriter& writer, const Json& json) {
  const AnalyzerRank rank{json.at("plugin").get<std::string>(), json.at("rank").get<std::int64_t>(),
                          Instant{json.at("at").get<std::int64_t>()}};
  check_id(json, id_of(rank));
  return writer.add(rank);
}

struct Row {
  RecordKind kind;
  bool (*add)(StoreWriter&, const Json&);
};

constexpr Row rows[] = {
    {RecordKind::document, add_document},
    {RecordKind::entity, add_record<Entity>},
    {RecordKind::indicator, add_record<Indicator>},
    {RecordKind::scale, add_record<Scale>},
    {RecordKind::claim, add_record<Claim>},
    {RecordKind::reading, add_record<Reading>},
    {RecordKind::series, add_record<Series>},
    {RecordKind::observation, add_record<Observation>},
    {RecordKind::assessment, add_record<Assessment>},
    {RecordKind::link, add_record<Link>},
    {RecordKind::retraction, add_record<Retraction>},
    {RecordKind::analysis, add_record<Analysis>},
    {RecordKind::dispute, add_record<Dispute>},
    {RecordKind::answer, add_record<Answer>},
};

bool add_line(StoreWriter& writer, const Json& json) {
  if (!json.is_object()) throw Error(ErrorCode::bad_input, "is no JSON object");
  const auto word = json.value("record", std::string());
  if (word == "analyzer") return add_rank(writer, json);
  const auto kind = record_kinds.parse(word);
  for (const Row& row : rows)
    if (kind == row.kind) return row.add(writer, json);
  throw Error(ErrorCode::bad_input, "key \"record\": is no kind of record that this version knows");
}

/// The text at a key; empty where there is none, or something else.
std::string text_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What an entry of another store says, as ours: who brought its records there, when and why, stays known.
JournalNote note_of(std::string_view name, const std::string& actor, const Json& entry) {
  const auto found = entry.find("number");
  const std::string number = found != entry.end() && found->is_number_integer() ? found->dump() : "?";
  return {"import", actor,
          told_elsewhere(name, number, {text_at(entry, "action"), text_at(entry, "actor"), text_at(entry, "reason")})};
}

}  // namespace

std::string told_elsewhere(std::string_view name, std::string_view number, const JournalNote& note) {
  return fmt::format("{}, entry {}: {} by {}{}{}", name, number, note.action, note.actor,
                     note.reason.empty() ? "" : ": ", note.reason);
}

RecordImport import_records(Store& store, std::string_view name, const std::function<bool(std::string&)>& next,
                            const std::string& actor) {
  RecordImport result;
  const auto writer = store.begin();
  writer->begin_entry({"import", actor, std::string(name)});
  std::string line;
  for (std::uint64_t number = 1; next(line); ++number) {
    if (line.empty()) continue;
    const std::string where = fmt::format("{}:{}", name, number);
    try {
      const Json json = parse_json(line, where);
      if (const auto entry = json.find("entry"); json.is_object() && entry != json.end() && entry->is_object())
        writer->begin_entry(note_of(name, actor, *entry));
      ++(add_line(*writer, json) ? result.added : result.known);
    } catch (const Error& error) {
      throw Error(error.code(), fmt::format("{}: {}", where, error.what()),
                  "nothing was imported; give it the file as `avow export` wrote it");
    } catch (const Json::exception& error) {
      throw Error(ErrorCode::bad_input, fmt::format("{}: a field has the wrong type", where),
                  "nothing was imported; give it the file as `avow export` wrote it");
    }
  }
  writer->commit();
  return result;
}

}  // namespace avow
