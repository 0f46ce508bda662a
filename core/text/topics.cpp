#include "text/topics.hpp"

#include <algorithm>

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

std::string_view Topics::of(const TopicText& text) const {
  std::vector<float> scores(all_.size());
  const auto best = [&]() -> std::string_view {
    const auto most = std::max_element(scores.begin(), scores.end());
    return most != scores.end() && *most >= enough ? all_[static_cast<std::size_t>(most - scores.begin())].name
                                                   : std::string_view();
  };
  if (const Words* english = words_of("en"); english != nullptr && !text.measure.empty())
    score(*english, text.measure, measure_weight, scores);
  const Words* words = words_of(text.language.empty() ? std::string_view("en") : text.language);
  if (words == nullptr) return best();
  for (const std::string_view part : {text.claim, text.around, text.title}) {
    score(*words, part, 1, scores);
    if (const auto found = best(); !found.empty()) return found;
  }
  return {};
}

/// Adds what the phrases of the text are worth, each once; one that lies within a longer one is part of it.
void Topics::score(const Words& words, std::string_view text, float factor, std::vector<float>& scores) const {
  std::vector<PhraseHit> hits;
  words.matcher.find(text, hits);
  if (hits.size() > max_hits) hits.resize(max_hits);
  std::sort(hits.begin(), hits.end(), [](const PhraseHit& a, const PhraseHit& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<bool> counted(words.phrases.size());
  std::size_t covered = 0;
  for (const PhraseHit& hit : hits) {
    const bool within = hit.end <= covered;
    covered = std::max(covered, hit.end);
    if (within || counted[hit.phrase]) continue;
    counted[hit.phrase] = true;
    scores[words.phrases[hit.phrase].topic] += factor * words.phrases[hit.phrase].weight;
  }
}

}  // namespace avow::text
