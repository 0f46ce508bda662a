#pragma once

#include "model/json.hpp"
#include "plugin/values.hpp"

/// Every value that crosses the plugin ABI as JSON and back, so that a plugin may sit in another process. Nothing is
/// lost on the way: what is read back equals what was written. from_json throws Error (bad_input, naming the key).
namespace avow {

/// An annotated document that owns what it is made of, as it arrives in another process.
struct OwnedDocument {
  Id id;
  Document document;
  Annotations annotations;
  /// Refers to this, which must outlive it.
  AnnotatedDocument view() const { return {id, document, annotations}; }
};

/// What CheckHost::members is asked.
struct MemberQuery {
  std::string group;
  Day day{};
  bool operator==(const MemberQuery&) const = default;
};

void to_json(Json& json, const AnnotatedDocument& document);
void to_json(Json& json, const Candidate& candidate);
void to_json(Json& json, const CheckRequest& request);
void to_json(Json& json, const ObservedValue& value);
void to_json(Json& json, const ObservationQuery& query);
void to_json(Json& json, const Member& member);
void to_json(Json& json, const MemberQuery& query);
void to_json(Json& json, const Passage& passage);
void to_json(Json& json, const PassageQuery& query);
void to_json(Json& json, const Judgement& judgement);

void from_json(const Json& json, OwnedDocument& document);
void from_json(const Json& json, Candidate& candidate);
void from_json(const Json& json, CheckRequest& request);
void from_json(const Json& json, ObservedValue& value);
void from_json(const Json& json, ObservationQuery& query);
void from_json(const Json& json, Member& member);
void from_json(const Json& json, MemberQuery& query);
void from_json(const Json& json, Passage& passage);
void from_json(const Json& json, PassageQuery& query);
void from_json(const Json& json, Judgement& judgement);

}  // namespace avow
