#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/span.hpp"

namespace avow::bench {

/// A part of the reading: run() does it once over all texts, with what comes before it made already.
struct Stage {
  std::string name;
  std::function<std::size_t()> run;
};

/// The parts of annotate() each by itself, annotate() whole, each detector that lies in the plugin folders beside the
/// program, and what a document takes from text to claims.
class Stages {
 public:
  explicit Stages(const std::vector<std::string>& texts);
  ~Stages();
  const std::vector<Stage>& all() const { return stages_; }
  /// Sentences of each text, as annotate() finds them.
  const std::vector<std::vector<Span>>& sentences() const { return sentences_; }

 private:
  struct World;
  void add_finders();
  void add_detectors();

  const std::vector<std::string>& texts_;
  std::unique_ptr<World> world_;
  std::vector<std::vector<Span>> sentences_;
  std::vector<Stage> stages_;
};

/// Pages read to documents with their main text; the number of bytes of it.
std::size_t read_pages_whole(const std::vector<std::string>& pages);

}  // namespace avow::bench
