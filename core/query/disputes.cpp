#include "query/disputes.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "store/store.hpp"

namespace avow {
namespace {

/// By the moment they were given, so that two stores that were merged agree which is the last.
std::vector<AnswerView> answers_to(Store& store, const Id& dispute, const Clocks& clocks) {
  std::vector<AnswerView> views;
  for (Recorded<Answer>& answer : store.answers_of(dispute, clocks)) {
    auto evidence = evidence_of(store, answer.value.evidence);
    views.push_back({std::move(answer), std::move(evidence)});
  }
  std::sort(views.begin(), views.end(), [](const AnswerView& a, const AnswerView& b) {
    return std::tie(a.answer.value.at, a.answer.id) < std::tie(b.answer.value.at, b.answer.id);
  });
  return views;
}

}  // namespace

const AnswerView* DisputeView::last_answer() const noexcept {
  const auto last = std::find_if(answers.rbegin(), answers.rend(), [](const auto& one) { return one.answer.live; });
  return last == answers.rend() ? nullptr : &*last;
}

std::vector<DisputeView> disputes_about(Store& store, const Id& claim, const Clocks& clocks) {
  std::vector<DisputeView> views;
  for (Recorded<Dispute>& dispute : store.disputes_of(claim, clocks)) {
    auto evidence = evidence_of(store, dispute.value.evidence);
    auto answers = answers_to(store, dispute.id, clocks);
    views.push_back({std::move(dispute), std::move(evidence), std::move(answers)});
  }
  return views;
}

std::vector<DisputeView> open_disputes(Store& store, const Id& claim, const Clocks& clocks) {
  auto views = disputes_about(store, claim, clocks);
  std::erase_if(views, [](const DisputeView& view) { return !view.is_open(); });
  return views;
}

}  // namespace avow
