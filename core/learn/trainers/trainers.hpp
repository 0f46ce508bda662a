#pragma once

#include "learn/trainers.hpp"

/// What the table of trainers calls; each is in the file of its name beside this one.
namespace avow::learn {

TrainedModel train_attribution(const Training& training);
TrainedModel train_check_worthy(const Training& training);
TrainedModel train_pledge(const Training& training);
TrainedModel train_ranking(const Training& training);

}  // namespace avow::learn
