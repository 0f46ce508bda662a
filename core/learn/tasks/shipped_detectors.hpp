#pragma once

#include <memory>
#include <vector>

#include "engine/analysis.hpp"
#include "plugin/plugin.hpp"

namespace avow::learn {

/// The bundled plugins over the shipped vocabulary, as `avow detect` runs them. One thread at a time.
class ShippedDetectors {
 public:
  ShippedDetectors();
  /// Over another vocabulary.
  explicit ShippedDetectors(const Vocabulary& vocabulary);

  const Lexicon& lexicon() const { return lexicon_; }
  /// The claims of a document, each with the reading of the highest rank; without those that only what is learned from
  /// labelled sentences found, which has tasks of its own.
  std::vector<std::pair<Claim, Reading>> read(const Document& document) const;
  /// The plugin with that id; null when it could not be loaded.
  Plugin* plugin(std::string_view id) const;

 private:
  int rank(const Reading& reading) const;

  Lexicon lexicon_;
  std::vector<FoundPlugin> found_;
  std::vector<Plugin*> plugins_;
  std::unique_ptr<DocumentAnalyzer> analyzer_;
};

}  // namespace avow::learn
