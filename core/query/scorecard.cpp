#include "query/scorecard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
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

bool is_final(VerdictStage stage) {
  return stage == VerdictStage::final_for_promises || stage == VerdictStage::final_for_statements;
}

void add_verdict(Score& score, const ClaimCount& count) {
  const Verdict verdict = *count.verdict;
  if (count.proposed)
    score.proposed_verdicts[verdict] += count.claims;
  else if (stage(verdict) == VerdictStage::undecidable)
    score.undecidable += count.claims;
  else if (!is_final(stage(verdict)))
    score.open_verdicts[verdict] += count.claims;
  else
    (count.provisional ? score.provisional_verdicts : score.final_verdicts)[verdict] += count.claims;
}

void add(Score& score, const ClaimCount& count) {
  score.n += count.claims;
  if (count.verdict)
    add_verdict(score, count);
  else if (!count.kind)
    score.unread += count.claims;
  else if (count.kind == Kind::stance)
    score.stances += count.claims;
  else if (count.missing.empty())
    score.unjudged += count.claims;
  else
    score.not_testable[count.missing] += count.claims;
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

double weight_of(const ClaimCount& count) {
  switch (count.strength.value_or(Strength::none)) {
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
  void add(const ClaimCount& count, Verdict verdict) {
    if (!count.verdict || count.provisional || count.proposed || stage(*count.verdict) != stage(verdict)) return;
    const double weight = weight_of(count) * static_cast<double>(count.claims);
    all += weight;
    if (*count.verdict == verdict) part += weight;
  }
  std::optional<double> share() const { return all > 0 ? std::optional(part / all) : std::nullopt; }
};

struct Gathered {
  Score score;
  Weighed kept, supported;
};

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
  std::map<std::string, Gathered> groups;
  for (const ClaimCount& count : store.count_claims(question.filter, count_by(question.by), weighs)) {
    const bool by_kind = question.by == ScorecardQuestion::By::kind;
    const std::string group = by_kind ? std::string(count.kind ? kinds.name(*count.kind) : "") : count.group;
    Gathered& gathered = groups[group];
    gathered.score.group = group;
    add(gathered.score, count);
    gathered.kept.add(count, Verdict::kept);
    gathered.supported.add(count, Verdict::supported);
  }
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

std::map<std::string, std::uint64_t> by_label(const std::map<Verdict, std::uint64_t>& counts, const Scale& scale) {
  std::map<std::string, std::uint64_t> labelled;
  for (const auto& [verdict, claims] : counts) {
    const std::string word(verdicts.name(verdict));
    const auto entry = std::find_if(scale.entries.begin(), scale.entries.end(),
                                    [&](const ScaleEntry& one) { return one.verdict == word; });
    labelled[entry == scale.entries.end() ? word : entry->label] += claims;
  }
  return labelled;
}

}  // namespace avow
