#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "store/store.hpp"

namespace avow {

/// What two stores say differently of one thing. Both sayings are kept; which of them counts is by the rules that hold
/// within one store.
enum class ConflictKind { verdict, reading, figure, version, retraction };
inline constexpr auto conflict_kinds = enum_names<ConflictKind>({{ConflictKind::verdict, "verdict"},
                                                                 {ConflictKind::reading, "reading"},
                                                                 {ConflictKind::figure, "figure"},
                                                                 {ConflictKind::version, "version"},
                                                                 {ConflictKind::retraction, "retraction"}});

struct MergeConflict {
  ConflictKind kind = ConflictKind::reading;
  std::string subject;       ///< id of the claim or record, code of an entity, or "series entity period (vintage)"
  std::string ours, theirs;  ///< what each says, in words
};

struct MergeResult {
  std::uint64_t added = 0;
  std::uint64_t known = 0;
  std::vector<MergeConflict> conflicts;  ///< in the order in which they came to light
};

/// Takes every record of `other` into `store`, in the order of its journal, an entry for each of its entries, all in
/// one transaction: a union. Merging twice adds nothing, and two stores that take each other in hold the same records.
/// Conflicts are reported as records come in that say something else than what `store` had before: claims that persons
/// judged differently or whose standing readings differ; a vintage of a series with another figure; a code with another
/// version; records retracted in one of the two only. What of two alike (readings by one analyzer of one revision,
/// versions of one code, figures of one vintage) counts is the one recorded last, so that it depends on which store
/// took in which; each such pair is among the conflicts. `name` is how the journal calls the other store.
MergeResult merge_store(Store& store, Store& other, std::string_view name, const std::string& actor);

}  // namespace avow
