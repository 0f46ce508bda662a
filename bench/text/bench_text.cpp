// How fast a text is read, stage by stage, beside what others do with the same texts in the same run. Processor time,
// the best of the repetitions: on a shared machine the least disturbed one says most.
//
//   avow_bench_text TEXTS [PAGES] [repetitions]
//
// TEXTS is a folder of plain texts (*.txt), PAGES one of HTML (*.html, *.html.gz; "" for none).

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "common/measure.hpp"
#include "text/peers.hpp"
#include "text/stages.hpp"
#include "text/texts.hpp"

namespace {

using namespace avow::bench;

/// Seconds of the quickest of so many runs.
double best_of(long repetitions, const std::function<std::size_t()>& run) {
  std::atomic<std::size_t> kept = 0;  // so that no work is left out as of no use
  double best = 0;
  for (long i = 0; i < repetitions; ++i) {
    const Stopwatch watch;
    kept = run();
    const double seconds = watch.cost().processor;
    best = i == 0 ? seconds : std::min(best, seconds);
  }
  return std::max(best, 1e-9);
}

struct Row {
  std::string name;
  double seconds;
};

void print(const std::vector<Row>& rows, double megabytes, double sentences, const std::string& yardstick) {
  double unit = 0;
  for (const Row& row : rows)
    if (row.name == yardstick) unit = row.seconds;
  for (const Row& row : rows) {
    std::printf("%-34s %9.1f MB/s", row.name.c_str(), megabytes / row.seconds);
    if (sentences > 0) std::printf(" %12.0f sentences/s", sentences / row.seconds);
    std::printf("  %7.3f of %s\n", unit / row.seconds, yardstick.c_str());
  }
}

void measure_texts(const std::string& folder, long repetitions) {
  const std::vector<std::string> texts = read_texts(folder);
  const Stages stages(texts);
  std::size_t sentences = 0;
  for (const auto& spans : stages.sentences()) sentences += spans.size();
  std::printf("%zu texts, %.1f MB, %zu sentences; best of %ld, processor time\n", texts.size(), megabytes(texts),
              sentences, repetitions);
  const std::vector<Stage> peers{
      {"ICU sentences", [&] { return icu_sentences(texts); }},
      {"ICU words", [&] { return icu_words(texts); }},
      {"RE2::Set, 200 patterns", [&] { return re2_set(texts, stages.sentences()); }},
      {"Snowball stems", [&] { return snowball(texts); }},
  };
  std::vector<Row> rows;
  for (const auto* list : {&stages.all(), &peers})
    for (const Stage& stage : *list) rows.push_back({stage.name, best_of(repetitions, stage.run)});
  print(rows, megabytes(texts), static_cast<double>(sentences), "ICU sentences");
}

void measure_pages(const std::string& folder, long repetitions) {
  const std::vector<std::string> pages = read_pages(folder);
  std::printf("%zu pages, %.1f MB of HTML\n", pages.size(), megabytes(pages));
  print({{"pages to main text", best_of(repetitions, [&] { return read_pages_whole(pages); })},
         {"libxml2 tree", best_of(repetitions, [&] { return libxml2_tree(pages); })},
         {"libxml2 SAX", best_of(repetitions, [&] { return libxml2_sax(pages); })}},
        megabytes(pages), 0, "libxml2 SAX");
}

}  // namespace

int main(int count, char** values) try {
  if (count < 2) {
    std::fprintf(stderr, "avow_bench_text TEXTS [PAGES] [repetitions]\n");
    return 2;
  }
  const std::string pages = count > 2 ? values[2] : "";
  const long repetitions = count > 3 ? std::max(1L, std::strtol(values[3], nullptr, 10)) : 5;
  measure_texts(values[1], repetitions);
  if (!pages.empty()) measure_pages(pages, repetitions);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_text: %s\n", error.what());
  return 2;
}
