#pragma once

#include <span>
#include <string>
#include <vector>

#include "learn/sentence_trainer.hpp"

namespace avow::learn {

/// What a textbook does: logistic regression (cost 1) over words in runs of one and two with TF-IDF weights of unit
/// length. Gives each text's score, positive when the wanted class is the likelier.
std::vector<float> score_plainly(std::span<const Example> examples, std::span<const std::string> texts);

}  // namespace avow::learn
