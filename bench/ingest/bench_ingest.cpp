// `avow ingest` on a corpus built by rule, at a tenth of its documents, at half and at all of them, so that a growth of
// memory would show; and beside it a bare insert of the very rows that came of it (bench/common/bare_copy.hpp).
//
//   avow_bench_ingest AVOW [documents] [folder of texts] [folder for what is written]
//
// AVOW is the program. Without a folder of texts, or with "-", the texts are invented.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "common/bare_copy.hpp"
#include "common/measure.hpp"
#include "ingest/child.hpp"
#include "ingest/corpus.hpp"
#include "store/open.hpp"

namespace {

using namespace avow;
using namespace avow::bench;

constexpr std::size_t invented_paragraphs = 20'000;

/// One run of `avow ingest` into a store of its own.
struct Run {
  Corpus corpus;
  std::filesystem::path database;
  ChildCost ingest;
};

Run ingest(const std::string& avow, const Paragraphs& paragraphs, std::size_t documents, const ScratchFolder& scratch) {
  const auto folder = scratch / ("documents-" + std::to_string(documents));
  Run run{write_corpus(paragraphs, documents, folder), scratch / ("store-" + std::to_string(documents) + ".db"), {}};
  run.ingest = run_child({avow, "--quiet", "--db", run.database, "ingest", "--published", "2024-05-01", folder});
  return run;
}

void report(const Run& run, const ScratchFolder& scratch) {
  const Counts counts = open_store(run.database, {})->counts();
  const Cost& cost = run.ingest.cost;
  const auto documents = static_cast<double>(run.corpus.documents);
  const double megabytes = static_cast<double>(run.corpus.bytes) / 1e6;
  std::printf("%zu documents, %.1f MB: %llu stored, %llu claims, %llu readings\n", run.corpus.documents, megabytes,
              static_cast<unsigned long long>(counts.documents), static_cast<unsigned long long>(counts.claims),
              static_cast<unsigned long long>(counts.readings));
  std::printf("  ingest  %7.2f s, processor %.2f s: %.0f documents/s, %.2f MB/s, %.0f claims/s; peak memory %.0f MB\n",
              cost.wall, cost.processor, documents / cost.wall, megabytes / cost.wall,
              static_cast<double>(counts.claims) / cost.wall, run.ingest.peak_megabytes);
  const auto bare_database = scratch / "bare.db";
  const Cost bare = copy_bare(run.database, bare_database);
  remove_store(bare_database);
  std::printf("  bare    %7.2f s, processor %.2f s: its rate is %.1f times that of ingest (%.1f in processor time)\n",
              bare.wall, bare.processor, cost.wall / bare.wall, cost.processor / bare.processor);
}

}  // namespace

int main(int count, char** values) try {
  if (count < 2) {
    std::fprintf(stderr, "avow_bench_ingest AVOW [documents] [folder of texts] [folder for what is written]\n");
    return 2;
  }
  const auto documents = static_cast<std::size_t>(count > 2 ? std::strtoul(values[2], nullptr, 10) : 10'000);
  const std::string texts = count > 3 ? values[3] : "-";
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each line as it comes
  const ScratchFolder scratch(count > 4 ? values[4] : "");
  const Paragraphs paragraphs = texts == "-" ? Paragraphs::invented(invented_paragraphs) : Paragraphs::of_folder(texts);
  std::printf("%zu paragraphs to build from\n", paragraphs.size());
  // All before the bare inserts: a child's peak memory is never below what its parent once held.
  std::vector<Run> runs;
  for (const std::size_t count_of_run : {documents / 10, documents / 2, documents})
    runs.push_back(ingest(values[1], paragraphs, count_of_run, scratch));
  for (const Run& run : runs) report(run, scratch);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_ingest: %s\n", error.what());
  return 2;
}
