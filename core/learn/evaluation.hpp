#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "learn/metric.hpp"

namespace avow::learn {

/// One line of an evaluation: what a system reached by a metric, unit by unit.
struct Figure {
  std::string system;  ///< "avow", or a baseline by what it does: "every sentence", "has a digit"
  std::string what;    ///< what is measured, with the metric: "value", "macro F1"
  const Metric* metric = nullptr;
  std::vector<Counts> units;
};

/// What a task is measured with and on.
struct Evaluation {
  std::filesystem::path data;     ///< the folder or file that --data names
  std::filesystem::path models;   ///< folder of trained models (<name>.model); empty: none
  std::filesystem::path text;     ///< text without labels for what is trained in the run; empty: the data's own
  std::string unit = "document";  ///< what was drawn for the intervals; the task says
  std::vector<Figure> figures;
  /// Takes one error: the unit, what was wanted and what was found. Empty when nobody asked for them.
  std::function<void(const nlohmann::json&)> error;

  void add(std::string system, std::string what, const Metric& metric, std::vector<Counts> units);
};

/// A task that has a published definition. One file in core/learn/tasks each; tasks.cpp has the table.
struct Task {
  std::string_view name;       ///< as given to `avow evaluate`
  std::string_view summary;    ///< one line
  std::string_view data;       ///< what --data must hold
  std::string_view published;  ///< the best published figures, with whose they are
  /// Fills in the figures, ours and the baselines'. Throws avow::Error naming the file when the data is not there or
  /// not of the form.
  void (*run)(Evaluation&);
};

/// All tasks, by name.
std::span<const Task> tasks() noexcept;
/// Null when there is none of that name.
const Task* find_task(std::string_view name) noexcept;

}  // namespace avow::learn
