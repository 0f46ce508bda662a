#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "avow/sdk/view.hpp"

/// What a checker is asked, and what it may ask back.
namespace avow::sdk {

/// A claim's target as the checker sees it: subject and indicator are codes, or empty when they could not be resolved.
struct ClaimTarget {
  std::string_view subject;
  std::string_view indicator;
  std::string_view relation;
  std::optional<Number> value;
  std::optional<Number> upper;
  std::string_view unit;
  Date baseline;
  Date due;
  std::string_view scope;
  std::string_view condition;
  std::string_view hedge;  ///< one of namespace hedge; "" from a host of plugin ABI 1.0
};

struct Claim {
  std::string_view claim;    ///< hex id
  std::string_view reading;  ///< hex id
  std::string_view quote;
  std::string_view speaker;  ///< code of the entity, or the name as said
  Date said;
  std::string_view kind;
  std::string_view strength;
  bool negated = false;
  ClaimTarget target;
  DayNumber today = 0;            ///< judge as if it were this day
  std::string_view subject_name;  ///< what to call target.subject in a reason; empty when it was not resolved

  static Claim read(const avow_claim& raw) {
    const avow_target& t = *raw.target;
    return {detail::view(raw.claim),
            detail::view(raw.reading),
            detail::view(raw.quote),
            detail::view(raw.speaker),
            detail::view(raw.said),
            detail::view(raw.kind),
            detail::view(raw.strength),
            raw.negated != 0,
            {detail::view(t.subject), detail::view(t.indicator), detail::view(t.relation), detail::view(t.value),
             detail::view(t.upper), detail::view(t.unit), detail::view(t.baseline), detail::view(t.due),
             detail::view(t.scope), detail::view(t.condition),
             t.struct_size < sizeof(avow_target) ? std::string_view{} : detail::view(t.hedge)},
            raw.today,
            detail::view(raw.subject_name)};
  }
};

/// An indicator's value for an entity and a period, from the newest vintage there was by the day asked for.
struct Observation {
  using Raw = avow_observation;
  std::string_view id;  ///< hex; name it as evidence
  std::string_view indicator;
  std::string_view entity;
  Date period;
  Number value;
  std::string_view unit;
  std::string_view status;  ///< "actual", "estimate", "forecast"
  DayNumber published = 0;  ///< the vintage
  std::string_view source;
  static Observation read(const Raw& raw) {
    return {detail::view(raw.id),
            detail::view(raw.indicator),
            detail::view(raw.entity),
            detail::view(raw.period),
            {raw.value.value, raw.value.step},
            detail::view(raw.unit),
            detail::view(raw.status),
            raw.published,
            detail::view(raw.source)};
  }
};

struct Member {
  using Raw = avow_member;
  std::string_view code;
  std::string_view name;
  Date from;   ///< unknown: open
  Date until;  ///< unknown: open
  static Member read(const Raw& raw) {
    return {detail::view(raw.code), detail::view(raw.name), detail::view(raw.from), detail::view(raw.until)};
  }
};

struct Passage {
  using Raw = avow_passage;
  std::string_view document;  ///< hex id; name it as evidence
  Span span;
  std::string_view text;
  Date published;
  static Passage read(const Raw& raw) {
    return {detail::view(raw.document), detail::view(raw.span), detail::view(raw.text), detail::view(raw.published)};
  }
};

/// What to ask the host for. Empty and open fields do not narrow.
struct Query {
  std::string_view indicator{};  ///< for observations
  std::string_view entity{};     ///< for observations; empty: every entity. For passages: the document names it
  DayNumber from = open_start;   ///< periods (passages: publication) that begin on or after
  DayNumber until = open_end;    ///< and end on or before
  std::string_view words{};      ///< for passages: all must occur in the document
  std::uint64_t limit = 0;       ///< 0: the host's own
  /// For observations: only vintages that were out by this day; absent: by Claim::today.
  std::optional<DayNumber> published_until{};
  std::string_view any_words{};  ///< for passages: at least one must occur in the document
};

/// A service of the host failed. The host knows why: let it pass through.
struct HostFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The host's services to a checker: only what was published by Claim::today is given. A view is valid until the next
/// call of the same service, or until check() returns. Throws HostFailed.
class Host {
 public:
  explicit Host(const avow_host& raw) : raw_(&raw) {}

  /// Ordered by entity, then period.
  View<Observation> observations(const Query& query) {
    return ask<Observation>("observations", [&](avow_array* out) {
      const avow_query asked = raw(query);
      return raw_->observations(raw_->context, &asked, out);
    });
  }
  /// Who belonged to the group on that day, ordered by code.
  View<Member> members(std::string_view group, DayNumber day) {
    return ask<Member>("members",
                       [&](avow_array* out) { return raw_->members(raw_->context, detail::raw(group), day, out); });
  }
  /// Ordered by publication, document, begin.
  View<Passage> passages(const Query& query) {
    return ask<Passage>("passages", [&](avow_array* out) {
      const avow_query asked = raw(query);
      return raw_->passages(raw_->context, &asked, out);
    });
  }

 private:
  static avow_query raw(const Query& query) {
    return {sizeof(avow_query),
            detail::raw(query.indicator),
            detail::raw(query.entity),
            query.from,
            query.until,
            detail::raw(query.words),
            query.limit,
            query.published_until.value_or(0),
            query.published_until ? 1u : 0u,
            detail::raw(query.any_words)};
  }
  template <typename Item, typename Call>
  View<Item> ask(const char* service, Call call) {
    avow_array out{};
    if (call(&out) != 0) throw HostFailed(std::string("the host's service failed: ") + service);
    return View<Item>(out);
  }

  const avow_host* raw_;
};

}  // namespace avow::sdk
