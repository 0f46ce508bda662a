#pragma once

#include <optional>
#include <string>
#include <vector>

#include "change.hpp"
#include "subject.hpp"
#include "tokens.hpp"

namespace avow::detect {

/// Builds targets from clauses of one document, in order. Remembers the earlier promises that later ones lean on.
class TargetBuilder {
 public:
  void start(const sdk::Document& document);

  /// Fills in all that the clause says and labels what it rests on.
  sdk::Target build(const Tokens& tokens, const Clause& clause, Tense tense, std::vector<sdk::Cue>& cues);
  /// Whether the clause that was built last denies no more than the way past a bound: "never less than 2 percent" is at
  /// least 2 percent, with nothing left to deny.
  bool denial_used() const noexcept { return denial_used_; }
  /// Where a second amount with a date of its own begins, in words: "43 % by 2030 and 60 % by 2035"; -1 when none does.
  int further_amount(const Tokens& tokens, const Clause& clause) const;
  /// A promise without a date takes it from an earlier one of the same measure and subject a few sentences back.
  void inherit_due(sdk::Target& target, sdk::Span where, std::vector<sdk::Cue>& cues) const;
  /// Lets later promises inherit from this one.
  void remember(const sdk::Target& target, sdk::Span where, bool own_or_group);

  /// The subject as said, or the code of the mention that is exactly it.
  std::string subject_text(const Tokens& tokens, const Subject& subject) const;

 private:
  struct Promise {
    std::string subject;
    std::string indicator;
    std::string due;
    std::size_t end = 0;
    bool group = false;
  };

  void set_condition(const Tokens& tokens, const Clause& clause, sdk::Target& target,
                     std::vector<sdk::Cue>& cues) const;
  void set_scope(const Tokens& tokens, const Clause& clause, sdk::Target& target) const;

  std::optional<sdk::Document> document_;
  bool denial_used_ = false;
  std::vector<Promise> promises_;
};

}  // namespace avow::detect
