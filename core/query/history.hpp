#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/enum_names.hpp"
#include "query/claim_view.hpp"
#include "query/revisions.hpp"
#include "store/filters.hpp"

namespace avow {

/// What can happen to a claim, in the order in which events of one day are told.
enum class EventKind {
  said,
  reading,
  link,
  vintage,
  revision,
  verdict,
  correction,
  review,
  dispute,
  answer,
  retraction
};
inline constexpr auto event_kinds = enum_names<EventKind>({{EventKind::said, "said"},
                                                           {EventKind::reading, "reading"},
                                                           {EventKind::link, "link"},
                                                           {EventKind::vintage, "vintage"},
                                                           {EventKind::revision, "revision"},
                                                           {EventKind::verdict, "verdict"},
                                                           {EventKind::correction, "correction"},
                                                           {EventKind::review, "review"},
                                                           {EventKind::dispute, "dispute"},
                                                           {EventKind::answer, "answer"},
                                                           {EventKind::retraction, "retraction"}});

struct SaidEvent {
  Claim claim;
  Document document;  ///< text left empty
};

/// Figures that the target rests on were published: one publication of one series.
struct VintageEvent {
  Series series;
  std::size_t values = 0;    ///< of the subject, or of all members, within the time that the target speaks of
  std::size_t entities = 0;  ///< so many different ones
  Date first_period;         ///< earliest and latest period among them
  Date last_period;
};

/// A publication gave figures otherwise that a verdict on the claim rests on.
struct RevisionEvent {
  Series series;
  std::vector<FigureRevision> figures;  ///< never empty
};

struct RetractionEvent {
  Retraction retraction;
};

/// What became of a dispute.
struct AnswerEvent {
  AnswerView answer;
  bool counts = false;  ///< it is the last one of the dispute
};

/// One thing that happened, at both clocks.
struct HistoryEvent {
  EventKind kind = EventKind::said;
  Id id;  ///< of the record: claim, reading, assessment, link, dispute, answer, retraction; of the series for a vintage
          ///< and a revision
  Date day;                         ///< the world's day, see history(); may be unknown
  std::int64_t journal_number = 0;  ///< entry that brought it; 0 where the store does not say (vintages)
  Instant at;                       ///< that entry's time; zero where the store does not say
  bool standing = false;            ///< of readings and verdicts: counts now, at the clocks
  std::variant<SaidEvent, ReadingView, LinkView, VintageEvent, RevisionEvent, VerdictView, DisputeView, AnswerEvent,
               RetractionEvent>
      detail;
};

/// All that happened to a claim and is known at the clocks, as one time line. Ordered by the world's day (an unknown
/// one first), then by event kind as listed above, then by journal entry, then by id. The world's day is: of a claim
/// and of an analyzer's readings, the day it was said; of a person's reading, a dispute, an answer and a retraction,
/// the day it was made; of a link, the day the later claim was said; of a vintage and a revision, the day it was
/// published; of a verdict, the day it was judged as if it were. A person's verdict is a `review`, a person's reading a
/// `correction`. Error (not_found) when the store has no such claim.
std::vector<HistoryEvent> history(Store& store, const Id& claim, const Clocks& clocks);

}  // namespace avow
