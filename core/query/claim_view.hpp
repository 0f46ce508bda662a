#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/corrections.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// What led to a reading.
struct CueView {
  Cue cue;
  std::string quote;  ///< its words (at most 240 bytes); empty where the text does not hold its span
};

/// A reading with what can be said of it.
struct ReadingView {
  Recorded<Reading> reading;
  std::vector<CueView> cues;         ///< in the order of the reading
  std::vector<std::string> missing;  ///< parts that a checker would need (missing_parts); empty: testable
  bool standing = false;             ///< the one that counts at the clocks
  std::vector<FieldChange> changes;  ///< of a person's correction: against the reading that it corrects
  bool testable() const noexcept;    ///< nothing missing, and of a kind that is ever checked
};

/// What a verdict rests on, looked up.
struct EvidenceView {
  Evidence evidence;
  std::optional<ObservationRow> observation;  ///< of an observation that the store holds
  std::string title;                          ///< of a document that it holds
  std::string url;                            ///< of the document or the series, or the address itself
};

struct VerdictView {
  Recorded<Assessment> assessment;
  std::vector<EvidenceView> evidence;  ///< in the order of the assessment
  bool standing = false;
  bool disagrees = false;  ///< a checker's, as disagreement() tells
};

struct AnswerView {
  Recorded<Answer> answer;
  std::vector<EvidenceView> evidence;
};

struct DisputeView {
  Recorded<Dispute> dispute;
  std::vector<EvidenceView> evidence;
  std::vector<AnswerView> answers;                 ///< by the moment they were given, retracted ones too
  const AnswerView* last_answer() const noexcept;  ///< the one that counts; null when there is none
  bool is_open() const noexcept { return dispute.live && last_answer() == nullptr; }
};

struct LinkView {
  Recorded<Link> link;
  Id other;           ///< the claim at the other end
  std::string quote;  ///< its words
  Date said;
};

/// Everything that is known of a claim at the clocks.
struct ClaimView {
  Id id;
  Claim claim;
  Document document;                  ///< text left empty
  TextQuote context;                  ///< the quote with a sentence or so before and after it (at most 240 bytes each)
  std::vector<ReadingView> readings;  ///< oldest first
  std::vector<VerdictView> verdicts;  ///< oldest first
  std::vector<DisputeView> disputes;  ///< oldest first
  std::vector<LinkView> links;        ///< oldest first
  std::vector<Recorded<Retraction>> retractions;  ///< of it, its document, readings, verdicts and disputes
};

/// Error (not_found) when the store has no such claim, or at the clocks had none yet: not recorded, or its document not
/// published. A retracted claim is shown too, with its retractions. Links to claims not published yet are left out.
ClaimView claim_view(Store& store, const Id& claim, const Clocks& clocks);

/// Resolves what a verdict or a dispute rests on. A reference that the store does not hold stays as it is.
std::vector<EvidenceView> evidence_of(Store& store, const std::vector<Evidence>& evidence);

}  // namespace avow
