#include "text/annotate.hpp"

#include "text/attribution_tagger.hpp"
#include "text/dates.hpp"
#include "text/gazetteer_tokens.hpp"
#include "text/layout.hpp"
#include "text/names.hpp"
#include "text/quantities.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"
#include "text/turns.hpp"
#include "text/voices.hpp"

namespace avow {

Annotations annotate(std::string_view text, const Date& published, const Gazetteer& gazetteer,
                     const text::Language& language, const text::AttributionModel* attribution) {
  const text::Tokens tokens(text, language);
  const text::Layout layout(tokens);
  Annotations out;
  out.language = language.tag();
  out.mentions = find_mentions(gazetteer, tokens);
  const text::Names names(tokens, out.mentions);
  const std::vector<text::Turn> turns = text::find_turns(tokens, layout, names);
  std::vector<text::TokenRange> labels;
  for (const text::Turn& turn : turns) labels.push_back(turn.label);
  const std::vector<text::TokenRange> sentences = text::find_sentences(tokens, layout, labels);
  for (const text::TokenRange& range : sentences)
    out.sentences.push_back({{tokens[range.begin].begin, tokens[range.end - 1].end}});
  const auto learned = attribution != nullptr && language.writing().own_concepts
                           ? text::learned_attributions(tokens, layout, sentences, *attribution)
                           : std::vector<text::LinkedAttribution>();
  out.voices = text::find_voices(tokens, layout, sentences, turns, names, learned);
  out.dates = text::find_dates(tokens, published);
  out.quantities = text::find_quantities(tokens, out.dates);
  return out;
}

}  // namespace avow
