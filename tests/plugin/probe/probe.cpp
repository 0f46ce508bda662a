#include <avow/sdk.hpp>

// Answers with what it was given: a candidate for each annotation, whose topic says what the SDK showed of it, and an
// assessment whose figures are what the host answered.
namespace {

using namespace avow::sdk;

std::string text(std::string_view words) {
  return std::string(words);
}

class Probe : public Detector, public Checker {
 public:
  explicit Probe(const Setup& setup) : configuration_(setup.configuration) {}

  void detect(const Document& document, CandidateSink& sink) override {
    const auto show = [&sink](Span span, std::string seen) {
      sink.emit({.span = span, .kind = kind::fact, .topic = std::move(seen), .score = 1});
    };
    show({0, document.text().size()},
         "configuration " + configuration_ + " published " + text(document.published().edtf));
    for (const Sentence s : document.sentences()) {
      const auto quantities = document.quantities().within(s.span).size();
      show(s.span, "sentence of " + (s.voice ? text(document.voices()[*s.voice].name) : "nobody") + " with " +
                       std::to_string(quantities) + " quantities");
      for (const Word word : document.word_list(s))
        if (word.hash == word_hash("cranes")) show(word.span, "word " + text(document.words(word.span)));
    }
    for (const Voice v : document.voices()) show(v.span, "voice " + text(v.kind) + " " + text(v.name));
    for (const Quantity q : document.quantities())
      show(q.span,
           "quantity " + std::to_string(static_cast<int>(q.value.value)) + " " + text(q.unit) + " " + text(q.bound));
    for (const DateMention d : document.dates())
      show(d.span, "date " + text(d.role) + " " + text(d.date.edtf) + " " + std::to_string(d.date.earliest));
    for (const Mention m : document.mentions()) show(m.span, "mention " + text(m.kind) + " " + text(m.code));
  }

  bool can_judge(const Claim& claim) override { return claim.kind == kind::pledge && claim.target.due.known(); }

  Assessment check(const Claim& claim, Host& host) override {
    Assessment answer{.verdict = verdict::not_due,
                      .reason = text(claim.subject_name) + " until " + text(claim.target.due.edtf)};
    const auto observed =
        host.observations({.indicator = claim.target.indicator,
                           .until = claim.today,
                           .published_until = claim.said.known() ? std::optional(claim.said.latest) : std::nullopt});
    for (const Observation o : observed) {
      answer.figures.push_back({text(o.entity) + " " + text(o.period.edtf), std::to_string(o.value.value)});
      answer.evidence.push_back({evidence_kind::observation, text(o.id), text(o.status)});
    }
    for (const Member m : host.members("harbours", claim.today)) answer.figures.push_back({"member", text(m.code)});
    for (const Passage p : host.passages({.words = "bridge", .limit = 5}))
      answer.evidence.push_back({evidence_kind::document, text(p.document), text(p.text)});
    return answer;
  }

 private:
  std::string configuration_;
};

}  // namespace

AVOW_PLUGIN(Probe, .id = "probe", .version = "1.0.0", .output_revision = 3)
