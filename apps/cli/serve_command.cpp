#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <thread>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "publish/publication.hpp"
#include "server/api.hpp"
#include "server/http_server.hpp"

namespace avow::cli {
namespace {

struct Options {
  server::HttpOptions http;
  std::vector<std::string> hosts;
  Publication publication;
};

std::string address_of(const server::HttpOptions& http, std::uint16_t port) {
  const bool v6 = http.address.find(':') != std::string::npos;
  return fmt::format("http://{}{}{}:{}", v6 ? "[" : "", http.address, v6 ? "]" : "", port);
}

void tell_address(Session& session, const std::string& url) {
  RowWriter rows(session.row_options({}), session.results());
  rows.add({{"url", url}, {"description", url + "/openapi.json"}});
  rows.end();
  session.console().flush();  // who waits for it must not wait until the end
}

ExitCode run(Session& session, Options options) {
  session.store(Session::Access::read);  // says what is wrong with it before anybody can ask
  if (options.publication.base_url.empty()) options.publication.base_url = address_of(options.http, options.http.port);
  server::Api api({session.settings().database, options.http.workers, options.hosts, options.publication, system_now});
  server::HttpServer server(options.http, api);
  server.stop_on_signals();
  tell_address(session, address_of(options.http, server.port()));
  server.run();
  return ExitCode::done;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->http.workers = std::max(2U, std::thread::hardware_concurrency());
  app.add_option("--address", options->http.address, "Where to listen; 127.0.0.1 as if not said")->type_name("IP");
  app.add_option("--port", options->http.port, "8080 as if not said; 0 for one that is free")->type_name("PORT");
  app.add_option("--host", options->hosts, "A name that it is reached by, beside localhost")->type_name("NAME");
  app.add_option("--workers", options->http.workers, "Threads that answer; one a core, at least 2")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  app.add_option("--base-url", options->publication.base_url, "Its address in feeds and linked data")->type_name("URL");
  app.add_option("--name", options->publication.name, "Who publishes")->type_name("NAME");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command serve_command() {
  return {"serve",
          "Serve",
          "Answer questions over HTTP, for reading",
          "JSON, CSV, JSON-LD, Atom and iCalendar; /openapi.json describes them. Who writes to the store meanwhile is "
          "not waited for.",
          {{"avow serve", "at http://127.0.0.1:8080, for this machine alone"},
           {"avow serve --port 9000 --host promises.example --base-url https://promises.example --name 'The Watch'",
            "behind a proxy that other machines reach"}},
          define,
          {}};
}

}  // namespace avow::cli
