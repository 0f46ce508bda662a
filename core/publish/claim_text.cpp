#include "publish/claim_text.hpp"

#include <fmt/format.h>

#include "publish/claim_json.hpp"
#include "publish/table.hpp"
#include "publish/target_text.hpp"
#include "publish/text_page.hpp"
#include "publish/verdict_text.hpp"

namespace avow {
namespace {

constexpr std::size_t most_evidence = 12;
constexpr std::string_view standing_mark = "*";
constexpr std::string_view other_mark = " ";

std::string_view mark(bool standing) {
  return standing ? standing_mark : other_mark;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string speaker_text(const Claim& claim, const Names& names) {
  if (claim.speaker.empty()) return claim.speaker_name;
  const std::string name = names.entity_name(claim.speaker);
  const bool differs = !claim.speaker_name.empty() && claim.speaker_name != name;
  return name + " (" + claim.speaker + (differs ? ", named as \"" + claim.speaker_name + "\")" : ")");
}

void add_head(TextPage& page, const ClaimView& view, const Names& names) {
  const Document& document = view.document;
  page.field(0, "claim", view.id.hex());
  page.field(0, "quote", "\"" + view.claim.quote.exact + "\"");
  page.field(0, "context", view.context.prefix + "[" + view.context.exact + "]" + view.context.suffix);
  page.field(0, "speaker", speaker_text(view.claim, names));
  page.field(0, "said", view.claim.said.text());
  page.field(0, "voice", voices.name(view.claim.voice));
  page.field(0, "title", document.title);
  page.field(0, "published", document.publisher + (document.publisher.empty() ? "" : ", ") + document.published.text());
  page.field(0, "url", document.url);
  page.field(0, "document", view.claim.document.hex());
}

/// "by 2030" (due date), "will" (modal will)
std::string cues_text(const std::vector<CueView>& cues) {
  std::vector<std::string> all;
  for (const CueView& cue : cues)
    all.push_back(cue.quote.empty() ? cue.cue.label : fmt::format("\"{}\" ({})", cue.quote, cue.cue.label));
  return joined(all);
}

void add_reading(TextPage& page, const ReadingView& view, const Names& names) {
  const Reading& reading = view.reading.value;
  page.item(mark(view.standing), fmt::format("{}{}, score {:.2f}, by {}", reading.negated ? "negated " : "",
                                             kinds.name(reading.kind), reading.score, maker_text(reading.maker)));
  page.field(2, "target", target_text(reading.target, reading.kind, names));
  page.field(2, "strength", strengths.name(reading.strength));
  page.field(2, "topic", reading.topic);
  page.field(2, "testable",
             view.testable()        ? "yes"
             : view.missing.empty() ? "no"
                                    : "no, missing: " + joined(view.missing));
  page.field(2, "cues", cues_text(view.cues));
  page.field(2, "corrects", changes_text(view.changes));
  page.field(2, "reason", reading.reason);
  page.field(2, "reading", view.reading.id.hex());
  page.field(2, "recorded", fmt::format("{} (journal @{})", view.reading.at.text(), view.reading.journal_number));
}

std::string evidence_text(const EvidenceView& view) {
  const std::string note = view.evidence.note.empty() ? "" : ": " + view.evidence.note;
  if (!view.observation) {
    const std::string& what = view.title.empty() ? view.evidence.reference : view.title;
    return what + (view.url.empty() || view.url == what ? "" : ", " + view.url) + note;
  }
  const Observation& observation = view.observation->observation;
  const std::string& source = view.observation->series.source;
  return fmt::format("{} {}: {} {} ({}, published {}{}{}){}", observation.entity, observation.period.text(),
                     observation.value, observation.unit, statuses.name(observation.status),
                     to_string(observation.published), source.empty() ? "" : ", ", source, note);
}

void add_evidence(TextPage& page, const std::vector<EvidenceView>& evidence) {
  for (std::size_t i = 0; i < evidence.size() && i < most_evidence; ++i)
    page.field(2, "evidence", evidence_text(evidence[i]));
  if (evidence.size() > most_evidence)
    page.field(2, "evidence",
               fmt::format("and {} more (all of it with --format json)", evidence.size() - most_evidence));
}

void add_verdict(TextPage& page, const VerdictView& view) {
  const Assessment& assessment = view.assessment.value;
  const std::string_view verdict = verdicts.name(assessment.verdict);
  page.item(mark(view.standing),
            fmt::format("{}, judged {} by {}", verdict_text(assessment), to_string(assessment.today),
                        maker_text(assessment.maker)),
            verdict_color(verdict));
  page.field(2, "reason", assessment.reason);
  if (view.disagrees) page.field(2, "note", "a checker disagrees with the person whose verdict stands");
  page.field(2, "vintage", assessment.vintage);
  for (const auto& [name, value] : assessment.figures) page.field(2, "figure", name + ": " + value);
  add_evidence(page, view.evidence);
  page.field(2, "verdict", view.assessment.id.hex());
  page.field(2, "recorded", fmt::format("{} (journal @{})", view.assessment.at.text(), view.assessment.journal_number));
}

void add_dispute(TextPage& page, const DisputeView& view) {
  const Dispute& dispute = view.dispute.value;
  page.item(mark(view.is_open()), dispute_text(dispute));
  page.field(2, "made", dispute.at.text());
  add_evidence(page, view.evidence);
  for (const AnswerView& one : view.answers) {
    const Answer& answer = one.answer.value;
    page.field(2, "answer",
               fmt::format("{} by {} on {}: {}", rulings.name(answer.ruling), answer.person, to_string(answer.at.day()),
                           answer.reason));
    add_evidence(page, one.evidence);
  }
  page.field(2, "dispute", view.dispute.id.hex());
  page.field(2, "recorded", fmt::format("{} (journal @{})", view.dispute.at.text(), view.dispute.journal_number));
}

void add_link(TextPage& page, const LinkView& view, const Names& names) {
  HistoryEvent event;
  event.detail = view;
  page.item(mark(view.link.value.confirmed), event_summary(event, names));
  page.field(2, "said", view.said.text());
  page.field(2, "reason", view.link.value.reason);
}

void add_retraction(TextPage& page, const Recorded<Retraction>& record) {
  page.item(other_mark,
            fmt::format("{} {} by {} on {}: {}", record_kinds.name(record.value.kind), record.value.record.hex(),
                        record.value.person, to_string(record.value.at.day()), record.value.reason));
}

std::string_view color_of(const HistoryEvent& event) {
  const auto* verdict = std::get_if<VerdictView>(&event.detail);
  return verdict ? verdict_color(verdicts.name(verdict->assessment.value.verdict)) : std::string_view();
}

}  // namespace

std::string claim_text(const ClaimView& view, const Names& names, const TextOptions& options) {
  TextPage page(options);
  add_head(page, view, names);
  if (!view.retractions.empty()) page.heading("Retracted");
  for (const auto& retraction : view.retractions) add_retraction(page, retraction);
  if (!view.readings.empty()) page.heading("Readings (* stands)");
  for (const ReadingView& reading : view.readings) add_reading(page, reading, names);
  if (!view.verdicts.empty()) page.heading("Verdicts (* stands)");
  for (const VerdictView& verdict : view.verdicts) add_verdict(page, verdict);
  if (!view.disputes.empty()) page.heading("Disputes (* open)");
  for (const DisputeView& dispute : view.disputes) add_dispute(page, dispute);
  if (!view.links.empty()) page.heading("Links to other claims (* confirmed)");
  for (const LinkView& link : view.links) add_link(page, link, names);
  return page.text();
}

std::string history_text(const std::vector<HistoryEvent>& events, const Names& names, const TextOptions& options) {
  TextPage page(options);
  for (const HistoryEvent& event : events) {
    const std::string day = event.day.known() ? event.day.text() : "undated";
    page.item(mark(event.standing),
              fmt::format("{}  {}: {}", day, event_kinds.name(event.kind), event_summary(event, names)),
              color_of(event));
    if (event.journal_number > 0)
      page.field(4, "recorded", fmt::format("{} (journal @{})", event.at.text(), event.journal_number));
  }
  return page.text();
}

}  // namespace avow
