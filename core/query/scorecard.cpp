#include "query/scorecard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "query/final_verdict.hpp"
#include "store/row_counts.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

constexpr double z = 1.959963984540054;  // of the normal distribution for 95 %

CountBy count_by(ScorecardQuestion::By by) {
  switch (by) {
    case ScorecardQuestion::By::speaker:
      return CountBy::speaker;
    case ScorecardQuestion::By::party:
      return CountBy::party;
    case ScorecardQuestion::By::topic:
      return CountBy::topic;
    case ScorecardQuestion::By::year:
      return CountBy::year;
    case ScorecardQuestion::By::nothing:
    case ScorecardQuestion::By::kind:  // every count tells kinds apart
      break;
  }
  return CountBy::nothing;
}

void add_verdict(Score& score, const ClaimSort& sort, std::uint64_t claims) {
  const Verdict verdict = *sort.verdict;
  if (sort.proposed)
    score.proposed_verdicts[verdict] += claims;
  else if (stage(verdict) == VerdictStage::undecidable)
    score.undecidable += claims;
  else if (!is_final(stage(verdict)))
    score.open_verdicts[verdict] += claims;
  else
    (sort.provisional ? score.provisional_verdicts : score.final_verdicts)[verdict] += claims;
}

void add_sort(Score& score, const ClaimSort& sort, std::uint64_t claims) {
  score.n += claims;
  if (sort.verdict)
    add_verdict(score, sort, claims);
  else if (!sort.kind)
    score.unread += claims;
  else if (sort.kind == Kind::stance)
    score.stances += claims;
  else if (sort.missing.empty())
    score.unjudged += claims;
  else
    score.not_testable[sort.missing] += claims;
}

std::uint64_t count_of(const std::map<Verdict, std::uint64_t>& counts, Verdict verdict) {
  const auto found = counts.find(verdict);
  return found == counts.end() ? 0 : found->second;
}

Rate share(const std::map<Verdict, std::uint64_t>& counts, Verdict verdict) {
  std::uint64_t n = 0;
  for (const auto& [other, claims] : counts)
    if (stage(other) == stage(verdict)) n += claims;
  return rate(count_of(counts, verdict), n);
}

double weight_of(const ClaimSort& sort) {
  switch (sort.strength.value_or(Strength::none)) {
    case Strength::hope:
      return 1;
    case Strength::commit:
      return 3;
    case Strength::aim:
    case Strength::none:
      break;
  }
  return 2;
}

/// Sums of weights towards one share.
struct Weighed {
  double part = 0, all = 0;
  void add(const ClaimSort& sort, std::uint64_t claims, Verdict verdict) {
    if (!sort.verdict || !judged_for_good(*sort.verdict, sort.provisional, sort.proposed)) return;
    if (stage(*sort.verdict) != stage(verdict)) return;
    const double weight = weight_of(sort) * static_cast<double>(claims);
    all += weight;
    if (*sort.verdict == verdict) part += weight;
  }
  std::optional<double> share() const { return all > 0 ? std::optional(part / all) : std::nullopt; }
};

struct Gathered {
  Score score;
  Weighed kept, supported;
  void add(const ClaimSort& sort, std::uint64_t claims) {
    add_sort(score, sort, claims);
    kept.add(sort, claims, Verdict::kept);
    supported.add(sort, claims, Verdict::supported);
  }
};

/// Counts, and of commitments what holds them together.
CommitmentCounts count(Store& store, const ScorecardQuestion& question) {
  const CountBy by = count_by(question.by);
  if (question.commitments) return count_commitments(store, *question.commitments, question.filter, by);
  if (!question.among) return {store.count_claims(question.filter, by), {}};
  RowCounts rows(by, by == CountBy::party ? store.entities(question.filter.clocks) : std::vector<Entity>());
  ClaimFilter filter = question.filter;
  for (const Id& id : *question.among) {
    filter.claim = id.hex();
    store.claims(filter, [&](const ClaimRow& row) {
      rows.count(rows.places(row));
      return true;
    });
  }
  return {std::move(rows.counts()), {}};
}

/// Each group is looked up once, not for each of its counts.
std::map<std::string, Gathered> gathered(const CommitmentCounts& counted, ScorecardQuestion::By by) {
  const ClaimCounts& counts = counted.counts;
  const bool by_kind = by == ScorecardQuestion::By::kind;
  std::map<std::string, Gathered> groups;
  std::vector<Gathered*> places;
  const auto place = [&](const std::string& group) {
    Gathered& found = groups[group];
    found.score.group = group;
    return &found;
  };
  for (const std::string& group : counts.groups) places.push_back(by_kind ? nullptr : place(group));
  for (const ClaimCounts::Cell& cell : counts.cells) {
    const ClaimSort& sort = counts.sort(cell);
    Gathered* group = by_kind ? place(std::string(sort.kind ? kinds.name(*sort.kind) : "")) : places[cell.group];
    group->add(sort, cell.claims);
    if (counted.tallies.empty()) continue;
    if (!group->score.commitments) group->score.commitments.emplace();
    group->score.commitments->add(counted.tallies[static_cast<std::size_t>(&cell - counts.cells.data())]);
  }
  return groups;
}

}  // namespace

Rate rate(std::uint64_t part, std::uint64_t n) noexcept {
  Rate result{part, n, 0, 1};
  if (n == 0) return result;
  const double p = result.value();
  const double size = static_cast<double>(n);
  const double middle = p + z * z / (2 * size);
  const double reach = z * std::sqrt(p * (1 - p) / size + z * z / (4 * size * size));
  const double scale = 1 + z * z / size;
  result.low = std::max(0.0, (middle - reach) / scale);
  result.high = std::min(1.0, (middle + reach) / scale);
  return result;
}

std::vector<Score> scorecard(Store& store, const ScorecardQuestion& question) {
  const bool weighs = question.weight == Weight::strength;
  std::map<std::string, Gathered> groups = gathered(count(store, question), question.by);
  std::vector<Score> scores;
  scores.reserve(groups.size());
  for (auto& [group, gathered] : groups) {
    Score& score = scores.emplace_back(std::move(gathered.score));
    score.kept = share(score.final_verdicts, Verdict::kept);
    score.supported = share(score.final_verdicts, Verdict::supported);
    if (!weighs) continue;
    score.weighed_kept = gathered.kept.share();
    score.weighed_supported = gathered.supported.share();
  }
  std::stable_sort(scores.begin(), scores.end(), [](const Score& a, const Score& b) { return a.n > b.n; });
  return scores;
}

Scale find_scale(Store& store, const std::string& code, const Clocks& clocks) {
  std::vector<Scale> fitting;
  std::string known;
  for (Scale& scale : store.scales(clocks)) {
    known += (known.empty() ? "" : ", ") + scale.code;
    if (scale.code == code) return scale;
    if (scale.code.starts_with(code)) fitting.push_back(std::move(scale));
  }
  if (fitting.size() == 1) return fitting.front();
  if (fitting.empty())
    throw Error(ErrorCode::not_found, fmt::format("there is no scale '{}'", code), "one of: " + known);
  std::string candidates;
  for (const Scale& scale : fitting) candidates += (candidates.empty() ? "" : ", ") + scale.code;
  throw Error(ErrorCode::ambiguous, fmt::format("'{}' begins the code of several scales: {}", code, candidates),
              "give more of it");
}

std::optional<std::string> label_of(Verdict verdict, const Scale& scale) {
  const auto entry = std::find_if(scale.entries.begin(), scale.entries.end(),
                                  [&](const ScaleEntry& one) { return one.verdict == verdicts.name(verdict); });
  return entry == scale.entries.end() ? std::nullopt : std::optional(entry->label);
}

std::map<std::string, std::uint64_t> by_label(const std::map<Verdict, std::uint64_t>& counts, const Scale& scale) {
  std::map<std::string, std::uint64_t> labelled;
  for (const auto& [verdict, claims] : counts)
    labelled[label_of(verdict, scale).value_or(std::string(verdicts.name(verdict)))] += claims;
  return labelled;
}

}  // namespace avow
