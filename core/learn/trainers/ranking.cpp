#include "base/error.hpp"
#include "learn/sentence_corpora.hpp"
#include "learn/trainers/sentence_card.hpp"
#include "learn/trainers/trainers.hpp"

namespace avow::learn {

TrainedModel train_ranking(const Training& training) {
  const std::vector<Debate> debates = read_debates(training.data);
  if (debates.empty())
    throw Error(ErrorCode::bad_input,
                training.data.string() + " holds no *.tsv with number, speaker, sentence and label");
  return train_with_card(training, ranking_examples(debates),
                         {.data = "CheckThat! 2019 task 1: sentences of debates and speeches, fact-checked or not",
                          .licence = "free for general research use"});
}

}  // namespace avow::learn
