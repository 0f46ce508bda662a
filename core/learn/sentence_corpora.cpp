#include "learn/sentence_corpora.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "base/error.hpp"
#include "learn/files.hpp"

namespace avow::learn {
namespace {

namespace fs = std::filesystem;

constexpr unsigned vector_bits = 16;
constexpr unsigned weight_of_agreed = 2;
constexpr unsigned weight_of_checked = 20;
constexpr std::string_view crowd_name = "claimbuster_crowdsourced.csv";
constexpr std::string_view folds_name = "claimbuster_2.5x_4fold";

/// The first of these in the folder or, when it holds none, beside it.
std::vector<fs::path> find_near(const fs::path& data, std::string_view name) {
  auto found = find_files(data, name);
  const fs::path parent = fs::absolute(data).lexically_normal().parent_path();
  if (found.empty()) found = find_files(parent / crowd_name, name);
  if (found.empty()) found = find_files(parent / folds_name, name);
  return found;
}

std::string header_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string out;
  std::getline(in, out);
  return out;
}

void add_unless(const Example& one, unsigned weight, std::set<std::string>& seen, std::vector<Example>& out) {
  if (!seen.insert(plain_form(one.text)).second) return;
  out.push_back(one);
  out.back().weight = weight;
}

}  // namespace

ClaimBuster read_claimbuster(const fs::path& data) {
  ClaimBuster out;
  for (const fs::path& train : find_near(data, ".json")) {
    const std::string name = train.filename().string();
    const fs::path test =
        train.parent_path() / fmt::format("test_{}", name.substr(std::min<std::size_t>(6, name.size())));
    std::error_code failed;
    if (name.starts_with("train_") && fs::is_regular_file(test, failed))
      out.folds.emplace_back(read_fold(train), read_fold(test));
  }
  for (const fs::path& file : find_near(data, crowd_name)) out.crowd = read_crowd(file);
  return out;
}

std::vector<Example> others_of(std::span<const Example> crowd, std::span<const Example> known) {
  std::set<std::string> seen;
  for (const Example& one : known) seen.insert(plain_form(one.text));
  std::vector<Example> out;
  for (const Example& one : crowd) add_unless(one, 1, seen, out);
  return out;
}

std::vector<Example> check_worthy_examples(const ClaimBuster& from, std::span<const std::string> without) {
  std::set<std::string> seen(without.begin(), without.end());
  std::vector<Example> out;
  for (const auto& fold : from.folds)
    for (const Example& one : fold.second) add_unless(one, weight_of_agreed, seen, out);
  for (const Example& one : from.crowd) add_unless(one, 1, seen, out);
  return out;
}

std::vector<Debate> read_debates(const fs::path& data) {
  std::vector<Debate> out;
  for (const fs::path& file : find_files(data, ".tsv")) out.push_back({file.stem().string(), read_debate(file)});
  return out;
}

std::vector<Example> ranking_examples(std::span<const Debate> debates) {
  std::vector<Example> out;
  for (const Debate& debate : debates)
    for (const Utterance& one : debate.utterances)
      out.push_back({one.text, one.wanted, debate.name, one.wanted ? weight_of_checked : 1});
  return out;
}

std::vector<ManifestoSentence> read_all_manifestos(const fs::path& data) {
  std::vector<ManifestoSentence> out;
  for (const fs::path& file : find_files(data, ".csv")) {
    if (header_of(file).find("binary_pledge") == std::string::npos) continue;
    const auto sentences = read_manifestos(file);
    out.insert(out.end(), sentences.begin(), sentences.end());
  }
  if (out.empty())
    throw Error(ErrorCode::bad_input,
                data.string() + " holds no CSV with the columns party, year, binary_pledge and text",
                "name the folder of the manifestos with --data");
  return out;
}

std::vector<Example> pledge_examples(std::span<const ManifestoSentence> sentences) {
  std::vector<Example> out;
  for (const ManifestoSentence& one : sentences)
    out.push_back({one.text, one.pledge, fmt::format("{} {}", one.party, one.year), 1});
  return out;
}

WordVectors vectors_for(const fs::path& text, std::span<const Example> examples) {
  return vectors_for(text.empty() ? std::vector<std::string>{} : read_texts(text), examples);
}

WordVectors vectors_for(std::vector<std::string> texts, std::span<const Example> examples) {
  for (const Example& one : examples) texts.push_back(one.text);
  return {texts, vector_bits};
}

}  // namespace avow::learn
