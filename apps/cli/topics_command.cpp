#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "model/json.hpp"
#include "text/topics.hpp"

namespace avow::cli {
namespace {

ExitCode run(Session& session) {
  return list_rows(session, {"code", "name", "title"}, [](const auto& add) {
    for (const text::Topic& topic : text::Topics::shipped().all())
      add(Json{{"code", topic.code}, {"name", topic.name}, {"title", topic.title}});
  });
}

}  // namespace

Command topics_command() {
  const auto define = [](CLI::App&) -> Action { return [](Session& session) { return run(session); }; };
  return {"topics",
          "Names",
          "List what claims can be about",
          "The major topics of the Comparative Agendas Project, by its codes. A claim's topic is told from its words "
          "and from\n"
          "what it measures.",
          {{"avow topics", "code, name and title"}, {"avow claims --topic defence", "the claims about one"}},
          define,
          {}};
}

}  // namespace avow::cli
