#pragma once

#include <cstddef>
#include <string>

namespace CLI {
class App;
}

namespace avow::cli {

/// --jobs: how many threads do the work. As many as there are cores when it is not said.
class Jobs {
 public:
  Jobs();
  /// `what` they do, in words for the help.
  void add_to(CLI::App& app, const std::string& what = "find claims");
  std::size_t count() const { return count_; }

 private:
  std::size_t count_;
};

}  // namespace avow::cli
