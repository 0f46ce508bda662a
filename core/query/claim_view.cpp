#include "query/claim_view.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "query/disputes.hpp"
#include "query/known.hpp"
#include "query/lookup.hpp"
#include "query/revisions.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

constexpr std::size_t context_bytes = 240;

/// False of a span that the text does not hold: the store is damaged, and verify says so.
bool holds(std::string_view text, Span span) {
  return span.begin <= span.end && span.end <= text.size() && utf8::is_boundary(text, span.begin) &&
         utf8::is_boundary(text, span.end);
}

/// Where the text does not hold the span, the quote as it was recorded.
TextQuote context_of(const Claim& claim, std::string_view text) {
  const Span span = claim.span;
  if (!holds(text, span)) return claim.quote;
  return {std::string(utf8::suffix(text.substr(0, span.begin), context_bytes)), std::string(span.of(text)),
          std::string(utf8::prefix(text.substr(span.end), context_bytes))};
}

/// Gives the text, which the view does without.
std::string take_document(Store& store, ClaimView& view) {
  if (auto document = store.document(view.claim.document)) view.document = *std::move(document);
  std::string text = std::exchange(view.document.text, {});
  view.context = context_of(view.claim, text);
  return text;
}

std::vector<CueView> cues_of(const Reading& reading, std::string_view text) {
  std::vector<CueView> views;
  views.reserve(reading.cues.size());
  for (const Cue& cue : reading.cues) {
    const std::string_view words = holds(text, cue.span) ? cue.span.of(text) : std::string_view();
    views.push_back({cue, std::string(utf8::prefix(words, context_bytes))});
  }
  return views;
}

LinkView link_view(Store& store, const Id& claim, Recorded<Link> link) {
  LinkView view{std::move(link), {}, {}, {}};
  view.other = view.link.value.from == claim ? view.link.value.to : view.link.value.from;
  if (const auto other = store.claim(view.other)) {
    view.quote = other->quote.exact;
    view.said = other->said;
  }
  return view;
}

/// False of a claim whose document came out only later. The text of a document is loaded for retracted claims only.
bool is_public(Store& store, const Id& claim, const Clocks& clocks) {
  if (claim_row(store, claim, clocks)) return true;
  const auto known = store.claim(claim);
  const auto document = known ? store.document(known->document) : std::nullopt;
  return !document || was_published(document->published, clocks);
}

std::vector<LinkView> link_views(Store& store, const Id& claim, const Clocks& clocks) {
  std::vector<LinkView> views;
  for (Recorded<Link>& link : store.links_of(claim, clocks)) {
    LinkView view = link_view(store, claim, std::move(link));
    if (is_public(store, view.other, clocks)) views.push_back(std::move(view));
  }
  return views;
}

/// Those of the claim, of what it rests on and of what rests on it, and those that took one of these back.
std::vector<Recorded<Retraction>> retractions_around(Store& store, const ClaimView& view, const Clocks& clocks) {
  std::vector<Recorded<Retraction>> all;
  const auto add = [&](const Id& record) {
    for (Recorded<Retraction>& one : store.retractions_of(record, clocks)) all.push_back(std::move(one));
  };
  add(view.claim.document);
  add(view.id);
  for (const ReadingView& reading : view.readings) add(reading.reading.id);
  for (const VerdictView& verdict : view.verdicts) add(verdict.assessment.id);
  for (const DisputeView& dispute : view.disputes) {
    add(dispute.dispute.id);
    for (const AnswerView& answer : dispute.answers) add(answer.answer.id);
  }
  for (std::size_t i = 0; i < all.size(); ++i) add(Id{all[i].id});
  return all;
}

std::vector<FieldChange> corrections_of(Store& store, const Reading& reading) {
  const auto before = reading.corrects.empty() ? std::nullopt : store.reading(reading.corrects);
  return before ? changed_fields(*before, reading) : std::vector<FieldChange>();
}

EvidenceView look_up(Store& store, const Evidence& evidence) {
  EvidenceView view{evidence, {}, {}, {}};
  const auto id = Id::parse(evidence.reference);
  if (evidence.kind == EvidenceKind::address) view.url = evidence.reference;
  if (!id) return view;
  if (evidence.kind == EvidenceKind::document) {
    if (const auto document = store.document(*id)) {
      view.title = document->title;
      view.url = document->url;
    }
  } else if (auto observation = store.observation(*id)) {
    const auto series = store.series(observation->series);
    view.observation = ObservationRow{*id, *std::move(observation), series.value_or(Series{})};
    view.url = view.observation->series.url;
  }
  return view;
}

}  // namespace

bool ReadingView::testable() const noexcept {
  return missing.empty() && reading.value.kind != Kind::stance;
}

std::vector<EvidenceView> evidence_of(Store& store, const std::vector<Evidence>& evidence) {
  std::vector<EvidenceView> views;
  views.reserve(evidence.size());
  for (const Evidence& one : evidence) views.push_back(look_up(store, one));
  return views;
}

ClaimView claim_view(Store& store, const Id& claim, const Clocks& clocks) {
  auto known = store.claim(claim);
  if (!known) throw Error(ErrorCode::not_found, fmt::format("there is no claim {}", claim.hex()));
  ClaimView view;
  view.id = claim;
  view.claim = *std::move(known);
  const std::string text = take_document(store, view);
  require_known(store, RecordKind::claim, claim, view.document.published, clocks);
  const auto standing = claim_row(store, claim, clocks);
  for (Recorded<Reading>& reading : store.readings_of(claim, clocks)) {
    auto missing = missing_parts(reading.value.target, is_statement(reading.value.kind));
    auto cues = cues_of(reading.value, text);
    auto changes = corrections_of(store, reading.value);
    const bool stands = standing && standing->reading_id == reading.id;
    view.readings.push_back({std::move(reading), std::move(cues), std::move(missing), stands, std::move(changes)});
  }
  const auto other = standing ? disagreement(store, *standing, clocks) : std::nullopt;
  for (Recorded<Assessment>& assessment : store.assessments_of(claim, clocks)) {
    auto evidence = evidence_of(store, assessment.value.evidence);
    const bool stands = standing && standing->assessment_id == assessment.id;
    const bool disagrees = other && other->id == assessment.id;
    view.verdicts.push_back({std::move(assessment), std::move(evidence), stands, disagrees});
  }
  view.disputes = disputes_about(store, claim, clocks);
  view.links = link_views(store, claim, clocks);
  view.retractions = retractions_around(store, view, clocks);
  return view;
}

}  // namespace avow
