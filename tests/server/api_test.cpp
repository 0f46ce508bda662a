#include "server/api.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "base/error.hpp"
#include "query/small_world.hpp"
#include "server/answers.hpp"
#include "server/forms.hpp"
#include "support/paths.hpp"

namespace avow::server {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ApiTest : public SmallWorld {
 protected:
  void SetUp() override {
    fill_promise();
    api = std::make_unique<Api>(ApiOptions{.database = folder / "a.db",
                                           .workers = 1,
                                           .hosts = {},
                                           .publication = {"https://promises.example", "The Watch", "", ""},
                                           .clock = system_now});
  }
  Response get(const std::string& target, const std::map<std::string, std::string>& headers = {}) const {
    Request request;
    request.method = "GET";
    request.headers = headers;
    set_target(request, target);
    return api->answer(request, 0);
  }
  Json json(const std::string& target) const {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    return Json::parse(response.body);
  }
  std::string header(const Response& response, const std::string& name) const {
    for (const auto& [known, value] : response.headers)
      if (known == name) return value;
    return "";
  }
  std::string id() const { return id_of(claim).hex(); }

  std::unique_ptr<Api> api;
};

TEST_F(ApiTest, ListsClaimsByTheirFilter) {
  EXPECT_EQ(json("/claims.json")["claims"].at(0)["id"], id());
  EXPECT_EQ(json("/claims.json?kind=pledge&text=dikes")["claims"].size(), 1U);
  EXPECT_EQ(json("/claims.json?kind=fact")["claims"].size(), 0U);
}

TEST_F(ApiTest, LeadsFromPageToPage) {
  Claim second = claim;
  second.span = {0, 4};
  second.quote = text_quote(document.text, second.span);
  write("ingest", second);
  const Json first = json("/claims.json?limit=1");
  ASSERT_EQ(first["claims"].size(), 1U);
  const Json next = json(first["next_url"]);
  ASSERT_EQ(next["claims"].size(), 1U);
  EXPECT_NE(next["claims"][0]["id"], first["claims"][0]["id"]);
  EXPECT_TRUE(next["next_url"].is_null());
}

TEST_F(ApiTest, GivesListsAsCsvToo) {
  const Response response = get("/claims.csv");
  EXPECT_THAT(response.type, StartsWith("text/csv"));
  EXPECT_THAT(response.body, StartsWith("id,"));
  EXPECT_THAT(response.body, HasSubstr(id()));
  EXPECT_EQ(get("/claim/" + id() + ".csv").status, 404) << "a claim is no list";
}

TEST_F(ApiTest, ShowsOneThingByThePrefixOfItsId) {
  EXPECT_EQ(json("/claim/" + id().substr(0, 8) + ".json")["id"], id());
  EXPECT_EQ(json("/claim/" + id() + "/history.json")["events"].at(0)["event"], "said");
  EXPECT_EQ(json("/document/" + id_of(document).hex() + ".json")["title"], "The pact speaks");
}

TEST_F(ApiTest, TakesBothClocks) {
  EXPECT_EQ(json("/claims.json?as_of=@1")["claims"].size(), 0U);
  EXPECT_EQ(json("/claims.json?today=2019-01-01")["claims"].size(), 0U);
  EXPECT_EQ(get("/claim/" + id() + ".json?as_of=@1").status, 404);
}

TEST_F(ApiTest, WritesTheFormsOfOthers) {
  EXPECT_EQ(get("/claim/" + id() + ".jsonld").type, "application/ld+json");
  EXPECT_THAT(get("/feed/claims.atom").body, HasSubstr("https://promises.example/claim/" + id()));
  EXPECT_THAT(get("/due.ics").body, HasSubstr("BEGIN:VEVENT"));
}

TEST_F(ApiTest, AnswersEveryRoute) {
  const std::map<std::string, std::string> needed{
      {"/facets", "?by=kind"}, {"/observations", "?indicator=pact:dikes"}, {"/sql", "?statement=SELECT+1"}};
  for (const Route& route : routes()) {
    std::string path = route.path;
    if (const std::size_t at = path.find("{id}"); at != std::string::npos)
      path.replace(at, 4, (path.starts_with("/document") ? id_of(document) : id_of(claim)).hex());
    const auto query = needed.find(route.path);
    json(path + ".json" + (query == needed.end() ? "" : query->second));
  }
}

TEST_F(ApiTest, TellsProblemsAsRfc9457Has) {
  const Response response = get("/claims.json?kind=wish");
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.type, "application/problem+json");
  const Json problem = Json::parse(response.body);
  EXPECT_EQ(problem["status"], 400);
  EXPECT_THAT(problem["detail"].get<std::string>(), HasSubstr("'wish'"));
  EXPECT_THAT(problem["advice"].get<std::string>(), HasSubstr("pledge"));
}

TEST_F(ApiTest, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(get("/nothing.json").status, 404);
  EXPECT_EQ(get("/claims").status, 404);
  EXPECT_EQ(get("/claim/.json").status, 404);
  EXPECT_EQ(get("/claim/0123456789abcdef0123456789abcdef.json").status, 404);
  EXPECT_EQ(get("/claims.json?speker=ada").status, 400) << "a slip must not give every claim";
  for (const char* bad :
       {"limit=0", "limit=-1", "limit=1001", "limit=x", "open=maybe", "after=x", "today=x", "as_of=x"})
    EXPECT_EQ(get(std::string("/claims.json?") + bad).status, 400) << bad;
}

TEST_F(ApiTest, RunsSqlThatOnlyReads) {
  EXPECT_EQ(json("/sql.json?statement=SELECT+count(*)+AS+n+FROM+claims")["rows"], Json::parse("[[1]]"));
  EXPECT_EQ(get("/sql.json?statement=DELETE+FROM+claim").status, 400);
  EXPECT_EQ(get("/sql.json?statement=ATTACH+'x'+AS+y").status, 400);
  EXPECT_EQ(get("/sql.json?statement=WITH+RECURSIVE+n(i)+AS+(SELECT+1+UNION+ALL+SELECT+i%2B1+FROM+n)+SELECT+count(*)+"
                "FROM+n")
                .status,
            413)
      << "stopped by its time";
}

TEST_F(ApiTest, NeedsNotBeAskedTwice) {
  const Response first = get("/claims.json");
  const std::string tag = header(first, "ETag");
  EXPECT_EQ(get("/claims.json", {{"if-none-match", tag}}).status, 304);
  EXPECT_EQ(get("/claims.json", {{"if-none-match", tag}}).body, "");
  fill_outcomes();
  EXPECT_EQ(get("/claims.json", {{"if-none-match", tag}}).status, 200) << "there is something new";
}

TEST_F(ApiTest, KeepsBrowsersFromTakingAnswersForPages) {
  for (const char* path : {"/claims.json", "/nothing"}) {
    const Response response = get(path);
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_THAT(header(response, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
  }
}

/// Paths and their parameters as a description names them: "/claims.json?kind", with the two clocks left out.
std::set<std::string> described(const Json& openapi) {
  std::set<std::string> all;
  for (const auto& [path, item] : openapi["paths"].items()) {
    all.insert(path);
    for (const Json& parameter : item["get"].value("parameters", Json::array())) {
      std::string name = parameter.value("name", "");
      if (const std::string at = parameter.value("$ref", ""); !at.empty()) name = at.substr(at.rfind('/') + 1);
      if (name != "id" && name != "as_of" && name != "today") all.insert(path + "?" + name);
    }
  }
  return all;
}

TEST_F(ApiTest, IsWhatItsDescriptionSays) {
  std::set<std::string> served{"/openapi.json"};
  const auto add = [&](const std::string& path, const std::vector<const char*>& parameters) {
    served.insert(path);
    for (const char* parameter : parameters) served.insert(path + "?" + parameter);
  };
  const std::set<std::string> no_lists{"/claim/{id}", "/document/{id}", "/sql"};
  for (const Route& route : routes()) {
    add(route.path + std::string(".json"), route.parameters);
    if (!no_lists.contains(route.path)) add(route.path + std::string(".csv"), route.parameters);
  }
  for (const Form& form : forms()) add(form.path, form.parameters);
  EXPECT_EQ(described(json("/openapi.json")), served);
}

void collect_refs(const Json& value, std::set<std::string>& refs) {
  if (value.is_object() && value.contains("$ref")) refs.insert(value["$ref"].get<std::string>());
  if (value.is_structured())
    for (const Json& one : value) collect_refs(one, refs);
}

TEST_F(ApiTest, DescribesNothingThatIsNotThere) {
  const Json openapi = json("/openapi.json");
  std::set<std::string> refs;
  collect_refs(openapi, refs);
  for (const std::string& ref : refs) {
    if (ref.starts_with("#"))
      EXPECT_TRUE(openapi.contains(Json::json_pointer(ref.substr(1)))) << ref;
    else
      EXPECT_TRUE(std::filesystem::exists(source_folder() / "schema" / ref)) << ref;
  }
}

}  // namespace
}  // namespace avow::server
