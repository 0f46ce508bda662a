#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "learn/tasks/tasks.hpp"
#include "model/json.hpp"
#include "read/csv.hpp"
#include "text/word_ranking.hpp"

/// Which verified claim a posted sentence is about; mean average precision over the first five, as CheckThat! counts
/// its claim retrieval. Nothing is trained.
namespace avow::learn {
namespace {

constexpr std::size_t counted = 5;
constexpr std::size_t told = 10;  ///< of an error, the texts that were ranked first

using Cells = std::vector<std::string>;

std::vector<Cells> read_rows(const std::filesystem::path& file) {
  const std::string text = read_file(file);
  std::string lines;
  lines.reserve(text.size());
  for (const char c : text)
    if (c != '\r') lines += c;
  std::vector<Cells> rows;
  CsvReader reader(lines, '\t');
  for (CsvRecord record; reader.next(record);) rows.push_back(record.cells);
  return rows;
}

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

struct VerifiedClaim {
  std::string id, text, title;
};

struct Retrieval {
  std::vector<std::pair<std::string, std::string>> queries;  ///< id, text
  std::vector<VerifiedClaim> claims;
  std::unordered_map<std::string, std::unordered_set<std::string>> wanted;  ///< claims by query
};

std::string text_of(const Json& json, const char* key) {
  const auto at = json.find(key);
  if (at == json.end() || at->is_null()) return {};
  return at->is_string() ? at->get<std::string>() : at->dump();
}

/// Two columns or three, with a heading or without: vclaim_id, vclaim, title.
std::vector<VerifiedClaim> claims_in_table(const std::filesystem::path& file) {
  std::vector<VerifiedClaim> claims;
  for (const Cells& row : read_rows(file))
    if (row.size() >= 2 && row[1] != "vclaim") claims.push_back({row[0], row[1], row.size() > 2 ? row[2] : ""});
  return claims;
}

std::vector<VerifiedClaim> claims_in_folder(const std::filesystem::path& place) {
  std::vector<VerifiedClaim> claims;
  for (const auto& file : files_under(place, ".json")) {
    const Json json = parse_json(read_file(file), file.string());
    if (!json.is_object() || !json.contains("vclaim")) continue;
    std::string id = text_of(json, "vclaim_id");
    claims.push_back(
        {id.empty() ? file.stem().string() : std::move(id), text_of(json, "vclaim"), text_of(json, "title")});
  }
  return claims;
}

std::vector<std::filesystem::path> tables_under(const std::filesystem::path& place) {
  std::vector<std::filesystem::path> files;
  for (const char* ending : {".tsv", ".qrels"}) {
    try {
      for (auto& file : files_under(place, ending)) files.push_back(std::move(file));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_input) throw;
    }
  }
  return files;
}

Retrieval read_retrieval(const std::filesystem::path& data) {
  const auto files = tables_under(data);
  const auto queries = file_named(files, {"quer", "tweets"});
  const auto judged = file_named(files, {"qrel"});
  const auto table = file_named(files, {"docs", "vclaims", "verified", "claims"});
  if (queries.empty() || judged.empty())
    throw Error(ErrorCode::bad_input, data.string() + " holds no queries*.tsv and *qrels*",
                "lay beside each other what CheckThat! gives: queries, verified claims, qrels");
  Retrieval task;
  for (const Cells& row : read_rows(queries))
    if (row.size() >= 2 && !holds(row[1], "tweet_content")) task.queries.emplace_back(row[0], row[1]);
  task.claims = table.empty() || table == queries || table == judged ? claims_in_folder(data) : claims_in_table(table);
  for (const Cells& row : read_rows(judged))
    if (row.size() >= 4 && row[3] == "1") task.wanted[row[0]].insert(row[2]);
  return task;
}

using Ranked = std::vector<std::string>;  ///< ids, best first

Counts precision_of(const Ranked& ranked, const std::unordered_set<std::string>& wanted) {
  double sum = 0;
  double found = 0;
  for (std::size_t i = 0; i < ranked.size() && i < counted; ++i)
    if (wanted.count(ranked[i]) != 0) sum += ++found / static_cast<double>(i + 1);
  return {sum / static_cast<double>(wanted.size()), 1};
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
  for (const VerifiedClaim& claim : task.claims) ranking.add(claim.text, claim.title);
  std::vector<Counts> units;
  for (const auto& [id, text] : task.queries) {
    const auto wanted = task.wanted.find(id);
    if (wanted == task.wanted.end()) continue;
    Ranked ranked;
    for (const auto& hit : ranking.best(text, told)) ranked.push_back(task.claims[hit.number].id);
    units.push_back(precision_of(ranked, wanted->second));
    if (ours) tell(evaluation, text, wanted->second, ranked);
  }
  evaluation.add(system, "mean average precision at 5", mean, std::move(units));
}

}  // namespace

void run_match(Evaluation& evaluation) {
  const Retrieval task = read_retrieval(evaluation.data);
  if (task.claims.empty() || task.wanted.empty())
    throw Error(ErrorCode::bad_input, evaluation.data.string() + " holds no verified claims, or none that is wanted",
                "*docs*.tsv or *.json with vclaim and title; qrels with query, 0, claim, 1");
  evaluation.unit = "query";
  judge(evaluation, task, "avow", {}, true);
  judge(evaluation, task, "BM25 over stems of claim and title", text::plain_bm25(), false);
}

}  // namespace avow::learn
