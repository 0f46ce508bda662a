#pragma once

#include <compare>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/version.hpp"
#include "query/names.hpp"
#include "store/threads.hpp"

namespace avow {

/// What utterances of one commitment have in common.
struct CommitmentKey {
  std::string side;     ///< whose promise it is: a code, or a name in lower case where there is no code
  std::string subject;  ///< code of what is to change, or the words for it in lower case
  std::string measure;  ///< of the indicator; the indicator's code where the vocabulary does not know it
  Direction direction = Direction::none;
  auto operator<=>(const CommitmentKey&) const = default;
};

/// The commitment's id: the same in every store, whatever it holds.
Id id_of(const CommitmentKey& key);

/// Works out keys with the vocabulary of one moment. Names must outlive it. One thread.
class CommitmentKeys {
 public:
  explicit CommitmentKeys(const Names& names) : names_(names) {}

  /// Whose promise it is. Of a person: the body (group, organisation, government) in which he held an office on the
  /// day, but of the office of a country his party, else the country; without an office his party; else himself. Of
  /// anybody else: itself. Where nobody is known by code: of a pledge its subject, as it is the speaker's side that a
  /// pledge binds; of a document's own voice its publisher when that is a body of the vocabulary; else the name as
  /// said. Empty when nothing tells.
  std::string side_of(const PromiseRow& promise) const;

  /// Nothing without a side, a measure or a direction: then only words can tell what belongs together. The subject of a
  /// group that is part of the side's own is the side: "European allies" promise for the Alliance.
  std::optional<CommitmentKey> key_of(const PromiseRow& promise) const;

  /// What the indicator measures; its code when it is not known.
  std::string measure_of(const std::string& indicator) const;
  /// Codes of all indicators of a measure, beside the code that stands for itself.
  std::vector<std::string> indicators_of(const std::string& measure) const;
  /// Codes that a key's subject can stand for in a target; "" when it is words.
  std::vector<std::string> subjects_of(const CommitmentKey& key) const;

  /// A member of the group at any time, or a group whose members all are.
  bool is_part(const std::string& part, const std::string& whole) const;
  const Names& names() const { return names_; }

 private:
  const std::vector<std::string>& members(const std::string& group) const;

  const Names& names_;
  mutable std::unordered_map<std::string, std::vector<std::string>> members_;  ///< sorted, by group
};

}  // namespace avow
