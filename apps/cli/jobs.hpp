#pragma once

#include <cstddef>

namespace CLI {
class App;
}

namespace avow::cli {

/// --jobs: how many threads find claims. As many as there are cores when it is not said.
class Jobs {
 public:
  Jobs();
  void add_to(CLI::App& app);
  std::size_t count() const { return count_; }

 private:
  std::size_t count_;
};

}  // namespace avow::cli
