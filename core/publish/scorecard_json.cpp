#include "publish/scorecard_json.hpp"

#include <fmt/format.h>

#include <numeric>

#include "query/names.hpp"

namespace avow {
namespace {

using Counts = std::map<Verdict, std::uint64_t>;

Json rate_json(const Rate& rate) {
  const bool none = rate.n == 0;
  return {{"part", rate.part},
          {"n", rate.n},
          {"rate", none ? Json() : Json(rate.value())},
          {"low", none ? Json() : Json(rate.low)},
          {"high", none ? Json() : Json(rate.high)}};
}

/// Never a rate without what it is of.
std::string rate_text(const Rate& rate) {
  if (rate.n == 0) return {};
  return fmt::format("{:.0f} % of {} ({:.0f}-{:.0f})", 100 * rate.value(), rate.n, 100 * rate.low, 100 * rate.high);
}

std::map<std::string, std::uint64_t> labelled(const Counts& counts, const std::optional<Scale>& scale) {
  return by_label(counts, scale.value_or(Scale{}));
}

std::string counts_text(const Counts& counts, const std::optional<Scale>& scale) {
  std::string text;
  for (const auto& [label, claims] : labelled(counts, scale))
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", claims, label);
  return text;
}

template <typename Map>
std::uint64_t sum(const Map& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0},
                         [](std::uint64_t all, const auto& one) { return all + one.second; });
}

std::string missing_text(const Score& score) {
  std::string text;
  for (const auto& [parts, claims] : score.not_testable)
    text += fmt::format("{}{} lack {}", text.empty() ? "" : "; ", claims, parts);
  return text;
}

Json tally_json(const CommitmentTally& tally) {
  return {{"utterances", tally.utterances},
          {"single", tally.single},
          {"exact", tally.exact},
          {"linked", tally.linked},
          {"suggested", tally.suggested}};
}

Json share_or_null(const std::optional<double>& share) {
  return share ? Json(*share) : Json();
}

}  // namespace

Json score_json(const Score& score, const Names& names, const std::optional<Scale>& scale,
                const std::string& selection) {
  Json json;
  json["group"] = score.group.empty() ? Json() : Json(score.group);
  json["name"] = score.group.empty() ? Json() : Json(names.entity_name(score.group));
  json["claims"] = score.n;
  json["kept"] = rate_json(score.kept);
  json["supported"] = rate_json(score.supported);
  json["final"] = labelled(score.final_verdicts, scale);
  json["open"] = labelled(score.open_verdicts, scale);
  json["provisional"] = labelled(score.provisional_verdicts, scale);
  json["proposed"] = labelled(score.proposed_verdicts, scale);
  json["undecidable"] = score.undecidable;
  json["unjudged"] = score.unjudged;
  json["not_testable"] = {{"claims", sum(score.not_testable)}, {"missing", score.not_testable}};
  json["stances"] = score.stances;
  json["unread"] = score.unread;
  json["commitments"] = score.commitments ? tally_json(*score.commitments) : Json();
  json["weighed"] = Json();
  if (score.weighed_kept || score.weighed_supported)
    json["weighed"] = {{"kept", share_or_null(score.weighed_kept)},
                       {"supported", share_or_null(score.weighed_supported)}};
  json["scale"] = scale ? Json(scale->code) : Json();
  json["selection"] = selection;
  return json;
}

Json score_cells(const Score& score, const Names& names, const std::optional<Scale>& scale) {
  Json cells;
  cells["group"] = score.group.empty() ? "-" : names.entity_name(score.group);
  cells[score.commitments ? "commitments" : "claims"] = score.n;
  if (score.commitments) cells["utterances"] = score.commitments->utterances;
  cells["kept"] = rate_text(score.kept);
  cells["supported"] = rate_text(score.supported);
  cells["final"] = counts_text(score.final_verdicts, scale);
  cells["open"] = counts_text(score.open_verdicts, scale);
  cells["provisional"] = counts_text(score.provisional_verdicts, scale);
  cells["proposed"] = counts_text(score.proposed_verdicts, scale);
  cells["undecidable"] = score.undecidable;
  cells["unjudged"] = score.unjudged;
  cells["not_testable"] = missing_text(score);
  cells["stances"] = score.stances;
  if (score.weighed_kept) cells["weighed_kept"] = fmt::format("{:.0f} %", 100 * *score.weighed_kept);
  if (score.weighed_supported) cells["weighed_supported"] = fmt::format("{:.0f} %", 100 * *score.weighed_supported);
  return cells;
}

}  // namespace avow
