#include "engine/check_news.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/digest.hpp"
#include "engine/derived.hpp"

namespace avow {
namespace {

bool lies_in(Day day, const CheckMark& mark, Day today) {
  return day > mark.today && day <= today;
}

/// A promise is over on the day after its due date.
bool fell_due(const Date& due, const CheckMark& mark, Day today) {
  if (!due.known() || day_number(due.latest()) == INT32_MAX) return false;
  return lies_in(due.latest() + std::chrono::days(1), mark, today);
}

}  // namespace

std::string checkers_digest(const std::vector<Plugin*>& plugins, const Policy& policy) {
  Canonical content("checkers");
  content.field("policy", policy.digest());
  content.field("members", std::string_view(sha256(members_text()).hex()));
  for (const Plugin* plugin : plugins)
    if (plugin->is_checker()) add_to(content, plugin->maker());
  return content.id().hex();
}

CheckNews::CheckNews(Store& store, const Lexicon& lexicon, std::string checkers, Day today)
    : store_(store), lexicon_(lexicon), checkers_(std::move(checkers)), today_(today) {}

std::optional<std::string> CheckNews::why(const CheckCandidate& claim) {
  const std::optional<CheckMark>& mark = claim.mark;
  if (!mark) return "it was never judged";
  if (mark->reading != claim.reading) return "it is read otherwise now";
  if (mark->checkers != checkers_) return "the checkers, their configuration or the policy changed";
  if (mark->today > today_) return fmt::format("it was judged as if it were {}, a later day", to_string(mark->today));
  if (fell_due(claim.due, *mark, today_)) return "its due date has passed";
  for (const std::string& indicator : mark->indicators)
    if (came(News::figures, *mark, indicator)) return fmt::format("new figures of {}", indicator);
  if (mark->passages && came(News::documents, *mark)) return "new documents";
  if (came(News::vocabulary, *mark)) return "the vocabulary changed";
  if (mark->members && members_changed(*mark)) return "a group has other members";
  if (came(News::retractions, *mark)) return "something was retracted";
  return std::nullopt;
}

bool CheckNews::came(News news, const CheckMark& mark, const std::string& indicator) {
  const auto [at, is_new] = known_.try_emplace({news, mark.last, mark.today, indicator}, false);
  if (is_new) at->second = store_.has_news(news, {mark.last, mark.today, today_}, indicator);
  return at->second;
}

bool CheckNews::members_changed(const CheckMark& mark) {
  const auto [at, is_new] = members_changed_.try_emplace(mark.today, false);
  if (!is_new) return at->second;
  const auto changed = [&](const Membership& membership) {
    return (membership.from.known() && lies_in(membership.from.earliest(), mark, today_)) ||
           (membership.until.known() && lies_in(membership.until.latest() + std::chrono::days(1), mark, today_));
  };
  return at->second = std::any_of(lexicon_.entities().begin(), lexicon_.entities().end(), [&](const Entity& entity) {
           return std::any_of(entity.memberships.begin(), entity.memberships.end(), changed);
         });
}

}  // namespace avow
