#include "publish/export.hpp"

#include <map>

#include "publish/record_json.hpp"

namespace avow {
namespace {

using Notes = std::map<std::int64_t, JournalEntry>;

Notes notes_of(Store& store) {
  Notes notes;
  store.journal({}, [&notes](const JournalEntry& entry) {
    notes.emplace(entry.number, entry);
    return true;
  });
  return notes;
}

Json note_json(const JournalEntry& entry) {
  return {{"number", entry.number},
          {"at", entry.at.text()},
          {"action", entry.note.action},
          {"actor", entry.note.actor},
          {"reason", entry.note.reason}};
}

}  // namespace

void export_ndjson(Store& store, const std::function<void(std::string_view)>& write, JournalNotes with) {
  const Notes notes = with == JournalNotes::yes ? notes_of(store) : Notes();
  std::int64_t last = 0;
  store.each_record([&](const AnyRecord& record, std::int64_t number) {
    Json json = record_json(record);
    if (const auto note = notes.find(number); number != last && note != notes.end())
      json["entry"] = note_json(note->second);
    last = number;
    std::string line = record_line(json);
    line.push_back('\n');
    write(line);
  });
}

}  // namespace avow
