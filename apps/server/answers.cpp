#include "server/answers.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/error.hpp"
#include "base/parse_word.hpp"
#include "publish/claim_json.hpp"
#include "publish/commitment_json.hpp"
#include "publish/scorecard_json.hpp"
#include "publish/sql_json.hpp"
#include "query/claim_question.hpp"
#include "query/commitments.hpp"
#include "query/disputes.hpp"
#include "query/due.hpp"
#include "query/facets.hpp"
#include "query/lookup.hpp"
#include "query/observation_list.hpp"
#include "query/paging.hpp"
#include "query/scorecard.hpp"
#include "store/store.hpp"

namespace avow::server {
namespace {

constexpr std::size_t usual_rows = 50;
constexpr std::size_t most_rows = 1'000;
constexpr std::size_t most_figures = 10'000;
constexpr SqlLimits sql_limits{1'000, std::chrono::milliseconds(1'000)};

constexpr auto orders = enum_names<ClaimFilter::Order>({{ClaimFilter::Order::said_newest_first, "said"},
                                                        {ClaimFilter::Order::due_first, "due"},
                                                        {ClaimFilter::Order::relevance, "relevance"}});

std::size_t limit_of(const Question& question, std::size_t usual, std::size_t most) {
  const std::string word = question.parameter("limit");
  if (word.empty()) return usual;
  std::size_t limit = 0;
  const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), limit);
  if (failure != std::errc() || end != word.data() + word.size() || limit == 0 || limit > most)
    throw Error(ErrorCode::usage, fmt::format("limit: '{}' is none", word), fmt::format("from 1 to {}", most));
  return limit;
}

bool flag_of(const Question& question, const char* name) {
  const std::string word = question.parameter(name);
  if (!word.empty() && word != "true" && word != "false")
    throw Error(ErrorCode::usage, fmt::format("{}: '{}' is none", name, word), "write true or false");
  return word == "true";
}

ClaimQuestion claims_asked_for(const Question& question) {
  ClaimQuestion asked;
  for (const ClaimCondition& condition : claim_conditions())
    asked.*condition.value = question.parameter(condition.name);
  for (const ClaimFlag& flag : claim_flags()) asked.*flag.value = flag_of(question, flag.name);
  return asked;
}

std::string page_after(const Question& question, const std::string& cursor) {
  Parameters query = question.request.query;
  query.set("after", cursor);
  return question.request.path + "?" + query.encoded();
}

Answer claims(const Question& question) {
  ClaimFilter filter = claim_filter_of(question);
  if (const std::string sort = question.parameter("sort"); !sort.empty())
    filter.order = parse_word("sort", sort, orders);
  if (const std::string after = question.parameter("after"); !after.empty())
    filter.after = parse_cursor(after, filter.order);
  const std::size_t limit = limit_of(question, usual_rows, most_rows);
  const bool pages = filter.order != ClaimFilter::Order::relevance;
  filter.limit = pages ? limit + 1 : limit;  // one more tells whether there is another page
  Answer answer{Json::object(), "claims", ""};
  Json& rows = answer.data["claims"] = Json::array();
  std::string cursor;
  question.store.claims(filter, [&](const ClaimRow& claim) {
    if (rows.size() == limit) {
      answer.next_url = page_after(question, cursor);
      return false;
    }
    rows.push_back(claim_json(claim, question.names));
    if (pages) cursor = cursor_of(claim, filter.order);
    return true;
  });
  return answer;
}

Answer facets(const Question& question) {
  const ClaimFilter filter = claim_filter_of(question);
  Answer answer{Json::object(), "facets", ""};
  Json& rows = answer.data["facets"] = Json::array();
  const std::string by = question.parameter("by");
  for (const FacetValue& one : facet(question.store, filter, parse_word("by", by, facet_names)))
    rows.push_back({{"facet", by},
                    {"value", one.value.empty() ? Json() : Json(one.value)},
                    {"name", one.value.empty() ? Json() : Json(question.names.entity_name(one.value))},
                    {"claims", one.claims}});
  return answer;
}

Answer claim(const Question& question) {
  const Id id = resolve_claim(question.store, question.argument);
  return {claim_view_json(claim_view(question.store, id, question.clocks), question.names), "", ""};
}

Answer claim_history(const Question& question) {
  const Id id = resolve_claim(question.store, question.argument);
  Answer answer{Json::object(), "events", ""};
  Json& rows = answer.data["events"] = Json::array();
  for (const HistoryEvent& event : history(question.store, id, question.clocks))
    rows.push_back(history_json(event, question.names));
  return answer;
}

Answer document(const Question& question) {
  const Id id = resolve_as(question.store, RecordKind::document, question.argument);
  return {document_view_json(document_view(question.store, id, question.clocks), question.names), "", ""};
}

Answer due(const Question& question) {
  ClaimFilter filter = claim_filter_of(question);
  filter.limit = limit_of(question, usual_rows, most_rows);
  const std::string within = question.parameter("within");
  Answer answer{Json::object(), "claims", ""};
  Json& rows = answer.data["claims"] = Json::array();
  const DayRange window{{}, parse_range(within.empty() ? "90d" : within, question.today()).until};
  due_claims(question.store, filter, window, question.today(), [&](const DueClaim& claim) {
    rows.push_back(due_json(claim, question.names));
    return true;
  });
  return answer;
}

Answer scores(const Question& question) {
  ScorecardQuestion asked;
  const ClaimQuestion claims = claims_asked_for(question);
  asked.filter = claims.filter(question.store, question.clocks, question.today());
  const std::string by = question.parameter("by");
  if (!by.empty()) asked.by = parse_word("by", by, scorecard_groups);
  std::optional<Scale> scale;
  if (const std::string code = question.parameter("scale"); !code.empty())
    scale = find_scale(question.store, code, question.clocks);
  const std::size_t limit = limit_of(question, usual_rows, most_rows);
  Answer answer{Json::object(), "scores", ""};
  Json& rows = answer.data["scores"] = Json::array();
  for (const Score& score : scorecard(question.store, asked)) {
    if (rows.size() == limit) break;
    rows.push_back(score_json(score, question.names, scale, claims.in_words()));
  }
  return answer;
}

Commitments commitments_of(const Question& question) {
  const std::string links = question.parameter("links");
  const LinkUse use = links.empty() ? LinkUse::confirmed : parse_word("links", links, link_uses);
  return {question.store, question.names, question.clocks, use};
}

Answer commitments(const Question& question) {
  const std::size_t limit = limit_of(question, usual_rows, most_rows);
  Answer answer{Json::object(), "commitments", ""};
  Json& rows = answer.data["commitments"] = Json::array();
  commitments_of(question).each(question.parameter("indicator"), [&](const Commitment& commitment) {
    rows.push_back(commitment_json(commitment, question.names));
    return rows.size() < limit;
  });
  return answer;
}

Answer commitment(const Question& question) {
  const Commitment found = commitments_of(question).find(question.argument);
  Answer answer{commitment_json(found, question.names), "told", ""};
  Json& rows = answer.data["told"] = Json::array();
  for (const CommitmentUtterance& one : found.utterances) rows.push_back(utterance_json(found, one, question.names));
  return answer;
}

Answer observations(const Question& question) {
  ObservationFilter filter;
  filter.clocks = question.clocks;
  filter.indicator = question.parameter("indicator");
  filter.entity = question.parameter("entity");
  filter.newest_only = !flag_of(question, "vintages");
  filter.limit = limit_of(question, most_rows, most_figures);
  if (filter.indicator.empty()) throw Error(ErrorCode::usage, "indicator: none is named", "its code, see /indicators");
  Answer answer{Json::object(), "observations", ""};
  Json& rows = answer.data["observations"] = Json::array();
  observation_list(question.store, question.names, filter, [&](const ObservationRow& row) {
    rows.push_back(observation_json(row, question.names));
    return true;
  });
  return answer;
}

Answer indicators(const Question& question) {
  Answer answer{Json::object(), "indicators", ""};
  Json& rows = answer.data["indicators"] = Json::array();
  for (const Indicator& indicator : question.names.indicators()) rows.push_back(Json(indicator));
  return answer;
}

Answer journal(const Question& question) {
  Answer answer{Json::object(), "entries", ""};
  Json& rows = answer.data["entries"] = Json::array();
  question.store.journal(question.clocks, [&](const JournalEntry& entry) {
    rows.push_back(Json(entry));
    return true;
  });
  return answer;
}

Answer sql(const Question& question) {
  const SqlResult result = question.store.sql(question.parameter("statement"), sql_limits);
  Json rows = Json::array();
  for (const auto& cells : result.rows) {
    Json row = Json::array();
    for (const SqlCell& cell : cells) row.push_back(sql_cell_json(cell));
    rows.push_back(std::move(row));
  }
  return {{{"columns", result.columns}, {"rows", std::move(rows)}}, "", ""};
}

}  // namespace

std::vector<const char*> claim_parameters(std::vector<const char*> more) {
  for (const ClaimCondition& condition : claim_conditions()) more.push_back(condition.name);
  for (const ClaimFlag& flag : claim_flags()) more.push_back(flag.name);
  return more;
}

ClaimFilter claim_filter_of(const Question& question) {
  return claims_asked_for(question).filter(question.store, question.clocks, question.today());
}

const std::vector<Route>& routes() {
  static const std::vector<Route> all{{"/claims", claim_parameters({"sort", "after", "limit"}), claims},
                                      {"/facets", claim_parameters({"by"}), facets},
                                      {"/claim/{id}", {}, claim},
                                      {"/claim/{id}/history", {}, claim_history},
                                      {"/document/{id}", {}, document},
                                      {"/due", claim_parameters({"within", "limit"}), due},
                                      {"/scores", claim_parameters({"by", "scale", "limit"}), scores},
                                      {"/commitments", {"indicator", "links", "limit"}, commitments},
                                      {"/commitment/{id}", {"links"}, commitment},
                                      {"/observations", {"indicator", "entity", "vintages", "limit"}, observations},
                                      {"/indicators", {}, indicators},
                                      {"/journal", {}, journal},
                                      {"/sql", {"statement"}, sql}};
  return all;
}

}  // namespace avow::server
