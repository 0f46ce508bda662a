#include "learn/tasks/labelled.hpp"

#include <nlohmann/json.hpp>

namespace avow::learn {

void Labelled::add(const std::string& text, bool wanted, bool found, std::optional<double> probability) {
  answers_.push_back({text, wanted, found, probability});
}

void Labelled::report(Evaluation& evaluation, const std::string& system, bool tell_errors) const {
  std::vector<Counts> classes;
  std::vector<Counts> squares;
  for (const Answer& one : answers_) {
    Counts counts(4);
    counts[one.found ? (one.wanted ? 0 : 1) : (one.wanted ? 2 : 3)] = 1;
    classes.push_back(std::move(counts));
    const double off = one.probability.value_or(0) - (one.wanted ? 1 : 0);
    if (one.probability) squares.push_back({off * off, 1});
    if (!tell_errors || !evaluation.error || one.wanted == one.found) continue;
    evaluation.error(
        {{"error", one.wanted ? "missed" : "wrong"}, {"probability", one.probability.value_or(0)}, {"text", one.text}});
  }
  for (const Metric* metric : {&macro_f1, &weighted_f1, &accuracy})
    evaluation.add(system, std::string(metric->name), *metric, classes);
  if (!squares.empty()) evaluation.add(system, "Brier score", mean, std::move(squares));
}

}  // namespace avow::learn
