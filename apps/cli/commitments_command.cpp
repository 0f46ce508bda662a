#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/commitment_options.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/commitment_json.hpp"
#include "query/day_range.hpp"
#include "query/names.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string side, speaker, subject, indicator, topic, shift, verdict, said, due, links;
  std::size_t utterances = 1;
  std::size_t limit = 0;
};

/// What a commitment must be like; conditions that are empty hold.
struct Wanted {
  std::string side, speaker, subject, topic;
  std::optional<LinkKind> shift;
  std::optional<Verdict> verdict;
  DayRange said, due;
  std::size_t utterances = 1;

  template <typename Holds>
  static bool any(const Commitment& one, Holds holds) {
    return std::any_of(one.utterances.begin(), one.utterances.end(),
                       [&](const CommitmentUtterance& each) { return !each.against && holds(each.promise); });
  }

  static bool within(const DayRange& range, const Date& date) {
    if (!range.from && !range.until) return true;
    return date.known() && (!range.from || date.latest() >= *range.from) &&
           (!range.until || date.latest() <= *range.until);
  }

  bool fits(const Commitment& one) const {
    const std::vector<LinkKind> shifts = one.shifts();
    return one.distinct >= utterances && (side.empty() || one.key.side == side) &&
           (subject.empty() || one.key.subject == subject) && (!verdict || one.verdict == verdict) &&
           (!shift || std::find(shifts.begin(), shifts.end(), *shift) != shifts.end()) &&
           within(due, one.standing.said.reading.target.due) &&
           any(one, [&](const PromiseRow& promise) { return within(said, promise.claim.said); }) &&
           (topic.empty() || any(one, [&](const PromiseRow& promise) { return promise.reading.topic == topic; })) &&
           (speaker.empty() || any(one, [&](const PromiseRow& promise) { return is_by(promise, speaker); }));
  }
};

Wanted wanted_by(const Options& options, Session& session) {
  Wanted wanted{code_or_word(session.names(), options.side),
                code_or_word(session.names(), options.speaker),
                code_or_word(session.names(), options.subject),
                topic_name(options.topic),
                {},
                {},
                {},
                {},
                options.utterances};
  if (!options.shift.empty()) wanted.shift = parse_word("--shift", options.shift, shift_words);
  if (!options.verdict.empty()) wanted.verdict = parse_word("--verdict", options.verdict, verdicts);
  if (!options.said.empty()) wanted.said = parse_range(options.said, session.today());
  if (!options.due.empty()) wanted.due = parse_range(options.due, session.today());
  return wanted;
}

ExitCode run(Session& session, const Options& options) {
  Store& store = session.store(Session::Access::read);
  const Wanted wanted = wanted_by(options, session);
  Commitments commitments(store, session.names(), session.clocks(), parse_links(options.links));
  std::size_t left = options.limit;
  return list_rows(session,
                   {"id", "side_name", "target", "first_said", "last_said", "utterances", "shifts", "verdict", "links"},
                   [&](const auto& add) {
                     commitments.each(options.indicator, [&](const Commitment& one) {
                       if (!wanted.fits(one)) return true;
                       Json row = commitment_json(one, session.names());
                       shorten_ids(session, row, {"id", "first", "last"});
                       add(row);
                       return options.limit == 0 || --left > 0;
                     });
                   });
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto option = [&](const char* name, std::string& value, const char* type, const char* help) {
    app.add_option(name, value, help)->type_name(type);
  };
  option("--side", options->side, "WHO", "Whose promise it is: a party, government, group or person");
  option("--speaker", options->speaker, "WHO", "Said by him at least once");
  option("--subject", options->subject, "WHO", "What is to change is this one's");
  option("--indicator", options->indicator, "WHAT", "About this indicator or measure");
  option("--topic", options->topic, "TOPIC", "About this topic: its name or code, see `avow topics`");
  option("--shift", options->shift, "SHIFT", shift_help);
  option("--verdict", options->verdict, "VERDICT", "The newest utterance that was judged has this verdict");
  option("--said", options->said, "RANGE", "Said then at least once: FROM..UNTIL, 2025-04, -90d");
  option("--due", options->due, "RANGE", "Due then, as it stands: FROM..UNTIL, 2030, 90d");
  option("--links", options->links, "LINKS", links_help);
  app.add_option("--utterances", options->utterances, "At least so many, copies not counted")->type_name("N");
  app.add_option("--limit", options->limit, "At most so many")->type_name("N");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

std::string code_or_word(const Names& names, const std::string& said) {
  const std::string code = names.entity_code(said);
  return code.empty() ? said : code;
}

bool is_by(const PromiseRow& promise, const std::string& speaker) {
  return promise.claim.speaker == speaker || promise.claim.speaker_name == speaker;
}

LinkUse parse_links(const std::string& word) {
  return word.empty() ? LinkUse::confirmed : parse_word("--links", word, link_uses);
}

Command commitments_command() {
  return {
      "commitments",
      "Ask",
      "List promises over all their utterances, and how they shifted",
      "Utterances of one side about the same measure of the same subject, pointing the same way, are one commitment.\n"
      "`avow history ID` tells each, by its own id or that of any claim in it with --commitment.",
      {{"avow commitments --side nato --utterances 2", "what the Alliance said more than once"},
       {"avow commitments --shift later", "who moved goalposts"},
       {"avow commitments --links suggested", "with those that only their words hold together"}},
      define,
      {},
      TakesClocks::both};
}

}  // namespace avow::cli
