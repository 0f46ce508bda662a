#include "engine/office_holders.hpp"

namespace avow {
namespace {

/// Lower-case, with blanks for hyphens and without the article.
std::string plain_title(std::string_view text) {
  std::string plain;
  for (const char c : text) plain += c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  constexpr std::string_view article = "the ";
  return plain.starts_with(article) ? plain.substr(article.size()) : plain;
}

bool holds_on(const Membership& membership, const Date& day) {
  return day.known() ? held_within(membership, day.earliest(), day.latest()) : !membership.until.known();
}

}  // namespace

OfficeHolders::OfficeHolders(const std::vector<Entity>& entities) {
  for (const Entity& entity : entities) {
    if (entity.kind != EntityKind::person) continue;
    for (const Membership& membership : entity.memberships) {
      if (membership.role.empty() || membership.role == "member") continue;
      const std::string title = plain_title(membership.role);
      by_title_[title].push_back({entity.code, membership.group, membership});
      if (const auto of = title.find(" of "); of != std::string::npos)
        by_title_[title.substr(0, of)].push_back({entity.code, membership.group, membership});
    }
  }
}

std::vector<const OfficeHolders::Holder*> OfficeHolders::holding(std::string_view title, const Date& day) const {
  std::vector<const Holder*> found;
  const auto holders = by_title_.find(plain_title(title));
  if (holders == by_title_.end()) return found;
  for (const Holder& holder : holders->second)
    if (holds_on(holder.membership, day)) found.push_back(&holder);
  return found;
}

}  // namespace avow
