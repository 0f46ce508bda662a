#include "engine/ranks.hpp"

namespace avow {

void record_ranks(StoreWriter& writer, const std::vector<Plugin*>& plugins) {
  for (const Plugin* plugin : plugins) writer.set_rank(plugin->manifest().id, plugin->manifest().rank);
}

}  // namespace avow
