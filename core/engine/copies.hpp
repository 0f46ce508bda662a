#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/analysis.hpp"
#include "model/link.hpp"
#include "store/store.hpp"
#include "text/likeness.hpp"

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
  struct Known {
    Id id;
    Date published;
    std::string text;
    std::vector<Utterance> claims;
    std::optional<text::Outline> outline;  ///< made when first compared

    const text::Outline& outlined();
  };
  using Anchors = std::vector<std::string>;  ///< of one claim

  void remember(Known document, const std::vector<Anchors>& anchors);
  /// Indices into recent_.
  std::set<std::size_t> find_recent(const Known& self, const std::vector<Anchors>& anchors) const;
  /// Documents of the store, those with the most claims that were hit first.
  std::vector<Id> find_stored(const Known& self, const std::vector<Anchors>& anchors, std::size_t most);
  std::optional<Known> load(const Id& id);
  static void add_links(Known& own, Known& other, std::vector<Link>& links);

  Store& store_;
  std::vector<Known> recent_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> recent_by_anchors_;
};

}  // namespace avow
