#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "query/commitment_keys.hpp"

namespace avow {

class Store;

/// Which links a commitment is made of: by exact rule or a person's word alone, or those that a machine suggested too.
enum class LinkUse { confirmed, suggested };
inline constexpr auto link_uses =
    enum_names<LinkUse>({{LinkUse::confirmed, "confirmed"}, {LinkUse::suggested, "suggested"}});

/// One utterance of a commitment, with what it changed.
struct CommitmentUtterance {
  PromiseRow promise;
  Version version;             ///< against what stood before its day; no shifts of the first ones
  std::optional<Id> before;    ///< claim that it is compared with: the last one of an earlier day
  bool against = false;        ///< it speaks against the commitment: by key it belongs to the opposite one
  bool suggested = false;      ///< a suggested link alone brought it in
  double score = 0;            ///< of that link
  std::optional<Link> stated;  ///< a person's word on how it stands to an earlier one, in place of the version's shifts
};

/// A promise over all its utterances.
struct Commitment {
  Id id;              ///< over the key; of the first utterance where there is no key
  CommitmentKey key;  ///< of the first utterance that has one; only the side is set where none has
  std::vector<CommitmentUtterance> utterances;  ///< by day, document, place and id; copies among them
  Standing standing;                            ///< what was said last of each field
  std::size_t distinct = 0;                     ///< utterances that are no copies
  bool suggested = false;                       ///< some utterances are there by suggested links alone
  std::optional<Verdict> verdict;               ///< of the newest utterance that has one
  bool provisional = false;
  /// Every shift that occurs in it, in the order of LinkKind; not that something is repeated.
  std::vector<LinkKind> shifts() const;
};

/// Commitments are worked out when they are asked for, from what is true at the clocks: the standing readings, the
/// vocabulary, and links. So they do not depend on the order in which documents came, and two stores that hold the same
/// have the same. Two promises belong together when their keys are the same, or a live link other than `copies` or
/// `contradicts` leads from one to the other; a retracted link between two parts the later one from the rest. Store
/// and names must outlive it. One thread.
class Commitments {
 public:
  Commitments(Store& store, const Names& names, const Clocks& clocks, LinkUse links);

  /// The commitment that a claim is an utterance of; nullopt when it is no promise at the clocks. Reads what has the
  /// same measure and subject, and follows links; nothing else.
  std::optional<Commitment> of(const Id& claim);

  /// The one that an id or a prefix of it (4 digits or more) names: that of a commitment, or of a claim (reading,
  /// assessment) in it. An id of a commitment is looked for among all keys. Error: not_found, ambiguous, usage.
  Commitment find(std::string_view prefix);

  /// All of them, measure by measure, then those that links alone hold together (two utterances or more). In memory at
  /// a time: what was promised about one measure. `visit` returns false to stop. `indicator`: code or measure; empty
  /// for all.
  void each(const std::string& indicator, const std::function<bool(const Commitment&)>& visit);

 private:
  class Gathering;

  std::optional<PromiseRow> promise(const Id& claim);
  std::vector<PromiseRow> promises_near(const CommitmentKey& key);
  bool each_of_measure(const std::string& measure, std::set<Id>& told,
                       const std::function<bool(const Commitment&)>& visit);
  bool each_linked(const std::string& indicator, std::set<Id>& told,
                   const std::function<bool(const Commitment&)>& visit);

  Store& store_;
  CommitmentKeys keys_;
  Clocks clocks_;
  LinkUse links_;
};

}  // namespace avow
