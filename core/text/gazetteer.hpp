#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/entity.hpp"
#include "model/indicator.hpp"
#include "text/annotations.hpp"

namespace avow {

namespace text {
class Tokens;
}

/// Finds names of entities and phrases of measures in a text, longest match first, on word boundaries. Names match
/// with their capitals (so that "Us" and "us" stay apart), measures without regard to case. "NATO's" matches "NATO".
/// Immutable after construction, so shared by threads.
class Gazetteer {
 public:
  Gazetteer();
  Gazetteer(const std::vector<Entity>& entities, const std::vector<Indicator>& indicators);
  ~Gazetteer();
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;

  /// All mentions in the text, in order, none overlapping another of its kind.
  std::vector<Mention> find(std::string_view text) const;

  /// The entity that a whole name means ("Mark Rutte", "NATO Secretary General Mark Rutte", "the Allies"); a name
  /// that only contains one known person counts as that person. Empty when none does or when two would.
  std::string entity_named(std::string_view name) const;

 private:
  friend std::vector<Mention> find_mentions(const Gazetteer& gazetteer, const text::Tokens& tokens);
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace avow
