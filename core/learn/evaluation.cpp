#include "learn/evaluation.hpp"

#include <utility>

namespace avow::learn {

void Evaluation::add(std::string system, std::string what, const Metric& metric, std::vector<Counts> units) {
  figures.push_back({std::move(system), std::move(what), &metric, std::move(units)});
}

}  // namespace avow::learn
