#include "server/api.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/log.hpp"
#include "publish/fields.hpp"
#include "query/clocks.hpp"
#include "server/answers.hpp"
#include "server/forms.hpp"
#include "server/openapi_text.hpp"
#include "store/open.hpp"

namespace avow::server {
namespace {

constexpr std::string_view json_type = "application/json";

/// What a problem is called by its status (RFC 9110, RFC 6585).
struct Title {
  int status;
  const char* title;
};
constexpr Title titles[] = {{400, "Bad Request"},
                            {403, "Forbidden"},
                            {404, "Not Found"},
                            {405, "Method Not Allowed"},
                            {409, "Conflict"},
                            {413, "Content Too Large"},
                            {415, "Unsupported Media Type"},
                            {421, "Misdirected Request"},
                            {422, "Unprocessable Content"},
                            {431, "Request Header Fields Too Large"},
                            {500, "Internal Server Error"},
                            {503, "Service Unavailable"},
                            {505, "HTTP Version Not Supported"}};

std::string title_of(int status) {
  for (const Title& one : titles)
    if (one.status == status) return one.title;
  return "Error";
}

/// A problem by RFC 9457, with what to do about it as `advice`.
Response problem(int status, const std::string& detail, const std::string& advice) {
  Json body{{"type", "about:blank"}, {"title", title_of(status)}, {"status", status}};
  if (!detail.empty()) body["detail"] = detail;
  if (!advice.empty()) body["advice"] = advice;
  return {status, "application/problem+json", json_text(body) + "\n", {}};
}

/// No page is made of these answers, so nothing may be loaded for one, nor may it be framed.
void add_guards(Response& response) {
  response.headers.insert(response.headers.end(),
                          {{"X-Content-Type-Options", "nosniff"},
                           {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                           {"Referrer-Policy", "no-referrer"},
                           {"Cache-Control", "no-cache"}});
  if (response.status == 405) response.headers.emplace_back("Allow", "GET, HEAD");
}

/// The path without the text behind the last dot of its last step, and that text.
std::pair<std::string, std::string> without_suffix(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos || path.find('/', dot) != std::string::npos) return {path, ""};
  return {path.substr(0, dot), path.substr(dot + 1)};
}

/// What stands for {id} when the path is of that pattern.
std::optional<std::string> argument_of(std::string_view pattern, std::string_view path) {
  const std::size_t open = pattern.find("{id}");
  if (open == std::string_view::npos) return pattern == path ? std::optional<std::string>("") : std::nullopt;
  const std::string_view before = pattern.substr(0, open), behind = pattern.substr(open + 4);
  if (path.size() <= before.size() + behind.size() || !path.starts_with(before) || !path.ends_with(behind))
    return std::nullopt;
  const std::string_view argument = path.substr(before.size(), path.size() - before.size() - behind.size());
  return argument.find('/') == std::string_view::npos ? std::optional(std::string(argument)) : std::nullopt;
}

void check_parameters(const Request& request, const std::vector<const char*>& known) {
  for (const auto& [name, value] : request.query.all()) {
    if (name == "as_of" || name == "today") continue;
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw Error(ErrorCode::usage, fmt::format("there is no parameter '{}' here", name),
                  "/openapi.json names those that there are");
  }
}

/// Answers are named by their content, so that who has one already need not get it again (RFC 9110, 13.1.2).
Response tagged(Response response, const Request& request) {
  const std::string tag = fmt::format("\"{}\"", sha256(response.body).hex().substr(0, 32));
  const std::string_view wanted = request.header("if-none-match");
  if (wanted == "*" || wanted.find(tag) != std::string_view::npos) response = {304, response.type, "", {}};
  response.headers.emplace_back("ETag", tag);
  return response;
}

Response data_response(const Answer& answer, const std::string& suffix) {
  if (suffix == "csv") return {200, "text/csv; charset=utf-8", csv_of(answer), {}};
  Json data = answer.data;
  if (!answer.rows.empty()) data["next_url"] = answer.next_url.empty() ? Json() : Json(answer.next_url);
  return {200, std::string(json_type), json_text(data) + "\n", {}};
}

}  // namespace

/// What a worker reads with.
struct Api::Desk {
  std::unique_ptr<Store> store;
  std::int64_t newest_record = -1;
  std::shared_ptr<const Names> names;  ///< of now, as of newest_record

  std::shared_ptr<const Names> names_at(const Clocks& clocks, bool looking_back) {
    if (looking_back) return std::make_shared<const Names>(Names::of(*store, clocks));
    if (const std::int64_t newest = store->newest_record(); !names || newest != newest_record) {
      names = std::make_shared<const Names>(Names::of(*store, clocks));
      newest_record = newest;
    }
    return names;
  }
};

Api::Api(ApiOptions options) : options_(std::move(options)), access_(options_.hosts) {
  for (std::size_t worker = 0; worker < options_.workers; ++worker)
    desks_.push_back(std::make_unique<Desk>(Desk{open_store(options_.database, {}), -1, nullptr}));
}

Api::~Api() = default;

Handler::Admission Api::admit(const Request& head) {
  if (const auto status = access_.refusal(head)) return {0, refusal(*status)};
  return {};
}

Response Api::refusal(int status) {
  Response response = problem(status, "", "");
  add_guards(response);
  return response;
}

Response Api::answer(const Request& request, std::size_t worker) {
  Response response;
  try {
    response = tagged(answer_or_throw(request, *desks_.at(worker)), request);
  } catch (const Error& error) {
    response = problem(http_status(error.code()), error.what(), error.advice());
  } catch (const std::exception& error) {
    log::error("{}: {}", request.path, error.what());
    response = problem(500, "", "");
  }
  add_guards(response);
  return response;
}

Response Api::answer_or_throw(const Request& request, Desk& desk) {
  if (request.path == "/openapi.json") return {200, std::string(json_type), std::string(openapi_text()), {}};
  Clocks clocks = parse_clocks(request.query.value("as_of"), request.query.value("today"));
  const bool looking_back = clocks.as_of || clocks.as_of_entry || clocks.today;
  clocks.today = today_of(clocks, options_.clock());
  const auto names = desk.names_at(clocks, looking_back);
  const auto question = [&](const std::string& argument) {
    return Question{request, argument, *desk.store, *names, clocks, options_.publication};
  };
  for (const Form& form : forms())
    if (const auto argument = argument_of(form.path, request.path)) {
      check_parameters(request, form.parameters);
      return {200, form.type, form.write(question(*argument)), {}};
    }
  const auto [path, suffix] = without_suffix(request.path);
  for (const Route& route : routes())
    if (const auto argument = argument_of(route.path, path); argument && (suffix == "json" || suffix == "csv")) {
      check_parameters(request, route.parameters);
      const Answer answer = route.answer(question(*argument));
      if (suffix == "json" || !answer.rows.empty()) return data_response(answer, suffix);
    }
  throw Error(ErrorCode::not_found, fmt::format("there is nothing at {}", request.path),
              "/openapi.json tells what there is");
}

}  // namespace avow::server
