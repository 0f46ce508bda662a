#pragma once

#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/enum_names.hpp"
#include "base/instant.hpp"
#include "model/assessment.hpp"
#include "model/record.hpp"

/// That somebody disputes a record, and what was answered. Neither changes what stands: a correction is a reading, a
/// review or a retraction of its own.
namespace avow {

/// In what quality somebody disputes.
enum class Disputant { reader, speaker, newsroom, reviewer };
inline constexpr auto disputants = enum_names<Disputant>({{Disputant::reader, "reader"},
                                                          {Disputant::speaker, "speaker"},
                                                          {Disputant::newsroom, "newsroom"},
                                                          {Disputant::reviewer, "reviewer"}});

struct Dispute {
  Id claim;
  RecordKind kind =
      RecordKind::assessment;  ///< of what is disputed: the claim itself, a reading or an assessment of it
  Id record;
  std::string person;  ///< who disputes, not who wrote it down: that is the journal's actor
  Disputant as = Disputant::reader;
  std::string reason;
  std::vector<Evidence> evidence;
  Instant at;
};
Id id_of(const Dispute& dispute);

/// What becomes of a dispute: the record was right, something else stands in its place now, or the dispute was taken
/// back by who raised it.
enum class Ruling { upheld, corrected, withdrawn };
inline constexpr auto rulings = enum_names<Ruling>(
    {{Ruling::upheld, "upheld"}, {Ruling::corrected, "corrected"}, {Ruling::withdrawn, "withdrawn"}});

struct Answer {
  Id dispute;
  Ruling ruling = Ruling::upheld;
  std::string person;
  std::string reason;
  std::vector<Evidence> evidence;
  Instant at;
};
Id id_of(const Answer& answer);

}  // namespace avow
