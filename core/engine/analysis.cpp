#include "engine/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "engine/attribution.hpp"
#include "engine/resolution.hpp"
#include "engine/term_dates.hpp"
#include "text/annotate.hpp"
#include "text/languages.hpp"
#include "text/topics.hpp"

namespace avow {
namespace {

struct Context {
  const Document& document;
  const Id& id;
  const AnnotatedDocument& annotated;  ///< one for all detectors, which share its form for the ABI
  const Attributor& attributor;
  const Resolver& resolver;
};

Claim make_claim(const Context& context, const Span& span, const Attribution& speaker) {
  return {context.id,
          span,
          text_quote(context.document.text, span),
          speaker.voice,
          speaker.name,
          speaker.entity,
          context.document.published};
}

/// The text around a claim that can tell what it is about, within its paragraph.
std::string_view around(std::string_view text, Span span) {
  constexpr std::size_t reach = 300;
  const std::string_view before = utf8::suffix(text.substr(0, span.begin), reach);
  const std::string_view after = utf8::prefix(text.substr(span.end), reach);
  const std::size_t begin = before.rfind("\n\n");
  const std::size_t from =
      begin == std::string_view::npos ? span.begin - before.size() : span.begin - before.size() + begin;
  const std::size_t to = span.end + std::min(after.find("\n\n"), after.size());
  return text.substr(from, to - from);
}

/// The detector's own topic, else the one that the words speak for.
std::string topic_of(const Context& context, const Candidate& candidate) {
  if (!candidate.topic.empty()) return candidate.topic;
  const std::string_view text = context.document.text;
  return std::string(
      text::Topics::shipped().of({context.annotated.annotations.language, candidate.target.indicator_text,
                                  candidate.span.of(text), around(text, candidate.span), context.document.title}));
}

Reading make_reading(const Context& context, Candidate candidate, const Id& claim, const Attribution& speaker,
                     const Maker& maker) {
  std::string topic = topic_of(context, candidate);
  context.resolver.resolve(candidate, speaker);
  return {claim,
          candidate.kind,
          std::move(topic),
          std::move(candidate.target),
          candidate.strength,
          candidate.negated,
          std::round(candidate.score * 1e4) / 1e4,  // more digits would only show how the sum was made
          std::move(candidate.cues),
          maker};
}

/// Claims by span: detectors that find the same words add readings to one claim.
using ClaimsBySpan = std::map<Span, FoundClaim>;

void add_candidate(const Context& context, Candidate candidate, const Maker& maker, ClaimsBySpan& claims) {
  const Attribution speaker = context.attributor.of(candidate.span);
  if (speaker.interviewer) return;
  FoundClaim& found = claims[candidate.span];
  if (found.id.empty()) {
    found.claim = make_claim(context, candidate.span, speaker);
    found.id = id_of(found.claim);
  }
  found.readings.push_back(make_reading(context, std::move(candidate), found.id, speaker, maker));
}

/// Runs one detector; its failure is an answer like any other.
Analysis run_detector(const Context& context, Plugin& detector, ClaimsBySpan& claims) {
  Analysis analysis{RecordKind::document, context.id, detector.maker(), {}};
  try {
    for (Candidate& candidate : detector.detect(context.annotated))
      add_candidate(context, std::move(candidate), detector.maker(), claims);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::plugin) throw;
    analysis.failure = error.what();
  }
  return analysis;
}

}  // namespace

DocumentAnalyzer::DocumentAnalyzer(const Lexicon& lexicon, std::vector<Plugin*> plugins) : lexicon_(lexicon) {
  for (Plugin* plugin : plugins)
    if (plugin->is_detector()) detectors_.push_back(plugin);
  for (const Plugin* detector : detectors_) makers_.push_back(detector->maker());
}

FoundClaims DocumentAnalyzer::analyze(const Document& document) const {
  return analyze(document, id_of(document));
}

FoundClaims DocumentAnalyzer::analyze(const Document& document, const Id& id) const {
  Annotations annotations =
      annotate(document.text, document.published, lexicon_.gazetteer(),
               text::Languages::shipped().of(document.language, document.text), lexicon_.attribution());
  const Resolver resolver(lexicon_, document, annotations);
  const Attributor attributor(document, annotations, lexicon_);
  date_terms(annotations, document, attributor, lexicon_);
  const AnnotatedDocument annotated{id, document, annotations};
  const Context context{document, id, annotated, attributor, resolver};
  ClaimsBySpan claims;
  FoundClaims found;
  for (Plugin* detector : detectors_) found.analyses.push_back(run_detector(context, *detector, claims));
  for (auto& [span, claim] : claims) found.claims.push_back(std::move(claim));
  return found;
}

}  // namespace avow
