#include "report.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "points.hpp"
#include "reported.hpp"

namespace documents {
namespace {

using avow::sdk::Host;
using avow::sdk::Passage;
using avow::sdk::Query;

/// A sentence must hold this share of what the promise was about.
constexpr double least_matter = 0.5;
/// Days after the due date in which a report that names no matter can still mean the promise.
constexpr DayNumber report_delay = 31;
/// Words of the matter that a passage is first asked to hold together.
constexpr std::size_t strict_words = 3;
constexpr std::uint64_t passages_asked = 40;

/// What to search for, the narrowest first.
struct Terms {
  std::string all;  ///< must all occur
  std::string any;  ///< at least one must
};

std::string joined(const WordList& words, std::size_t count) {
  std::string text;
  for (std::size_t at = 0; at < std::min(count, words.size()); ++at) text += (at == 0 ? "" : " ") + words[at];
  return text;
}

std::vector<Terms> terms_of(const Act& act, const Words& words) {
  std::string any;
  for (const std::size_t number : act.acts)
    for (const std::string& word : words.act_words(number))
      if (word.find(' ') == std::string::npos) any += (any.empty() ? "" : " ") + word;
  if (act.matter.empty()) return {{"", any}};
  std::vector<Terms> terms{{joined(act.matter, strict_words), any}};
  if (act.matter.size() > 1)
    for (std::size_t at = 0; at < std::min<std::size_t>(2, act.matter.size()); ++at)
      terms.push_back({act.matter[at], any});
  return terms;
}

/// Calls use(sentence) with each sentence of a passage; where one ends need not be exact, as only words are compared.
template <typename Use>
void each_sentence(std::string_view text, Use use) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool ends = text[at] == '\n' || ((text[at] == '.' || text[at] == '!' || text[at] == '?') &&
                                           at + 1 < text.size() && text[at + 1] == ' ');
    if (!ends) continue;
    if (at + 1 > begin + 1) use(text.substr(begin, at + 1 - begin));
    begin = at + 1;
  }
  if (begin < text.size()) use(text.substr(begin));
}

/// A promise that names no matter ("take decisions in June") can only be told by its day.
bool is_in_time(const Search& search, DayNumber published) {
  return published >= search.due_from && (!search.dated() || published <= search.due_until + report_delay);
}

bool speaks_of(const Search& search, const Likeness& likeness, DayNumber published) {
  if (!likeness.act || likeness.matter < least_matter) return false;
  return !search.act.matter.empty() || is_in_time(search, published);
}

/// Reports of what happened before those of intentions, of what was promised before others, more of the matter before
/// less.
bool says_more(const Finding& a, const Finding& b, const Act& act) {
  const auto key = [&](const Finding& finding) {
    const bool as_promised = (finding.report == Report::decides) == act.is_decision;
    return std::tuple(finding.report == Report::announces, !as_promised, -finding.matter);
  };
  return key(a) < key(b);
}

bool asks(std::string_view sentence) {
  return trim(sentence).ends_with('?');
}

/// "was built in 1962": every year that the sentence names lies before the one in which the promise was made.
bool is_of_the_past(const WordList& spoken, const Search& search) {
  constexpr std::size_t digits = 4;
  const std::string year = avow::check::day_text(search.said).substr(0, digits);
  bool past = false;
  for (const std::string& word : spoken) {
    const bool number = word.size() == digits && word.find_first_not_of("0123456789") == std::string::npos;
    if (!number || word < "1800" || word > "2199") continue;
    if (word >= year) return false;
    past = true;
  }
  return past;
}

void read_passage(const Passage& passage, const Search& search, const Words& words,
                  std::map<std::string, Finding>& by_document) {
  const DayNumber published = passage.published.latest;
  each_sentence(passage.text, [&](std::string_view text) {
    const WordList spoken = Words::words(text);
    const Report report =
        asks(text) || is_of_the_past(spoken, search) ? Report::none : report_of(text, search.act, words);
    if (report == Report::none) return;
    const Likeness found = likeness(search.act, words.stems(spoken), words);
    if (!speaks_of(search, found, published)) return;
    Finding finding{report, found.matter, std::string(passage.document), std::string(trim(text)), published};
    const auto [at, is_new] = by_document.try_emplace(finding.document, finding);
    if (!is_new && says_more(finding, at->second, search.act)) at->second = std::move(finding);
  });
}

}  // namespace

const char* name(Report report) {
  constexpr const char* names[] = {"denies",  "reports not done", "enacts",      "reports done",
                                   "decides", "announces",        "says nothing"};
  return names[static_cast<std::size_t>(report)];
}

std::vector<Finding> find_reports(const Search& search, const Words& words, Host& host) {
  std::map<std::string, Finding> by_document;
  std::set<std::tuple<std::string, std::size_t, std::size_t>> read;  // a wider search finds what a narrow one found
  for (const Terms& terms : terms_of(search.act, words)) {
    if (terms.all.empty() && terms.any.empty()) continue;
    Query query;
    query.entity = search.entity;
    query.from = search.said + 1;
    query.until = search.today;
    query.words = terms.all;
    query.any_words = terms.any;
    query.limit = passages_asked;
    for (const Passage passage : host.passages(query)) {
      const bool is_new = read.emplace(std::string(passage.document), passage.span.begin, passage.span.end).second;
      if (is_new) read_passage(passage, search, words, by_document);
    }
    if (by_document.size() >= max_findings) break;
  }
  std::vector<Finding> findings;
  for (auto& [id, finding] : by_document) findings.push_back(std::move(finding));
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.published < b.published; });
  if (findings.size() > max_findings) findings.resize(max_findings);
  return findings;
}

}  // namespace documents
