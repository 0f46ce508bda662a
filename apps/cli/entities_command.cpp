#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "cli/vocabulary_commands.hpp"
#include "model/json.hpp"
#include "query/names.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

ExitCode run_list(Session& session, const std::string& kind) {
  std::optional<EntityKind> wanted;
  if (!kind.empty()) wanted = parse_word("--kind", kind, entity_kinds);
  Store& store = session.store(Session::Access::read);
  return list_rows(session, {"code", "kind", "name", "wikidata", "aliases"}, [&](const auto& add) {
    for (const Entity& entity : store.entities(session.clocks()))
      if (!wanted || entity.kind == *wanted) add(Json(entity));
  });
}

Action define_list(CLI::App& app) {
  const auto kind = std::make_shared<std::string>();
  app.add_option("--kind", *kind, "person, party, government, country, organisation or group")->type_name("KIND");
  return [kind](Session& session) { return run_list(session, *kind); };
}

ExitCode run_show(Session& session, const std::string& said) {
  session.store(Session::Access::read);
  const Names& names = session.names();
  const Entity* entity = names.entity(said);
  if (entity == nullptr) entity = names.entity(names.entity_code(said));
  if (entity == nullptr)
    throw Error(ErrorCode::not_found, fmt::format("no entity has the code or name '{}'", said),
                "`avow entities` lists them; `avow entities import FILE` adds your own");
  return show_record(session, Json(*entity));
}

Action define_show(CLI::App& app) {
  const auto code = std::make_shared<std::string>();
  app.add_option("CODE", *code, "Its code, name or alias")->required();
  return [code](Session& session) { return run_show(session, *code); };
}

Command list_command() {
  return {"list",      "", "List entities",  "", {{"avow entities list --kind group", "groups"}},
          define_list, {}, TakesClocks::both};
}

Command show_one_command() {
  return {"show",
          "",
          "Show one entity with its memberships",
          "",
          {{"avow entities show NATO", "by code, name or alias"}},
          define_show,
          {},
          TakesClocks::both};
}

}  // namespace

Command entities_command() {
  return {"entities",
          "Names",
          "List, show and import who speaks and is spoken of",
          "People, parties, governments, countries, organisations, and groups with dated members.",
          {},
          {},
          {list_command(), show_one_command(), vocabulary_import_command("entities")}};
}

}  // namespace avow::cli
