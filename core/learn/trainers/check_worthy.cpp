#include "base/error.hpp"
#include "learn/sentence_corpora.hpp"
#include "learn/trainers/sentence_card.hpp"
#include "learn/trainers/trainers.hpp"

namespace avow::learn {

TrainedModel train_check_worthy(const Training& training) {
  const ClaimBuster data = read_claimbuster(training.data);
  const std::vector<Example> examples = check_worthy_examples(data);
  if (examples.empty())
    throw Error(ErrorCode::bad_input,
                training.data.string() + " holds neither folds of ClaimBuster nor claimbuster_crowdsourced.csv",
                "docs/evaluation.md says where the data are published");
  return train_with_card(training, examples,
                         {.data = "ClaimBuster (Arslan, Hassan, Li and Tremayne 2020, doi 10.5281/zenodo.3836810): "
                                  "sentences of US presidential debates, check-worthy or not",
                          .licence = "not stated in the record as far as known"});
}

}  // namespace avow::learn
