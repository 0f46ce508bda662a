#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "engine/analysis.hpp"

namespace avow {

/// An analyzer for each of several threads, as plugin instances serve one thread at a time. The first is made of the
/// plugins given, each other of instances of its own when its thread first asks.
class AnalyzerPool {
 public:
  /// Makes new instances of the same plugins; called from any thread, from several at once.
  using MorePlugins = std::function<std::vector<std::unique_ptr<Plugin>>()>;

  /// For one thread. Lexicon and plugins must outlive it.
  AnalyzerPool(const Lexicon& lexicon, std::vector<Plugin*> plugins);
  AnalyzerPool(const Lexicon& lexicon, std::vector<Plugin*> plugins, std::size_t threads, MorePlugins more);

  std::size_t threads() const noexcept { return analyzers_.size(); }
  /// Of the thread of this number, below threads(); each number is asked for by one thread only. Throws Error (plugin)
  /// when no further instance can be made.
  const DocumentAnalyzer& of(std::size_t thread);
  /// The first; its makers and detectors are those of all.
  const DocumentAnalyzer& first() const { return *analyzers_.front().analyzer; }

 private:
  struct Analyzer {
    std::vector<std::unique_ptr<Plugin>> plugins;
    std::unique_ptr<DocumentAnalyzer> analyzer;
  };

  const Lexicon& lexicon_;
  MorePlugins more_;
  std::vector<Analyzer> analyzers_;
};

}  // namespace avow
