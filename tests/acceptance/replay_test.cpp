#include "acceptance/given_data.hpp"

namespace avow {
namespace {

/// A store with verdicts on figures of two vintages and on later documents, which goes to another machine in each way
/// that there is.
class Moving : public GivenData {
 protected:
  void SetUp() override {
    GivenData::SetUp();
    if (IsSkipped()) return;
    ingest_interview();
    import_june_2024();
    rows_of({"check", "--today", "2025-04-26"});
    ingest_declarations();
    import_april_2025();
    rows_of({"check", "--today", "2026-01-10"});
  }

  /// Each verdict with everything that its id covers.
  Rows verdicts(const std::string& store) const {
    return rows_of({"sql",
                    "SELECT id, claim, verdict, judged, vintage, figures, reason FROM verdict_history ORDER BY id",
                    "--db", path(store).string()});
  }
  void expect_replays(const std::string& store) const {
    const cli_test::Result run = avow({"replay", "--all", "--db", path(store).string()});
    EXPECT_EQ(run.exit_code, 0) << store << ": " << run.out << run.err;
    EXPECT_TRUE(run.rows().empty()) << store;
    EXPECT_EQ(avow({"verify", "--db", path(store).string()}).exit_code, 0) << store;
  }
};

TEST_F(Moving, EveryVerdictIsMadeAgainAfterBackupRestoreExportImportAndMerge) {
  const Rows before = verdicts("avow.db");
  ASSERT_GT(before.size(), 3u);
  ASSERT_EQ(avow({"backup", path("backup.db").string()}).exit_code, 0);
  std::filesystem::copy_file(path("backup.db"), path("restored.db"));
  const cli_test::Result lines = avow({"export", "--db", path("restored.db").string()});
  ASSERT_EQ(lines.exit_code, 0) << lines.err;
  ASSERT_EQ(avow({"import", "-", "--db", path("imported.db").string()}, {lines.out, {}, {}}).exit_code, 0);
  ASSERT_EQ(avow({"merge", path("imported.db").string(), "--db", path("merged.db").string()}).exit_code, 0);
  for (const char* store : {"backup.db", "restored.db", "imported.db", "merged.db"}) {
    EXPECT_EQ(verdicts(store), before) << store;
    expect_replays(store);
  }
}

}  // namespace
}  // namespace avow
