#pragma once

#include <string>
#include <vector>

#include "base/digest.hpp"
#include "plugin/values.hpp"

namespace avow {

/// A host with made-up documents of one passage each.
class Library final : public CheckHost {
 public:
  void publish(const std::string& day, const std::string& text) {
    const Id id = Canonical("document").field("text", day + text).id();
    passages_.push_back({id, {0, static_cast<std::uint32_t>(text.size())}, text, Date::parse(day).value()});
  }
  Observations observations(const ObservationQuery&) override { return {}; }
  std::vector<Member> members(const std::string&, Day) override { return {}; }
  std::vector<Passage> passages(const PassageQuery& query) override {
    asked.push_back(query);
    std::vector<Passage> found;
    for (const Passage& passage : passages_)
      if (passage.published.latest() >= query.from.earliest() && passage.published.earliest() <= query.until.latest())
        found.push_back(passage);
    return found;
  }

  std::vector<PassageQuery> asked;

 private:
  std::vector<Passage> passages_;
};

}  // namespace avow
