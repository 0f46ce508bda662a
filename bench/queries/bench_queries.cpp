// Times of what analysts ask of a large store, beside the same questions in plain SQL in this process.
//
//   avow_bench_queries STORE [seconds for each side of a question]
//
// avow_bench_build_store makes STORE. Both sides take turns, each repetition with other values. Processor time; the
// wall time of a process at rest differs little once the file is in memory.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "common/measure.hpp"
#include "queries/questions.hpp"
#include "store/open.hpp"

namespace {

using namespace avow;
using namespace avow::bench;

constexpr std::size_t least = 5, most = 1'000;  // repetitions

/// The costs of one side, in milliseconds.
struct Side {
  std::vector<double> processor, wall;
  std::size_t rows = 0;  ///< of the first repetition
  double spent = 0;

  /// Until there were as many as there may be, or enough for the time given.
  void take(const std::function<std::size_t(std::size_t)>& ask, std::size_t repetition, double seconds) {
    if (!ask || (repetition >= least && spent >= seconds)) return;
    const Stopwatch watch;
    const std::size_t count = ask(repetition);
    const Cost cost = watch.cost();
    if (repetition == 0) rows = count;
    processor.push_back(cost.processor * 1000);
    wall.push_back(cost.wall * 1000);
    spent += cost.wall;
  }
};

void time(const Question& question, double seconds) {
  Side avow, plain;
  question.avow(most);  // what only the first answer of its sort pays for: statements, pages
  if (question.plain) question.plain(most);
  for (std::size_t i = 0; i < most; ++i) {
    avow.take(question.avow, i, seconds);
    plain.take(question.plain, i, seconds);
  }
  std::printf("%-46s %8zu %5zu %9.3f %9.3f %9.3f", question.name.c_str(), avow.rows, avow.processor.size(),
              median(avow.processor), percentile(avow.processor, 99), median(avow.wall));
  if (question.plain)
    std::printf(" %9.3f %9.3f %7.2f%s", median(plain.processor), percentile(plain.processor, 99),
                median(avow.processor) / median(plain.processor),
                avow.rows == plain.rows ? "" : (" rows differ: " + std::to_string(plain.rows)).c_str());
  std::printf("\n");
}

void time_all(const char* what, const std::vector<Question>& questions, double seconds) {
  std::printf("\n%-46s %8s %5s %9s %9s %9s %9s %9s %7s\n", what, "rows", "times", "median", "99th", "wall", "plain",
              "99th", "ratio");
  for (const Question& question : questions) time(question, seconds);
}

}  // namespace

int main(int count_of_values, char** values) try {
  if (count_of_values < 2) {
    std::fprintf(stderr, "avow_bench_queries STORE [seconds a question]\n");
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each line as it comes
  const std::filesystem::path file = values[1];
  const double seconds = count_of_values > 2 ? std::strtod(values[2], nullptr) : 4;
  OpenOptions writing;
  writing.mode = OpenMode::read_write;
  open_store(file, writing);  // what an older program wrote is brought up to date
  const auto store = open_store(file, {});
  PlainSql sql(file);
  const Counts counts = store->counts();
  std::printf(
      "%llu claims, %llu readings, %llu observations, %llu assessments, %.0f MB; milliseconds of processor time\n",
      static_cast<unsigned long long>(counts.claims), static_cast<unsigned long long>(counts.readings),
      static_cast<unsigned long long>(counts.observations), static_cast<unsigned long long>(counts.assessments),
      static_cast<double>(std::filesystem::file_size(file)) / 1e6);
  time_all("one", lookup_questions(*store, sql), seconds);
  time_all("lists", list_questions(*store, sql), seconds);
  time_all("counts", count_questions(*store, sql), seconds);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_queries: %s\n", error.what());
  return 2;
}
