#pragma once

#include <functional>
#include <string>

#include "query/commitments.hpp"

namespace avow {

/// Two promises of one side that cannot both be meant, or a later one that takes an earlier one back.
struct Contradiction {
  PromiseRow earlier;
  PromiseRow later;
  CommitmentKey key;          ///< of the earlier one
  bool withdrawn = false;     ///< the later one denies what the earlier one promised
  bool same_speaker = false;  ///< else another one of the same side
};

/// Each later promise with the last one before it that it contradicts; measure by measure. Copies are left out. Follows
/// Commitments, whose rules they are. `visit` returns false to stop.
void contradictions(Commitments& commitments, const std::string& indicator,
                    const std::function<bool(const Contradiction&)>& visit);

}  // namespace avow
