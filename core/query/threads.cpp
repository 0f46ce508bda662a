#include "query/threads.hpp"

#include <algorithm>
#include <tuple>

namespace avow {
namespace {

auto place(const ThreadMember& member) {
  const Claim& claim = member.promise.claim;
  return std::tuple(claim.said.known(), claim.said.latest(), claim.said.earliest(), claim.document, claim.span.begin,
                    member.promise.id);
}

Utterance utterance_of(const PromiseRow& promise) {
  const Claim& claim = promise.claim;
  return {claim.speaker.empty() ? claim.speaker_name : claim.speaker, claim.quote.exact, promise.reading};
}

/// Of several amounts of one day the one furthest in the direction is what was promised: it is taken last.
bool less_far(const PromiseRow* first, const PromiseRow* second) {
  const auto amount = [](const PromiseRow& promise) {
    const Target& target = promise.reading.target;
    const bool down = target.relation == Relation::at_most || target.relation == Relation::fall_to;
    return std::pair(target.value.has_value(), !target.value ? 0.0 : down ? -target.value->value : target.value->value);
  };
  return amount(*first) < amount(*second);
}

/// Compares the utterances of one day after another with what stood before it.
class Days {
 public:
  Days(Commitment& commitment, const PartOf& part_of) : commitment_(commitment), part_of_(part_of) {}

  void add(CommitmentUtterance& utterance) {
    const Date& said = utterance.promise.claim.said;
    if (!day_.empty() && (!said.known() || said.earliest() > last_)) end_day();
    last_ = day_.empty() ? said.latest() : std::max(last_, said.latest());
    if (!utterance.promise.copy) day_.push_back(&utterance.promise);
    if (begun_ && !utterance.promise.copy) compare_with_standing(utterance);
  }

  void end_day() {
    if (day_.empty()) return;
    before_ = day_.back()->id;
    std::stable_sort(day_.begin(), day_.end(), less_far);
    for (const PromiseRow* promise : day_) {
      if (begun_)
        commitment_.standing.take(utterance_of(*promise));
      else
        commitment_.standing.said = utterance_of(*promise);
      begun_ = true;
    }
    day_.clear();
  }

 private:
  void compare_with_standing(CommitmentUtterance& utterance) {
    utterance.before = before_;
    utterance.version = compare(commitment_.standing, utterance_of(utterance.promise), part_of_);
    if (utterance.stated) utterance.version.shifts = {utterance.stated->kind};
  }

  Commitment& commitment_;
  const PartOf& part_of_;
  std::vector<const PromiseRow*> day_;
  Day last_{};
  bool begun_ = false;
  std::optional<Id> before_;
};

void sum_up(Commitment& commitment, const std::vector<ThreadMember>& members, const CommitmentKeys& keys) {
  const auto keyed =
      std::find_if(members.begin(), members.end(), [](const ThreadMember& one) { return one.key && !one.against; });
  if (keyed != members.end()) commitment.key = *keyed->key;
  if (keyed == members.end()) commitment.key.side = keys.side_of(members.front().promise);
  const ThreadMember& first =
      *std::find_if(members.begin(), members.end(), [](const auto& one) { return !one.against; });
  commitment.id = keyed != members.end() ? id_of(commitment.key) : first.promise.id;
  for (const CommitmentUtterance& one : commitment.utterances) {
    commitment.distinct += one.promise.copy || one.against ? 0 : 1;
    commitment.suggested = commitment.suggested || one.suggested;
    if (!one.promise.verdict || one.against) continue;
    commitment.verdict = one.promise.verdict;
    commitment.provisional = one.promise.provisional;
  }
}

}  // namespace

CommitmentKey opposite_of(CommitmentKey key) {
  if (key.direction == Direction::up)
    key.direction = Direction::down;
  else if (key.direction == Direction::down)
    key.direction = Direction::up;
  return key;
}

std::vector<ThreadMember> members_of(const CommitmentKey& key, const std::vector<PromiseRow>& own,
                                     const std::vector<PromiseRow>* opposite) {
  std::vector<ThreadMember> members;
  members.reserve(own.size());
  for (const PromiseRow& promise : own) members.push_back({promise, key, false, false, 0, {}});
  if (opposite == nullptr || opposite == &own) return members;
  for (const PromiseRow& promise : *opposite)
    if (std::any_of(own.begin(), own.end(),
                    [&](const PromiseRow& one) { return contradicts(one.reading, promise.reading); }))
      members.push_back({promise, opposite_of(key), true, false, 0, {}});
  return members;
}

Commitment thread_of(std::vector<ThreadMember> members, const CommitmentKeys& keys) {
  std::sort(members.begin(), members.end(),
            [](const ThreadMember& a, const ThreadMember& b) { return place(a) < place(b); });
  Commitment commitment;
  commitment.utterances.reserve(members.size());
  for (const ThreadMember& member : members)
    commitment.utterances.push_back(
        {member.promise, {}, {}, member.against, member.suggested, member.score, member.stated});
  const PartOf part_of = [&](const std::string& part, const std::string& whole) { return keys.is_part(part, whole); };
  Days days(commitment, part_of);
  for (CommitmentUtterance& utterance : commitment.utterances) days.add(utterance);
  days.end_day();
  sum_up(commitment, members, keys);
  return commitment;
}

}  // namespace avow
