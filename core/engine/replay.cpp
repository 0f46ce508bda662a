#include <fmt/format.h>

#include "base/error.hpp"
#include "engine/check.hpp"
#include "engine/judge.hpp"
#include "model/json.hpp"

namespace avow {
namespace {

Plugin* plugin_named(const std::vector<Plugin*>& plugins, const std::string& id) {
  for (Plugin* plugin : plugins)
    if (plugin->manifest().id == id) return plugin;
  return nullptr;
}

/// Why the checker at hand would not give the same answer; empty when it should.
std::string cannot_replay(const Assessment& recorded, const Plugin* plugin) {
  if (recorded.maker.is_person()) return "a person's verdict is not computed, so it cannot be replayed";
  if (!plugin) return fmt::format("the checker '{}' is not there", recorded.maker.plugin);
  if (!(plugin->maker() == recorded.maker))
    return fmt::format("the checker '{}' is there as {} revision {}, the verdict was made by {} revision {}",
                       recorded.maker.plugin, plugin->maker().version, plugin->maker().revision, recorded.maker.version,
                       recorded.maker.revision);
  return {};
}

}  // namespace

ReplayResult replay(Store& store, const std::vector<Plugin*>& plugins, const Id& assessment) {
  const auto recorded = store.assessment(assessment);
  if (!recorded) throw Error(ErrorCode::not_found, fmt::format("no assessment {}", assessment.hex()));
  ReplayResult result;
  result.recorded = Json(*recorded).dump();
  Plugin* checker = plugin_named(plugins, recorded->maker.plugin);
  result.reason = cannot_replay(*recorded, checker);
  if (!result.reason.empty()) return result;

  const auto reading = store.reading(recorded->reading);
  const auto claim = store.claim(reading->claim);
  ClaimRow row;
  row.id = reading->claim;
  row.claim = *claim;
  row.reading_id = recorded->reading;
  row.reading = reading;
  Clocks clocks;
  clocks.before = assessment;
  clocks.today = recorded->today;
  const Lexicon lexicon = Lexicon::of(store, clocks);
  StoreCheckHost host(store, lexicon, clocks);
  result.replayed = Json(judge(*checker, check_request(row, lexicon, recorded->today), host, Policy::shipped())).dump();
  result.same = result.recorded == result.replayed;
  if (!result.same) result.reason = "the checker answers otherwise on the same inputs";
  return result;
}

}  // namespace avow
