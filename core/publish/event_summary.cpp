// What happened to a claim, as one line of words.

#include <fmt/format.h>

#include "publish/claim_json.hpp"
#include "publish/claim_text.hpp"
#include "publish/target_text.hpp"
#include "publish/verdict_text.hpp"

namespace avow {
namespace {

std::string speaker_of(const Claim& claim, const Names& names) {
  return claim.speaker.empty() ? claim.speaker_name : names.entity_name(claim.speaker);
}

std::string in_brackets(const std::string& text) {
  return text.empty() ? text : " (" + text + ")";
}

/// What a person's reading changes, and why.
std::string correction_text(const ReadingView& view) {
  const std::string& reason = view.reading.value.reason;
  return (view.changes.empty() ? "" : "; corrects " + changes_text(view.changes)) +
         (reason.empty() ? "" : "; because: " + reason);
}

struct Summary {
  const Names& names;

  std::string operator()(const SaidEvent& said) const {
    const std::string speaker = speaker_of(said.claim, names);
    const std::string& where = said.document.publisher.empty() ? said.document.title : said.document.publisher;
    return fmt::format("{}: \"{}\"{}", speaker.empty() ? "somebody" : speaker, said.claim.quote.exact,
                       in_brackets(where));
  }

  std::string operator()(const ReadingView& view) const {
    const Reading& reading = view.reading.value;
    const std::string target = target_text(reading.target, reading.kind, names);
    return fmt::format("read as {}{} by {}{}{}{}", reading.negated ? "a negated " : "a ", kinds.name(reading.kind),
                       maker_text(reading.maker), target.empty() ? "" : ": ", target, correction_text(view));
  }

  std::string operator()(const LinkView& view) const {
    const Link& link = view.link.value;
    const bool is_later = link.to == view.other;
    const std::string other = fmt::format("claim {}: \"{}\"", view.other.hex().substr(0, 8), view.quote);
    const std::string doubt = link.confirmed ? "" : " (suggested)";
    return is_later ? fmt::format("{} the earlier {}{}", link_kinds.name(link.kind), other, doubt)
                    : fmt::format("{} it: the later {}{}", link_kinds.name(link.kind), other, doubt);
  }

  std::string operator()(const VintageEvent& vintage) const {
    const std::string first = vintage.first_period.text(), last = vintage.last_period.text();
    const std::string& source = vintage.series.source;
    return fmt::format("{} {} of {} published{} for {}{}", vintage.values, vintage.values == 1 ? "figure" : "figures",
                       names.indicator_name(vintage.series.indicator), source.empty() ? "" : " by " + source + ",",
                       first, first == last ? "" : " to " + last);
  }

  std::string operator()(const RevisionEvent& event) const {
    constexpr std::size_t most = 3;
    std::string text = names.indicator_name(event.series.indicator) + " revised:";
    for (std::size_t i = 0; i < event.figures.size() && i < most; ++i)
      text += (i == 0 ? " " : "; ") + revision_text(event.figures[i]);
    if (event.figures.size() > most) text += fmt::format("; and {} more", event.figures.size() - most);
    return text;
  }

  std::string operator()(const VerdictView& view) const {
    const Assessment& assessment = view.assessment.value;
    std::string text =
        fmt::format("{} by {}: {}", verdict_text(assessment), maker_text(assessment.maker), assessment.reason);
    if (!assessment.vintage.empty()) text += fmt::format(" (figures published {})", assessment.vintage);
    if (view.disagrees) text += " (a checker disagrees with the person whose verdict stands)";
    return text;
  }

  std::string operator()(const DisputeView& view) const {
    return dispute_text(view.dispute.value) + (view.is_open() ? " (not answered yet)" : "");
  }

  std::string operator()(const AnswerEvent& event) const {
    const Answer& answer = event.answer.answer.value;
    return fmt::format("dispute {}: {} by {}: {}{}", answer.dispute.hex().substr(0, 8), rulings.name(answer.ruling),
                       answer.person, answer.reason, event.counts ? "" : " (no longer counts)");
  }

  std::string operator()(const RetractionEvent& event) const {
    return fmt::format("{} {} retracted by {}: {}", record_kinds.name(event.retraction.kind),
                       event.retraction.record.hex().substr(0, 8), event.retraction.person, event.retraction.reason);
  }
};

}  // namespace

std::string dispute_text(const Dispute& dispute) {
  return fmt::format("{} {} disputed by {} ({}): {}", record_kinds.name(dispute.kind),
                     dispute.record.hex().substr(0, 8), dispute.person, disputants.name(dispute.as), dispute.reason);
}

std::string event_summary(const HistoryEvent& event, const Names& names) {
  return std::visit(Summary{names}, event.detail);
}

}  // namespace avow
