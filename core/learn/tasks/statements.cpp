#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "learn/tasks/figure_table.hpp"
#include "learn/tasks/shipped_detectors.hpp"
#include "learn/tasks/tasks.hpp"
#include "read/ascii.hpp"
#include "read/vocabulary_reader.hpp"
#include "text/annotate.hpp"

namespace avow::learn {
namespace {

/// A sentence as it was labelled.
struct Labelled {
  std::string sentence;
  std::string country;    ///< code, or as given where nobody knows it
  std::string indicator;  ///< code or name of a measure
  std::optional<double> value;
  std::optional<bool> is_true;
  Date said;
};

/// What a system makes of one.
struct Answer {
  std::string country;
  std::string indicator;
  std::string measure;
  std::optional<double> value;
  std::optional<bool> is_true;  ///< absent: it does not say
  std::string reason;
};

std::optional<bool> read_label(const std::string& label, const std::string& where) {
  constexpr std::array<std::string_view, 5> yes = {"true", "supported", "1", "yes", "y"};
  constexpr std::array<std::string_view, 5> no = {"false", "refuted", "0", "no", "n"};
  const std::string said = ascii::lower(label);
  if (said.empty()) return std::nullopt;
  if (std::find(yes.begin(), yes.end(), said) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), said) != no.end()) return false;
  throw Error(ErrorCode::bad_input, where + ": '" + label + "' is no label", "give true or false, or leave it empty");
}

Labelled read_row(const TableRow& row, const Lexicon& lexicon) {
  Labelled labelled;
  labelled.sentence = row.required("sentence");
  labelled.country = country_code(lexicon, row.required("country"));
  labelled.indicator = row.required("indicator");
  if (const auto value = parse_decimal(row.cell("value"))) labelled.value = value->value;
  labelled.is_true = read_label(row.cell("label"), row.where());
  if (const auto date = Date::parse(row.cell("date"))) labelled.said = *date;
  return labelled;
}

bool is_close(double a, double b) {
  return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b));
}

/// A sentence may hold several statements: the one with the labelled value is meant, else the first that is whole.
const std::pair<Claim, Reading>* meant(const std::vector<std::pair<Claim, Reading>>& claims, const Labelled& labelled) {
  const std::pair<Claim, Reading>* best = nullptr;
  int most = 0;
  for (const auto& claim : claims) {
    const Target& target = claim.second.target;
    const bool has_value =
        labelled.value && target.value && is_close(std::abs(target.value->value), std::abs(*labelled.value));
    const int parts = (has_value ? 4 : 0) + (target.indicator.empty() ? 0 : 2) + (target.subject.empty() ? 0 : 1) +
                      (is_statement(claim.second.kind) ? 1 : 0);
    if (parts <= most) continue;
    most = parts;
    best = &claim;
  }
  return best;
}

CheckRequest request_for(const Claim& claim, const Reading& reading, Day today) {
  CheckRequest request;
  request.quote = claim.quote.exact;
  request.said = claim.said;
  request.kind = reading.kind;
  request.strength = reading.strength;
  request.negated = reading.negated;
  request.target = reading.target;
  request.today = today;
  return request;
}

void judge(Plugin* checker, FigureTable& figures, const Claim& claim, const Reading& reading, Answer& answer) {
  const CheckRequest request = request_for(claim, reading, figures.today());
  if (checker == nullptr || !checker->can_judge(request)) return;
  const Judgement judgement = checker->check(request, figures);
  answer.reason = judgement.reason;
  if (judgement.verdict == Verdict::supported) answer.is_true = true;
  if (judgement.verdict == Verdict::refuted || judgement.verdict == Verdict::mixed) answer.is_true = false;
}

Answer answer_of(const ShippedDetectors& detectors, FigureTable& figures, const Labelled& labelled) {
  Document document;
  document.text = labelled.sentence;
  document.language = "en";
  document.published = labelled.said;
  const auto claims = detectors.read(document);
  Answer answer;
  const auto* claim = meant(claims, labelled);
  if (claim == nullptr) return answer;
  const Target& target = claim->second.target;
  answer.country = target.subject;
  answer.indicator = target.indicator;
  answer.measure = target.indicator_text;
  if (target.value) answer.value = target.value->value;
  judge(detectors.plugin("statement"), figures, claim->first, claim->second, answer);
  return answer;
}

/// What one gets without reading: the first country and measure that are named, the first number, and all of it true.
Answer first_named(const Lexicon& lexicon, const Labelled& labelled) {
  Answer answer;
  const Annotations annotations = annotate(labelled.sentence, labelled.said, lexicon.gazetteer());
  for (const Mention& mention : annotations.mentions) {
    if (mention.kind == MentionKind::entity && answer.country.empty()) answer.country = mention.code;
    if (mention.kind == MentionKind::measure && answer.measure.empty()) answer.measure = mention.code;
  }
  if (const auto& known = lexicon.indicators_of(answer.measure); !known.empty()) answer.indicator = known.front()->code;
  if (!annotations.quantities.empty()) answer.value = annotations.quantities.front().value.value;
  answer.is_true = true;
  return answer;
}

/// A figure of several publishers' is the same series when it is the same measure in the same unit.
bool is_series(const Lexicon& lexicon, const Answer& answer, const std::string& wanted) {
  if (answer.indicator.empty()) return false;
  if (answer.indicator == wanted || answer.measure == wanted) return true;
  const Indicator* found = lexicon.indicator(answer.indicator);
  const Indicator* given = lexicon.indicator(wanted);
  return found && given && found->measure == given->measure && found->unit == given->unit;
}

/// How one system did, sentence by sentence.
class Marks {
 public:
  void add(const Lexicon& lexicon, const Labelled& labelled, const Answer& answer) {
    const bool country = answer.country == labelled.country;
    const bool series = is_series(lexicon, answer, labelled.indicator);
    note(country_, country);
    note(series_, series);
    note(both_, country && series);
    if (labelled.value) note(value_, answer.value && is_close(*answer.value, *labelled.value));
    if (!labelled.is_true) return;
    note(all_, country && series && answer.is_true == labelled.is_true);
    if (country && series) note(verdict_, answer.is_true == labelled.is_true);
  }
  void give(Evaluation& evaluation, const std::string& system, const std::string& set) {
    evaluation.add(system, set + ": series", mean, std::move(series_));
    evaluation.add(system, set + ": country", mean, std::move(country_));
    evaluation.add(system, set + ": series and country", mean, std::move(both_));
    if (!value_.empty()) evaluation.add(system, set + ": value", mean, std::move(value_));
    if (verdict_.empty()) return;
    evaluation.add(system, set + ": verdict, of those", mean, std::move(verdict_));
    evaluation.add(system, set + ": series, country and verdict", mean, std::move(all_));
  }

 private:
  static void note(std::vector<Counts>& counts, bool right) { counts.push_back({right ? 1.0 : 0.0, 1.0}); }
  std::vector<Counts> country_, series_, both_, value_, verdict_, all_;
};

void tell_error(const Evaluation& evaluation, const Lexicon& lexicon, const Labelled& labelled, const Answer& answer) {
  const bool right = answer.country == labelled.country && is_series(lexicon, answer, labelled.indicator) &&
                     (!labelled.is_true || answer.is_true == labelled.is_true);
  if (right || !evaluation.error) return;
  const auto truth = [](std::optional<bool> known) { return known ? nlohmann::json(*known) : nlohmann::json(); };
  evaluation.error(
      {{"sentence", labelled.sentence},
       {"wanted",
        {{"country", labelled.country}, {"indicator", labelled.indicator}, {"true", truth(labelled.is_true)}}},
       {"found",
        {{"country", answer.country},
         {"indicator", answer.indicator},
         {"measure", answer.measure},
         {"value", answer.value ? nlohmann::json(*answer.value) : nlohmann::json()},
         {"true", truth(answer.is_true)},
         {"reason", answer.reason}}}});
}

/// Of a measure in a unit that the set has figures of only those: a set names one publisher's.
Vocabulary with_series_of(Vocabulary vocabulary, const std::set<std::string>& codes) {
  std::set<std::pair<std::string, std::string>> given;
  for (const Indicator& indicator : vocabulary.indicators)
    if (codes.contains(indicator.code)) given.emplace(indicator.measure, indicator.unit);
  std::erase_if(vocabulary.indicators, [&](const Indicator& indicator) {
    return given.contains({indicator.measure, indicator.unit}) && !codes.contains(indicator.code);
  });
  return vocabulary;
}

}  // namespace

void run_statements(Evaluation& evaluation) {
  evaluation.unit = "sentence";
  const Vocabulary vocabulary = read_vocabulary(default_vocabulary_folder());
  const Lexicon lexicon(vocabulary);
  FigureTable figures(evaluation.data, lexicon);
  const ShippedDetectors detectors(with_series_of(vocabulary, figures.indicators()));
  for (const auto& file : sentence_tables(evaluation.data)) {
    Marks ours;
    Marks baseline;
    for (const TableRow& row : read_table(file)) {
      const Labelled labelled = read_row(row, lexicon);
      const Answer answer = answer_of(detectors, figures, labelled);
      tell_error(evaluation, lexicon, labelled, answer);
      ours.add(lexicon, labelled, answer);
      baseline.add(lexicon, labelled, first_named(lexicon, labelled));
    }
    ours.give(evaluation, "avow", file.stem().string());
    baseline.give(evaluation, "first named, all true", file.stem().string());
  }
}

}  // namespace avow::learn
