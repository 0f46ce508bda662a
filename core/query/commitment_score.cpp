#include "query/commitment_score.hpp"

#include <string>
#include <unordered_map>
#include <utility>

#include "store/row_counts.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

/// A promise that was selected, and where it would be counted.
struct Selected {
  std::vector<std::uint32_t> places;
  bool judged = false;
};

/// Whoever reads the counts takes each group for one that something is counted in.
void keep_counted_groups(ClaimCounts& counts) {
  std::vector<std::string> groups;
  for (ClaimCounts::Cell& cell : counts.cells) {
    groups.push_back(counts.groups[cell.group]);
    cell.group = static_cast<std::uint32_t>(groups.size() - 1);
  }
  counts.groups = std::move(groups);
}

class Counting {
 public:
  Counting(Store& store, const ClaimFilter& filter, CountBy by)
      : rows_(by, by == CountBy::party ? store.entities(filter.clocks) : std::vector<Entity>()) {
    store.claims(filter, [this](const ClaimRow& row) {
      if (row.reading && is_promise(row.reading->kind))
        selected_.emplace(row.id, Selected{rows_.places(row), row.assessment.has_value()});
      return true;
    });
  }

  void take(const Commitment& commitment) {
    CommitmentTally tally;
    Selected last;
    for (auto one = commitment.utterances.rbegin(); one != commitment.utterances.rend(); ++one) {
      const auto found = one->against ? selected_.end() : selected_.find(one->promise.id);
      if (found == selected_.end()) continue;
      if (++tally.utterances == 1 || (found->second.judged && !last.judged)) last = std::move(found->second);
      selected_.erase(found);
    }
    if (tally.utterances == 0) return;
    ++(tally.*held_by(commitment));
    count(last, tally);
  }

  /// Without the sorts that only utterances are of by which no commitment counts.
  CommitmentCounts finish() {
    for (const auto& [id, one] : selected_) count(one, {1, 1, 0, 0, 0});
    CommitmentCounts counted{std::move(rows_.counts()), {}};
    for (std::size_t place = 0; place < tallies_.size(); ++place)
      if (counted.counts.cells[place].claims != 0) counted.tallies.push_back(tallies_[place]);
    std::erase_if(counted.counts.cells, [](const ClaimCounts::Cell& cell) { return cell.claims == 0; });
    keep_counted_groups(counted.counts);
    return counted;
  }

 private:
  static std::uint64_t CommitmentTally::*held_by(const Commitment& commitment) {
    if (commitment.distinct < 2) return &CommitmentTally::single;
    if (commitment.suggested) return &CommitmentTally::suggested;
    return commitment.key.measure.empty() ? &CommitmentTally::linked : &CommitmentTally::exact;
  }

  void count(const Selected& one, const CommitmentTally& tally) {
    rows_.count(one.places);
    tallies_.resize(rows_.counts().cells.size());
    for (const std::uint32_t place : one.places) tallies_[place].add(tally);
  }

  RowCounts rows_;
  std::unordered_map<Id, Selected> selected_;
  std::vector<CommitmentTally> tallies_;
};

}  // namespace

void CommitmentTally::add(const CommitmentTally& other) {
  utterances += other.utterances;
  single += other.single;
  exact += other.exact;
  linked += other.linked;
  suggested += other.suggested;
}

CommitmentCounts count_commitments(Store& store, Commitments& commitments, ClaimFilter filter, CountBy by) {
  filter.limit = 0;
  filter.after.reset();
  filter.distinct_only = true;
  Counting counting(store, filter, by);
  commitments.each(filter.indicator, [&](const Commitment& commitment) {
    counting.take(commitment);
    return true;
  });
  return counting.finish();
}

}  // namespace avow
