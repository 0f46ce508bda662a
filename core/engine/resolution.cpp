#include "engine/resolution.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "engine/measured_terms.hpp"
#include "engine/places.hpp"

namespace avow {
namespace {

/// What a group counts by its members, wherever these lie: "an alliance of 32 nations in Europe and North America".
constexpr std::string_view members_measure = "members";

/// How speakers name their own side, and how texts name the members of a group they are about.
constexpr std::array own_side{"we", "i", "us", "our", "ours", "me", "my", "the government", "this house"};
/// "my department", "our next government", "this administration": what the speaker belongs to.
constexpr std::array own_words{"my", "our", "this"};
constexpr std::array own_bodies{"government", "administration", "party",   "department", "ministry",
                                "cabinet",    "team",           "country", "nation",     "alliance"};
/// The same where somebody tells what the speaker said.
constexpr std::array told_pronouns{"he", "she"};
constexpr std::array told_words{"his", "her", "their", "its"};
/// What a name may be followed by and still be who is meant: "the next Labour government".
constexpr std::array governing{"government", "administration", "ministers", "party", "leaders", "council", "cabinet"};
constexpr std::array member_nouns{
    "allies",           "ally",        "members",   "member",  "member states",
    "member countries", "nations",     "countries", "leaders", "heads of state and government",
    "alliance",         "governments", "partners"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

/// With single blanks, as a line break or a no-break space may part the words.
std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool no_break = text.substr(at).starts_with("\u00a0");
    const bool blank = no_break || text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r';
    if (!blank) line += text[at];
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
    if (no_break) ++at;
  }
  return line;
}

template <typename Words>
bool is_one_of(const Words& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// Whether the text ends in one of the words as a word: "the 28 allied leaders", "all allies".
template <typename Words>
bool ends_in(const Words& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.ends_with(word) && (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ');
  });
}

/// "our next government": begins with a word of one's own and ends in a body.
bool is_own_body(std::string_view text) {
  const std::string_view first = text.substr(0, text.find(' '));
  return is_one_of(own_words, first) && ends_in(own_bodies, text) && std::count(text.begin(), text.end(), ' ') <= 2;
}

/// "he", "her government" in reported speech: mostly who speaks.
bool is_told_body(std::string_view text) {
  if (is_one_of(told_pronouns, text)) return true;
  return is_one_of(told_words, text.substr(0, text.find(' '))) && ends_in(own_bodies, text);
}

bool is_party(const Entity* entity) {
  return entity && entity->kind == EntityKind::party;
}
bool is_group(const Entity* entity) {
  return entity && entity->kind == EntityKind::group;
}

/// Regions and the aggregates of publishers are groups by name only.
bool has_members(const Lexicon& lexicon, const std::string& group) {
  const auto& all = lexicon.entities();
  return std::any_of(all.begin(), all.end(), [&](const Entity& entity) {
    return std::any_of(entity.memberships.begin(), entity.memberships.end(), [&](const Membership& membership) {
      return membership.group == group && (membership.role == "member" || entity.kind == EntityKind::person);
    });
  });
}

/// The group mentioned most often; of equals the first by code, so that the answer does not depend on chance.
std::string most_mentioned_group(const Lexicon& lexicon, const Annotations& annotations) {
  std::map<std::string, int> counts;
  for (const Mention& mention : annotations.mentions)
    if (mention.kind == MentionKind::entity && is_group(lexicon.entity(mention.code))) ++counts[mention.code];
  std::string most;
  for (const auto& [code, count] : counts)
    if ((most.empty() || count > counts[most]) && has_members(lexicon, code)) most = code;
  return most;
}

/// Whether nothing but a word like "government" follows the name that ends at `end`.
bool ends_as_body(std::string_view text, std::size_t end) {
  const std::string rest = lower(text.substr(std::min(end, text.size())));
  return rest.empty() || (rest.front() == ' ' && is_one_of(governing, std::string_view(rest).substr(1)));
}

/// The one group or country that the words mention: "each member of the Pact", "Arvania's new government"; a party or
/// an organisation when they end in it: "the next Labour government". Empty when they mention several, or anybody else
/// beside it.
std::string only_body_in(const Lexicon& lexicon, std::string_view text) {
  std::string body;
  for (const Mention& mention : lexicon.gazetteer().find(text)) {
    if (mention.kind != MentionKind::entity || mention.code == body) continue;
    const std::string_view before = text.substr(0, mention.span.begin);
    if (before.ends_with("xports to ") || before.ends_with("trade with ")) continue;  // not whose they are
    const Entity* entity = lexicon.entity(mention.code);
    const bool place = is_group(entity) || (entity && entity->kind == EntityKind::country);
    const bool acts = entity && entity->kind != EntityKind::person && ends_as_body(text, mention.span.end);
    const bool is_body = place || acts;
    if (!is_body || !body.empty()) return {};
    body = mention.code;
  }
  return body;
}

bool holds_on(const Membership& membership, const Date& day) {
  return day.known() ? held_within(membership, day.earliest(), day.latest()) : !membership.until.known();
}

/// "percent" of a measure that is only ever taken of one thing is percent of that: "2 percent on defence".
bool is_share_of(const std::string& unit, const std::string& said) {
  return said == "percent" && unit.starts_with("percent of ");
}

/// "32 nations" counts what the indicator's phrases name.
bool fits_unit(const Indicator& indicator, const std::string& unit) {
  if (indicator.unit == unit || indicator.unit == unit + "s") return true;
  return indicator.unit == "count" &&
         std::any_of(indicator.phrases.begin(), indicator.phrases.end(),
                     [&](const auto& phrase) { return phrase == unit || phrase == unit + "s"; });
}

bool has_figures_for(const Lexicon& lexicon, const Indicator& indicator, const std::string& subject) {
  const std::string publisher = lexicon.gazetteer().entity_named(indicator.publisher);
  return subject.empty() || !is_group(lexicon.entity(publisher)) || lexicon.belongs(subject, publisher);
}

bool is_change(Relation relation) {
  return relation == Relation::rise_by || relation == Relation::fall_by;
}

/// "500,000 are unemployed": a number of people, where the indicator is a share of them.
bool is_count_of_share(const Indicator& indicator, const Target& target) {
  constexpr double least_count = 1000;
  return target.unit.empty() && target.value && target.value->value >= least_count &&
         sort_of_unit(indicator.unit) == UnitSort::share;
}

bool changes_in_percent(const Target& target) {
  return target.unit == "percent" && is_change(target.relation);
}

}  // namespace

std::string resolve_indicator(const Lexicon& lexicon, const std::string& measure, const Target& target) {
  if (lexicon.indicator(measure)) return measure;
  const bool any_unit = target.unit.empty() || !target.value || changes_in_percent(target);
  for (const Indicator* indicator : lexicon.indicators_of(measure))
    if (((any_unit && !is_count_of_share(*indicator, target)) || fits_unit(*indicator, target.unit)) &&
        has_figures_for(lexicon, *indicator, target.subject))
      return indicator->code;
  for (const Indicator* indicator : lexicon.indicators_of(measure))  // "9 tonnes" of what is measured in "t CO2"
    if (target.unit == "t" && sort_of_unit(indicator->unit) == UnitSort::mass) return indicator->code;
  for (const Indicator* indicator : lexicon.indicators_of(measure))
    if (may_count(*indicator, target.unit) && has_figures_for(lexicon, *indicator, target.subject))
      return indicator->code;
  if (is_change(target.relation)) return {};
  for (const Indicator* indicator : lexicon.indicators_of(measure))
    if (is_share_of(indicator->unit, target.unit) && has_figures_for(lexicon, *indicator, target.subject))
      return indicator->code;
  return {};
}

Resolver::Resolver(const Lexicon& lexicon, const Document& document, const Annotations& annotations)
    : lexicon_(lexicon),
      document_(document),
      annotations_(annotations),
      main_group_(most_mentioned_group(lexicon, annotations)) {}

/// What "we" means in a speaker's mouth: the body whose office the speaker holds on the day, else the party that the
/// speaker belongs to, else the speaker's own self when that is a body; for a text without a person as its speaker, the
/// group it is about.
std::string Resolver::group_of(const Attribution& speaker) const {
  const Entity* entity = lexicon_.entity(speaker.entity);
  if (!entity) return speaker.voice == Voice::author && document_.speaker.empty() ? main_group_ : std::string();
  if (entity->kind != EntityKind::person) return entity->code;
  for (const Membership& membership : entity->memberships)
    if (membership.role != "member" && holds_on(membership, document_.published)) return membership.group;
  for (const Membership& membership : entity->memberships)
    if (is_party(lexicon_.entity(membership.group)) && holds_on(membership, document_.published))
      return membership.group;
  return {};
}

std::string Resolver::subject(const Target& target, const Attribution& speaker) const {
  const std::string said = one_line(target.subject_text);
  if (said.empty()) return {};
  if (lexicon_.entity(said)) return said;
  const std::string plain = lower(said);
  if (is_one_of(own_side, plain) || is_own_body(plain)) return group_of(speaker);
  if (speaker.voice == Voice::reported && is_told_body(plain)) return group_of(speaker);
  if (std::string named = lexicon_.gazetteer().entity_named(said); !named.empty()) return named;
  if (std::string group = lexicon_.groups().named_by_words(said); !group.empty()) return group;
  if (std::string mentioned = only_body_in(lexicon_, said); !mentioned.empty()) return mentioned;
  return ends_in(member_nouns, plain) ? main_group_ : std::string();
}

void Resolver::put_in_place(Candidate& candidate, const Attribution& speaker) const {
  Target& target = candidate.target;
  const Entity* subject = lexicon_.entity(target.subject);
  if (is_group(subject) && (target.scope == Scope::each || target.indicator_text == members_measure)) return;
  const Place place = place_of(lexicon_, document_, annotations_, candidate);
  const bool is_place = is_group(subject) || (subject != nullptr && subject->kind == EntityKind::country);
  const bool better =
      place.nearness == Place::Nearness::bound || (!is_place && place.nearness == Place::Nearness::introduced);
  if (!place.code.empty() && (target.subject.empty() || better)) target.subject = place.code;
  // "Unemployment is 5 percent", said by a president: of the country.
  if (!target.subject.empty() || is_elsewhere(document_, candidate)) return;
  const std::string own = group_of(speaker);
  if (const Entity* country = lexicon_.entity(own); country != nullptr && country->kind == EntityKind::country)
    target.subject = own;
}

void Resolver::resolve(Candidate& candidate, const Attribution& speaker) const {
  Target& target = candidate.target;
  target.subject = subject(target, speaker);
  const bool stated = is_statement(candidate.kind) && !target.indicator_text.empty();
  if (stated) {
    put_in_place(candidate, speaker);
    if (target.unit == "per 100") target.unit = "percent";
    target.indicator_text = stated_measure(target.indicator_text, target);
    const std::string_view said = words_around(document_, annotations_, candidate);
    target.indicator_text = measure_per_head(lexicon_, target.indicator_text, said);
    target.indicator_text = measure_at_parity(lexicon_, target.indicator_text, said);
  }
  if (!target.indicator_text.empty()) target.indicator = resolve_indicator(lexicon_, target.indicator_text, target);
  if (const Indicator* indicator = lexicon_.indicator(target.indicator); stated && indicator != nullptr) {
    const auto measure = std::find_if(candidate.cues.begin(), candidate.cues.end(),
                                      [](const Cue& cue) { return cue.label == "measure"; });
    const std::string_view words =
        measure == candidate.cues.end() ? std::string_view() : measure->span.of(document_.text);
    put_in_terms_of(*indicator, words, target);
  }
  // "Allies will each spend" names members; a country or person has none to tell apart.
  if (!is_group(lexicon_.entity(target.subject))) target.scope = Scope::none;
}

}  // namespace avow
