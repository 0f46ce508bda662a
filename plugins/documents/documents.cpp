// The checker "documents": a dated promise against what later documents say. Its rules are docs/checking.md.

#include "asked.hpp"
#include "avow/sdk/configuration.hpp"
#include "outcome.hpp"

namespace documents {
namespace {

using avow::check::is_promise;
using avow::sdk::Assessment;
using avow::sdk::Claim;
using avow::sdk::Host;

/// A measurable target is a matter of figures.
bool has_figures(const Claim& claim) {
  return !claim.target.indicator.empty() && !claim.target.relation.empty();
}

std::string_view who(const Claim& claim) {
  return claim.target.subject.empty() ? claim.speaker : claim.target.subject;
}

Search search_of(const Claim& claim, const Words& words) {
  Search search{std::string(who(claim)), act_of(claim.quote, words), claim.said.latest, claim.today};
  if (!claim.target.due.known()) return search;
  search.due_from = claim.target.due.earliest;
  search.due_until = claim.target.due.latest;
  return search;
}

Assessment too_little() {
  Assessment answer;
  answer.verdict = avow::sdk::verdict::undecidable;
  answer.reason = "Its words do not tell what was to be done, so there is nothing to look for.";
  return answer;
}

class DocumentsChecker final : public avow::sdk::Checker {
 public:
  explicit DocumentsChecker(const avow::sdk::Setup& setup)
      : words_(setup.read_file("words/en.txt"), "words/en.txt"),
        undated_(avow::sdk::Configuration(setup).flag("undated").value_or(false)) {}

  bool can_judge(const Claim& claim) override {
    const bool dated = claim.target.due.known() || undated_;
    return is_promise(claim) && dated && claim.said.known() && !who(claim).empty() && !has_figures(claim);
  }

  Assessment check(const Claim& claim, Host& host) override {
    const Search search = search_of(claim, words_);
    if (search.act.empty()) return too_little();
    return outcome(claim, search, find_reports(search, words_, host));
  }

 private:
  Words words_;
  bool undated_;
};

}  // namespace
}  // namespace documents

AVOW_PLUGIN(documents::DocumentsChecker, .id = "documents", .version = "0.1.0", .output_revision = 3)
