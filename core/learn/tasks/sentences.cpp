#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "learn/tasks/tasks.hpp"
#include "text/annotate.hpp"

namespace avow::learn {
namespace {

/// More names than that are no genres.
constexpr std::size_t most_genres = 12;

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

/// The sentence iterator of ICU for English, blanks at the ends left off.
class IcuSentences {
 public:
  IcuSentences() {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    if (U_FAILURE(status)) throw Error(ErrorCode::internal, "ICU has no sentences of English");
  }
  Ends split(const std::string& text) const {
    Ends out;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, UText* (*)(UText*)> view(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status), utext_close);
    iterator_->setText(view.get(), status);
    if (U_FAILURE(status)) throw Error(ErrorCode::internal, "ICU refuses a text");
    for (std::int32_t begin = 0, end = iterator_->next(); end != icu::BreakIterator::DONE; end = iterator_->next()) {
      const std::size_t last = text.find_last_not_of(" \n", static_cast<std::size_t>(end) - 1);
      if (last != std::string::npos && last >= static_cast<std::size_t>(begin))
        out.emplace(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1));
      begin = end;
    }
    return out;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

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

/// "weblog" of "weblog-blogspot.com_nominations_...", as the treebank names its documents; all of it when there is
/// none.
std::string genre_of(const std::string& document) {
  return document.substr(0, document.find('-'));
}

}  // namespace

void run_sentences(Evaluation& evaluation) {
  const IcuSentences icu;
  std::vector<Counts> ours;
  std::vector<Counts> by_icu;
  std::vector<Counts> at_stops;
  std::map<std::string, std::vector<Counts>> by_genre;
  for (const auto& file : files_under(evaluation.data, ".conllu"))
    for (const Sample& sample : read_samples(file)) {
      const Ends found = split_by_us(sample.text);
      tell_errors(evaluation, sample, found);
      ours.push_back(compare(found, sample.sentences));
      by_icu.push_back(compare(icu.split(sample.text), sample.sentences));
      at_stops.push_back(compare(split_at_stops(sample.text), sample.sentences));
      by_genre[genre_of(sample.name)].push_back(ours.back());
    }
  evaluation.add("avow", "sentences", f1, std::move(ours));
  evaluation.add("ICU", "sentences", f1, std::move(by_icu));
  evaluation.add("full stop and blank", "sentences", f1, std::move(at_stops));
  if (by_genre.size() > 1 && by_genre.size() <= most_genres)
    for (auto& [genre, counts] : by_genre) evaluation.add("avow", "sentences: " + genre, f1, std::move(counts));
}

}  // namespace avow::learn
