#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "engine/policy.hpp"
#include "engine/vocabulary.hpp"
#include "plugin/plugin.hpp"
#include "store/check_rows.hpp"
#include "store/store.hpp"

namespace avow {

/// Tells the checkers at hand, with their configurations, and the policy from any others.
std::string checkers_digest(const std::vector<Plugin*>& plugins, const Policy& policy);

/// Whether judging a claim again could give anything new: whether it fell due, or anything came that its last judgement
/// asked for. For one run; one thread.
class CheckNews {
 public:
  /// Store and lexicon must outlive it.
  CheckNews(Store& store, const Lexicon& lexicon, std::string checkers, Day today);

  /// Why it is to be judged, in words; nullopt when nothing is new since it was.
  std::optional<std::string> why(const CheckCandidate& claim);

 private:
  bool came(News news, const CheckMark& mark, const std::string& indicator = {});
  bool members_changed(const CheckMark& mark);

  Store& store_;
  const Lexicon& lexicon_;
  std::string checkers_;
  Day today_;
  std::map<std::tuple<News, std::int64_t, Day, std::string>, bool> known_;  ///< answers for this run
  std::map<Day, bool> members_changed_;                                     ///< since a day, for this run
};

}  // namespace avow
