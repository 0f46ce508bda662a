#include "query/revisions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "store/store.hpp"

namespace avow {
namespace {

/// The same figure of later publications, oldest first.
std::vector<ObservationRow> later_vintages(Store& store, const Observation& used, const Series& series,
                                           const Clocks& clocks) {
  ObservationFilter filter;
  filter.clocks = clocks;
  filter.indicator = series.indicator;
  filter.entity = used.entity;
  filter.period_from = used.period.earliest();
  filter.period_until = used.period.latest();
  filter.newest_only = false;
  std::vector<ObservationRow> later;
  store.observations(filter, [&](const ObservationRow& row) {
    const Observation& one = row.observation;
    if (one.series == used.series && one.period == used.period && one.published > used.published &&
        (later.empty() || later.back().observation.published != one.published))
      later.push_back(row);
    return true;
  });
  std::reverse(later.begin(), later.end());  // they come newest first
  return later;
}

void add_revisions(Store& store, const Observation& used, const Clocks& clocks, std::vector<FigureRevision>& all) {
  const auto series = store.series(used.series);
  if (!series || !used.period.known()) return;
  std::string value = used.value;
  Day published = used.published;
  for (const ObservationRow& row : later_vintages(store, used, *series, clocks)) {
    const Observation& later = row.observation;
    if (later.value != value)
      all.push_back({*series, later.entity, later.period, value, later.value, published, later.published, row.id});
    value = later.value;
    published = later.published;
  }
}

bool says_otherwise(const Assessment& checker, const Assessment& person) {
  return !checker.maker.is_person() && checker.verdict != person.verdict && checker.verdict != Verdict::undecidable;
}

}  // namespace

std::vector<FigureRevision> revisions_of(Store& store, const Assessment& assessment, const Clocks& clocks) {
  std::vector<FigureRevision> all;
  for (const Evidence& evidence : assessment.evidence) {
    const auto id = evidence.kind == EvidenceKind::observation ? Id::parse(evidence.reference) : std::nullopt;
    const auto used = id ? store.observation(*id) : std::nullopt;
    if (used) add_revisions(store, *used, clocks, all);
  }
  return all;
}

std::string revision_text(const FigureRevision& revision) {
  return fmt::format("{} {} from {} (published {}) to {} ({})", revision.entity, revision.period.text(),
                     revision.from.empty() ? "none" : revision.from, to_string(revision.from_published),
                     revision.to.empty() ? "none" : revision.to, to_string(revision.to_published));
}

std::optional<Recorded<Assessment>> disagreement(Store& store, const ClaimRow& row, const Clocks& clocks) {
  if (!row.assessment || !row.assessment->maker.is_person()) return std::nullopt;
  std::vector<Recorded<Assessment>> all = store.assessments_of(row.id, clocks);
  bool after_person = false;
  Recorded<Assessment>* newest = nullptr;  // the checker may have come round since
  for (Recorded<Assessment>& one : all) {
    if (one.id == row.assessment_id) after_person = true;
    if (after_person && one.live && !one.value.maker.is_person()) newest = &one;
  }
  if (newest == nullptr || !says_otherwise(newest->value, *row.assessment)) return std::nullopt;
  return std::move(*newest);
}

}  // namespace avow
