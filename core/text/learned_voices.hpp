#pragma once

#include <vector>

#include "text/annotations.hpp"
#include "text/attribution_tagger.hpp"
#include "text/sources.hpp"

namespace avow::text {

/// The voices that a model finds and the rules do not. The rules come first, since they are right more often; and of
/// what the model finds only speech counts ("said", "promised"), by somebody who can be named, since a wrong speaker is
/// worse than none. What people like, want or do is no voice.
class LearnedVoices {
 public:
  /// `learned` in order; both must outlive it.
  LearnedVoices(const Tokens& tokens, const std::vector<LinkedAttribution>& learned)
      : tokens_(tokens), learned_(learned) {}

  /// Takes what is said in the next sentence of the text, and whom its words name there.
  void read(TokenRange sentence, const Sources& sources);
  /// Adds what none of the voices speaks for.
  void add_to(std::vector<VoiceSpan>& voices) const;

 private:
  bool is_speech(const LinkedAttribution& one) const;
  void take(const LinkedAttribution& one, const Attribution& by, TokenRange sentence);
  bool is_quote(std::size_t i) const;

  const Tokens& tokens_;
  const std::vector<LinkedAttribution>& learned_;
  std::size_t next_ = 0;
  std::vector<VoiceSpan> found_;
};

}  // namespace avow::text
