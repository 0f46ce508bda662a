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
  if (tokens_.is(i - 1, "as") && tokens_.is_any(i - 2, {"soon", "early", "late"})) return 1;
  if (tokens_.is(i - 1, "effective")) return 1;
  for (std::size_t d = 1; d <= cue_window && !is_stop(i - d); ++d)
    if (const int cue = cue_at(i - d)) return cue;
  for (std::size_t d = 1; d <= cue_window && !is_stop(i + d) && tokens_[i + d].newlines <= 1; ++d)
    if (const int cue = cue_at(i + d)) return cue;
  return 0;
}

int DateFinder::cue_at(std::size_t i) const {
  const bool noun = tokens_.is_any(i, {"plan", "plans", "promise", "pledge"}) && tokens_.has(i - 1, determiner);
  if (noun) return 0;
  if (tokens_.has(i, future_cue) || (tokens_.is(i, "set") && tokens_.is(i + 1, "to"))) return 1;
  return tokens_.has(i, past_cue) || ends_in_ed(i) ? -1 : 0;
}

bool DateFinder::ends_in_ed(std::size_t i) const {
  const std::string_view text = tokens_.view(i);
  return tokens_.is_word(i) && !tokens_[i].capital && text.size() > 4 && text.substr(text.size() - 2) == "ed" &&
         text[text.size() - 3] != 'e';
}

bool DateFinder::is_stop(std::size_t i) const {
  const Token& token = tokens_[i];
  const Token& before = tokens_[i - 1];
  if (token.mark == '.' && token.glued && (before.end - before.begin == 1 || tokens_.has(i - 1, hard_abbreviation)))
    return false;  // "Anna P. Falk", "Mr. Falk"
  return token.kind == TokenKind::end ||
         ((token.mark == '.' || token.mark == '?' || token.mark == '!' || token.mark == ';') && !tokens_[i + 1].glued);
}

/// Takes into an expression what belongs to it on its left: "early", "the end of", "earlier", "more than".
void DateFinder::extend(FoundTime& found) const {
  if (found.value.type == TimeType::set) return;
  if (found.value.type == TimeType::duration || tokens_.is(found.end - 1, "ago") || found.value.minute >= 0) {
    const std::size_t bound = with_bound(found.begin);
    if (bound >= not_before_) found.begin = bound;
    return;
  }
  if (found.value.vague != VagueTime::none || !found.timex) return;
  const std::size_t modifier = with_modifier(found);
  if (modifier < found.begin && modifier >= not_before_) {
    narrow(found, modifier);
    found.begin = modifier;
  }
  const std::size_t part = with_part(found);
  if (part < found.begin && part >= not_before_) {
    narrow(found, part);
    found.begin = part;
  }
  const bool hyphen = is_dash(tokens_[found.begin + 1].mark) && tokens_[found.begin + 1].glued;
  if (!hyphen && tokens_.is(found.begin - 1, "the") && found.begin > not_before_ && takes_article(found)) --found.begin;
}

bool DateFinder::takes_article(const FoundTime& found) const {
  if (tokens_.is_any(found.begin, {"early", "late", "mid", "end", "close", "start", "beginning", "middle"}))
    return true;
  const Grain grain = found.value.at.grain;
  return grain == Grain::decade || grain == Grain::century || grain == Grain::quarter ||
         tokens_.is(found.begin, "year");
}

/// "early", "late", "mid-", "earlier", "later" before a date; "earlier in the year".
std::size_t DateFinder::with_modifier(const FoundTime& found) const {
  std::size_t p = found.begin - 1;
  if (tokens_.is_any(p, {"earlier", "later"})) return tokens_[p + 1].newlines == 0 ? p : found.begin;
  if (tokens_.is_any(p, {"in", "on"}) && tokens_.is_any(p - 1, {"earlier", "later", "early", "late"})) return p - 1;
  if (is_dash(tokens_[p].mark) && tokens_[found.begin].glued) --p;
  if (tokens_.is(p, "the") && tokens_.is_any(p - 1, {"early", "late", "earlier", "later"})) --p;
  return tokens_.is_any(p, {"early", "late", "mid", "post", "pre"}) ? p : found.begin;
}

/// "the end of", "the beginning of".
std::size_t DateFinder::with_part(const FoundTime& found) const {
  const std::size_t the = tokens_.is(found.begin - 1, "the") ? found.begin - 1 : found.begin;
  const std::size_t of = tokens_.is(the, "of") ? the : the - 1;
  const bool part = tokens_.is(of, "of") && tokens_.is_any(of - 1, {"end", "close", "start", "beginning", "middle"});
  return part ? of - 1 : found.begin;
}

/// What "early", "mid", "late", "the start of" leave of a year.
void DateFinder::narrow(FoundTime& found, std::size_t modifier) const {
  if (found.value.at.grain != Grain::year || !found.dated || !found.date.single_year()) return;
  if (tokens_.is_any(modifier, {"end", "close"})) return;
  const int year = *found.date.single_year();
  const auto months = [&](unsigned first, unsigned last) {
    found.date = Date::interval(Date::month(year, first).earliest(), Date::month(year, last).latest());
  };
  if (tokens_.is(modifier, "early")) months(1, 4);
  if (tokens_.is_any(modifier, {"mid", "middle"})) months(5, 8);
  if (tokens_.is(modifier, "late")) months(9, 12);
  if (tokens_.is_any(modifier, {"start", "beginning"})) found.date = Date::month(year, 1);
}

/// "about", "more than", "at least" before a length of time.
std::size_t DateFinder::with_bound(std::size_t begin) const {
  const std::size_t p = begin - 1;
  if (tokens_.is_any(p, {"about", "around", "nearly", "almost", "approximately", "roughly", "only", "just"}))
    return tokens_.is_any(p, {"only", "just"}) ? begin : p;
  if (tokens_.is(p, "least") && tokens_.is(p - 1, "at")) return p - 1;
  if (!tokens_.is(p, "than") || !tokens_.is_any(p - 1, {"more", "less", "fewer", "longer"})) return begin;
  return tokens_.is(p - 2, "no") ? p - 2 : p - 1;
}

DateMention DateFinder::mention(const FoundTime& found) const {
  DateMention out;
  out.date = found.date;
  out.relative = found.relative;
  out.term = found.term;
  std::size_t begin = found.begin;
  if (tokens_.is(begin - 1, "fiscal")) --begin;
  if (tokens_.is(begin - 1, "the")) --begin;
  std::optional<DateRole> before;
  const std::size_t p = begin - 1;
  if (begin > 0 && tokens_[begin].newlines <= 1 && p >= not_before_)
    for (const RoleWord& row : role_words)
      if (tokens_.is(p, row.word)) before = row.role;
  if (!before && tokens_.is(p, "to") && follows_from(p)) before = DateRole::until;
  if (before) begin = p;
  if (tokens_.is(p, "than") && tokens_.is(p - 1, "later") && tokens_.is_any(p - 2, {"no", "not"})) {
    before = DateRole::by;
    begin = p - 2;
  }
  if (found.span_begin && *found.span_begin >= not_before_) begin = *found.span_begin;
  out.role = found.role ? *found.role : before.value_or(DateRole::at);
  out.span = {tokens_[begin].begin, tokens_[found.end - 1].end};
  return out;
}

bool DateFinder::follows_from(std::size_t to) const {
  for (std::size_t d = 1; d <= 5; ++d) {
    if (tokens_.is(to - d, "from")) return true;
    if (is_stop(to - d)) return false;
  }
  return false;
}

}  // namespace avow::text
