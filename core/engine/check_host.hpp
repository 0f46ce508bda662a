#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/vocabulary.hpp"
#include "engine/worked_out.hpp"
#include "plugin/values.hpp"
#include "store/store.hpp"

namespace avow {

/// What checkers may see of a store at both clocks, with the vintage of everything they were given, so that a verdict
/// can name it and cannot name anything else. Figures are kept for the run, as many claims ask for the same series.
class StoreCheckHost : public CheckHost {
 public:
  /// Store and lexicon must outlive it. clocks.today must be set.
  StoreCheckHost(Store& store, const Lexicon& lexicon, Clocks clocks);

  /// Forgets what was asked and given out: evidence for one claim is no evidence for another. judge() calls it.
  /// `whole_groups`: the claim is about a group as a whole, whose figures may be worked out of its members'.
  void begin_claim(bool whole_groups = false);
  /// What was asked for since then.
  struct Asked {
    std::set<std::string> indicators;
    bool passages = false;
    bool members = false;
  };
  const Asked& asked() const { return asked_; }
  /// Reads figures anew from now on; others may have added some.
  void forget_figures();
  /// From now on only publications that `admits` takes exist, for judging as if others had not come out.
  void admit(std::function<bool(const ObservationRow&)> admits);

  Observations observations(const ObservationQuery& query) override;
  std::vector<Member> members(const std::string& group, Day day) override;
  std::vector<Passage> passages(const PassageQuery& query) override;

  /// An observation that was given out for this claim; null for any other id.
  const ObservedValue* given(const std::string& observation) const;
  bool gave_document(const std::string& document) const;
  /// How a figure that was given out for this claim was worked out; null when it was published.
  const WorkedOut* worked_out(const std::string& id) const;

 private:
  using SeriesKey = std::pair<std::string, std::string>;  ///< indicator, entity
  /// One figure of one publication.
  struct Vintage {
    ObservedValue figure;
    bool missing = false;  ///< published as missing
  };
  /// Every vintage that was out by today, by entity and period, of each the newest first.
  const std::vector<Vintage>& series(const SeriesKey& key);
  Observations answer(const ObservationQuery& query);
  Observations published(const ObservationQuery& query);
  Observations made_of_others(const ObservationQuery& query);

  /// By which a document can name it; the text itself when it is no code.
  std::vector<std::string> names_of(const std::string& entity) const;

  Store& store_;
  const Lexicon& lexicon_;
  Clocks clocks_;
  std::function<bool(const ObservationRow&)> admits_;
  std::map<SeriesKey, std::vector<Vintage>> series_;
  std::unordered_map<std::string, Observations> answers_;  ///< by the query
  std::string answer_key_;
  std::vector<Observations> given_observations_;  ///< for this claim
  std::unordered_map<std::string, bool> given_documents_;
  std::unordered_map<std::string, WorkedOut> worked_out_;  ///< for this claim, by the id given out
  bool whole_groups_ = false;
  Asked asked_;
};

}  // namespace avow
