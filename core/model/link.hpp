#pragma once

#include <string>

#include "base/digest.hpp"
#include "base/enum_names.hpp"
#include "model/maker.hpp"

namespace avow {

/// How a later claim (`from`) stands to an earlier one (`to`).
enum class LinkKind {
  repeats,
  strengthens,
  weakens,
  brings_forward,
  moves_later,
  narrows,
  withdraws,
  contradicts,
  copies
};
inline constexpr auto link_kinds = enum_names<LinkKind>({{LinkKind::repeats, "repeats"},
                                                         {LinkKind::strengthens, "strengthens"},
                                                         {LinkKind::weakens, "weakens"},
                                                         {LinkKind::brings_forward, "brings_forward"},
                                                         {LinkKind::moves_later, "moves_later"},
                                                         {LinkKind::narrows, "narrows"},
                                                         {LinkKind::withdraws, "withdraws"},
                                                         {LinkKind::contradicts, "contradicts"},
                                                         {LinkKind::copies, "copies"}});

struct Link {
  Id from;
  Id to;
  LinkKind kind = LinkKind::repeats;
  bool confirmed = false;  ///< by a person or an exact rule; else suggested, with the score
  double score = 0;
  std::string reason;
  Maker maker;
};

Id id_of(const Link& link);

}  // namespace avow
