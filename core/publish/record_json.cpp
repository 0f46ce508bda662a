#include "publish/record_json.hpp"

#include <type_traits>
#include <utility>
#include <variant>

#include "base/base64.hpp"
#include "base/error.hpp"

namespace avow {
namespace {

template <typename T>
struct KindOf;
template <>
struct KindOf<StoredDocument> : std::integral_constant<RecordKind, RecordKind::document> {};
template <>
struct KindOf<Entity> : std::integral_constant<RecordKind, RecordKind::entity> {};
template <>
struct KindOf<Indicator> : std::integral_constant<RecordKind, RecordKind::indicator> {};
template <>
struct KindOf<Scale> : std::integral_constant<RecordKind, RecordKind::scale> {};
template <>
struct KindOf<Claim> : std::integral_constant<RecordKind, RecordKind::claim> {};
template <>
struct KindOf<Reading> : std::integral_constant<RecordKind, RecordKind::reading> {};
template <>
struct KindOf<Series> : std::integral_constant<RecordKind, RecordKind::series> {};
template <>
struct KindOf<Observation> : std::integral_constant<RecordKind, RecordKind::observation> {};
template <>
struct KindOf<Assessment> : std::integral_constant<RecordKind, RecordKind::assessment> {};
template <>
struct KindOf<Link> : std::integral_constant<RecordKind, RecordKind::link> {};
template <>
struct KindOf<Retraction> : std::integral_constant<RecordKind, RecordKind::retraction> {};
template <>
struct KindOf<Analysis> : std::integral_constant<RecordKind, RecordKind::analysis> {};
template <>
struct KindOf<Dispute> : std::integral_constant<RecordKind, RecordKind::dispute> {};
template <>
struct KindOf<Answer> : std::integral_constant<RecordKind, RecordKind::answer> {};

Json fields_of(const AnalyzerRank& rank) {
  return {{"id", id_of(rank).hex()}, {"plugin", rank.plugin}, {"rank", rank.rank}, {"at", rank.at.microseconds}};
}

Json fields_of(const StoredDocument& stored) {
  Json json = stored.document;
  json["raw_bytes"] = base64(stored.raw);
  return json;
}

template <typename T>
Json fields_of(const T& record) {
  return record;
}

}  // namespace

std::optional<RecordKind> kind_of(const AnyRecord& record) noexcept {
  return std::visit(
      [](const auto& value) -> std::optional<RecordKind> {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, AnalyzerRank>)
          return std::nullopt;
        else
          return KindOf<Value>::value;
      },
      record);
}

Json record_json(const AnyRecord& record) {
  const auto kind = kind_of(record);
  Json json{{"record", kind ? record_kinds.name(*kind) : "analyzer"}};
  Json fields = std::visit([](const auto& value) { return fields_of(value); }, record);
  for (auto& [key, value] : fields.items()) json[key] = std::move(value);
  return json;
}

std::string record_line(const Json& record) {
  try {
    return record.dump();
  } catch (const Json::type_error&) {
    throw Error(ErrorCode::integrity,
                "the store holds a " + record.value("record", std::string("record")) + " " +
                    record.value("id", std::string()) + " with bytes that are no UTF-8",
                "run `avow verify`");
  }
}

}  // namespace avow
