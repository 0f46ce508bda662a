#include <algorithm>

#include "base/error.hpp"
#include "plugin/abi_views.hpp"
#include "plugin/sinks.hpp"

namespace avow::abi {

/// Runs one service; what it throws is kept for settle(), and the plugin sees a result that is not 0.
template <typename Call>
int HostBridge::serve(void* context, avow_array* out, Call call) noexcept {
  auto* const bridge = static_cast<HostBridge*>(context);
  try {
    if (out == nullptr) refuse("host service", "was called without a place for the answer");
    call(*bridge);
    return 0;
  } catch (...) {
    if (!bridge->failure_) bridge->failure_ = std::current_exception();
    return 1;
  }
}

HostBridge::HostBridge(CheckHost& host, const PluginLimits& limits)
    : host_(host),
      limits_(limits),
      raw_{sizeof(avow_host), this,
           [](void* context, const avow_query* query, avow_array* out) {
             return serve(context, out, [=](HostBridge& self) { self.observations(query, out); });
           },
           [](void* context, avow_str group, std::int32_t day, avow_array* out) {
             return serve(context, out, [=](HostBridge& self) { self.members(group, day, out); });
           },
           [](void* context, const avow_query* query, avow_array* out) {
             return serve(context, out, [=](HostBridge& self) { self.passages(query, out); });
           }} {}

void HostBridge::settle() const {
  if (failure_) std::rethrow_exception(failure_);
}

void HostBridge::observations(const avow_query* query, avow_array* out) {
  Budget budget(limits_.max_answer_bytes);
  observed_ = host_.observations(read_observation_query(query, budget));
  *out = observed_.raw();
  const std::uint64_t limit = read_struct<avow_query>(query, "query").limit;
  if (limit != 0) out->count = std::min(out->count, limit);
}

void HostBridge::members(avow_str group, std::int32_t day, avow_array* out) {
  Budget budget(limits_.max_answer_bytes);
  const std::string code = read_text(group, "members.group", budget);
  const Date on = read_open_day(day);
  if (!on.known()) refuse("members.day", "is open, but must be a day");
  members_ = host_.members(code, on.earliest());
  raw_members_.clear();
  for (const Member& m : members_)
    raw_members_.push_back({sizeof(avow_member), view(m.code), view(m.name), view(m.from), view(m.until)});
  *out = view(raw_members_);
}

void HostBridge::passages(const avow_query* query, avow_array* out) {
  Budget budget(limits_.max_answer_bytes);
  passages_ = host_.passages(read_passage_query(query, budget));
  passage_ids_.clear();
  raw_passages_.clear();
  passage_ids_.reserve(passages_.size());
  for (const Passage& p : passages_) {
    const std::string& id = passage_ids_.emplace_back(p.document.hex());
    raw_passages_.push_back({sizeof(avow_passage), view(id), view(p.span), view(p.text), view(p.published)});
  }
  *out = view(raw_passages_);
}

}  // namespace avow::abi
