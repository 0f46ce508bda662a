#include "cli/claim_options.hpp"

#include <CLI/CLI.hpp>
#include <initializer_list>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/session.hpp"
#include "query/day_range.hpp"
#include "query/lookup.hpp"
#include "text/topics.hpp"

namespace avow::cli {

void ClaimOptions::add_to(CLI::App& app) {
  constexpr const char* group = "Which claims";
  const auto option = [&](const char* name, std::string& value, const char* type, const char* help) {
    app.add_option(name, value, help)->type_name(type)->group(group);
  };
  option("--speaker", speaker, "WHO", "Said by: a code, or a name as documents give it");
  option("--party", party, "CODE", "Said by a member of it at the time");
  option("--kind", kind, "KIND", "pledge, forecast, statistic, fact or stance");
  option("--topic", topic, "TOPIC", "About this topic: its name or code, see `avow topics`");
  option("--indicator", indicator, "WHAT", "About this indicator (code) or measure");
  option("--verdict", verdict, "VERDICT", "With this standing verdict, e.g. kept, broken, on_track");
  option("--due", due, "RANGE", "Due then: FROM..UNTIL, 2030, 90d");
  option("--said", said, "RANGE", "Said then: FROM..UNTIL, 2025-04, -90d");
  option("--text", text, "WORDS", "With these words");
  option("--document", document, "ID", "Made in this document");
  app.add_flag("--distinct", distinct, "Without copies of a claim that another document has")->group(group);
  app.add_flag("--disputed", disputed, "With a dispute that nobody has answered")->group(group);
  app.add_flag("--open", open, "Promises without a final verdict")->group(group);
}

ClaimFilter ClaimOptions::filter(Session& session, Store& store) const {
  ClaimFilter filter;
  filter.clocks = session.clocks();
  filter.speaker = speaker;
  filter.party = party;
  filter.topic = topic_name(topic);
  filter.indicator = indicator;
  filter.text = text;
  filter.promises_open_only = open;
  filter.distinct_only = distinct;
  filter.disputed_only = disputed;
  if (!kind.empty()) filter.kind = parse_word("--kind", kind, kinds);
  if (!verdict.empty()) filter.verdict = parse_word("--verdict", verdict, verdicts);
  if (!document.empty()) filter.document = resolve_as(store, RecordKind::document, document).hex();
  if (!due.empty()) {
    const DayRange range = parse_range(due, session.today());
    filter.due_from = range.from;
    filter.due_until = range.until;
  }
  if (!said.empty()) {
    const DayRange range = parse_range(said, session.today());
    filter.said_from = range.from;
    filter.said_until = range.until;
  }
  return filter;
}

std::string ClaimOptions::in_words() const {
  std::string all;
  const auto add = [&all](const std::string& word) { all += (all.empty() ? "" : ", ") + word; };
  for (const auto& [name, value] :
       std::initializer_list<std::pair<const char*, const std::string&>>{{"speaker", speaker},
                                                                         {"party", party},
                                                                         {"kind", kind},
                                                                         {"topic", topic},
                                                                         {"indicator", indicator},
                                                                         {"verdict", verdict},
                                                                         {"due", due},
                                                                         {"said", said},
                                                                         {"words", text},
                                                                         {"document", document}})
    if (!value.empty()) add(std::string(name) + " " + value);
  if (disputed) add("disputed");
  if (open) add("open promises");
  return all;
}

std::string topic_name(const std::string& said) {
  if (said.empty()) return said;  // most questions name none, and the topics are a thing to load
  const text::Topic* topic = text::Topics::shipped().named(said);
  return topic == nullptr ? said : topic->name;
}

std::vector<std::string> claim_columns() {
  return {"id", "said", "speaker_name", "kind", "quote", "due", "verdict"};
}

}  // namespace avow::cli
