#pragma once

#include "learn/evaluation.hpp"

/// What the table of tasks calls; each is in the file of its name beside this one. They read the data's own format,
/// count as the task's own evaluator counts, and give the baselines as well.
namespace avow::learn {

void run_attribution(Evaluation& evaluation);
void run_check_worthy(Evaluation& evaluation);
void run_extraction(Evaluation& evaluation);
void run_match(Evaluation& evaluation);
void run_pledge(Evaluation& evaluation);
void run_quantities(Evaluation& evaluation);
void run_ranking(Evaluation& evaluation);
void run_sentences(Evaluation& evaluation);
void run_statements(Evaluation& evaluation);
void run_targets(Evaluation& evaluation);
void run_times(Evaluation& evaluation);

}  // namespace avow::learn
