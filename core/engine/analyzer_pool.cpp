#include "engine/analyzer_pool.hpp"

#include <algorithm>
#include <utility>

namespace avow {

AnalyzerPool::AnalyzerPool(const Lexicon& lexicon, std::vector<Plugin*> plugins)
    : AnalyzerPool(lexicon, std::move(plugins), 1, {}) {}

AnalyzerPool::AnalyzerPool(const Lexicon& lexicon, std::vector<Plugin*> plugins, std::size_t threads, MorePlugins more)
    : lexicon_(lexicon), more_(std::move(more)), analyzers_(std::max<std::size_t>(threads, 1)) {
  analyzers_.front().analyzer = std::make_unique<DocumentAnalyzer>(lexicon_, std::move(plugins));
}

const DocumentAnalyzer& AnalyzerPool::of(std::size_t thread) {
  Analyzer& own = analyzers_.at(thread);
  if (own.analyzer) return *own.analyzer;
  own.plugins = more_();
  std::vector<Plugin*> plugins;
  for (const auto& plugin : own.plugins) plugins.push_back(plugin.get());
  own.analyzer = std::make_unique<DocumentAnalyzer>(lexicon_, std::move(plugins));
  return *own.analyzer;
}

}  // namespace avow
