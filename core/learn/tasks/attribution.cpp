#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "base/error.hpp"
#include "base/model_folders.hpp"
#include "learn/attribution_data.hpp"
#include "learn/files.hpp"
#include "learn/tasks/tasks.hpp"
#include "text/attribution_tagger.hpp"
#include "text/gazetteer_tokens.hpp"
#include "text/names.hpp"
#include "text/turns.hpp"
#include "text/voices.hpp"

// Counted as CofeNet counts (Wang et al. 2022, exact match): a span is right when a span of the same role has the same
// first and last token. Found and wanted spans are laid on Avow's tokens first, so that a mark that one side leaves out
// within a word makes no difference. In whole articles a content may run over several sentences, where lines of tokens
// hold a sentence each: "content, cut at sentences" counts articles as if they were such lines. A whole attribution is
// right when its source, its cue and all of its content are.
//
// What claims are attributed by is counted apart, since extents matter less there than who it is: of the voices of a
// text, the share with half of their words or more in a content of the same source (precision); of the contents that
// people marked, the share that is so covered (recall).
namespace avow::learn {
namespace {

using text::RoleSpan;
using text::TokenRange;
using Range = std::pair<std::size_t, std::size_t>;
using Ranges = std::set<Range>;

constexpr std::array<const char*, 3> role_names = {"source", "cue", "content"};
constexpr std::array<const char*, 3> kind_names = {"content, direct", "content, indirect", "content, mixed"};

/// What a system or a person says of a text.
struct Reading {
  std::array<Ranges, 3> roles;  ///< source, cue, content
  std::set<std::array<Ranges, 3>> whole;
  std::vector<VoiceSpan> voices = {};  ///< of systems: what annotate() makes of it
};

Range range_of(TokenRange range) {
  return {range.begin, range.end};
}

/// A text with all that the systems look at.
struct Page {
  explicit Page(const AttributionSample& sample)
      : tokens(sample.text),
        layout(tokens),
        names(tokens, {}),
        turns(text::find_turns(tokens, layout, names)),
        sentences(text::find_sentences(tokens, layout, labels())) {}
  std::vector<TokenRange> labels() const {
    std::vector<TokenRange> out;
    for (const text::Turn& turn : turns) out.push_back(turn.label);
    return out;
  }
  bool is_quote(std::size_t i) const {
    const char32_t mark = tokens[i].mark;
    return text::is_opening_quote(mark) || text::is_closing_quote(mark) || mark == '"' || mark == 0x2018 ||
           (mark == 0x2019 && !tokens[i + 1].glued) || mark == '\'' || mark == '`';
  }
  text::Tokens tokens;
  text::Layout layout;
  text::Names names;
  std::vector<text::Turn> turns;
  std::vector<TokenRange> sentences;
};

void add(Reading& reading, const std::array<Ranges, 3>& parts) {
  for (std::size_t r = 0; r < parts.size(); ++r) reading.roles[r].insert(parts[r].begin(), parts[r].end());
  reading.whole.insert(parts);
}

// --- the people, and the systems -------------------------------------------------------------------------------------

Ranges ranges_of(const Page& page, const std::vector<Span>& spans) {
  Ranges out;
  for (const Span& span : spans) out.insert(range_of(tokens_of(page.tokens, span)));
  return out;
}

Reading wanted_in(const Page& page, const AttributionSample& sample) {
  Reading out;
  for (const MarkedRole& role : sample.roles)
    out.roles[(role.role - 1) / 2].insert(range_of(tokens_of(page.tokens, role.span)));
  for (const MarkedAttribution& one : sample.attributions)
    out.whole.insert({ranges_of(page, one.source), ranges_of(page, one.cue), ranges_of(page, one.content)});
  return out;
}

std::vector<VoiceSpan> voices_in(const Page& page, const std::vector<text::LinkedAttribution>& learned) {
  auto out = text::find_voices(page.tokens, page.layout, page.sentences, page.turns, page.names, learned);
  std::erase_if(out, [](const VoiceSpan& voice) { return voice.kind == Voice::turn; });
  return out;
}

Reading read_by_model(const Page& page, const text::AttributionModel& model) {
  Reading out;
  const text::AttributionFeatures features(page.tokens, page.layout, page.sentences, model);
  const auto roles = text::tag_roles(features, model);
  const auto linked = text::link_roles(roles, page.sentences);
  out.voices = voices_in(page, linked);
  for (const RoleSpan& role : roles) out.roles[(role.role - 1U) / 2].insert(range_of(role.tokens));
  for (const text::LinkedAttribution& one : linked) {
    std::array<Ranges, 3> parts;
    if (!one.source.empty()) parts[0].insert(range_of(one.source));
    parts[1].insert(range_of(one.cue));
    for (const TokenRange& content : one.contents) parts[2].insert(range_of(content));
    if (!parts[2].empty()) out.whole.insert(parts);
  }
  return out;
}

/// People mark the comma after an explained name and the colon after a verb with them.
Range with_mark(const Page& page, TokenRange range, char32_t mark, TokenRange next) {
  const bool marked = page.tokens.is_mark(range.end, mark) && (mark == ':' || range.end + 1 == next.begin);
  return {range.begin, range.end + (marked ? 1 : 0)};
}

/// As the people mark them, contents hold their quotation marks and the "that" before them; the voices of a text do
/// not.
Range as_marked(const Page& page, TokenRange content, Voice kind) {
  if (kind == Voice::quotation) {
    while (content.begin > 0 && page.is_quote(content.begin - 1) && page.tokens[content.begin].glued) --content.begin;
    std::size_t end = content.end;
    while (end < content.end + 2 && page.tokens[end].kind == text::TokenKind::mark && !page.is_quote(end)) ++end;
    if (page.is_quote(end)) content.end = end + 1;
    if (page.is_quote(content.end) && page.tokens[content.end].glued) ++content.end;
  } else if (page.tokens.is(content.begin - 1, "that")) {
    --content.begin;
  }
  return {content.begin, content.end};
}

/// The quoted words of a clause are a voice within the clause's; people mark the clause.
void drop_nested(Ranges& ranges) {
  for (auto one = ranges.begin(); one != ranges.end();) {
    const bool nested = std::any_of(ranges.begin(), ranges.end(), [&](const Range& other) {
      return other != *one && other.first <= one->first && one->second <= other.second;
    });
    one = nested ? ranges.erase(one) : std::next(one);
  }
}

Reading read_by_rules(const Page& page) {
  std::map<std::pair<Span, Span>, std::array<Ranges, 3>> found;  // by source and cue
  auto voices = voices_in(page, {});
  for (const VoiceSpan& voice : voices) {
    auto& parts = found[{voice.source, voice.cue}];
    const TokenRange cue = tokens_of(page.tokens, voice.cue);
    if (!voice.source.empty()) parts[0].insert(with_mark(page, tokens_of(page.tokens, voice.source), ',', cue));
    if (!voice.cue.empty()) parts[1].insert(with_mark(page, cue, ':', {}));
    parts[2].insert(as_marked(page, tokens_of(page.tokens, voice.content), voice.kind));
  }
  Reading out;
  for (auto& [key, parts] : found) {
    drop_nested(parts[2]);
    add(out, parts);
  }
  out.voices = std::move(voices);
  return out;
}

/// Words in quotation marks; beside them a verb of saying with a name or a pronoun on either side of it.
class Beside {
 public:
  explicit Beside(const Page& page) : page_(page), tokens_(page.tokens) {}

  Reading read() const {
    Reading out;
    for (const text::Quote& quote : text::find_quotes(tokens_, page_.layout)) {
      const Range content{quote.open, std::min(quote.close + 1, tokens_.size())};
      std::size_t at = quote.close + 1;
      if (tokens_.is_mark(at, ',')) ++at;
      std::array<Ranges, 3> parts;
      parts[2].insert(content);
      if (!verb_at(at, parts)) verb_before(quote.open, parts);
      add(out, parts);
    }
    return out;
  }

 private:
  bool named(std::size_t i) const {
    return tokens_.is_word(i) && (tokens_[i].capital || tokens_.has(i, text::person_pronoun | text::other_pronoun));
  }
  /// "X said" or "said X".
  bool verb_at(std::size_t i, std::array<Ranges, 3>& parts) const {
    const bool verb_first = tokens_.has(i, text::say_verb);
    const std::size_t name = verb_first ? i + 1 : i;
    std::size_t end = name;
    while (named(end)) ++end;
    if (end == name || (!verb_first && !tokens_.has(end, text::say_verb))) return false;
    const std::size_t verb = verb_first ? i : end;
    parts[0].insert({name, end});
    parts[1].insert({verb, verb + 1});
    return true;
  }
  /// "X said:" before the mark.
  void verb_before(std::size_t open, std::array<Ranges, 3>& parts) const {
    std::size_t end = open;
    if (end > 0 && (tokens_.is_mark(end - 1, ',') || tokens_.is_mark(end - 1, ':'))) --end;
    if (end == 0 || !tokens_.has(end - 1, text::say_verb)) return;
    std::size_t begin = end - 1;
    while (begin > 0 && named(begin - 1)) --begin;
    if (begin + 1 < end) parts[0].insert({begin, end - 1});
    parts[1].insert({end - 1, end});
  }

  const Page& page_;
  const text::Tokens& tokens_;
};

// --- who it is -------------------------------------------------------------------------------------------------------

double shared(const Range& a, const Range& b) {
  const std::size_t begin = std::max(a.first, b.first);
  const std::size_t end = std::min(a.second, b.second);
  return begin < end ? static_cast<double>(end - begin) : 0;
}
double shared(const Ranges& many, const Range& one) {
  double sum = 0;
  for (const Range& range : many) sum += shared(range, one);
  return sum;
}

struct Heard {
  Counts precision{0, 0};
  Counts recall{0, 0, 0};
};

Heard hear(const Page& page, const std::vector<VoiceSpan>& voices, const Reading& wanted) {
  Heard out;
  std::map<std::array<Ranges, 3>, double> covered;
  for (const VoiceSpan& voice : voices) {
    const Range content = range_of(tokens_of(page.tokens, voice.content));
    const Range source = range_of(tokens_of(page.tokens, voice.source));
    bool right = false;
    for (const auto& one : wanted.whole) {
      const double words = shared(one[2], content);
      if (words == 0 || shared(one[0], source) == 0) continue;
      covered[one] += words;
      right = right || 2 * words >= static_cast<double>(content.second - content.first);
    }
    out.precision[0] += right;
    ++out.precision[1];
  }
  for (const auto& one : wanted.whole) {
    double size = 0;
    for (const Range& range : one[2]) size += static_cast<double>(range.second - range.first);
    out.recall[0] += covered.count(one) > 0 && 2 * covered[one] >= size;
    ++out.recall[2];
  }
  return out;
}

// --- counting --------------------------------------------------------------------------------------------------------

template <typename Set>
Counts compare(const Set& found, const Set& wanted) {
  double right = 0;
  for (const auto& one : found) right += static_cast<double>(wanted.count(one));
  return {right, static_cast<double>(found.size()), static_cast<double>(wanted.size())};
}

Ranges cut_at_sentences(const Page& page, const Ranges& ranges) {
  Ranges out;
  for (const auto& [begin, end] : ranges)
    for (const TokenRange& sentence : page.sentences) {
      const Range part{std::max(begin, sentence.begin), std::min(end, sentence.end)};
      if (part.first < part.second) out.insert(part);
    }
  return out;
}

/// 0: all of it in quotation marks; 1: none; 2: some.
std::size_t kind_of(const Page& page, const Range& range) {
  bool quoted = false;
  for (std::size_t i = range.first; i < range.second; ++i) quoted = quoted || page.is_quote(i);
  if (!quoted) return 1;
  return page.is_quote(range.first) && page.is_quote(range.second - 1) ? 0 : 2;
}
Ranges of_kind(const Page& page, const Ranges& ranges, std::size_t kind) {
  Ranges out;
  std::copy_if(ranges.begin(), ranges.end(), std::inserter(out, out.end()),
               [&](const Range& range) { return kind_of(page, range) == kind; });
  return out;
}

/// The figures of one system, one unit an article.
struct System {
  std::string name;
  std::map<std::string, std::vector<Counts>> figures = {};
  std::vector<Counts> precisions = {}, recalls = {};

  void count(const Page& page, const Reading& found, const Reading& wanted) {
    for (std::size_t r = 0; r < role_names.size(); ++r)
      figures[role_names[r]].push_back(compare(found.roles[r], wanted.roles[r]));
    for (std::size_t k = 0; k < kind_names.size(); ++k)
      figures[kind_names[k]].push_back(compare(of_kind(page, found.roles[2], k), of_kind(page, wanted.roles[2], k)));
    figures["content, cut at sentences"].push_back(
        compare(cut_at_sentences(page, found.roles[2]), cut_at_sentences(page, wanted.roles[2])));
    if (wanted.whole.empty()) return;
    figures["whole attribution"].push_back(compare(found.whole, wanted.whole));
    const Heard heard = hear(page, found.voices, wanted);
    precisions.push_back(heard.precision);
    recalls.push_back(heard.recall);
  }
  void report(Evaluation& evaluation) {
    for (const char* what : {"source", "cue", "content", "content, cut at sentences", "content, direct",
                             "content, indirect", "content, mixed", "whole attribution"})
      if (figures.count(what) > 0) evaluation.add(name, what, f1, std::move(figures[what]));
    if (precisions.empty()) return;
    evaluation.add(name, "voices, of the right source", precision, std::move(precisions));
    evaluation.add(name, "voices, of the right source", recall, std::move(recalls));
  }
};

std::string words_of(const Page& page, const Range& range) {
  return std::string(page.tokens.text().substr(page.tokens[range.first].begin,
                                               page.tokens[range.second - 1].end - page.tokens[range.first].begin));
}

void tell_errors(Evaluation& evaluation, const std::string& name, const Page& page, const Reading& found,
                 const Reading& wanted) {
  if (!evaluation.error) return;
  const auto tell = [&](const Ranges& of, const Ranges& others, const char* role, const char* what) {
    for (const Range& range : of)
      if (others.count(range) == 0)
        evaluation.error({{"document", name},
                          {"error", what},
                          {"role", role},
                          {"begin", page.tokens[range.first].begin},
                          {"end", page.tokens[range.second - 1].end},
                          {"text", words_of(page, range)}});
  };
  for (std::size_t r = 0; r < role_names.size(); ++r) {
    tell(wanted.roles[r], found.roles[r], role_names[r], "missed");
    tell(found.roles[r], wanted.roles[r], role_names[r], "wrong");
  }
}

std::optional<text::AttributionModel> installed_model(const Evaluation& evaluation) {
  if (evaluation.models.empty()) return std::nullopt;
  const auto file = find_model(std::span(&evaluation.models, 1), "attribution");
  if (!file) return std::nullopt;
  return text::AttributionModel::read(read_file(*file), file->string());
}

}  // namespace

void run_attribution(Evaluation& evaluation) {
  const auto model = installed_model(evaluation);
  System learned{"avow, attribution.model"};
  System rules{"avow, rules alone"};
  System baseline{"quoted words and the verb beside them"};
  for (const AttributionSample& sample : read_attributions(evaluation.data)) {
    const Page page(sample);
    const Reading wanted = wanted_in(page, sample);
    const Reading by_rules = read_by_rules(page);
    if (model) {
      const Reading by_model = read_by_model(page, *model);
      learned.count(page, by_model, wanted);
      tell_errors(evaluation, sample.name, page, by_model, wanted);
    } else {
      tell_errors(evaluation, sample.name, page, by_rules, wanted);
    }
    rules.count(page, by_rules, wanted);
    baseline.count(page, Beside(page).read(), wanted);
  }
  if (model) learned.report(evaluation);
  rules.report(evaluation);
  baseline.report(evaluation);
}

}  // namespace avow::learn
