#pragma once

#include <span>

#include "learn/sentence_trainer.hpp"

namespace avow::learn {

/// Sets the model's slope, intercept and threshold by the scores of examples that it had not seen (Platt 1999, by
/// Newton's method as Lin, Lin and Weng 2007), and `held`'s figures.
void calibrate(std::span<const Example> examples, HeldOut& held, sdk::SentenceModel& model);

}  // namespace avow::learn
