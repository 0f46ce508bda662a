#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "learn/listed_texts.hpp"
#include "learn/tasks/tasks.hpp"
#include "text/word_ranking.hpp"

/// Which verified claim a posted sentence is about; mean average precision over the first five, as CheckThat! counts
/// its claim retrieval. Nothing is trained.
namespace avow::learn {
namespace {

constexpr std::size_t counted = 5;
constexpr std::size_t told = 10;  ///< of an error, the texts that were ranked first

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// The one file whose name holds one of the words.
std::filesystem::path file_named(const std::vector<std::filesystem::path>& files,
                                 std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    for (const auto& file : files)
      if (holds(file.filename().string(), word)) return file;
  return {};
}

using Wanted = std::unordered_map<std::string, std::unordered_set<std::string>>;  ///< claims by query

struct Retrieval {
  std::vector<ListedText> queries;
  std::vector<ListedText> claims;
  Wanted wanted;
};

std::vector<std::filesystem::path> tables_under(const std::filesystem::path& place) {
  std::vector<std::filesystem::path> files;
  for (const char* ending : {".tsv", ".csv", ".ndjson", ".jsonl", ".qrels", ".txt"}) {
    try {
      for (auto& file : files_under(place, ending)) files.push_back(std::move(file));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_input) throw;
    }
  }
  return files;
}

/// As trec_eval has them: query, a number, claim, whether it is wanted; blanks or tabs between.
Wanted read_judged(const std::filesystem::path& file) {
  Wanted wanted;
  std::size_t number = 0;
  each_line(file, [&](std::string_view line) {
    ++number;
    std::istringstream words{std::string(line)};
    std::string query, zero, claim, relevant;
    if (!(words >> query)) return;
    if (!(words >> zero >> claim >> relevant))
      throw Error(ErrorCode::bad_input, file.string() + ", line " + std::to_string(number) + ": not of four columns",
                  "query, 0, claim, and 1 where it is wanted");
    if (relevant != "0" && relevant.find_first_not_of("0123456789") == std::string::npos) wanted[query].insert(claim);
  });
  return wanted;
}

Retrieval read_retrieval(const std::filesystem::path& data) {
  const auto files = tables_under(data);
  const auto judged = file_named(files, {"qrel"});
  const auto queries = file_named(files, {"quer", "tweets"});
  const auto table = file_named(files, {"docs", "vclaims", "verified", "claims"});
  if (queries.empty() || judged.empty())
    throw Error(ErrorCode::bad_input, data.string() + " holds no queries*.tsv and *qrels*",
                "lay beside each other what CheckThat! gives: queries, verified claims, qrels");
  const bool in_folder = table.empty() || table == queries || table == judged;
  return {listed_texts_at(queries), listed_texts_at(in_folder ? data : table), read_judged(judged)};
}

using Ranked = std::vector<std::string>;  ///< ids, best first

constexpr std::array figures{"mean average precision at 5", "precision at 1", "mean reciprocal rank at 10"};

/// Of one query, by each figure.
std::array<double, figures.size()> measure(const Ranked& ranked, const std::unordered_set<std::string>& wanted) {
  double sum = 0, found = 0, reciprocal = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (wanted.count(ranked[i]) == 0) continue;
    const auto rank = static_cast<double>(i + 1);
    if (reciprocal == 0) reciprocal = 1 / rank;
    if (i < counted) sum += ++found / rank;
  }
  return {sum / static_cast<double>(wanted.size()), reciprocal == 1 ? 1.0 : 0.0, reciprocal};
}

void tell(const Evaluation& evaluation, const std::string& query, const std::unordered_set<std::string>& wanted,
          const Ranked& ranked) {
  if (evaluation.error && (ranked.empty() || wanted.count(ranked.front()) == 0))
    evaluation.error(
        {{"query", query}, {"wanted", std::set<std::string>(wanted.begin(), wanted.end())}, {"found", ranked}});
}

void judge(Evaluation& evaluation, const Retrieval& task, const char* system, const text::RankingWeights& weights,
           bool ours) {
  text::WordRanking ranking(weights);
  for (const ListedText& claim : task.claims) ranking.add(claim.text, claim.title);
  std::array<std::vector<Counts>, figures.size()> units;
  for (const ListedText& query : task.queries) {
    const auto wanted = task.wanted.find(query.id);
    if (wanted == task.wanted.end()) continue;
    Ranked ranked;
    for (const auto& hit : ranking.best(query.text, told)) ranked.push_back(task.claims[hit.number].id);
    const auto measured = measure(ranked, wanted->second);
    for (std::size_t i = 0; i < measured.size(); ++i) units[i].push_back({measured[i], 1});
    if (ours) tell(evaluation, query.text, wanted->second, ranked);
  }
  for (std::size_t i = 0; i < units.size(); ++i) evaluation.add(system, figures[i], mean, std::move(units[i]));
}

}  // namespace

void run_match(Evaluation& evaluation) {
  const Retrieval task = read_retrieval(evaluation.data);
  const auto is_wanted = [&](const ListedText& query) { return task.wanted.count(query.id) != 0; };
  if (task.claims.empty() || std::none_of(task.queries.begin(), task.queries.end(), is_wanted))
    throw Error(ErrorCode::bad_input, evaluation.data.string() + " holds no verified claims, or none that is wanted",
                "*docs*.tsv or *.json with vclaim and title; qrels with query, 0, claim, 1");
  evaluation.unit = "query";
  judge(evaluation, task, "avow", {}, true);
  judge(evaluation, task, "BM25 over stems of claim and title", text::plain_bm25(), false);
}

}  // namespace avow::learn
