// The store's writer against bare prepared inserts of the very same rows (bench/common/bare_copy.hpp). Both write new
// files in one folder, in the same transactions, and both fold their logs into them at the end. They take turns at
// going first, so that neither always finds the disk as the other left it.
//
//   avow_bench_store [documents] [documents per transaction] [repetitions] [folder]

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "common/bare_copy.hpp"
#include "common/measure.hpp"
#include "common/sample.hpp"
#include "common/word_source.hpp"
#include "store/open.hpp"

namespace {

using namespace avow;
using namespace avow::bench;

constexpr std::size_t claims_per_document = SampleShape{}.claims;

Cost write_through_store(const std::filesystem::path& file, const std::vector<Sample>& samples,
                         std::size_t per_transaction) {
  OpenOptions options;
  options.mode = OpenMode::create;
  auto store = open_store(file, options);
  const Stopwatch watch;
  auto writer = store->begin();
  for (std::size_t i = 0; i < samples.size(); ++i) {
    add(*writer, samples[i]);
    if ((i + 1) % per_transaction == 0) writer->commit();
  }
  writer->commit();
  writer.reset();
  store.reset();
  return watch.cost();
}

/// The costs of all repetitions of one side.
struct Side {
  std::vector<double> wall, processor;
  void take(const Cost& cost) {
    wall.push_back(cost.wall);
    processor.push_back(cost.processor);
  }
};

long argument(int count, char** values, int index, long otherwise) {
  return count > index ? std::strtol(values[index], nullptr, 10) : otherwise;
}

void print_side(const char* name, const Side& side, double documents, double megabytes) {
  const double seconds = median(side.wall);
  std::printf("%-6s %8.0f documents/s %9.0f claims/s %7.1f MB/s  spread %2.0f %%;  processor %.3f s, spread %2.0f %%\n",
              name, documents / seconds, documents * static_cast<double>(claims_per_document) / seconds,
              megabytes / seconds, 100 * spread(side.wall), median(side.processor), 100 * spread(side.processor));
}

}  // namespace

int main(int count, char** values) try {
  const auto documents = argument(count, values, 1, 2'000);
  const auto per_transaction = static_cast<std::size_t>(argument(count, values, 2, 500));
  const auto repetitions = argument(count, values, 3, 9);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each line as it comes
  const ScratchFolder folder(count > 4 ? values[4] : "");
  WordSource words(1);
  std::vector<Sample> samples;
  double megabytes = 0;
  for (long i = 0; i < documents; ++i) {
    samples.push_back(make_sample(words, static_cast<int>(i), {}));
    megabytes += static_cast<double>(samples.back().document.text.size()) / 1e6;
  }
  const auto rows = folder / "rows.db";  // the rows that the bare side inserts
  const auto target = folder / "written.db";
  write_through_store(rows, samples, per_transaction);
  Side store, bare;
  std::printf("%ld documents (%.1f MB), %zu claims and readings each, %zu documents a transaction\n", documents,
              megabytes, claims_per_document, per_transaction);
  std::printf("%-4s %10s %10s %7s %14s %14s %7s\n", "run", "store s", "bare s", "ratio", "store proc. s",
              "bare proc. s", "ratio");
  for (long i = 0; i < repetitions; ++i) {
    for (int turn = 0; turn < 2; ++turn) {
      const bool is_store = (i + turn) % 2 == 0;
      (is_store ? store : bare)
          .take(is_store ? write_through_store(target, samples, per_transaction) : copy_bare(rows, target));
      remove_store(target);
    }
    std::printf("%-4ld %10.3f %10.3f %7.2f %14.3f %14.3f %7.2f\n", i + 1, store.wall.back(), bare.wall.back(),
                bare.wall.back() / store.wall.back(), store.processor.back(), bare.processor.back(),
                bare.processor.back() / store.processor.back());
  }
  print_side("store", store, static_cast<double>(documents), megabytes);
  print_side("bare", bare, static_cast<double>(documents), megabytes);
  std::printf(
      "store's rate as a share of the bare rate: %.2f of wall time, %.2f of processor time (ratios of medians)\n",
      median(bare.wall) / median(store.wall), median(bare.processor) / median(store.processor));
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_store: %s\n", error.what());
  return 2;
}
