#include "publish/commitment_json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "publish/claim_json.hpp"
#include "publish/json_parts.hpp"
#include "publish/target_text.hpp"
#include "publish/text_page.hpp"
#include "publish/verdict_text.hpp"
#include "text/changed_words.hpp"

namespace avow {

using namespace json_parts;

namespace {

Json shifts_json(const std::vector<LinkKind>& shifts) {
  return list(shifts, [](LinkKind shift) { return Json(link_kinds.name(shift)); });
}

Json differences_json(const Version& version) {
  return list(version.differences, [](const Difference& one) {
    return Json{{"field", one.field},
                {"before", text_or_null(one.before)},
                {"after", text_or_null(one.after)},
                {"shift", one.shift ? Json(link_kinds.name(*one.shift)) : Json()}};
  });
}

Json spans_json(const std::vector<Span>& spans) {
  return list(spans, [](const Span& span) { return Json::array({span.begin, span.end}); });
}

const CommitmentUtterance* utterance_of(const Commitment& commitment, const std::optional<Id>& claim) {
  if (!claim) return nullptr;
  const auto found = std::find_if(commitment.utterances.begin(), commitment.utterances.end(),
                                  [&](const auto& one) { return one.promise.id == *claim; });
  return found == commitment.utterances.end() ? nullptr : &*found;
}

/// First and last that belong to it themselves.
std::pair<const CommitmentUtterance*, const CommitmentUtterance*> ends_of(const Commitment& commitment) {
  const CommitmentUtterance *first = nullptr, *last = nullptr;
  for (const CommitmentUtterance& one : commitment.utterances) {
    if (one.against) continue;
    if (first == nullptr) first = &one;
    if (!one.promise.copy || last == nullptr) last = &one;
  }
  return {first, last};
}

std::size_t copies_of(const Commitment& commitment) {
  return static_cast<std::size_t>(std::count_if(commitment.utterances.begin(), commitment.utterances.end(),
                                                [](const auto& one) { return one.promise.copy && !one.against; }));
}

std::string_view links_word(bool suggested) {
  return link_uses.name(suggested ? LinkUse::suggested : LinkUse::confirmed);
}

void put_verdict(Json& json, const std::optional<Verdict>& verdict, bool provisional) {
  json["verdict"] = verdict ? Json(verdicts.name(*verdict)) : Json();
  json["provisional"] = verdict ? Json(provisional) : Json();
}

std::string bracketed(const std::string& text, const std::vector<Span>& spans) {
  std::string marked = text;
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    marked.insert(span->end, "]");
    marked.insert(span->begin, "[");
  }
  return marked;
}

std::string joined(const std::vector<LinkKind>& shifts) {
  std::string text;
  for (const LinkKind shift : shifts) text += (text.empty() ? "" : ", ") + std::string(link_kinds.name(shift));
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string speaker_of(const Claim& claim, const Names& names) {
  if (!claim.speaker.empty()) return names.entity_name(claim.speaker);
  return claim.speaker_name.empty() ? "somebody" : claim.speaker_name;
}

std::string head_mark(const CommitmentUtterance& one) {
  if (one.against) return "against it";
  if (one.promise.copy) return "copy";
  if (one.stated) return joined(one.version.shifts) + " (said by " + one.stated->maker.person + ")";
  if (!one.before) return "said first";
  return one.version.shifts.empty() ? "differs" : joined(one.version.shifts);
}

void add_changes(TextPage& page, const Commitment& commitment, const CommitmentUtterance& one) {
  for (const Difference& difference : one.version.differences)
    page.field(4, difference.field,
               fmt::format("{} -> {}", difference.before.empty() ? "not said" : difference.before,
                           difference.after.empty() ? "not said" : difference.after));
  const CommitmentUtterance* before = utterance_of(commitment, one.before);
  if (before == nullptr) return page.field(4, "words", "\"" + one.promise.claim.quote.exact + "\"");
  const std::string& earlier = before->promise.claim.quote.exact;
  const std::string& later = one.promise.claim.quote.exact;
  const text::ChangedWords changed = text::changed_words(earlier, later);
  page.field(4, "before", "\"" + bracketed(earlier, changed.before) + "\"");
  page.field(4, "now", "\"" + bracketed(later, changed.after) + "\"");
}

void add_utterance(TextPage& page, const Commitment& commitment, const CommitmentUtterance& one, const Names& names) {
  const Claim& claim = one.promise.claim;
  page.item(" ", fmt::format("{}  {}: {}", claim.said.known() ? claim.said.text() : "undated", speaker_of(claim, names),
                             head_mark(one)));
  page.field(4, "target", target_text(one.promise.reading.target, one.promise.reading.kind, names));
  add_changes(page, commitment, one);
  if (one.promise.verdict) page.field(4, "verdict", verdict_text(*one.promise.verdict, one.promise.provisional, false));
  if (one.suggested) page.field(4, "link", fmt::format("suggested, score {:.2f}", one.score));
  page.field(4, "claim", one.promise.id.hex());
}

}  // namespace

Json commitment_json(const Commitment& commitment, const Names& names) {
  const auto [first, last] = ends_of(commitment);
  const Reading& standing = commitment.standing.said.reading;
  const Date& due = standing.target.due;
  const bool closed = due.known() && day_number(due.latest()) != INT32_MAX;
  const CommitmentKey& key = commitment.key;
  Json json{{"id", commitment.id.hex()},
            {"side", text_or_null(key.side)},
            {"side_name", text_or_null(names.entity_name(key.side))},
            {"subject", text_or_null(key.subject)},
            {"subject_name", text_or_null(names.entity_name(key.subject))},
            {"measure", text_or_null(key.measure)},
            {"direction", text_or_null(directions.name(key.direction))},
            {"target", text_or_null(target_text(standing.target, standing.kind, names))},
            {"first_said", text_or_null(first->promise.claim.said.text())},
            {"last_said", text_or_null(last->promise.claim.said.text())},
            {"utterances", commitment.distinct},
            {"copies", copies_of(commitment)},
            {"shifts", shifts_json(commitment.shifts())},
            {"due", text_or_null(due.text())},
            {"due_until", closed ? Json(to_string(due.latest())) : Json()},
            {"value", standing.target.value ? Json(standing.target.value->value) : Json()},
            {"unit", text_or_null(standing.target.unit)}};
  put_verdict(json, commitment.verdict, commitment.provisional);
  json["links"] = links_word(commitment.suggested);
  json["first"] = first->promise.id.hex();
  json["last"] = last->promise.id.hex();
  json["quote"] = last->promise.claim.quote.exact;
  return json;
}

Json utterance_json(const Commitment& commitment, const CommitmentUtterance& one, const Names& names) {
  const PromiseRow& promise = one.promise;
  const CommitmentUtterance* before = utterance_of(commitment, one.before);
  const std::string earlier = before ? before->promise.claim.quote.exact : std::string();
  const text::ChangedWords changed =
      before ? text::changed_words(earlier, promise.claim.quote.exact) : text::ChangedWords();
  Json json{{"claim", promise.id.hex()},
            {"commitment", commitment.id.hex()},
            {"said", text_or_null(promise.claim.said.text())},
            {"speaker", text_or_null(promise.claim.speaker)},
            {"speaker_name", text_or_null(promise.claim.speaker_name)},
            {"quote", promise.claim.quote.exact},
            {"title", text_or_null(promise.document_title)},
            {"publisher", text_or_null(promise.document_publisher)},
            {"url", promise.document_url},
            {"document", promise.claim.document.hex()},
            {"kind", kinds.name(promise.reading.kind)},
            {"strength", text_or_null(strengths.name(promise.reading.strength))},
            {"negated", promise.reading.negated},
            {"target", text_or_null(target_text(promise.reading.target, promise.reading.kind, names))},
            {"shifts", shifts_json(one.version.shifts)},
            {"differences", differences_json(one.version)},
            {"compared_with", one.before ? Json(one.before->hex()) : Json()},
            {"compared_quote", text_or_null(earlier)},
            {"changed_before", spans_json(changed.before)},
            {"changed", spans_json(changed.after)},
            {"stated_by", one.stated ? Json(one.stated->maker.person) : Json()},
            {"reason", one.stated ? Json(one.stated->reason) : Json()},
            {"against", one.against},
            {"copy", promise.copy},
            {"links", links_word(one.suggested)},
            {"score", one.suggested ? Json(one.score) : Json()}};
  put_verdict(json, promise.verdict, promise.provisional);
  return json;
}

Json match_json(const Match& match) {
  return {{"id", match.claim.id.hex()},
          {"score", match.score},
          {"quote", match.claim.quote},
          {"title", text_or_null(match.claim.title)},
          {"speaker_name", text_or_null(match.claim.speaker)}};
}

Json contradiction_json(const Contradiction& one, const Names& names) {
  const auto target = [&](const PromiseRow& promise) {
    return text_or_null(target_text(promise.reading.target, promise.reading.kind, names));
  };
  return {{"claim", one.later.id.hex()},
          {"said", text_or_null(one.later.claim.said.text())},
          {"speaker", text_or_null(one.later.claim.speaker)},
          {"speaker_name", text_or_null(one.later.claim.speaker_name)},
          {"quote", one.later.claim.quote.exact},
          {"target", target(one.later)},
          {"earlier", one.earlier.id.hex()},
          {"earlier_said", text_or_null(one.earlier.claim.said.text())},
          {"earlier_speaker", text_or_null(one.earlier.claim.speaker)},
          {"earlier_quote", one.earlier.claim.quote.exact},
          {"earlier_target", target(one.earlier)},
          {"side", text_or_null(one.key.side)},
          {"subject", text_or_null(one.key.subject)},
          {"measure", text_or_null(one.key.measure)},
          {"how", link_kinds.name(one.withdrawn ? LinkKind::withdraws : LinkKind::contradicts)},
          {"same_speaker", one.same_speaker}};
}

Json link_row_json(const Link& link) {
  return {{"id", id_of(link).hex()},
          {"from", link.from.hex()},
          {"to", link.to.hex()},
          {"kind", link_kinds.name(link.kind)},
          {"confirmed", link.confirmed},
          {"score", link.score},
          {"reason", text_or_null(link.reason)},
          {"made_by", maker_text(link.maker)}};
}

std::string commitment_text(const Commitment& commitment, const Names& names, const TextOptions& options) {
  TextPage page(options);
  const Reading& standing = commitment.standing.said.reading;
  page.field(0, "commitment", commitment.id.hex());
  page.field(0, "side", names.entity_name(commitment.key.side));
  page.field(0, "stands", target_text(standing.target, standing.kind, names));
  page.field(0, "counted",
             fmt::format("{} utterances without {} copies, by {} links", commitment.distinct, copies_of(commitment),
                         links_word(commitment.suggested)));
  page.field(0, "shifts", joined(commitment.shifts()));
  if (commitment.verdict) page.field(0, "verdict", verdict_text(*commitment.verdict, commitment.provisional, false));
  page.heading("Utterances (what differs in words is in brackets)");
  for (const CommitmentUtterance& one : commitment.utterances) add_utterance(page, commitment, one, names);
  return page.text();
}

}  // namespace avow
