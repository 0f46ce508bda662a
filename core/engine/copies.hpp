#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/analysis.hpp"
#include "model/link.hpp"
#include "store/store.hpp"

namespace avow {

/// Finds the documents that another one copies, whole or in part, word for word or paraphrased by a machine, and links
/// their claims, so that a claim is not counted twice. Looks at documents published within two weeks of each other,
/// found by the words of their claims that survive a paraphrase; only those are read and compared sentence by sentence.
/// What it finds does not depend on the order in which documents come, but for which of two of one day counts as the
/// copy: the later to come. One thread.
class CopyLinker {
 public:
  /// Must outlive it. Error of the store is thrown.
  explicit CopyLinker(Store& store) : store_(store) {}

  /// The links between the document's claims and those of documents that were there or taken in before; for the store,
  /// after the claims. The document is kept in memory until forget().
  std::vector<Link> take_in(const Document& document, const Id& id, const std::vector<FoundClaim>& claims);
  /// Says that the documents taken in are in the store now, so that they are found there.
  void forget();

 private:
  /// A claim as far as linking needs it.
  struct Utterance {
    Id id;
    Span span;
    std::optional<Kind> kind;
  };
  struct Other {
    Id id;
    Date published;
    std::string text;
    std::vector<Utterance> claims;
  };

  std::vector<Other> candidates(const Document& document, const Id& id, const std::vector<FoundClaim>& claims);
  void find_stored(const Document& document, const Id& id, const std::vector<std::vector<std::string>>& anchors,
                   std::vector<Other>& out);
  std::optional<Other> load(const Id& id);

  Store& store_;
  std::vector<Other> recent_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> recent_by_anchors_;
};

}  // namespace avow
