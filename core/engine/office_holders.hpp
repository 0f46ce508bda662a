#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "model/entity.hpp"

namespace avow {

/// Who held which office when, by the words of the office: "the Chancellor of the Exchequer" of a document is whoever
/// held it on its day. Immutable; built over the memberships of a vocabulary's people.
class OfficeHolders {
 public:
  struct Holder {
    std::string person;  ///< code
    std::string group;   ///< code of what the office belongs to
    Membership membership;
  };

  explicit OfficeHolders(const std::vector<Entity>& entities);

  /// All who held on that day an office that the title means: the office itself ("prime minister") or what it begins
  /// with ("chancellor" for "chancellor of the exchequer"). Without regard to case, hyphens and a leading "the". On an
  /// unknown day those who still hold it.
  std::vector<const Holder*> holding(std::string_view title, const Date& day) const;

 private:
  std::unordered_map<std::string, std::vector<Holder>> by_title_;
};

}  // namespace avow
