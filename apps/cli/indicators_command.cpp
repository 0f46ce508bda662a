#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "cli/vocabulary_commands.hpp"
#include "model/json.hpp"
#include "query/names.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

ExitCode run_list(Session& session, const std::string& measure) {
  Store& store = session.store(Session::Access::read);
  return list_rows(session, {"code", "measure", "unit", "publisher", "name"}, [&](const auto& add) {
    for (const Indicator& indicator : store.indicators(session.clocks()))
      if (measure.empty() || indicator.measure == measure) add(Json(indicator));
  });
}

Action define_list(CLI::App& app) {
  const auto measure = std::make_shared<std::string>();
  app.add_option("--measure", *measure, "Of this measure, whatever the definition")->type_name("MEASURE");
  return [measure](Session& session) { return run_list(session, *measure); };
}

ExitCode run_show(Session& session, const std::string& code) {
  session.store(Session::Access::read);
  const Indicator* indicator = session.names().indicator(code);
  if (indicator == nullptr)
    throw Error(ErrorCode::not_found, fmt::format("no indicator has the code '{}'", code),
                "`avow indicators` lists them; `avow indicators import FILE` adds your own");
  return show_record(session, Json(*indicator));
}

Action define_show(CLI::App& app) {
  const auto code = std::make_shared<std::string>();
  app.add_option("CODE", *code, "Its code")->required();
  return [code](Session& session) { return run_show(session, *code); };
}

Command list_command() {
  return {"list",      "", "List indicators", "", {{"avow indicators list --measure unemployment", "one measure"}},
          define_list, {}, TakesClocks::both};
}

Command show_one_command() {
  return {"show",
          "",
          "Show one indicator with its definition",
          "",
          {{"avow indicators show MS.MIL.XPND.GD.ZS", "by its code"}},
          define_show,
          {},
          TakesClocks::both};
}

}  // namespace

Command indicators_command() {
  return {"indicators",
          "Names",
          "List, show and import what is measured",
          "",
          {},
          {},
          {list_command(), show_one_command(), vocabulary_import_command("indicators")}};
}

}  // namespace avow::cli
