#include <algorithm>

#include "text/date_finder.hpp"

namespace avow::text {
namespace {

/// Words between "the" and the head of a term: "the third parliamentary term".
constexpr std::size_t longest_term_name = 5;

struct TermHead {
  Literal word;
  TermOf of;
};
constexpr TermHead term_heads[] = {
    {{"parliament"}, TermOf::parliament}, {{"congress"}, TermOf::parliament}, {{"legislature"}, TermOf::parliament},
    {{"term"}, TermOf::office},           {{"mandate"}, TermOf::office},      {{"presidency"}, TermOf::office},
    {{"government"}, TermOf::office},     {{"session"}, TermOf::session},     {{"election"}, TermOf::election},
    {{"administration"}, TermOf::office}, {{"elections"}, TermOf::election}};

struct TermWord {
  Literal word;
  TermChoice choice;
  int number;
};
constexpr TermWord term_words[] = {{{"this"}, TermChoice::running, 0},    {{"current"}, TermChoice::running, 0},
                                   {{"present"}, TermChoice::running, 0}, {{"existing"}, TermChoice::running, 0},
                                   {{"next"}, TermChoice::next, 0},       {{"coming"}, TermChoice::next, 0},
                                   {{"incoming"}, TermChoice::next, 0},   {{"upcoming"}, TermChoice::next, 0},
                                   {{"following"}, TermChoice::next, 0},  {{"first"}, TermChoice::numbered, 1},
                                   {{"second"}, TermChoice::numbered, 2}, {{"third"}, TermChoice::numbered, 3},
                                   {{"fourth"}, TermChoice::numbered, 4}};

/// What stays of a term after a word such as "the lifetime of": all of it.
constexpr auto is_stretch = [](const Tokens& tokens, std::size_t i) {
  return tokens.is_any(i, {"lifetime", "life", "course", "duration", "remainder", "rest", "length", "whole", "span"});
};

}  // namespace

/// One word between the article and the head; false when it says that something else is meant: "the long term".
bool DateFinder::read_term_word(std::size_t p, NamedTerm& named) const {
  const auto* found = std::find_if(std::begin(term_words), std::end(term_words),
                                   [&](const TermWord& each) { return tokens_.is(p, each.word); });
  if (found != std::end(term_words)) {
    if (named.term.choice == TermChoice::open) named.term.choice = found->choice;
    if (found->number != 0) named.term.number = found->number;
    named.pointed = true;
    return true;
  }
  if (named.term.of == TermOf::election) {
    if (tokens_.is(p, "presidential")) named.term.of = TermOf::office_election;
    if (tokens_.is_any(p, {"parliamentary", "legislative", "congressional", "midterm"}))
      named.term.of = TermOf::parliament_election;
    if (tokens_.is(p, "midterm") && named.term.choice == TermChoice::open) named.term.choice = TermChoice::next;
    return named.term.of != TermOf::election || tokens_.is_any(p, {"general", "federal", "national"});
  }
  if (tokens_.is_any(p, {"parliamentary", "legislative", "congressional", "presidential", "full", "new", "whole"}))
    return true;
  return tokens_.is_word(p) && tokens_[p].capital;  // "a Labour government"
}

/// "this parliament", "my second term", "a Labour government", "the next general election", "first session": the words
/// before a head, and what after it belongs to them.
std::optional<DateFinder::NamedTerm> DateFinder::named_term(std::size_t head) const {
  const auto* of = std::find_if(std::begin(term_heads), std::end(term_heads),
                                [&](const TermHead& each) { return tokens_.is(head, each.word); });
  if (of == std::end(term_heads)) return std::nullopt;
  NamedTerm named;
  named.term.of = of->of;
  named.begin = head;
  named.end = head + 1;
  std::size_t p = head - 1;
  for (; p + longest_term_name > head && tokens_[p + 1].newlines <= 1; --p) {
    const bool own = tokens_.is_any(p, {"my", "our"});
    if (own && tokens_.is_any(head, {"legislature", "congress"})) return std::nullopt;  // a place rather than a time
    if (own || tokens_.is_any(p, {"the", "his", "her", "their", "its", "a", "an"})) {
      named.term.own = own;
      named.others = tokens_.is_any(p, {"his", "her", "their", "its"});
      named.term.hoped = tokens_.is_any(p, {"a", "an"});
      named.pointed = named.pointed || !(tokens_.is(p, "the") || named.term.hoped);
      named.begin = p;
      break;
    }
    if (!read_term_word(p, named)) break;
    named.begin = p;
    if (tokens_.is(p, "this")) break;
  }
  const bool bare = named.begin == head || tokens_[named.begin].capital;  // "Labour government"
  if (bare && !named.pointed && !tokens_.is_any(named.begin, {"the", "a", "an"})) return std::nullopt;
  if (named.term.hoped && !named.pointed && !tokens_.is_any(head, {"government", "administration"}))
    return std::nullopt;
  return close_term(head, named) ? std::optional(named) : std::nullopt;
}

/// Takes in what follows: "of office", "in power", "of a Labour government", "of the next parliament". False when what
/// follows says that something else is meant: "the presidency of the council", "the term of the lease".
bool DateFinder::close_term(std::size_t head, NamedTerm& named) const {
  const std::size_t next = head + 1;
  if (tokens_[next].kind == TokenKind::possessive) return false;
  if (tokens_.is(head, "term") && tokens_.is_any(next, {"of", "in"}) &&
      tokens_.is_any(next + 1, {"office", "government", "power", "parliament"})) {
    named.end = next + 2;
    named.pointed = true;
    return true;
  }
  if (!tokens_.is(next, "of")) return true;
  if (named.term.of == TermOf::session && tokens_.is_any(next + 1, {"parliament", "congress"})) {
    named.end = next + 2;
    return true;
  }
  const auto whole = term_after(next + 1);
  if (!whole) return named.term.of != TermOf::office && named.term.of != TermOf::session;
  named.end = whole->end;
  named.term.hoped = named.term.hoped || whole->term.hoped;
  named.pointed = true;
  if (named.term.of == TermOf::session && whole->term.choice == TermChoice::next) {
    named.term.part = TermPart::begin;  // the first year of that parliament
    named.term.months = 12 * std::max(named.term.number, 1);
    named.term.of = TermOf::parliament;
    named.term.choice = TermChoice::next;
  }
  return true;
}

/// The term whose words begin at token `i`.
std::optional<DateFinder::NamedTerm> DateFinder::term_after(std::size_t i) const {
  for (std::size_t head = i; head < i + longest_term_name && tokens_.is_word(head); ++head) {
    if (tokens_[head].newlines > 1) break;
    const auto named = named_term(head);
    if (named && named->begin == i) return named;
  }
  return std::nullopt;
}

/// "we cut the tax over the parliament", and not "will be cut".
bool DateFinder::looks_back(std::size_t i) const {
  constexpr std::size_t window = 14;
  for (std::size_t d = 1; d <= window && !is_stop(i - d); ++d)
    if (cue_at(i - d) > 0) return false;
  return looks_ahead(i) < 0;
}

FoundTime DateFinder::in_term(std::size_t begin, const NamedTerm& named) const {
  FoundTime found = unit(begin, named.end, {}, true);
  found.timex = false;
  if (!named.others) found.term = named.term;  // whose theirs is, nobody says
  return found;
}

/// "(by the end of) this parliament", "over the lifetime of our mandate", "before the next election": a date that no
/// calendar tells.
std::optional<FoundTime> DateFinder::term_of_office(std::size_t i) const {
  const auto named = named_term(i);
  if (!named) return std::nullopt;
  if (named->term.of >= TermOf::election) return at_election(*named);
  if (auto part = part_of_term(*named)) return part;
  return tokens_.is_any(i, {"government", "administration"}) ? std::nullopt : within_term(*named);
}

/// "the end of this parliament", "the middle of the next", "over the course of the parliament".
std::optional<FoundTime> DateFinder::part_of_term(const NamedTerm& named) const {
  const std::size_t part = named.begin - 2;
  if (!tokens_.is(named.begin - 1, "of")) return std::nullopt;
  const std::size_t begin = tokens_.is(part - 1, "the") ? part - 1 : part;
  FoundTime found = in_term(begin, named);
  if (is_stretch(tokens_, part)) {
    if (!tokens_.is_any(begin - 1, {"over", "during", "in", "for", "throughout", "across", "within"}))
      return std::nullopt;
    found.span_begin = begin - 1;
    found.term.past = looks_back(begin);
    found.role = tokens_.is(begin - 1, "for") ? DateRole::until : DateRole::within;
    return found;
  }
  if (tokens_.is_any(part, {"end", "close"})) return found;
  found.term.part = TermPart::middle;
  if (tokens_.is_any(part, {"middle", "midpoint"})) return found;
  found.term.part = TermPart::begin;
  return tokens_.is_any(part, {"start", "beginning", "outset"}) ? std::optional(found) : std::nullopt;
}

/// "in this parliament", "during our mandate", "over the parliament", "before the next parliament".
std::optional<FoundTime> DateFinder::within_term(const NamedTerm& named) const {
  const std::size_t before = named.begin - 1;
  FoundTime found = in_term(named.begin, named);
  if (tokens_.is_any(before, {"by", "before", "until"}) && named.term.choice == TermChoice::next) {
    found.term.part = TermPart::begin;
    return found;
  }
  const bool in = tokens_.is_any(before, {"in", "within"}) && named.pointed;  // "in the parliament" is a place
  if (!in && !tokens_.is_any(before, {"over", "during", "throughout", "across"})) return std::nullopt;
  if (tokens_.is(before - 1, "early")) return std::nullopt;  // its beginning, by which nothing is due
  found.term.past = looks_back(before);
  found.role = DateRole::within;
  found.span_begin = before;
  return found;
}

/// "before the next election", "by the time of the next general election", "ahead of the midterm elections".
std::optional<FoundTime> DateFinder::at_election(const NamedTerm& named) const {
  if (named.term.choice != TermChoice::next) return std::nullopt;
  FoundTime found = in_term(named.begin, named);
  const std::size_t before = named.begin - 1;
  if (tokens_.is(before, "of") && tokens_.is_any(before - 1, {"ahead", "advance", "time", "day", "date"})) {
    std::size_t p = before - 1;
    if (tokens_.is_any(p - 1, {"the", "in"})) --p;
    if (tokens_.is_any(p - 1, {"by", "before", "until"})) --p;
    found.span_begin = p;
    found.role = DateRole::by;
    return found;
  }
  if (!tokens_.is_any(before, {"by", "before", "until", "till", "at", "after"})) return std::nullopt;
  return found;
}

/// "in our first 100 days", "within the first year of a Labour government", "in our first two years in office".
std::optional<FoundTime> DateFinder::start_of_term(std::size_t i, Grain grain, const Lead& lead) const {
  if (lead.pointer != Lead::Pointer::first || !lead.article || lead.vague || (lead.plural && !lead.counted))
    return std::nullopt;
  if (grain < Grain::day || grain > Grain::year || !tokens_.is_any(lead.begin + 1, {"first"})) return std::nullopt;
  bool own = tokens_.is_any(lead.begin, {"my", "our"});
  const int count = static_cast<int>(std::clamp(lead.count, 1.0F, 1000.0F));
  NamedTerm named;
  named.end = i + 1;
  named.term.of = TermOf::office;
  if (const auto of = tokens_.is_any(i + 1, {"of", "in"}) ? term_after(i + 2) : std::nullopt) {
    if (of->term.of >= TermOf::session) return std::nullopt;
    named = *of;
  } else if (tokens_.is_any(i + 1, {"in", "of"}) && tokens_.is_any(i + 2, {"office", "government", "power"})) {
    named.end = i + 3;
  } else if (!own) {
    if (grain != Grain::day || count != 100) return std::nullopt;
    own = tokens_.is(lead.begin, "the");  // those of whoever speaks
  }
  named.term.own = named.term.own || own;
  named.term.part = TermPart::begin;
  (grain <= Grain::week ? named.term.days : named.term.months) = count * (grain == Grain::week      ? 7
                                                                          : grain == Grain::quarter ? 3
                                                                          : grain == Grain::year    ? 12
                                                                                                    : 1);
  const bool of_end = tokens_.is(lead.begin - 1, "of") && tokens_.is(lead.begin - 2, "end");
  const std::size_t begin = of_end ? (tokens_.is(lead.begin - 3, "the") ? lead.begin - 3 : lead.begin - 2) : lead.begin;
  const auto framed = frame(lead.begin);
  if (!framed && !of_end) return std::nullopt;
  FoundTime found = in_term(begin, named);
  if (framed) {
    found.role = DateRole::within;
    found.span_begin = framed;
  }
  if (!lead.counted) return found;
  found.timex = !of_end && named.end == i + 1;  // what TimeML counts, with what can be told of any speaker
  found.value = TimeValue::length(grain, lead.count);
  const bool in = framed && tokens_.is(*framed, "in");
  if (!in && !(framed && tokens_.is(*framed, "within"))) return found;
  const Date date = date_from(grain, lead.count);
  found.date = in && date.known() ? Date::parse(date.text() + "~").value_or(date) : date;
  return found;
}

}  // namespace avow::text
