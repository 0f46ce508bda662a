#include "cli/claim_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/session.hpp"

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
  return ClaimQuestion::filter(store, session.clocks(), session.today());
}

std::vector<std::string> claim_columns() {
  return {"id", "said", "speaker_name", "kind", "quote", "due", "verdict"};
}

}  // namespace avow::cli
