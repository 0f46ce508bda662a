#pragma once

#include <nlohmann/json.hpp>

#include "model/assessment.hpp"
#include "model/claim.hpp"
#include "model/dispute.hpp"
#include "model/document.hpp"
#include "model/entity.hpp"
#include "model/indicator.hpp"
#include "model/link.hpp"
#include "model/observation.hpp"
#include "model/reading.hpp"
#include "model/record.hpp"
#include "model/scale.hpp"

/// Every model value as JSON and back: the form of exports, of vocabulary files and of what commands print.
/// Keys are in a fixed order; ids are hex, dates EDTF, absent values left out. from_json throws avow::Error
/// (bad_input, naming the key) on a missing key, a wrong type or a word outside its vocabulary.
namespace avow {

using Json = nlohmann::ordered_json;

/// Deepest nesting that parse_json takes.
inline constexpr int max_json_depth = 64;

/// Parses hostile JSON: depth, duplicate keys and invalid UTF-8 are refused with Error (bad_input) saying `where`.
Json parse_json(std::string_view text, std::string_view where);

void to_json(Json& json, const Document& document);  // without the raw bytes, with "id"
void to_json(Json& json, const Entity& entity);
void to_json(Json& json, const Indicator& indicator);
void to_json(Json& json, const Scale& scale);
void to_json(Json& json, const Claim& claim);
void to_json(Json& json, const Target& target);
void to_json(Json& json, const Reading& reading);
void to_json(Json& json, const Series& series);
void to_json(Json& json, const Observation& observation);
void to_json(Json& json, const Assessment& assessment);
void to_json(Json& json, const Link& link);
void to_json(Json& json, const Retraction& retraction);
void to_json(Json& json, const Analysis& analysis);
void to_json(Json& json, const Dispute& dispute);
void to_json(Json& json, const Answer& answer);
void to_json(Json& json, const Maker& maker);
void to_json(Json& json, const JournalEntry& entry);

void from_json(const Json& json, Document& document);
void from_json(const Json& json, Entity& entity);
void from_json(const Json& json, Indicator& indicator);
void from_json(const Json& json, Scale& scale);
void from_json(const Json& json, Claim& claim);
void from_json(const Json& json, Target& target);
void from_json(const Json& json, Reading& reading);
void from_json(const Json& json, Series& series);
void from_json(const Json& json, Observation& observation);
void from_json(const Json& json, Assessment& assessment);
void from_json(const Json& json, Link& link);
void from_json(const Json& json, Retraction& retraction);
void from_json(const Json& json, Analysis& analysis);
void from_json(const Json& json, Dispute& dispute);
void from_json(const Json& json, Answer& answer);
void from_json(const Json& json, Maker& maker);

}  // namespace avow
