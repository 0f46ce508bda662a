#include "plugin/abi_views.hpp"

#include "avow/sdk/cut_words.hpp"

namespace avow::abi {
namespace {

/// For each sentence the innermost voice at its begin; both lists are ordered, so one sweep does.
class VoiceSweep {
 public:
  explicit VoiceSweep(const std::vector<VoiceSpan>& voices) : voices_(voices) {}

  std::int64_t at(std::uint32_t offset) {
    for (; next_ < voices_.size() && voices_[next_].content.begin <= offset; ++next_) open_.push_back(next_);
    while (!open_.empty() && voices_[open_.back()].content.end <= offset) open_.pop_back();
    return open_.empty() ? -1 : static_cast<std::int64_t>(open_.back());
  }

 private:
  const std::vector<VoiceSpan>& voices_;
  std::vector<std::size_t> open_;
  std::size_t next_ = 0;
};

avow_target target_view(const Target& target) {
  return {sizeof(avow_target),    view(target.subject),
          view(target.indicator), view(relations.name(target.relation)),
          view(target.value),     view(target.upper),
          view(target.unit),      view(target.baseline),
          view(target.due),       view(scopes.name(target.scope)),
          view(target.condition),
          view(hedges.name(target.hedge))};
}

}  // namespace

avow_date view(const Date& date) noexcept {
  return {view(date.text()), day_number(date.earliest()), day_number(date.latest())};
}

DocumentView::DocumentView(const AnnotatedDocument& document) : id_(document.id.hex()) {
  const Document& from = document.document;
  const std::string& language = from.language.empty() ? document.annotations.language : from.language;
  add_sentences(from.text, document.annotations);
  add_voices(document.annotations);
  add_quantities(document.annotations);
  add_dates(document.annotations);
  add_mentions(document.annotations);
  raw_ = {sizeof(avow_document), view(id_),         view(from.url),     view(from.title),
          view(from.publisher),  view(from.author), view(from.speaker), view(language),
          view(from.published),  view(from.text),   view(sentences_),   view(voices_),
          view(quantities_),     view(dates_),      view(mentions_),    view(words_)};
}

void DocumentView::add_sentences(std::string_view text, const Annotations& annotations) {
  constexpr std::size_t bytes_a_word = 5;  // a guess, so that the array seldom has to grow
  VoiceSweep voice(annotations.voices);
  sentences_.reserve(annotations.sentences.size());
  words_.reserve(text.size() / bytes_a_word + 16);
  for (const Sentence& s : annotations.sentences) {
    const std::size_t first = words_.size();
    const std::uint32_t after =
        sdk::cut_words(text, {s.span.begin, s.span.end}, [this](const avow_word& word) { words_.push_back(word); });
    sentences_.push_back({sizeof(avow_sentence), view(s.span), voice.at(s.span.begin), {first, words_.size()}, after});
  }
}

void DocumentView::add_voices(const Annotations& annotations) {
  voices_.reserve(annotations.voices.size());
  for (const VoiceSpan& v : annotations.voices)
    voices_.push_back({sizeof(avow_voice), view(v.content), view(v.source), view(v.cue),
                       view(avow::voices.name(v.kind)), view(v.name), v.interviewer ? 1u : 0u});
}

void DocumentView::add_quantities(const Annotations& annotations) {
  quantities_.reserve(annotations.quantities.size());
  for (const Quantity& q : annotations.quantities) {
    if (q.loose) continue;
    quantities_.push_back({sizeof(avow_quantity), view(q.span), view(q.number), view(q.value),
                           q.range ? view(q.upper) : avow_number{}, view(q.unit), view(bounds.name(q.bound))});
  }
}

void DocumentView::add_dates(const Annotations& annotations) {
  dates_.reserve(annotations.dates.size());
  for (const DateMention& d : annotations.dates)
    dates_.push_back(
        {sizeof(avow_date_mention), view(d.span), view(d.date), view(date_roles.name(d.role)), d.relative ? 1u : 0u});
}

void DocumentView::add_mentions(const Annotations& annotations) {
  mentions_.reserve(annotations.mentions.size());
  for (const Mention& m : annotations.mentions)
    mentions_.push_back({sizeof(avow_mention), view(m.span), view(mention_kinds.name(m.kind)), view(m.code)});
}

ClaimView::ClaimView(const CheckRequest& request)
    : claim_(request.claim.hex()), reading_(request.reading.hex()), target_(target_view(request.target)) {
  raw_ = {sizeof(avow_claim),
          view(claim_),
          view(reading_),
          view(request.quote),
          view(request.speaker),
          view(request.said),
          view(kinds.name(request.kind)),
          view(strengths.name(request.strength)),
          request.negated ? 1u : 0u,
          &target_,
          day_number(request.today),
          view(request.subject_name)};
}

}  // namespace avow::abi
