#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/vocabulary.hpp"
#include "model/claim.hpp"
#include "model/document.hpp"
#include "model/reading.hpp"
#include "model/record.hpp"
#include "plugin/plugin.hpp"

namespace avow {

/// A claim with the readings that detectors gave of it. Reading::claim is set.
struct FoundClaim {
  Id id;
  Claim claim;
  std::vector<Reading> readings;
};

/// What the detectors made of one document.
struct FoundClaims {
  std::vector<FoundClaim> claims;  ///< by span
  std::vector<Analysis> analyses;  ///< one for each detector that ran, failed ones with the reason
};

/// The main road from a document to claims: annotate once, run every detector, attribute the speaker, resolve names,
/// and merge candidates on one span into one claim. Pure: no store, no clock. One thread at a time.
class DocumentAnalyzer {
 public:
  /// Both must outlive the analyzer. Plugins that are no detectors are passed over.
  DocumentAnalyzer(const Lexicon& lexicon, std::vector<Plugin*> plugins);
  FoundClaims analyze(const Document& document) const;
  /// The same for a caller that has worked out the document's id already, which takes a digest over the whole text.
  FoundClaims analyze(const Document& document, const Id& id) const;
  /// Makers of the detectors that analyze() runs.
  const std::vector<Maker>& makers() const { return makers_; }
  const std::vector<Plugin*>& detectors() const { return detectors_; }

 private:
  const Lexicon& lexicon_;
  std::vector<Plugin*> detectors_;
  std::vector<Maker> makers_;
};

}  // namespace avow
