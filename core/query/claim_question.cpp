#include "query/claim_question.hpp"

#include "base/parse_word.hpp"
#include "query/day_range.hpp"
#include "query/lookup.hpp"
#include "text/topics.hpp"

namespace avow {

const std::vector<ClaimCondition>& claim_conditions() {
  static const std::vector<ClaimCondition> all{{"speaker", &ClaimQuestion::speaker},
                                               {"party", &ClaimQuestion::party},
                                               {"kind", &ClaimQuestion::kind},
                                               {"topic", &ClaimQuestion::topic},
                                               {"indicator", &ClaimQuestion::indicator},
                                               {"verdict", &ClaimQuestion::verdict},
                                               {"due", &ClaimQuestion::due},
                                               {"said", &ClaimQuestion::said},
                                               {"text", &ClaimQuestion::text},
                                               {"document", &ClaimQuestion::document}};
  return all;
}

const std::vector<ClaimFlag>& claim_flags() {
  static const std::vector<ClaimFlag> all{
      {"open", &ClaimQuestion::open}, {"distinct", &ClaimQuestion::distinct}, {"disputed", &ClaimQuestion::disputed}};
  return all;
}

ClaimFilter ClaimQuestion::filter(Store& store, const Clocks& clocks, Day today) const {
  ClaimFilter filter;
  filter.clocks = clocks;
  filter.speaker = speaker;
  filter.party = party;
  filter.topic = topic_name(topic);
  filter.indicator = indicator;
  filter.text = text;
  filter.promises_open_only = open;
  filter.distinct_only = distinct;
  filter.disputed_only = disputed;
  if (!kind.empty()) filter.kind = parse_word("kind", kind, kinds);
  if (!verdict.empty()) filter.verdict = parse_word("verdict", verdict, verdicts);
  if (!document.empty()) filter.document = resolve_as(store, RecordKind::document, document).hex();
  if (!due.empty()) {
    const DayRange range = parse_range(due, today);
    filter.due_from = range.from;
    filter.due_until = range.until;
  }
  if (!said.empty()) {
    const DayRange range = parse_range(said, today);
    filter.said_from = range.from;
    filter.said_until = range.until;
  }
  return filter;
}

std::string ClaimQuestion::in_words() const {
  std::string all;
  const auto add = [&all](const std::string& word) { all += (all.empty() ? "" : ", ") + word; };
  for (const ClaimCondition& condition : claim_conditions()) {
    const std::string name = condition.name;
    if (!(this->*condition.value).empty()) add((name == "text" ? "words" : name) + " " + this->*condition.value);
  }
  if (disputed) add("disputed");
  if (open) add("open promises");
  return all;
}

std::string topic_name(const std::string& said) {
  if (said.empty()) return said;  // most questions name none, and the topics are a thing to load
  const text::Topic* topic = text::Topics::shipped().named(said);
  return topic == nullptr ? said : topic->name;
}

}  // namespace avow
