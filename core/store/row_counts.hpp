#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "store/claim_count.hpp"
#include "store/filters.hpp"

namespace avow {

/// missing_parts() with commas between them, as ClaimSort has it.
std::string missing_words(const Target& target, Kind kind);

/// Counts claims row by row.
class RowCounts {
 public:
  /// `entities` are asked for their parties, if they are counted by those.
  RowCounts(CountBy by, const std::vector<Entity>& entities);
  ~RowCounts();

  /// Places in counts().cells that the claim is to be counted in: one, or one for each party of the speaker.
  std::vector<std::uint32_t> places(const ClaimRow& row);
  void count(const std::vector<std::uint32_t>& places);
  ClaimCounts& counts() { return counts_; }

 private:
  class Parties;
  using Key = std::tuple<std::string, std::optional<Kind>, std::optional<Strength>, std::string, std::optional<Verdict>,
                         bool, bool>;
  CountBy by_;
  std::unique_ptr<Parties> parties_;
  std::map<Key, std::uint32_t> places_;
  ClaimCounts counts_;
};

}  // namespace avow
