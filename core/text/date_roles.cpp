#include "text/date_finder.hpp"

namespace avow::text {
namespace {

constexpr std::size_t cue_window = 14;  ///< tokens to either side that can tell future from past

struct RoleWord {
  Literal word;
  DateRole role;
};
constexpr RoleWord role_words[] = {
    {"by", DateRole::by},         {"before", DateRole::by},     {"since", DateRole::since},
    {"from", DateRole::from},     {"until", DateRole::until},   {"till", DateRole::until},
    {"through", DateRole::until}, {"within", DateRole::within}, {"in", DateRole::at},
    {"on", DateRole::at},         {"at", DateRole::at},         {"during", DateRole::at},
    {"after", DateRole::from},    {"throughout", DateRole::at}, {"starting", DateRole::from}};

}  // namespace

/// 1 when the nearest cue around token `i` in its sentence looks ahead, -1 when it looks back, 0 when there is none.
int DateFinder::looks_ahead(std::size_t i) const {
  for (std::size_t distance = 1; distance <= cue_window; ++distance) {
    const bool before = open_back(i, distance);
    if (before && tokens_.has(i - distance, future_cue)) return 1;
    if (before && tokens_.has(i - distance, past_cue)) return -1;
    if (before && ends_in_ed(i - distance)) return -1;
    if (!open_forward(i, distance)) continue;
    if (tokens_.has(i + distance, future_cue)) return 1;
    if (tokens_.has(i + distance, past_cue) || ends_in_ed(i + distance)) return -1;
  }
  return 0;
}

bool DateFinder::ends_in_ed(std::size_t i) const {
  const std::string_view text = tokens_.view(i);
  return tokens_.is_word(i) && text.size() > 4 && text.substr(text.size() - 2) == "ed" && text[text.size() - 3] != 'e';
}

bool DateFinder::is_stop(std::size_t i) const {
  const Token& token = tokens_[i];
  return token.kind == TokenKind::end ||
         ((token.mark == '.' || token.mark == '?' || token.mark == '!' || token.mark == ';') && !tokens_[i + 1].glued);
}

bool DateFinder::open_back(std::size_t i, std::size_t distance) const {
  for (std::size_t d = 1; d <= distance; ++d)
    if (is_stop(i - d)) return false;
  return true;
}

bool DateFinder::open_forward(std::size_t i, std::size_t distance) const {
  for (std::size_t d = 1; d <= distance; ++d)
    if (is_stop(i + d) || tokens_[i + d].newlines > 1) return false;
  return true;
}

DateMention DateFinder::mention(std::size_t i, const FoundDate& found, std::uint32_t not_before) const {
  DateMention out;
  out.date = found.date;
  out.relative = found.relative;
  std::size_t begin = i;
  if (!found.role || *found.role == DateRole::since) begin = with_article(i);
  std::optional<DateRole> before;
  const std::size_t p = begin - 1;
  if (begin > 0 && tokens_[begin].newlines <= 1)
    for (const RoleWord& row : role_words)
      if (tokens_.is(p, row.word) && tokens_[p].begin >= not_before) before = row.role;
  if (!before && tokens_.is(p, "to") && follows_from(p)) before = DateRole::until;
  if (before) begin = p;
  out.role = found.role ? *found.role : before.value_or(DateRole::at);
  out.span = {tokens_[begin].begin, tokens_[found.end - 1].end};
  return out;
}

/// Takes "the", "early", "late", "mid", "end of" into the span before looking for the preposition.
std::size_t DateFinder::with_article(std::size_t i) const {
  std::size_t begin = i;
  if (tokens_.is(begin - 1, "year") && year_at(begin)) --begin;
  if (tokens_.is_any(begin - 1, {"early", "late", "fiscal"})) --begin;
  if (tokens_.is(begin - 1, "the")) --begin;
  return begin;
}

bool DateFinder::follows_from(std::size_t to) const {
  for (std::size_t d = 1; d <= 5; ++d) {
    if (tokens_.is(to - d, "from")) return true;
    if (is_stop(to - d)) return false;
  }
  return false;
}

}  // namespace avow::text
