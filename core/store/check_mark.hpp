#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/digest.hpp"

namespace avow {

/// When a claim was last judged, and on what: enough to tell whether judging it again could give anything new.
struct CheckMark {
  Id reading;             ///< the standing one
  std::string checkers;   ///< whatever tells this set of checkers, configurations and policy from others
  Day today{};            ///< judged as if it were this day
  std::int64_t last = 0;  ///< the newest record that was there, as Store::newest_record() gives it
  std::vector<std::string> indicators;  ///< codes whose figures were asked for
  bool passages = false;                ///< words of documents were asked for
  bool members = false;                 ///< members of a group were asked for
  bool operator==(const CheckMark&) const = default;
};

/// What can have come since a claim was judged.
enum class News {
  figures,     ///< of one indicator: recorded, published, or of a period that has begun
  documents,   ///< recorded or published
  vocabulary,  ///< entities or indicators recorded
  retractions  ///< of anything
};

/// Recorded after `last`, or of a day after `since` up to `today`.
struct NewsWindow {
  std::int64_t last = 0;
  Day since{};
  Day today{};
};

}  // namespace avow
