#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/entity.hpp"

namespace avow {

/// The groups of a vocabulary by the words of their names, split once: this is asked of nearly every claim.
class GroupNames {
 public:
  explicit GroupNames(const std::vector<Entity>& entities);

  /// Code of the group whose name's words, two or more of them, all occur in the text in some form: "the European and
  /// the Canadian members of NATO" are NATO Europe and Canada. The group with most such words; empty when several have
  /// them.
  std::string named_by_words(std::string_view text) const;

 private:
  struct Group {
    std::string code;
    std::vector<std::string> words;
  };
  std::vector<Group> groups_;
};

}  // namespace avow
