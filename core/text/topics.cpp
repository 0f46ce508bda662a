#include "text/topics.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/shared_folder.hpp"
#include "text/words.hpp"

namespace avow::text {
namespace {

constexpr std::size_t max_hits = 256;  ///< in one text; more say nothing new
constexpr float enough = 1;            ///< below it a text says nothing
constexpr float measure_weight = 2;    ///< what is measured says most clearly what a claim is about

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

const Topics& Topics::shipped() {
  static const Topics topics = [] {
    const auto folder = shared_folder("vocabulary/topics", "AVOW_TOPICS");
    return folder ? Topics(*folder) : Topics();
  }();
  return topics;
}

const Topic* Topics::named(std::string_view text) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Topic& topic) {
    return topic.code == text || same(topic.name, text) || same(topic.title, text);
  });
  return found == all_.end() ? nullptr : &*found;
}

const Topics::Words* Topics::words_of(std::string_view language) const {
  const auto found = words_.find(language.substr(0, language.find_first_of("-_")));
  return found == words_.end() ? nullptr : &found->second;
}

/// What the texts of one claim say for each topic. One a thread, for the memory that it keeps between claims.
class Topics::Scores {
 public:
  void begin(std::size_t topics) { scores_.assign(topics, 0); }

  /// Adds what the phrases of the text are worth, each once; one that lies within a longer one is part of it.
  void add(const Words& words, std::string_view text, float factor) {
    hits_.clear();
    words.matcher.find(text, hits_);
    if (hits_.size() > max_hits) hits_.resize(max_hits);
    std::sort(hits_.begin(), hits_.end(), [](const PhraseHit& a, const PhraseHit& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    if (counted_.size() < words.phrases.size()) counted_.resize(words.phrases.size());
    ++text_;
    std::size_t covered = 0;
    for (const PhraseHit& hit : hits_) {
      const bool within = hit.end <= covered;
      covered = std::max(covered, hit.end);
      if (within || std::exchange(counted_[hit.phrase], text_) == text_) continue;
      scores_[words.phrases[hit.phrase].topic] += factor * words.phrases[hit.phrase].weight;
    }
  }

  /// The first of the highest, when it is enough; else none.
  std::optional<std::size_t> best() const {
    const auto most = std::max_element(scores_.begin(), scores_.end());
    if (most == scores_.end() || *most < enough) return std::nullopt;
    return static_cast<std::size_t>(most - scores_.begin());
  }

 private:
  std::vector<float> scores_;  ///< by topic
  std::vector<PhraseHit> hits_;
  std::vector<std::uint64_t> counted_;  ///< by phrase: the last text that it was counted in
  std::uint64_t text_ = 0;
};

std::string_view Topics::of(const TopicText& text) const {
  thread_local Scores scores;
  scores.begin(all_.size());
  const auto best = [&]() -> std::string_view {
    const auto topic = scores.best();
    return topic ? all_[*topic].name : std::string_view();
  };
  if (const Words* english = words_of("en"); english != nullptr && !text.measure.empty())
    scores.add(*english, text.measure, measure_weight);
  const Words* words = words_of(text.language.empty() ? std::string_view("en") : text.language);
  if (words == nullptr) return best();
  for (const std::string_view part : {text.claim, text.around, text.title}) {
    scores.add(*words, part, 1);
    if (const auto found = best(); !found.empty()) return found;
  }
  return {};
}

}  // namespace avow::text
