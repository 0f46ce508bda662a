#pragma once

#include <span>
#include <string_view>

#include "learn/sentence_trainer.hpp"
#include "learn/trainers.hpp"

namespace avow::learn {

/// What a card says of the data.
struct CardFacts {
  std::string_view data;
  std::string_view licence;
};

/// Learns what words mean from the training's text and the examples, trains a sentence model, and writes its card.
TrainedModel train_with_card(const Training& training, std::span<const Example> examples, const CardFacts& facts);

}  // namespace avow::learn
