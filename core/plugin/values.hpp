#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "model/assessment.hpp"
#include "model/document.hpp"
#include "model/reading.hpp"
#include "plugin/observations.hpp"
#include "text/annotations.hpp"

/// The values that cross the plugin ABI, in their C++ form: checked, copied, and serialisable (serialise.hpp), so that
/// a plugin may as well sit in another process.
namespace avow {

namespace abi {
class DocumentView;
}

/// What detectors are given. Handed to one plugin after the other by one thread; document and annotations stay as they
/// are meanwhile.
struct AnnotatedDocument {
  Id id;
  const Document& document;
  const Annotations& annotations;
  /// The ABI's form, built by the first detector that is given this and shared by all others.
  mutable std::shared_ptr<const abi::DocumentView> view{};
};

/// What a detector found, checked against the contract, names not yet resolved (Target::subject_text, indicator_text).
struct Candidate {
  Span span;
  Kind kind = Kind::fact;
  std::string topic;
  Strength strength = Strength::none;
  bool negated = false;
  double score = 0;
  Target target;
  std::vector<Cue> cues;
  bool operator==(const Candidate&) const = default;
};

/// What checkers are given.
struct CheckRequest {
  Id claim;
  Id reading;
  std::string quote;
  std::string speaker;
  Date said;
  Kind kind = Kind::pledge;
  Strength strength = Strength::none;
  bool negated = false;
  Target target;
  Day today{};
  std::string subject_name;  ///< of the entity target.subject; empty when it was not resolved
  bool operator==(const CheckRequest&) const = default;
};

struct ObservationQuery {
  std::string indicator;
  std::string entity;
  Date from;             ///< unknown: open
  Date until;            ///< unknown: open
  Date published_until;  ///< a day: only vintages that were out by then; unknown: by today
  bool operator==(const ObservationQuery&) const = default;
};

struct Member {
  std::string code;
  std::string name;
  Date from;
  Date until;
  bool operator==(const Member&) const = default;
};

struct Passage {
  Id document;
  Span span;
  std::string text;
  Date published;
  bool operator==(const Passage&) const = default;
};

struct PassageQuery {
  std::string words;  ///< the document holds them all
  Date from;
  Date until;
  std::size_t limit = 0;    ///< at most so many
  std::string any_words{};  ///< the document holds one or more of them
  std::string entity{};     ///< the document names it: a code, or a name
  bool operator==(const PassageQuery&) const = default;
};

/// The host's services to checkers; the engine implements it over the store with both clocks applied. What a checker
/// was given is noted by the caller, so that every verdict can name it. May throw Error; the plugin then sees a
/// non-zero result and the check fails with that error's message.
class CheckHost {
 public:
  virtual ~CheckHost() = default;
  virtual Observations observations(const ObservationQuery& query) = 0;
  virtual std::vector<Member> members(const std::string& group, Day day) = 0;
  virtual std::vector<Passage> passages(const PassageQuery& query) = 0;
};

/// A checker's answer, before it is made an Assessment.
struct Judgement {
  Verdict verdict = Verdict::undecidable;
  bool provisional = false;
  std::string reason;
  std::vector<std::pair<std::string, std::string>> figures;
  std::vector<Evidence> evidence;
  bool operator==(const Judgement&) const = default;
};

}  // namespace avow
