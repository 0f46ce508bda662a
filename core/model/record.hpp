#pragma once

#include <cstdint>
#include <string>

#include "base/digest.hpp"
#include "base/enum_names.hpp"
#include "base/instant.hpp"
#include "model/maker.hpp"

/// What the store records about its own content: retractions, analyses, and the journal.
namespace avow {

/// Sorts of rows that carry an id.
enum class RecordKind {
  document,
  entity,
  indicator,
  scale,
  claim,
  reading,
  series,
  observation,
  assessment,
  link,
  retraction,
  analysis,
  dispute,
  answer
};
inline constexpr auto record_kinds = enum_names<RecordKind>({{RecordKind::document, "document"},
                                                             {RecordKind::entity, "entity"},
                                                             {RecordKind::indicator, "indicator"},
                                                             {RecordKind::scale, "scale"},
                                                             {RecordKind::claim, "claim"},
                                                             {RecordKind::reading, "reading"},
                                                             {RecordKind::series, "series"},
                                                             {RecordKind::observation, "observation"},
                                                             {RecordKind::assessment, "assessment"},
                                                             {RecordKind::link, "link"},
                                                             {RecordKind::retraction, "retraction"},
                                                             {RecordKind::analysis, "analysis"},
                                                             {RecordKind::dispute, "dispute"},
                                                             {RecordKind::answer, "answer"}});

/// A removal that keeps what it removes: the record and all that rests on it leave the views from then on.
struct Retraction {
  RecordKind kind = RecordKind::claim;
  Id record;
  std::string person;
  std::string reason;
  Instant at;
};
Id id_of(const Retraction& retraction);

/// That a plugin has been run on a document (detector) or a reading (checker), and whether it failed. A plugin whose
/// maker fields are unchanged need not run again.
struct Analysis {
  RecordKind kind = RecordKind::document;
  Id subject;
  Maker maker;
  std::string failure;  ///< empty when it went well, else the reason
};
Id id_of(const Analysis& analysis);

/// Why something is written: the command's verb ("ingest", "check"), by whom, and for what reason.
struct JournalNote {
  std::string action;
  std::string actor;
  std::string reason;
};

/// One write: when, who or what, why, a digest of what was written, chained to the entry before.
struct JournalEntry {
  std::int64_t number = 0;  ///< from 1, without gaps
  Instant at;
  JournalNote note;
  Digest content;  ///< over the kinds and ids of all rows it wrote, in order
  Digest chain;    ///< over number, at, note, content and the chain digest of the entry before
};
Digest chain_digest(const JournalEntry& entry, const Digest& before);

}  // namespace avow
