#include "plugin/observations.hpp"

#include <algorithm>
#include <utility>

#include "plugin/abi_views.hpp"

namespace avow {

struct Observations::List {
  std::vector<ObservedValue> values;
  std::vector<const ObservedValue*> by_id;  ///< filled by the first find()
  std::vector<std::string> ids;             ///< hex, and the structs: filled by the first raw()
  std::vector<avow_observation> raw;
};

Observations::Observations(std::vector<ObservedValue> values) {
  if (!values.empty()) list_ = std::make_shared<List>(List{std::move(values), {}, {}, {}});
}

const std::vector<ObservedValue>& Observations::values() const {
  static const std::vector<ObservedValue> none;
  return list_ ? list_->values : none;
}

const ObservedValue* Observations::find(const Id& id) const {
  if (!list_) return nullptr;
  std::vector<const ObservedValue*>& by_id = list_->by_id;
  if (by_id.empty()) {
    for (const ObservedValue& value : list_->values) by_id.push_back(&value);
    std::sort(by_id.begin(), by_id.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  }
  const auto at = std::lower_bound(by_id.begin(), by_id.end(), id,
                                   [](const auto* value, const Id& wanted) { return value->id < wanted; });
  return at != by_id.end() && (*at)->id == id ? *at : nullptr;
}

avow_array Observations::raw() const {
  if (!list_) return {};
  if (list_->raw.empty()) {
    list_->ids.reserve(size());
    list_->raw.reserve(size());
    for (const ObservedValue& o : list_->values) {
      const std::string& id = list_->ids.emplace_back(o.id.hex());
      list_->raw.push_back({sizeof(avow_observation), abi::view(id), abi::view(o.indicator), abi::view(o.entity),
                            abi::view(o.period), abi::view(o.value), abi::view(o.unit),
                            abi::view(statuses.name(o.status)), day_number(o.published), abi::view(o.source)});
    }
  }
  return abi::view(list_->raw);
}

}  // namespace avow
