#include "learn/tasks/shipped_detectors.hpp"

#include <algorithm>
#include <utility>

#include "read/vocabulary_reader.hpp"

namespace avow::learn {
namespace {

/// What ranks below is learned from labelled sentences and says nothing of targets.
constexpr int lowest_rank = -1;

}  // namespace

ShippedDetectors::ShippedDetectors() : ShippedDetectors(read_vocabulary(default_vocabulary_folder())) {}

ShippedDetectors::ShippedDetectors(const Vocabulary& vocabulary)
    : lexicon_(vocabulary), found_(find_plugins(default_plugin_folders())) {
  for (const FoundPlugin& found : found_)
    if (found.plugin) plugins_.push_back(found.plugin.get());
  analyzer_ = std::make_unique<DocumentAnalyzer>(lexicon_, plugins_);
}

std::vector<std::pair<Claim, Reading>> ShippedDetectors::read(const Document& document) const {
  std::vector<std::pair<Claim, Reading>> all;
  for (FoundClaim& claim : analyzer_->analyze(document).claims) {
    const auto best = std::max_element(claim.readings.begin(), claim.readings.end(),
                                       [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    if (best != claim.readings.end() && rank(*best) >= lowest_rank) all.emplace_back(std::move(claim.claim), *best);
  }
  return all;
}

Plugin* ShippedDetectors::plugin(std::string_view id) const {
  const auto named =
      std::find_if(plugins_.begin(), plugins_.end(), [&](const Plugin* each) { return each->manifest().id == id; });
  return named == plugins_.end() ? nullptr : *named;
}

int ShippedDetectors::rank(const Reading& reading) const {
  const auto by = std::find_if(plugins_.begin(), plugins_.end(),
                               [&](const Plugin* plugin) { return plugin->maker() == reading.maker; });
  return by == plugins_.end() ? 0 : (*by)->manifest().rank;
}

}  // namespace avow::learn
