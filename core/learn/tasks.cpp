#include "learn/tasks/tasks.hpp"

#include <algorithm>
#include <array>

#include "learn/evaluation.hpp"

namespace avow::learn {
namespace {

const std::array<Task, 1> table{{
    {"sentences", "boundaries of sentences, both ends exact", "*.conllu with the sentences' texts (# text =)",
     "about .75 to .88 on web text by system", run_sentences},
}};

}  // namespace

std::span<const Task> tasks() noexcept {
  return table;
}

const Task* find_task(std::string_view name) noexcept {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Task& task) { return task.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace avow::learn
