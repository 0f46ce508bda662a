#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/names.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// Who is given for some words, and where.
struct Attribution {
  TokenRange source;  ///< all that describes who it is: "Eva Elm, the mayor of Oakham"
  TokenRange cue;
  TokenRange content;  ///< of reported speech; empty for quotations, whose marks say it
  TokenRange more;     ///< what goes on after words of attribution that were put in: "Rents, X said, will fall"
  std::string name;    ///< resolved; empty for a pronoun that nobody fits
  TokenRange head;     ///< the words of the source that name it: "Eva Elm"
};

/// Reads "X said", "said X, the minister", "according to X" and says who X is. Called with the sentences of a text in
/// order, since a pronoun or "the minister" is somebody named before.
class Sources {
 public:
  Sources(const Tokens& tokens, const Names& names) : tokens_(tokens), names_(names) {}

  /// "said X" at `i`: the cue comes first.
  std::optional<Attribution> said_by(std::size_t i, std::size_t end) const;
  /// "X said" at `i`: the source comes first.
  std::optional<Attribution> by_sayer(std::size_t i, std::size_t end) const;
  /// "X said (in Berlin) (that)" that ends right before `open`.
  std::optional<Attribution> sayer_before(std::size_t from, std::size_t open) const;
  /// "according to X, ..." and "..., according to X".
  std::optional<Attribution> according_to(TokenRange sentence) const;
  /// "X said (that) ...", "X promised to ..." and "..., X said".
  std::optional<Attribution> reports(TokenRange sentence) const;

  /// Who is given by words that are known to be a source, a cue and what was said; nullopt when they name nobody who
  /// can be told: "I", "some".
  std::optional<Attribution> named(TokenRange source, TokenRange cue, TokenRange content) const;

  /// Tells that the sentence has been read: names in it can be meant by later pronouns.
  void pass(TokenRange sentence);
  /// Tells that somebody has spoken: the first whom a later pronoun means.
  void spoke(const Attribution& attribution);

 private:
  std::optional<Attribution> make(TokenRange source, TokenRange cue, TokenRange content) const;
  std::optional<Attribution> make_any(TokenRange source, TokenRange cue, TokenRange content) const;

  // Where it stands: source_groups.cpp.
  bool is_gerund(std::size_t i) const;
  std::size_t verb_phrase(std::size_t verb, std::size_t from) const;
  TokenRange subject_before(std::size_t first, std::size_t from) const;
  TokenRange group_before(std::size_t end, std::size_t from) const;
  TokenRange group_at(std::size_t i, std::size_t end) const;
  TokenRange whole_subject(TokenRange group, std::size_t from) const;
  TokenRange described_before(TokenRange head, TokenRange cue) const;
  TokenRange described_after(TokenRange head) const;
  bool is_source(TokenRange group) const;
  TokenRange head_of(TokenRange source) const;

  // Around quotations and in reported speech: sources.cpp.
  TokenRange sentence_subject(TokenRange sentence, std::size_t before) const;
  TokenRange clause_after(std::size_t verb, TokenRange sentence) const;
  bool begins_clause(std::size_t i) const;
  std::optional<Attribution> reports_at(std::size_t verb, TokenRange sentence) const;
  std::optional<Attribution> trailing(TokenRange sentence) const;
  bool only_leads_in(TokenRange words) const;
  std::optional<Attribution> attributed_at(std::size_t comma, TokenRange sentence) const;

  // Who it is: source_names.cpp.
  std::string name_of(TokenRange group) const;
  std::string described(TokenRange group) const;
  bool plays_role(const NameUse& use, std::uint64_t noun) const;

  const Tokens& tokens_;
  const Names& names_;
  std::size_t next_use_ = 0;  ///< first name not yet passed
  bool spoke_ = false;        ///< somebody did in the sentence at hand
  std::string subject_;       ///< whom "he" or "she" would mean
  std::string body_;          ///< whom "they" or "it" would mean
};

}  // namespace avow::text
