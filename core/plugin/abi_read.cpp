#include "plugin/abi_read.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace avow::abi {
namespace {

constexpr std::size_t max_reason_bytes = 2000;
constexpr std::uint64_t max_passages = 1000;

/// Where it stands, which is the plugin's memory.
std::string_view checked_text(avow_str text, std::string_view field, Budget& budget) {
  if (text.size == 0) return {};
  if (text.data == nullptr) refuse(field, "has a size, but data is NULL");
  budget.charge(text.size);
  const std::string_view out(text.data, static_cast<std::size_t>(text.size));
  if (const auto at = utf8::first_invalid(out)) refuse(field, fmt::format("is not valid UTF-8 at byte {}", *at));
  if (const auto at = out.find('\0'); at != std::string::npos) refuse(field, fmt::format("has a NUL at byte {}", at));
  return out;
}

template <typename Enum, std::size_t N>
Enum read_word(avow_str said, std::string_view field, const EnumNames<Enum, N>& names, Budget& budget) {
  const std::string_view word = checked_text(said, field, budget);
  if (const auto value = names.parse(word)) return *value;
  refuse(field, fmt::format("'{}' is not one of its words", utf8::prefix(word, 60)));
}

std::optional<Decimal> read_number(const avow_number& number, std::string_view field) {
  if (number.present == 0) return std::nullopt;
  if (!std::isfinite(number.value)) refuse(field, "is not a finite number");
  if (!std::isfinite(number.step) || number.step < 0) refuse(field, "has a step that is not a finite number from 0");
  return Decimal{number.value, number.step};
}

Date read_date(const avow_date& said, std::string_view field, Budget& budget) {
  const std::string_view edtf = checked_text(said.edtf, field, budget);
  if (edtf.empty()) return {};
  if (const auto date = Date::parse(edtf)) return *date;
  refuse(field, fmt::format("'{}' is no EDTF date", utf8::prefix(edtf, 60)));
}

double read_score(double score) {
  if (score >= 0 && score <= 1) return score;
  refuse("candidate.score", fmt::format("{} does not lie between 0 and 1", score));
}

Target read_target(const avow_target* from, Budget& budget) {
  if (from == nullptr) return {};
  const auto raw = read_struct<avow_target>(from, "candidate.target");
  Target target;
  target.subject_text = read_text(raw.subject, "target.subject", budget);
  target.indicator_text = read_text(raw.indicator, "target.indicator", budget);
  target.relation = read_word(raw.relation, "target.relation", relations, budget);
  target.value = read_number(raw.value, "target.value");
  target.upper = read_number(raw.upper, "target.upper");
  target.unit = read_text(raw.unit, "target.unit", budget);
  target.baseline = read_date(raw.baseline, "target.baseline", budget);
  target.due = read_date(raw.due, "target.due", budget);
  target.scope = read_word(raw.scope, "target.scope", scopes, budget);
  target.condition = read_text(raw.condition, "target.condition", budget);
  target.hedge = read_word(raw.hedge, "target.hedge", hedges, budget);
  return target;
}

}  // namespace

void refuse(std::string_view field, std::string_view why) {
  throw Error(ErrorCode::plugin, fmt::format("broke the contract: {} {}", field, why));
}

void Budget::charge(std::uint64_t bytes) {
  if (bytes > left_)
    throw Error(ErrorCode::plugin, fmt::format("answered more than {} bytes, which is the limit", limit_));
  left_ -= bytes;
}

std::string read_text(avow_str text, std::string_view field, Budget& budget) {
  return std::string(checked_text(text, field, budget));
}

Span read_span(avow_span span, std::string_view field, std::string_view text) {
  const auto refuse_span = [&](std::string_view why) {
    refuse(fmt::format("{} [{}, {})", field, span.begin, span.end), why);
  };
  if (span.begin > span.end || span.end > text.size())
    refuse_span(fmt::format("does not lie within the text of {} bytes", text.size()));
  if (span.begin == span.end) refuse_span("is empty");
  const Span out{static_cast<std::uint32_t>(span.begin), static_cast<std::uint32_t>(span.end)};
  if (!utf8::is_boundary(text, out.begin) || !utf8::is_boundary(text, out.end)) refuse_span("cuts a character");
  return out;
}

std::string read_reason(avow_str reason) {
  if (reason.data == nullptr || reason.size == 0) return "gave an empty reason";
  const std::string_view given(reason.data,
                               static_cast<std::size_t>(std::min<std::uint64_t>(reason.size, max_reason_bytes)));
  std::string out;
  for (std::size_t at = 0; at < given.size();) {
    const utf8::Decoded next = utf8::decode(given, at);
    const bool control = next.code_point < 0x20 || next.code_point == 0x7F;
    utf8::append(out, control ? U' ' : next.code_point);
    at += next.size;
  }
  return out;
}

Date read_open_day(std::int32_t day) {
  constexpr std::int32_t first = -719'528;  // 0000-01-01
  constexpr std::int32_t last = 2'932'896;  // 9999-12-31
  if (day == INT32_MIN || day == INT32_MAX) return {};
  if (day < first || day > last) refuse("day", fmt::format("{} does not lie within the years 0 to 9999", day));
  return Date::day(day_from_number(day));
}

Candidate read_candidate(const void* item, std::string_view text, Budget& budget) {
  const auto raw = read_struct<avow_candidate>(item, "candidate");
  budget.charge(sizeof raw);
  Candidate out;
  out.span = read_span(raw.span, "candidate.span", text);
  out.kind = read_word(raw.kind, "candidate.kind", kinds, budget);
  out.topic = read_text(raw.topic, "candidate.topic", budget);
  out.strength = read_word(raw.strength, "candidate.strength", strengths, budget);
  out.negated = raw.negated != 0;
  out.score = read_score(raw.score);
  out.target = read_target(raw.target, budget);
  read_array<avow_cue>(raw.cues, "candidate.cues", budget, [&](const avow_cue& cue) {
    out.cues.push_back({read_span(cue.span, "cue.span", text), read_text(cue.label, "cue.label", budget)});
  });
  return out;
}

Judgement read_judgement(const void* item, Budget& budget) {
  const auto raw = read_struct<avow_assessment>(item, "assessment");
  Judgement out;
  out.verdict = read_word(raw.verdict, "assessment.verdict", verdicts, budget);
  out.provisional = raw.provisional != 0;
  out.reason = read_text(raw.reason, "assessment.reason", budget);
  if (out.reason.empty()) refuse("assessment.reason", "is empty");
  read_array<avow_figure>(raw.figures, "assessment.figures", budget, [&](const avow_figure& figure) {
    out.figures.emplace_back(read_text(figure.name, "figure.name", budget),
                             read_text(figure.value, "figure.value", budget));
  });
  read_array<avow_evidence>(raw.evidence, "assessment.evidence", budget, [&](const avow_evidence& evidence) {
    out.evidence.push_back({read_word(evidence.kind, "evidence.kind", evidence_kinds, budget),
                            read_text(evidence.reference, "evidence.reference", budget),
                            read_text(evidence.note, "evidence.note", budget)});
    if (out.evidence.back().reference.empty()) refuse("evidence.reference", "is empty");
    if (out.evidence.back().kind != EvidenceKind::address && !Id::parse(out.evidence.back().reference))
      refuse("evidence.reference", "is no id of 32 hex digits");
  });
  return out;
}

ObservationQuery read_observation_query(const void* query, Budget& budget) {
  const auto raw = read_struct<avow_query>(query, "query");
  return {read_text(raw.indicator, "query.indicator", budget), read_text(raw.entity, "query.entity", budget),
          read_open_day(raw.from), read_open_day(raw.until),
          raw.has_published_until != 0 ? read_open_day(raw.published_until) : Date{}};
}

PassageQuery read_passage_query(const void* query, Budget& budget) {
  const auto raw = read_struct<avow_query>(query, "query");
  const std::uint64_t limit = raw.limit == 0 ? max_passages : std::min(raw.limit, max_passages);
  return {read_text(raw.words, "query.words", budget),
          read_open_day(raw.from),
          read_open_day(raw.until),
          static_cast<std::size_t>(limit),
          read_text(raw.any_words, "query.any_words", budget),
          read_text(raw.entity, "query.entity", budget)};
}

}  // namespace avow::abi
