#include <algorithm>

#include "learn/sentence_corpora.hpp"
#include "learn/trainers/sentence_card.hpp"
#include "learn/trainers/trainers.hpp"

namespace avow::learn {

TrainedModel train_pledge(const Training& training) {
  const auto sentences = read_all_manifestos(training.data);
  int last_year = 0;
  for (const ManifestoSentence& one : sentences) last_year = std::max(last_year, one.year);
  TrainedModel out =
      train_with_card(training, pledge_examples(sentences),
                      {.data = "MiMaC (Fornaciari and others 2021): sentences of Indian manifestos, pledge or not",
                       .licence = "unknown"});
  out.card["last_year"] = last_year;
  return out;
}

}  // namespace avow::learn
