#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "base/enum_names.hpp"
#include "model/maker.hpp"

namespace avow {

enum class Verdict {
  not_due,
  on_track,
  off_track,
  stalled,
  kept_so_far,
  kept,
  partly_kept,
  broken,
  thwarted,
  withdrawn,
  supported,
  refuted,
  mixed,
  undecidable
};
inline constexpr auto verdicts = enum_names<Verdict>({{Verdict::not_due, "not_due"},
                                                      {Verdict::on_track, "on_track"},
                                                      {Verdict::off_track, "off_track"},
                                                      {Verdict::stalled, "stalled"},
                                                      {Verdict::kept_so_far, "kept_so_far"},
                                                      {Verdict::kept, "kept"},
                                                      {Verdict::partly_kept, "partly_kept"},
                                                      {Verdict::broken, "broken"},
                                                      {Verdict::thwarted, "thwarted"},
                                                      {Verdict::withdrawn, "withdrawn"},
                                                      {Verdict::supported, "supported"},
                                                      {Verdict::refuted, "refuted"},
                                                      {Verdict::mixed, "mixed"},
                                                      {Verdict::undecidable, "undecidable"}});

enum class VerdictStage { open, final_for_promises, final_for_statements, undecidable };
VerdictStage stage(Verdict verdict) noexcept;

/// What a verdict rests on.
enum class EvidenceKind { observation, document, address };
inline constexpr auto evidence_kinds = enum_names<EvidenceKind>({{EvidenceKind::observation, "observation"},
                                                                 {EvidenceKind::document, "document"},
                                                                 {EvidenceKind::address, "address"}});
struct Evidence {
  EvidenceKind kind = EvidenceKind::observation;
  std::string reference;  ///< hex id of the observation or document, or an address
  std::string note;       ///< e.g. the passage used, or what the figure was used for
  bool operator==(const Evidence&) const = default;
};

/// A dated verdict on a reading, by a checker or a person. Never changed; a newer one supersedes it.
struct Assessment {
  Id reading;
  Verdict verdict = Verdict::undecidable;
  bool provisional = false;  ///< rests on estimates or forecasts: data still to come may change it
  bool proposed = false;     ///< a machine's, of a sort that policy leaves to people: waits for one to confirm it
  Day today{};               ///< the day it was judged as if it were
  std::string vintage;       ///< newest vintage used, "2024-06-17"; empty when no observation was
  std::vector<std::pair<std::string, std::string>> figures;  ///< name and value, in the order to show them
  std::string reason;                                        ///< one or two sentences a reader can follow
  std::vector<Evidence> evidence;
  Maker maker;
};

Id id_of(const Assessment& assessment);

/// Same conclusion on the same grounds, whatever the day: then nothing new needs to be recorded.
bool same_conclusion(const Assessment& a, const Assessment& b);

}  // namespace avow
