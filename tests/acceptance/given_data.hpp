#pragma once

#include <gmock/gmock.h>

#include <algorithm>

#include "support/paths.hpp"
#include "support/program.hpp"

namespace avow {

using Row = nlohmann::ordered_json;
using Rows = std::vector<Row>;

/// Runs the program on what others published; skipped where that does not lie beside the source tree. What the tests
/// know of its words are the few that find a claim.
class GivenData : public cli_test::CliTest {
 protected:
  static std::filesystem::path data() { return source_folder().parent_path() / "shared/data"; }

  void SetUp() override {
    if (!std::filesystem::is_directory(data())) GTEST_SKIP() << data() << " is not there";
  }

  /// The rows of a command that must end well.
  Rows rows_of(const std::vector<std::string>& arguments) const {
    const cli_test::Result run = avow(arguments);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return run.rows();
  }

  Rows ingest_interview() const {
    return rows_of({"ingest", (data() / "interview").string(), "--published", "2025-04-25"});
  }

  Rows ingest_declarations() const { return rows_of({"ingest", (data() / "documents/nato").string()}); }

  Row import_vintage(const std::string& file, const std::string& published, const std::string& source) const {
    return rows_of({"outcomes", "import", (data() / "outcomes/nato" / file).string(), "--indicator",
                    "nato:defence-share-gdp", "--published", published, "--source", source})
        .at(0);
  }
  Row import_june_2024() const { return import_vintage("2024-06_share_of_gdp_clean.csv", "2024-06-17", "NATO"); }
  Row import_april_2025() const {
    return import_vintage("2025_share_of_gdp_namanjain92_defence_per.csv", "2025-04-24", "NATO");
  }
  Row import_august_2025() const {
    return import_vintage("2025-08_share_of_gdp_press.csv", "2025-08-28", "press reports");
  }
};

/// The one row that `holds` is true of; null, and the test fails, when there is none.
template <typename Holds>
Row first_of(const Rows& rows, Holds holds) {
  const auto found = std::find_if(rows.begin(), rows.end(), holds);
  EXPECT_NE(found, rows.end());
  return found == rows.end() ? Row() : *found;
}

/// Claims whose words hold these.
inline Rows quoting(const Rows& rows, const std::string& words) {
  Rows found;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(found),
               [&](const Row& row) { return row.at("quote").get<std::string>().find(words) != std::string::npos; });
  return found;
}

}  // namespace avow
