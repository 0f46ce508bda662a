// How many claims a check run judges a second, with the bundled checkers and real series.
//
//   avow_bench_check STORE [claims]
//
// Builds STORE when it is not there (100,000 numeric claims that are due, unless it says otherwise, and the figures
// that judge them), and never changes it afterwards: the runs are on copies beside it, which it takes away again.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/measure.hpp"
#include "common/world.hpp"
#include "engine/check.hpp"
#include "engine/vocabulary.hpp"
#include "store/open.hpp"

namespace {

using namespace avow;
using namespace avow::bench;

constexpr SampleShape shape{10, 10, 12, 1'000};
constexpr WorldShape world_shape{40, 60, 1'000, 25, 2006, 20, 3};
constexpr int documents_per_transaction = 1'000;
constexpr int last_due = 2025;
const Day today = parse_day("2027-06-30").value();  // the figures for the last due year are out

void add_figures(Store& store, const World& world) {
  const auto writer = store.begin();
  for (int indicator = 0; indicator < world.shape().indicators; ++indicator) {
    writer->begin_entry({"import", "bench", World::indicator(indicator)});
    writer->add(World::series(indicator));
    for (int vintage = 0; vintage < world.shape().vintages; ++vintage)
      for (int year = 0; year < world.shape().years; ++year)
        for (int country = 0; country < world.shape().countries; ++country)
          writer->add(world.figure(indicator, country, world.shape().first_year + year, vintage));
  }
  writer->commit();
}

void add_claims(Store& store, const World& world, long claims) {
  const auto writer = store.begin();
  WordSource words(3);
  const auto documents = static_cast<int>(claims / static_cast<long>(shape.claims));
  for (int i = 0; i < documents; ++i) {
    Sample sample = make_sample(words, i, shape);
    world.aim_at_figures(sample, i, last_due);
    add(*writer, sample);
    if ((i + 1) % documents_per_transaction == 0) writer->commit();
  }
  writer->commit();
}

void build(const std::filesystem::path& file, long claims) {
  const Stopwatch watch;
  OpenOptions options;
  options.mode = OpenMode::create;
  const auto store = open_store(file, options);
  const World world(world_shape);
  add_vocabulary(*store, world.vocabulary(), "bench", "invented");
  add_figures(*store, world);
  add_claims(*store, world, claims);
  std::printf("built in %.0f s\n", watch.cost().wall);
}

class Checkers {
 public:
  /// The bundled plugins, or the one of this id alone.
  explicit Checkers(const std::string& only = {}) : found_(find_plugins(default_plugin_folders())) {
    for (const FoundPlugin& one : found_)
      if (one.plugin && (only.empty() || one.plugin->manifest().id == only)) plugins_.push_back(one.plugin.get());
  }
  const std::vector<Plugin*>& all() const { return plugins_; }

 private:
  std::vector<FoundPlugin> found_;
  std::vector<Plugin*> plugins_;
};

struct Run {
  CheckTotals totals;
  std::map<std::string, std::size_t> verdicts;
  Cost cost;
};

/// As `avow check` does it, but for printing: the names are read anew, then every claim is looked at.
Run check(Store& store, const Checkers& checkers, const CheckOptions& options) {
  Run run;
  const Stopwatch watch;
  const Lexicon lexicon = Lexicon::of(store);
  run.totals = check_claims(store, lexicon, checkers.all(), options, today, [&](const CheckedClaim& checked) {
    ++run.verdicts[checked.failure.empty() ? std::string(verdicts.name(checked.assessment.verdict)) : "failed"];
  });
  run.cost = watch.cost();
  return run;
}

void print(const char* what, const Run& run) {
  const CheckTotals& totals = run.totals;
  const auto looked_at = static_cast<double>(totals.judged + totals.passed_over);
  std::printf("%-44s %8zu %8zu %8zu %10.2f %10.2f %10.0f\n", what, totals.judged, totals.changed, totals.passed_over,
              run.cost.wall, run.cost.processor, looked_at / run.cost.processor);
}

void run_all(const std::filesystem::path& file, const std::filesystem::path& folder, const std::string& checker) {
  const ScratchFolder scratch(folder);
  const auto copy = scratch / "store.db";
  std::filesystem::copy_file(file, copy);
  OpenOptions options;
  options.mode = OpenMode::read_write;
  const auto store = open_store(copy, options);
  const Checkers checkers(checker);
  CheckOptions dry;
  dry.dry_run = true;
  CheckOptions again;
  again.all = true;
  const std::string with = checker.empty() ? "all bundled checkers" : checker + " alone";
  const Run first = check(*store, checkers, {});
  print((with + ", first run").c_str(), first);
  print((with + ", nothing new").c_str(), check(*store, checkers, {}));
  print((with + ", judged again (--all)").c_str(), check(*store, checkers, again));
  print((with + ", storing nothing").c_str(), check(*store, checkers, dry));
  for (const auto& [verdict, count] : first.verdicts) std::printf("  %-20s %zu\n", verdict.c_str(), count);
}

}  // namespace

int main(int count_of_values, char** values) try {
  if (count_of_values < 2) {
    std::fprintf(stderr, "avow_bench_check STORE [claims]\n");
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each line as it comes
  const std::filesystem::path file = values[1];
  if (!std::filesystem::exists(file)) build(file, count_of_values > 2 ? std::strtol(values[2], nullptr, 10) : 100'000);
  const Counts counts = open_store(file, {})->counts();
  std::printf("%llu claims, %llu observations\n", static_cast<unsigned long long>(counts.claims),
              static_cast<unsigned long long>(counts.observations));
  std::printf("%-44s %8s %8s %8s %10s %10s %10s\n", "run", "judged", "stored", "passed", "wall, s", "proc., s",
              "claims/s");
  for (const char* checker : {"series", ""}) run_all(file, std::filesystem::absolute(file).parent_path(), checker);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_check: %s\n", error.what());
  return 2;
}
