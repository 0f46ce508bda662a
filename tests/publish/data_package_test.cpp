#include "publish/data_package.hpp"

#include "json_schema.hpp"
#include "publish/claim_json.hpp"
#include "publish/csv_records.hpp"
#include "publish/rows.hpp"
#include "publish/table_schema.hpp"
#include "publishing.hpp"

namespace avow {
namespace {

class DataPackage : public Publishing {
 protected:
  static std::string csv(const std::vector<Json>& rows) {
    RowOptions options;
    options.format = Format::csv;
    std::string text;
    RowWriter writer(options, [&](std::string_view part) { text += part; });
    for (const Json& one : rows) writer.add(one);
    writer.end();
    return text;
  }
  static std::vector<std::string> header(const std::string& csv) {
    std::size_t at = 0;
    CsvReader reader("test", [&](char* buffer, std::size_t size) {
      const std::size_t read = csv.copy(buffer, size, at);
      at += read;
      return read;
    });
    std::vector<std::string> cells;
    reader.next(cells);
    return cells;
  }
  std::string claims_csv() const { return csv({claim_json(row, names), claim_json(hostile(), names)}); }
  std::string observations_csv() const {
    std::vector<Json> rows;
    store->observations({}, [&](const ObservationRow& one) {
      rows.push_back(observation_json(one, names));
      return true;
    });
    return csv(rows);
  }
  PublishedTable table(const char* name, const std::string& content, std::vector<Series> sources = {}) const {
    return {
        name, name, std::string(name) + ".csv", header(content), content.size(), sha256(content), std::move(sources)};
  }
  static std::vector<std::string> field_names(const Json& resource) {
    std::vector<std::string> found;
    for (const Json& field : resource["schema"]["fields"]) found.push_back(field["name"]);
    return found;
  }
};

TEST_F(DataPackage, DescribesTheTablesAsTheyWereWritten) {
  const std::string claims = claims_csv(), figures = observations_csv();
  const Json package = data_package({table("claims", claims), table("observations", figures, {series, series})}, site,
                                    Instant::parse_end("2025-06-01T10:00:00Z"));
  EXPECT_EQ(schema_faults("data_package", package), "");
  const Json& first = package["resources"][0];
  EXPECT_EQ(field_names(first), header(claims));
  EXPECT_EQ(field_names(package["resources"][1]), header(figures));
  EXPECT_EQ(first["bytes"], claims.size());
  EXPECT_EQ(first["hash"], "sha256:" + sha256(claims).hex());
  EXPECT_EQ(first["schema"]["primaryKey"], Json::array({"id"}));
  EXPECT_EQ(package["created"], "2025-06-01T10:00:00.999999Z");
  EXPECT_EQ(package["contributors"], Json::parse(R"([{"title": "Promise Watch", "path": "https://promises.example",
                                                     "roles": ["publisher"]}])"));
}

TEST_F(DataPackage, EveryColumnOfRowsHasAType) {
  const std::vector<std::string> added{"disagreement", "disputes", "cursor", "days_left"};  // by `claims` and `due`
  for (const auto& columns : {header(claims_csv()), header(observations_csv()), added}) {
    const Json schema = table_schema(columns);
    for (const Json& field : schema["fields"]) EXPECT_NE(field["type"], "any") << field;
  }
}

TEST_F(DataPackage, AListOfSomeColumnsHasASchemaOfThose) {
  const Json schema = table_schema({"said", "verdict"});
  EXPECT_EQ(schema["fields"].size(), 2u);
  EXPECT_FALSE(schema.contains("primaryKey"));
}

TEST_F(DataPackage, CellsAreOfTheTypesThatTheSchemaGives) {
  const Json one = claim_json(row, names);
  std::vector<std::string> columns;
  for (const auto& item : one.items()) columns.push_back(item.key());
  const Json schema = table_schema(columns);
  for (const Json& field : schema["fields"]) {
    const Json& value = one[field["name"].get<std::string>()];
    if (value.is_null()) continue;
    const std::string type = field["type"];
    EXPECT_EQ(value.is_boolean(), type == "boolean") << field;
    EXPECT_EQ(value.is_number(), type == "number" || type == "integer") << field;
    EXPECT_TRUE(type != "date" || parse_day(value.get<std::string>())) << field;
  }
}

TEST_F(DataPackage, AFigureStaysTextAndAClaimedValueIsANumber) {
  EXPECT_EQ(table_schema({"id", "value"})["fields"][1]["type"], "number");
  EXPECT_EQ(table_schema({"id", "period", "value"})["fields"][2]["type"], "string");
  EXPECT_EQ(table_schema({"id", "of a later version"})["fields"][1]["type"], "any");
}

TEST_F(DataPackage, NamesSourcesAndLicencesOnce) {
  const Series licensed{"a", "Pact yearbook", "https://example.org/yearbook", "CC BY 4.0, Pact"};
  const Json package = data_package({table("observations", observations_csv(), {series, licensed, licensed})}, site);
  EXPECT_EQ(schema_faults("data_package", package), "");
  const Json& resource = package["resources"][0];
  EXPECT_EQ(resource["sources"],
            Json::parse(R"([{"title": "Pact yearbook", "path": "https://example.org/yearbook"}])"));
  EXPECT_EQ(resource["licenses"], Json::array({{{"name", "CC-BY-4.0--Pact"}, {"title", "CC BY 4.0, Pact"}}}));
  EXPECT_EQ(package["licenses"][0]["name"], "CC-BY-4.0");
  EXPECT_EQ(package["licenses"][0]["path"], "https://creativecommons.org/licenses/by/4.0/");
  EXPECT_FALSE(package.contains("created"));
}

TEST_F(DataPackage, SaysNoLicenceThatNobodyGave) {
  site.licence.clear();
  const Json package = data_package({table("claims", claims_csv())}, site);
  EXPECT_EQ(schema_faults("data_package", package), "");
  EXPECT_FALSE(package.contains("licenses"));
  EXPECT_FALSE(package["resources"][0].contains("licenses"));
}

TEST_F(DataPackage, SchemaRefusesAWayOutOfTheFolder) {
  for (const char* path : {"../claims.csv", "/etc/passwd", "a/../../b.csv", "file:claims.csv"}) {
    PublishedTable one = table("claims", claims_csv());
    one.path = path;
    EXPECT_NE(schema_faults("data_package", data_package({one}, site)), "") << path;
  }
}

}  // namespace
}  // namespace avow
