#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/claim_json.hpp"
#include "publish/claim_text.hpp"
#include "query/claim_view.hpp"
#include "query/document_view.hpp"
#include "query/lookup.hpp"
#include "query/names.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

/// What was asked for, as JSON and as a page of text.
struct Shown {
  Json json;
  std::string text;
};

Shown show_claim(Session& session, Store& store, const Id& id) {
  const ClaimView view = claim_view(store, id, session.clocks());
  const TextOptions options{session.console().output_width(), session.console().colored_output()};
  return {claim_view_json(view, session.names()), claim_text(view, session.names(), options)};
}

Shown show_document(Session& session, Store& store, const Id& id) {
  const Json json = document_view_json(document_view(store, id, session.clocks()), session.names());
  return {json, record_text(json)};
}

Shown show_reading(Session& session, Store& store, const Id& id) {
  const Id claim = resolve_claim(store, id.hex());
  for (const ReadingView& reading : claim_view(store, claim, session.clocks()).readings) {
    if (reading.reading.id != id) continue;
    Json json = reading_json(reading, session.names());
    json["claim"] = claim.hex();
    return {json, record_text(json)};
  }
  throw Error(ErrorCode::not_found, fmt::format("reading {} is not known at these clocks", id.hex()));
}

Shown show_assessment(Session& session, Store& store, const Id& id) {
  const Id claim = resolve_claim(store, id.hex());
  for (const VerdictView& verdict : claim_view(store, claim, session.clocks()).verdicts) {
    if (verdict.assessment.id != id) continue;
    Json json = verdict_json(verdict, session.names());
    json["claim"] = claim.hex();
    return {json, record_text(json)};
  }
  throw Error(ErrorCode::not_found, fmt::format("assessment {} is not known at these clocks", id.hex()));
}

Shown show_dispute(Session& session, Store& store, const Id& id) {
  const Id claim = resolve_claim(store, id.hex());
  for (const DisputeView& dispute : claim_view(store, claim, session.clocks()).disputes) {
    const bool answers = std::any_of(dispute.answers.begin(), dispute.answers.end(),
                                     [&](const AnswerView& one) { return one.answer.id == id; });
    if (dispute.dispute.id != id && !answers) continue;
    const Json json = dispute_json(dispute);
    return {json, record_text(json)};
  }
  throw Error(ErrorCode::not_found, fmt::format("dispute {} is not known at these clocks", id.hex()));
}

Shown show_observation(Session& session, Store& store, const Id& id) {
  const Json json = observation_json(observation_row(store, id, session.clocks()), session.names());
  return {json, record_text(json)};
}

struct Viewer {
  RecordKind kind;
  Shown (*show)(Session&, Store&, const Id&);
};
constexpr Viewer viewers[] = {{RecordKind::claim, show_claim},
                              {RecordKind::document, show_document},
                              {RecordKind::reading, show_reading},
                              {RecordKind::assessment, show_assessment},
                              {RecordKind::observation, show_observation},
                              {RecordKind::dispute, show_dispute},
                              {RecordKind::answer, show_dispute}};

Shown show(Session& session, Store& store, const std::string& prefix) {
  const auto [kind, id] = store.resolve(prefix);
  for (const Viewer& viewer : viewers)
    if (viewer.kind == kind) return viewer.show(session, store, id);
  throw Error(ErrorCode::usage, fmt::format("{} is a record of kind {}", id.hex(), record_kinds.name(kind)),
              "show prints documents, claims, readings, observations, assessments and disputes; `avow export` has all "
              "records");
}

ExitCode run(Session& session, const std::vector<std::string>& ids) {
  Store& store = session.store(Session::Access::read);
  const bool as_text = session.format() == Format::table;
  RowWriter rows(session.row_options({}), session.results());
  for (const std::string& id : ids) {
    const Shown shown = show(session, store, id);
    if (as_text)
      session.console().write((id == ids.front() ? "" : "\n") + shown.text);
    else
      rows.add(shown.json);
  }
  if (!as_text) rows.end();
  return ExitCode::done;
}

Action define(CLI::App& app) {
  const auto ids = std::make_shared<std::vector<std::string>>();
  app.add_option("ID", *ids, "An id, or its first digits (4 or more)")->required();
  return [ids](Session& session) { return run(session, *ids); };
}

}  // namespace

Command show_command() {
  return {
      "show",
      "Ask",
      "Show all that is known of a document, claim, reading, observation, assessment or dispute",
      "A claim is shown with its words in context, its readings, its verdicts with their figures and evidence, and "
      "what it is\n"
      "linked to.",
      {{"avow show 3f2a91", "whatever has this id"}, {"avow show 3f2a91 --format json | jq .verdicts", "for programs"}},
      define,
      {},
      TakesClocks::both};
}

}  // namespace avow::cli
