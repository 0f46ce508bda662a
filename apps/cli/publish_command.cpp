#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <set>

#include "base/error.hpp"
#include "cli/claim_options.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/output_file.hpp"
#include "cli/output_folder.hpp"
#include "cli/session.hpp"
#include "publish/atom_feed.hpp"
#include "publish/claim_json.hpp"
#include "publish/claim_jsonld.hpp"
#include "publish/data_package.hpp"
#include "publish/follow_the_money.hpp"
#include "publish/icalendar.hpp"
#include "publish/publication.hpp"
#include "publish/web_address.hpp"
#include "query/changed.hpp"
#include "query/due.hpp"
#include "query/names.hpp"
#include "query/scorecard.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t feed_entries = 100;  // what readers of feeds look back over

struct Options {
  ClaimOptions claims;
  std::string folder, scale;
  Publication publication;
};

/// One publication on its way into a folder.
struct Publishing {
  Session& session;
  Store& store;
  const Publication& publication;
  const fs::path& folder;
  ClaimFilter filter;
  std::optional<Scale> scale;

  void write(const fs::path& name, std::string_view bytes) const {
    OutputFile file(folder / name);
    file.write(bytes);
    file.finish();
  }
};

/// Rows as a CSV in memory, as its size and digest are to be told. Nullopt when there are none: without rows it would
/// have no header.
std::optional<PublishedTable> publish_table(const Publishing& publishing, const std::string& name,
                                            const std::string& title,
                                            const std::function<void(const std::function<void(const Json&)>&)>& each) {
  std::string csv;
  PublishedTable table{.name = name, .title = title, .path = name + ".csv", .columns = {}, .digest = {}, .sources = {}};
  RowWriter rows({.format = Format::csv, .columns = {}}, [&](std::string_view bytes) { csv += bytes; });
  each([&](const Json& row) {
    stop_if_interrupted();
    if (rows.rows() == 0)
      for (const auto& [field, value] : row.items()) table.columns.push_back(field);
    rows.add(row);
  });
  rows.end();
  if (rows.rows() == 0) return std::nullopt;
  table.bytes = csv.size();
  table.digest = sha256(csv);
  publishing.write(table.path, csv);
  return table;
}

std::optional<PublishedTable> publish_claims(const Publishing& publishing) {
  return publish_table(publishing, "claims", "Claims with their standing readings and verdicts", [&](const auto& add) {
    publishing.store.claims(publishing.filter, [&](const ClaimRow& claim) {
      add(claim_json(claim, publishing.session.names()));
      return true;
    });
  });
}

/// Every vintage, as verdicts name the one that they rest on.
std::optional<PublishedTable> publish_figures(const Publishing& publishing) {
  std::vector<Series> sources;
  ObservationFilter filter;
  filter.clocks = publishing.filter.clocks;
  filter.newest_only = false;
  auto table = publish_table(publishing, "observations", "Outcome figures, every vintage", [&](const auto& add) {
    publishing.store.observations(filter, [&](const ObservationRow& row) {
      if (sources.empty() || !(sources.back() == row.series)) sources.push_back(row.series);
      add(observation_json(row, publishing.session.names()));
      return true;
    });
  });
  if (table) table->sources = sources;
  return table;
}

std::optional<Instant> newest_entry(const Publishing& publishing) {
  std::optional<Instant> newest;
  publishing.store.journal(publishing.filter.clocks, [&](const JournalEntry& entry) {
    newest = entry.at;
    return true;
  });
  return newest;
}

void publish_package(const Publishing& publishing) {
  std::vector<PublishedTable> tables;
  for (auto* publish : {publish_claims, publish_figures})
    if (auto table = publish(publishing)) tables.push_back(std::move(*table));
  if (tables.empty()) return;
  publishing.write("datapackage.json",
                   data_package(tables, publishing.publication, newest_entry(publishing)).dump(2) + "\n");
}

void publish_feed(const Publishing& publishing) {
  std::vector<ChangedClaim> newest;
  ClaimFilter filter = publishing.filter;
  filter.limit = feed_entries;
  publishing.store.claims(filter, [&](const ClaimRow& claim) {
    newest.push_back({claim, {}});
    return true;
  });
  for (ChangedClaim& claim : newest) claim.at = changed_at(publishing.store, claim.row, filter.clocks);
  const FeedTitle title{"claims", "Claims", ""};
  fs::create_directories(publishing.folder / "feed");
  publishing.write("feed/claims.atom", atom_feed(title, newest, publishing.session.names(), publishing.publication));
}

void publish_calendar(const Publishing& publishing) {
  std::vector<ChangedClaim> due;
  due_claims(publishing.store, publishing.filter, {}, publishing.session.today(), [&](const DueClaim& claim) {
    due.push_back({claim.row, {}});
    return true;
  });
  for (ChangedClaim& claim : due) claim.at = changed_at(publishing.store, claim.row, publishing.filter.clocks);
  publishing.write("due.ics", icalendar("Promises due", due, publishing.session.names(), publishing.publication));
}

/// Each claim as JSON-LD, and all of them as FollowTheMoney entities; how many there were.
std::size_t publish_each(const Publishing& publishing) {
  fs::create_directories(publishing.folder / "claim");
  OutputFile entities(publishing.folder / "entities.ftm.json");
  FollowTheMoney entity_writer(publishing.session.names(), publishing.publication,
                               [&](std::string_view line) { entities.write(line); });
  std::vector<ClaimRow> rows;
  publishing.store.claims(publishing.filter, [&](const ClaimRow& claim) {
    rows.push_back(claim);
    return true;
  });
  for (const ClaimRow& row : rows) {
    stop_if_interrupted();
    const auto document = publishing.store.document(row.claim.document);
    entity_writer.add(row.claim.document, document.value());
    entity_writer.add(row);
    const Json linked = claim_jsonld(row, *document, publishing.session.names(), publishing.publication,
                                     publishing.scale ? &*publishing.scale : nullptr);
    publishing.write(fs::path("claim") / (row.id.hex() + ".jsonld"), linked.dump(2) + "\n");
    publishing.session.console().progress("publish", &row - rows.data() + 1, rows.size());
  }
  publishing.session.console().end_progress();
  entities.finish();
  return rows.size();
}

void check_publication(const Publication& publication) {
  const bool address = !publication.base_url.empty() && web_address(publication.base_url) == publication.base_url;
  if (!address || publication.base_url.back() == '/')
    throw Error(ErrorCode::usage, fmt::format("--base-url: '{}' is no address to publish under", publication.base_url),
                "write it as https://promises.example, without a slash at its end");
}

ExitCode run(Session& session, const Options& options) {
  check_publication(options.publication);
  Store& store = session.store(Session::Access::read);
  OutputFolder folder(options.folder);
  Publishing publishing{session, store, options.publication, folder.part(), options.claims.filter(session, store), {}};
  if (!options.scale.empty()) publishing.scale = find_scale(store, options.scale, session.clocks());
  publish_package(publishing);
  publish_feed(publishing);
  publish_calendar(publishing);
  const std::size_t claims = publish_each(publishing);
  folder.finish();
  session.console().note(fmt::format("{} claims published in {}", claims, options.folder));
  return claims == 0 ? ExitCode::nothing_matched : ExitCode::done;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->claims.add_to(app);
  Publication& publication = options->publication;
  app.add_option("DIR", options->folder, "A new or empty folder")->required();
  app.add_option("--base-url", publication.base_url, "Address that the folder will be served at")
      ->required()
      ->type_name("URL");
  app.add_option("--name", publication.name, "Who publishes")->required()->type_name("NAME");
  app.add_option("--licence", publication.licence, "Of the claims and verdicts as data, e.g. CC-BY-4.0")
      ->type_name("CODE");
  app.add_option("--licence-url", publication.licence_url, "Where it is told")->type_name("URL");
  app.add_option("--scale", options->scale, "Verdicts by the words of this scale")->type_name("CODE");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command publish_command() {
  return {"publish",
          "Keep",
          "Write what a web host can serve: JSON-LD with ClaimReview, Atom, iCalendar, a data package",
          "Verdicts that are provisional, or wait for a person to confirm them, are in no ClaimReview. The same store "
          "and the same\n"
          "--today give the same bytes.",
          {{"avow publish site/ --base-url https://promises.example --name 'Promise Watch'", "everything"},
           {"avow publish site/ --base-url https://promises.example --name 'Promise Watch' --kind pledge --distinct",
            "pledges, without copies"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
