#include "server/forms.hpp"

#include "base/error.hpp"
#include "publish/atom_feed.hpp"
#include "publish/claim_jsonld.hpp"
#include "publish/icalendar.hpp"
#include "publish/publication.hpp"
#include "publish/rows.hpp"
#include "query/due.hpp"
#include "query/lookup.hpp"
#include "store/store.hpp"

namespace avow::server {
namespace {

constexpr std::size_t feed_entries = 100;  // what readers of feeds look back over

std::string claim_as_jsonld(const Question& question) {
  const Id id = resolve_claim(question.store, question.argument);
  const auto row = claim_row(question.store, id, question.clocks);
  if (!row) throw Error(ErrorCode::not_found, "claim " + id.hex() + " is not known at these clocks, or was retracted");
  const auto document = question.store.document(row->claim.document);
  return claim_jsonld(*row, document.value(), question.names, question.publication).dump() + "\n";
}

void tell_changes(const Question& question, std::vector<ChangedClaim>& claims) {
  for (ChangedClaim& claim : claims) claim.at = changed_at(question.store, claim.row, question.clocks);
}

std::string claims_as_feed(const Question& question) {
  ClaimFilter filter = claim_filter_of(question);
  filter.limit = feed_entries;
  std::vector<ChangedClaim> claims;
  question.store.claims(filter, [&](const ClaimRow& row) {
    claims.push_back({row, {}});
    return true;
  });
  tell_changes(question, claims);
  const FeedTitle title{"claims", "Claims", ""};
  return atom_feed(title, claims, question.names, question.publication);
}

std::string due_as_calendar(const Question& question) {
  std::vector<ChangedClaim> claims;
  due_claims(question.store, claim_filter_of(question), {}, question.today(), [&](const DueClaim& claim) {
    claims.push_back({claim.row, {}});
    return true;
  });
  tell_changes(question, claims);
  return icalendar("Promises due", claims, question.names, question.publication);
}

}  // namespace

const std::vector<Form>& forms() {
  static const std::vector<Form> all{
      {"/claim/{id}.jsonld", {}, "application/ld+json", claim_as_jsonld},
      {"/feed/claims.atom", claim_parameters({}), "application/atom+xml; charset=utf-8", claims_as_feed},
      {"/due.ics", claim_parameters({}), "text/calendar; charset=utf-8", due_as_calendar}};
  return all;
}

std::string csv_of(const Answer& answer) {
  std::string csv;
  RowWriter rows({.format = Format::csv, .columns = {}}, [&](std::string_view bytes) { csv += bytes; });
  for (const Json& row : answer.data.at(answer.rows)) rows.add(row);
  rows.end();
  return csv;
}

}  // namespace avow::server
