#include "engine/standing_row.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/error.hpp"

namespace avow {

std::optional<ClaimRow> row_of(Store& store, const Id& claim, const Clocks& clocks) {
  ClaimFilter filter;
  filter.clocks = clocks;
  filter.claim = claim.hex();
  std::optional<ClaimRow> found;
  store.claims(filter, [&](const ClaimRow& row) {
    found = row;
    return false;
  });
  return found;
}

ClaimRow standing_row(Store& store, const Id& claim, const Clocks& clocks) {
  auto found = row_of(store, claim, clocks);
  if (!found || !found->reading)
    throw Error(ErrorCode::not_found,
                fmt::format("no claim {} with a reading stands on {}", claim.hex(), to_string(*clocks.today)),
                "it may be retracted, or its document published later");
  return *std::move(found);
}

}  // namespace avow
