#include "plugin/sinks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace avow::abi {

FailureSink::FailureSink()
    : raw_{sizeof(avow_sink), this,
           [](void* context, const void* item) { return static_cast<FailureSink*>(context)->emit(item); },
           [](void* context, avow_str reason) { static_cast<FailureSink*>(context)->fail(reason); }} {}

void FailureSink::take(const void*) {
  refuse("create", "may not emit anything");
}

int FailureSink::emit(const void* item) noexcept {
  if (refused_) return 1;
  try {
    take(item);
    return 0;
  } catch (...) {
    refused_ = std::current_exception();
    return 1;
  }
}

void FailureSink::fail(avow_str reason) noexcept {
  try {
    if (reason_.empty()) reason_ = read_reason(reason);
  } catch (...) {
    refused_ = std::current_exception();
  }
}

void FailureSink::settle(int result) const {
  if (refused_) std::rethrow_exception(refused_);
  if (!reason_.empty()) throw Error(ErrorCode::plugin, fmt::format("failed: {}", reason_));
  if (result != 0) throw Error(ErrorCode::plugin, fmt::format("failed with result {} and gave no reason", result));
}

void CandidateCollector::take(const void* item) {
  if (found_.size() >= limits_.max_candidates)
    throw Error(ErrorCode::plugin, fmt::format("emitted more than {} candidates for one document, which is the limit",
                                               limits_.max_candidates));
  found_.push_back(read_candidate(item, text_, budget_));
}

std::vector<Candidate> CandidateCollector::candidates() && {
  const auto before = [](const Candidate& a, const Candidate& b) { return a.span < b.span; };
  std::stable_sort(found_.begin(), found_.end(), before);
  return std::move(found_);
}

void JudgementCollector::take(const void* item) {
  if (answer_) throw Error(ErrorCode::plugin, "emitted more than one assessment for one claim");
  answer_ = read_judgement(item, budget_);
}

Judgement JudgementCollector::judgement() && {
  if (!answer_) throw Error(ErrorCode::plugin, "emitted no assessment");
  return *std::move(answer_);
}

}  // namespace avow::abi
