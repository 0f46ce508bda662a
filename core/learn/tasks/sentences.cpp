#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "learn/tasks/tasks.hpp"
#include "text/annotate.hpp"

namespace avow::learn {
namespace {

using Ends = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// A document put together from its sentences as the treebank gives them: parted by a blank, or by an empty line where
/// a paragraph begins.
struct Sample {
  std::string name;
  std::string text;
  Ends sentences;
};

std::vector<Sample> read_samples(const std::filesystem::path& file) {
  std::vector<Sample> out;
  bool paragraph = false;
  each_line(file, [&](std::string_view line) {
    if (line.starts_with("# newdoc"))
      out.push_back({std::string(line.substr(std::min<std::size_t>(14, line.size()))), {}, {}});
    if (line.starts_with("# newpar")) paragraph = true;
    if (!line.starts_with("# text = ") || out.empty()) return;
    Sample& sample = out.back();
    if (!sample.text.empty()) sample.text += paragraph ? "\n\n" : " ";
    const auto begin = static_cast<std::uint32_t>(sample.text.size());
    sample.text += line.substr(9);
    sample.sentences.emplace(begin, static_cast<std::uint32_t>(sample.text.size()));
    paragraph = false;
  });
  return out;
}

Ends split_at_stops(const std::string& text) {
  Ends out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop =
        (text[i] == '.' || text[i] == '?' || text[i] == '!') && (i + 1 == text.size() || text[i + 1] == ' ');
    const bool line = text[i] == '\n';
    if (!stop && !line && i + 1 < text.size()) continue;
    const std::size_t end = line ? i : i + 1;
    if (end > begin) out.emplace(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    begin = i + 1;
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  }
  return out;
}

Ends split_by_us(const std::string& text) {
  Ends out;
  for (const Sentence& sentence : annotate(text, {}, Gazetteer()).sentences)
    out.emplace(sentence.span.begin, sentence.span.end);
  return out;
}

Counts compare(const Ends& found, const Ends& wanted) {
  double right = 0;
  for (const auto& ends : found) right += static_cast<double>(wanted.count(ends));
  return {right, static_cast<double>(found.size()), static_cast<double>(wanted.size())};
}

void tell_errors(Evaluation& evaluation, const Sample& sample, const Ends& found) {
  if (!evaluation.error) return;
  const auto tell = [&](const Ends& of, const Ends& others, const char* what) {
    for (const auto& ends : of)
      if (others.count(ends) == 0)
        evaluation.error({{"document", sample.name},
                          {"error", what},
                          {"begin", ends.first},
                          {"end", ends.second},
                          {"text", sample.text.substr(ends.first, ends.second - ends.first)}});
  };
  tell(sample.sentences, found, "missed");
  tell(found, sample.sentences, "wrong");
}

}  // namespace

void run_sentences(Evaluation& evaluation) {
  std::vector<Counts> ours;
  std::vector<Counts> baseline;
  for (const auto& file : files_under(evaluation.data, ".conllu"))
    for (const Sample& sample : read_samples(file)) {
      const Ends found = split_by_us(sample.text);
      tell_errors(evaluation, sample, found);
      ours.push_back(compare(found, sample.sentences));
      baseline.push_back(compare(split_at_stops(sample.text), sample.sentences));
    }
  evaluation.add("avow", "sentences", f1, std::move(ours));
  evaluation.add("full stop and blank", "sentences", f1, std::move(baseline));
}

}  // namespace avow::learn
