#pragma once

#include <vector>

#include "plugin/plugin.hpp"
#include "store/store.hpp"

namespace avow {

/// Records the ranks of the plugins' manifests in the writer's current journal entry. Ranks that the store has already
/// leave no trace.
void record_ranks(StoreWriter& writer, const std::vector<Plugin*>& plugins);

}  // namespace avow
