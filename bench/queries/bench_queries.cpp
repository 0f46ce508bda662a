// Times of what analysts ask, on a large store of invented claims.
//
//   avow_bench_queries STORE [claims]
//
// Builds STORE when it is not there (about a minute for 100,000 claims of a million words), else only asks.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/measure.hpp"
#include "common/sample.hpp"
#include "query/claim_view.hpp"
#include "query/due.hpp"
#include "query/history.hpp"
#include "store/open.hpp"

namespace {

using namespace avow;
using namespace avow::bench;

constexpr SampleShape shape{10, 10, 12, 5'000};
constexpr int documents_per_transaction = 1'000;
constexpr int repetitions = 5;
constexpr std::size_t page = 50;

/// One reading in ten has a verdict, one in a hundred that it was broken.
void judge(StoreWriter& writer, const Sample& sample, int number) {
  Assessment assessment;
  assessment.reading = id_of(sample.readings[static_cast<std::size_t>(number) % sample.readings.size()]);
  assessment.verdict = number % 10 == 0 ? Verdict::broken : Verdict::on_track;
  assessment.today = day_from_number(20'000);
  assessment.reason = "By the figures published so far.";
  assessment.maker.plugin = "series";
  assessment.maker.version = "1.0.0";
  writer.add(assessment);
}

void build(const std::filesystem::path& file, long claims) {
  OpenOptions options;
  options.mode = OpenMode::create;
  const auto store = open_store(file, options);
  const auto writer = store->begin();
  WordSource words(3);
  const Stopwatch watch;
  const auto documents = static_cast<int>(claims / static_cast<long>(shape.claims));
  for (int i = 0; i < documents; ++i) {
    const Sample sample = make_sample(words, i, shape);
    add(*writer, sample);
    judge(*writer, sample, i);
    if ((i + 1) % documents_per_transaction == 0) writer->commit();
  }
  writer->commit();
  std::printf("%ld claims written in %.0f s\n", claims, watch.cost().wall);
}

/// Runs `ask`, which says how many rows it got, several times.
void time(const char* question, const std::function<std::size_t()>& ask) {
  std::vector<double> wall, processor;
  std::size_t rows = 0;
  for (int i = 0; i < repetitions; ++i) {
    const Stopwatch watch;
    rows = ask();
    const Cost cost = watch.cost();
    wall.push_back(cost.wall * 1000);
    processor.push_back(cost.processor * 1000);
  }
  std::printf("%-44s %8zu %12.2f %12.2f %12.2f\n", question, rows, wall.front(), median(wall), median(processor));
}

std::size_t count(Store& store, const ClaimFilter& filter) {
  std::size_t rows = 0;
  store.claims(filter, [&](const ClaimRow&) { return ++rows > 0; });
  return rows;
}

struct Question {
  const char* name;
  std::function<void(ClaimFilter&)> narrow;
};

std::vector<Question> questions(WordSource& words) {
  const std::string pair = words.word(40) + " " + words.word(55);
  return {
      {"newest 50", [](ClaimFilter&) {}},
      {"newest 50 of a speaker", [](ClaimFilter& f) { f.speaker = "speaker-77"; }},
      {"newest 50 of a speaker with every tenth", [](ClaimFilter& f) { f.speaker = "speaker-0"; }},
      {"newest 50 of a name as said", [](ClaimFilter& f) { f.speaker = "SPEAKER 78"; }},
      {"all of a speaker", [](ClaimFilter& f) { f.speaker = "speaker-77", f.limit = 0; }},
      {"newest 50 pledges", [](ClaimFilter& f) { f.kind = Kind::pledge; }},
      {"newest 50 of a kind that is not there", [](ClaimFilter& f) { f.kind = Kind::stance; }},
      {"newest 50 of an indicator", [](ClaimFilter& f) { f.indicator = "indicator-7"; }},
      {"50 that are due within a year",
       [](ClaimFilter& f) {
         f.due_from = parse_day("2030-01-01"), f.due_until = parse_day("2030-12-31"),
         f.order = ClaimFilter::Order::due_first;
       }},
      {"newest 50 said in a month",
       [](ClaimFilter& f) { f.said_from = parse_day("2021-03-01"), f.said_until = parse_day("2021-03-31"); }},
      {"newest 50 with a verdict", [](ClaimFilter& f) { f.verdict = Verdict::broken; }},
      {"newest 50 with a verdict that is not there", [](ClaimFilter& f) { f.verdict = Verdict::withdrawn; }},
      {"newest 50 with a rare word", [&words](ClaimFilter& f) { f.text = words.word(19'000); }},
      {"newest 50 with a frequent word", [&words](ClaimFilter& f) { f.text = words.word(3); }},
      {"newest 50 with two words", [pair](ClaimFilter& f) { f.text = pair; }},
      {"best 50 with two words", [pair](ClaimFilter& f) { f.text = pair, f.order = ClaimFilter::Order::relevance; }},
      {"newest 50 of a speaker with a word",
       [&words](ClaimFilter& f) { f.text = words.word(40), f.speaker = "speaker-0"; }},
      {"newest 50 of a party that is not there", [](ClaimFilter& f) { f.party = "party"; }},
  };
}

void ask_about_one(Store& store) {
  Id claim;
  ClaimFilter any;
  any.verdict = Verdict::broken;
  any.limit = 1;
  store.claims(any, [&](const ClaimRow& row) {
    claim = row.id;
    return false;
  });
  time("find an id by its prefix", [&] { return store.resolve(claim.hex().substr(0, 12)).second == claim ? 1U : 0U; });
  time("show one", [&] { return claim_view(store, claim, {}).readings.size(); });
  time("history of one", [&] { return history(store, claim, {}).size(); });
}

void ask_what_is_due(Store& store) {
  const Day today = parse_day("2026-01-01").value();
  const auto due = [&](std::optional<Day> from, std::optional<Day> until) {
    std::size_t rows = 0;
    ClaimFilter filter;
    filter.limit = page;
    due_claims(store, filter, {from, until}, today, [&](const DueClaim&) { return ++rows > 0; });
    return rows;
  };
  time("due: next 50 within a year", [&] { return due(today, parse_day("2026-12-31")); });
  time("due: next 50 of all to come", [&] { return due(today, {}); });
}

}  // namespace

int main(int count_of_values, char** values) try {
  if (count_of_values < 2) {
    std::fprintf(stderr, "avow_bench_queries STORE [claims]\n");
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each line as it comes
  const std::filesystem::path file = values[1];
  if (!std::filesystem::exists(file))
    build(file, count_of_values > 2 ? std::strtol(values[2], nullptr, 10) : 1'000'000);
  const auto store = open_store(file, {});
  const Counts counts = store->counts();
  std::printf("%llu claims, %llu readings, %llu verdicts, %.0f MB\n", static_cast<unsigned long long>(counts.claims),
              static_cast<unsigned long long>(counts.readings), static_cast<unsigned long long>(counts.assessments),
              static_cast<double>(std::filesystem::file_size(file)) / 1e6);
  std::printf("%-44s %8s %12s %12s %12s\n", "question", "rows", "first, ms", "median, ms", "processor");
  WordSource words(3);
  for (const Question& question : questions(words)) {
    ClaimFilter filter;
    filter.limit = page;
    question.narrow(filter);
    time(question.name, [&] { return count(*store, filter); });
  }
  ask_what_is_due(*store);
  ask_about_one(*store);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_queries: %s\n", error.what());
  return 2;
}
