#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "model/entity.hpp"

namespace avow {

/// The terms of parliaments and governments, from the memberships of a vocabulary that say them: what is a country's
/// "parliament" or its "government" (a presidency, a commission) belongs to it once for each term, and once for each
/// "session" and "election". The last day of what has not ended is the latest lawful one, with EDTF's "~". Immutable.
class Terms {
 public:
  struct Term {
    Date from;
    Date until;
  };
  /// By their first days.
  using List = std::vector<Term>;
  struct Place {
    List parliaments;
    List governments;  ///< empty where the government has no terms of its own
    List sessions;
    List parliament_elections;
    List government_elections;
  };

  explicit Terms(const std::vector<Entity>& entities);

  /// What is known of a country or union; null when nothing is.
  const Place* of(const std::string& code) const;

 private:
  std::unordered_map<std::string, Place> by_place_;
};

/// The term that runs on a day, of two the later; null when none does.
const Terms::Term* running_on(const Terms::List& terms, Day day);
/// The one that begins next after a day; null when it is not known, as when nothing is known of the time between.
const Terms::Term* next_after(const Terms::List& terms, Day day);
/// The one that ended last before a day; null as above.
const Terms::Term* last_before(const Terms::List& terms, Day day);

}  // namespace avow
