#include "act.hpp"

#include <algorithm>

namespace documents {
namespace {

bool contains(const Stems& stems, const std::string& stem) {
  return std::find(stems.begin(), stems.end(), stem) != stems.end();
}

/// Whether the word by itself means an act, so that it is no matter.
bool means_act(const std::string& stem, const Words& words) {
  return !words.acts(Stems{stem}).empty();
}

}  // namespace

bool Act::promises(std::size_t number) const {
  return acts.empty() || std::find(acts.begin(), acts.end(), number) != acts.end();
}

bool Act::is_about(const std::string& stem) const {
  return contains(matter_stems, stem);
}

Act act_of(std::string_view quote, const Words& words) {
  WordList all = Words::words(quote);
  Stems stems = words.stems(all);
  const std::size_t end = words.end_of_main_clause(stems);
  all.resize(end);
  stems.resize(end);
  Act act{words.acts(stems), {}, {}};
  const auto decide = words.acts(Stems{words.stems("decide")});
  act.is_decision =
      std::find_first_of(act.acts.begin(), act.acts.end(), decide.begin(), decide.end()) != act.acts.end();
  for (std::size_t at = 0; at < end; ++at) {
    if (words.is_stop(stems[at]) || means_act(stems[at], words) || contains(act.matter_stems, stems[at])) continue;
    act.matter.push_back(all[at]);
    act.matter_stems.push_back(stems[at]);
  }
  std::stable_sort(act.matter.begin(), act.matter.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return act;
}

Likeness likeness(const Act& act, const Stems& sentence, const Words& words) {
  Likeness result{act.acts.empty(), act.matter_stems.empty() ? 1.0 : 0.0};
  for (const std::size_t meant : words.acts(sentence)) result.act = result.act || act.promises(meant);
  if (act.matter_stems.empty()) return result;
  const auto shared = std::count_if(act.matter_stems.begin(), act.matter_stems.end(),
                                    [&](const std::string& stem) { return contains(sentence, stem); });
  result.matter = static_cast<double>(shared) / static_cast<double>(act.matter_stems.size());
  return result;
}

}  // namespace documents
