#include "engine/review.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "engine/person_word.hpp"
#include "engine/standing_row.hpp"

namespace avow {
namespace {

/// Promises are kept or broken, statements supported or refuted; open verdicts and undecidable fit promises and both.
bool fits(Kind kind, Verdict verdict) {
  switch (stage(verdict)) {
    case VerdictStage::undecidable:
      return kind != Kind::stance;
    case VerdictStage::final_for_statements:
      return is_statement(kind);
    case VerdictStage::open:
    case VerdictStage::final_for_promises:
      return is_promise(kind);
  }
  return false;
}

/// With the review itself, so that it is told wherever the review goes.
void name_earlier(Assessment& assessment, const Id& id, const Assessment& earlier) {
  const std::string who = earlier.maker.is_person() ? earlier.maker.person : earlier.maker.plugin;
  std::erase_if(assessment.figures,
                [](const auto& figure) { return figure.first == "confirms" || figure.first == "overrules"; });
  assessment.figures.emplace_back(
      earlier.verdict == assessment.verdict ? "confirms" : "overrules",
      fmt::format("{} by {}, assessment {}", verdicts.name(earlier.verdict), who, id.hex()));
}

template <typename Vocabulary>
auto word(const std::string& field, const std::string& value, const Vocabulary& vocabulary) {
  const auto parsed = vocabulary.parse(value);
  need(parsed.has_value(), fmt::format("'{}' is no {}", value, field), "`avow show` prints the words that fields have");
  return *parsed;
}

std::optional<Decimal> amount(const std::string& field, const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto parsed = parse_decimal(value);
  need(parsed.has_value(), fmt::format("'{}' is no number, as {} needs one", value, field), "write it as 2 or 1.5");
  return parsed;
}

Date date(const std::string& field, const std::string& value) {
  if (value.empty()) return {};
  const auto parsed = Date::parse(value);
  need(parsed.has_value(), fmt::format("'{}' is no date, as {} needs one", value, field),
       "write it as 2030, 2030-06 or 2030-06-24");
  return *parsed;
}

struct Field {
  std::string_view name;
  void (*set)(Reading& reading, const std::string& value);
};
constexpr Field fields[] = {
    {"topic", [](Reading& reading, const std::string& value) { reading.topic = value; }},
    {"subject", [](Reading& reading, const std::string& value) { reading.target.subject = value; }},
    {"indicator", [](Reading& reading, const std::string& value) { reading.target.indicator = value; }},
    {"relation",
     [](Reading& reading, const std::string& value) { reading.target.relation = word("relation", value, relations); }},
    {"value", [](Reading& reading, const std::string& value) { reading.target.value = amount("value", value); }},
    {"upper", [](Reading& reading, const std::string& value) { reading.target.upper = amount("upper", value); }},
    {"unit", [](Reading& reading, const std::string& value) { reading.target.unit = value; }},
    {"baseline", [](Reading& reading, const std::string& value) { reading.target.baseline = date("baseline", value); }},
    {"due", [](Reading& reading, const std::string& value) { reading.target.due = date("due", value); }},
    {"scope", [](Reading& reading, const std::string& value) { reading.target.scope = word("scope", value, scopes); }},
    {"condition", [](Reading& reading, const std::string& value) { reading.target.condition = value; }},
    {"strength",
     [](Reading& reading, const std::string& value) { reading.strength = word("strength", value, strengths); }},
    {"negated", [](Reading& reading, const std::string& value) {
       need(value == "true" || value == "false", fmt::format("negated cannot be '{}'", value), "say true or false");
       reading.negated = value == "true";
     }}};

void set_field(Reading& reading, const std::string& name, const std::string& value) {
  std::string known;
  for (const Field& field : fields) {
    if (field.name == name) return field.set(reading, value);
    known += (known.empty() ? "" : ", ") + std::string(field.name);
  }
  throw Error(ErrorCode::usage, fmt::format("a reading has no field '{}'", name), "one of: " + known);
}

}  // namespace

Reviewed review(Store& store, const Review& review, Instant now, Day today) {
  require_author(review.person, review.because, "a review");
  const ClaimRow row = standing_row(store, review.claim, as_if_on(today));
  need(review.verdict || row.assessment, "there is no verdict to confirm", "give one with --verdict");
  Reviewed reviewed;
  if (row.assessment) {
    reviewed.overruled_id = row.assessment_id;
    reviewed.overruled = row.assessment;
  }
  Assessment& assessment = reviewed.assessment;
  if (!review.verdict) assessment = *row.assessment;
  assessment.reading = *row.reading_id;
  assessment.verdict = review.verdict.value_or(assessment.verdict);
  need(
      fits(row.reading->kind, assessment.verdict),
      fmt::format("the verdict {} does not fit a {}", verdicts.name(assessment.verdict), kinds.name(row.reading->kind)),
      "promises are kept, partly_kept, broken, thwarted or withdrawn; statements are supported, refuted or mixed");
  assessment.provisional = assessment.proposed = false;
  assessment.today = today;
  assessment.reason = review.because;
  if (row.assessment) name_earlier(assessment, *row.assessment_id, *row.assessment);
  for (Evidence& evidence : evidence_of(store, review.evidence)) assessment.evidence.push_back(std::move(evidence));
  assessment.maker = Maker{};
  assessment.maker.person = review.person;
  assessment.maker.at = now;
  enter(store, {"review", review.person, review.because}, assessment);
  return reviewed;
}

Reading correct(Store& store, const Correction& correction, Instant now, Day today) {
  require_author(correction.person, correction.because, "a correction");
  need(correction.kind || !correction.fields.empty(), "nothing is corrected", "name a kind or a field");
  const auto row = row_of(store, correction.claim, as_if_on(today));
  need(row.has_value(), fmt::format("no claim {} stands on {}", correction.claim.hex(), to_string(today)),
       "it may be retracted, or its document published later");
  Reading reading = row->reading.value_or(Reading{});
  reading.claim = correction.claim;
  if (correction.kind) reading.kind = *correction.kind;
  for (const auto& [field, value] : correction.fields) set_field(reading, field, value);
  reading.score = 1;
  reading.reason = correction.because;
  reading.corrects = row->reading_id.value_or(Id{});
  reading.maker = Maker{};
  reading.maker.person = correction.person;
  reading.maker.at = now;
  enter(store, {"correct", correction.person, correction.because}, reading);
  return reading;
}

Retraction reject(Store& store, const Id& claim, const std::string& person, const std::string& reason, Instant now,
                  Day today) {
  const ClaimRow row = standing_row(store, claim, as_if_on(today));
  need(row.assessment.has_value(), "there is no verdict to reject", "`avow show` shows what there is");
  need(!row.assessment->maker.is_person(), fmt::format("the verdict that stands is {}'s", row.assessment->maker.person),
       "give another verdict with --verdict, or take that one back with `avow retract`");
  return retract(store, RecordKind::assessment, *row.assessment_id, person, reason, now);
}

Retraction retract(Store& store, RecordKind kind, const Id& id, const std::string& person, const std::string& reason,
                   Instant now) {
  require_author(person, reason, "a retraction");
  const auto earlier = store.retractions_of(id, {});
  need(std::none_of(earlier.begin(), earlier.end(), [](const auto& one) { return one.live; }),
       fmt::format("{} {} is retracted already", record_kinds.name(kind), id.hex()),
       "`avow history` shows by whom and why");
  const Retraction retraction{kind, id, person, reason, now};
  enter(store, {"retract", person, reason}, retraction);
  return retraction;
}

}  // namespace avow
