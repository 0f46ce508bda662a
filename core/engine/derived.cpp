#include "engine/derived.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>
#include <utility>

#include "base/error.hpp"
#include "base/plain_decimal.hpp"
#include "engine/group_members.hpp"
#include "engine/units.hpp"

namespace avow {
namespace {

using Days = std::pair<Day, Day>;  ///< first and last day of a period

/// Figures of one indicator, by period and entity.
using Figures = std::map<Days, std::map<std::string, ObservationRow>>;

double value_of(const ObservationRow& row) {
  return parse_decimal(row.observation.value)->value;
}

bool is_share_unit(const std::string& unit) {
  return unit == "percent" || unit.starts_with("percent of ");
}

class Derivation {
 public:
  Derivation(Store& store, const Lexicon& lexicon, const MemberRules& rules, const DerivedQuestion& question,
             const std::function<bool(const DerivedFigure&)>& visit)
      : store_(store), lexicon_(lexicon), rules_(rules), question_(question), visit_(visit) {}

  void run() {
    indicator_ = &known(question_.indicator);
    switch (question_.formula) {
      case Formula::total:
        return total();
      case Formula::mean:
        return mean();
      case Formula::change:
        return change();
      case Formula::share:
        return share();
    }
  }

 private:
  const Indicator& known(const std::string& code) const {
    if (const Indicator* found = lexicon_.indicator(code)) return *found;
    throw Error(ErrorCode::not_found, fmt::format("unknown indicator '{}'", code), "`avow indicators` lists them");
  }

  /// Of one entity, or of all when it is empty; of a change, the periods before those asked for too.
  Figures figures(const std::string& indicator, const std::string& entity, bool all_periods) const {
    ObservationFilter filter;
    filter.clocks = question_.clocks;
    filter.indicator = indicator;
    filter.entity = entity;
    if (!all_periods) filter.period_from = question_.period_from;
    if (!all_periods) filter.period_until = question_.period_until;
    Figures figures;
    store_.observations(filter, [&](const ObservationRow& row) {
      const Observation& figure = row.observation;
      if (parse_decimal(figure.value))
        figures[{figure.period.earliest(), figure.period.latest()}].try_emplace(figure.entity, row);
      return true;
    });
    return figures;
  }

  bool is_asked_for(const Days& period) const {
    return (!question_.period_from || period.second >= *question_.period_from) &&
           (!question_.period_until || period.first <= *question_.period_until);
  }

  static void add_part(DerivedFigure& derived, const ObservationRow& row) {
    derived.parts.push_back(row.id);
    derived.status = std::max(derived.status, row.observation.status);
    derived.published = std::max(derived.published, row.observation.published);
  }

  /// A figure of the group in the making, over the members that `take` finds complete.
  template <typename Take>
  DerivedFigure of_members(const Days& period, const std::map<std::string, ObservationRow>& figures, Take take) const {
    DerivedFigure derived;
    derived.period = figures.begin()->second.observation.period;
    derived.unit = indicator_->unit;
    const auto members = members_of(lexicon_, question_.entity, period.second);
    derived.members = members.size();
    for (const std::string& member : members) {
      const auto at = figures.find(member);
      if (at == figures.end() || !take(member, at->second, derived)) derived.missing.push_back(member);
    }
    if (const auto own = figures.find(question_.entity); own != figures.end()) derived.published_figure = own->second;
    return derived;
  }

  static std::string of_how_many(const DerivedFigure& derived) {
    return fmt::format("{} of {} members", derived.members - derived.missing.size(), derived.members);
  }

  void total() const {
    const auto* rule = rules_.of(question_.indicator);
    if (!rule || !rule->sum)
      throw Error(ErrorCode::bad_input,
                  fmt::format("{} ({}, in {}) is not said to add up over members", indicator_->code, indicator_->name,
                              indicator_->unit),
                  "ask for the mean, or take an indicator in absolute figures; which ones add up stands in the "
                  "vocabulary, indicators/members.tsv");
    for (const auto& [period, row] : figures(question_.indicator, "", false)) {
      double sum = 0;
      DerivedFigure derived =
          of_members(period, row, [&](const std::string&, const ObservationRow& part, DerivedFigure& to) {
            sum += value_of(part);
            add_part(to, part);
            return true;
          });
      if (derived.parts.empty()) continue;
      derived.value = ten_digits(sum);
      derived.method = "sum of " + of_how_many(derived);
      if (!visit_(derived)) return;
    }
  }

  std::string weight() const {
    if (question_.plain) return {};
    if (!question_.other.empty()) return known(question_.other).code;
    const auto* rule = rules_.of(question_.indicator);
    if (rule && !rule->weight.empty()) return known(rule->weight).code;
    throw Error(ErrorCode::bad_input, fmt::format("nothing says what a mean of {} is weighted by", indicator_->code),
                "name the indicator of the weights with --weight, or ask for the plain mean with --plain");
  }

  void mean() const {
    const std::string weight_code = weight();
    Figures weights;
    if (!weight_code.empty()) weights = figures(weight_code, "", false);
    for (const auto& [period, row] : figures(question_.indicator, "", false)) {
      double sum = 0, whole = 0;
      const auto& weight_row = weights[period];
      DerivedFigure derived =
          of_members(period, row, [&](const std::string& member, const ObservationRow& part, DerivedFigure& to) {
            const auto weighed = weight_row.find(member);
            if (!weight_code.empty() && weighed == weight_row.end()) return false;
            const double by = weight_code.empty() ? 1 : value_of(weighed->second);
            sum += value_of(part) * by;
            whole += by;
            add_part(to, part);
            if (!weight_code.empty()) add_part(to, weighed->second);
            return true;
          });
      if (derived.parts.empty() || whole == 0) continue;
      derived.value = ten_digits(sum / whole);
      derived.method =
          (weight_code.empty() ? "plain mean of " : fmt::format("mean, weighted by {}, of ", weight_code)) +
          of_how_many(derived);
      if (!visit_(derived)) return;
    }
  }

  static Day year_before(Day day) {
    const std::chrono::year_month_day date{day};
    const auto before = (date.year() - std::chrono::years(1)) / date.month();
    const bool last =
        date.day() == std::chrono::year_month_day_last{date.year() / date.month() / std::chrono::last}.day();
    return last ? Day{before / std::chrono::last} : Day{before / date.day()};
  }

  const ObservationRow* before(const Figures& all, const Days& period) const {
    const Days wanted = question_.baseline.known() ? Days{question_.baseline.earliest(), question_.baseline.latest()}
                                                   : Days{year_before(period.first), year_before(period.second)};
    const auto at = all.find(wanted);
    return at == all.end() ? nullptr : &at->second.begin()->second;
  }

  void change() const {
    const Figures all = figures(question_.indicator, question_.entity, true);
    for (const auto& [period, row] : all) {
      const ObservationRow& now = row.begin()->second;
      const ObservationRow* from = is_asked_for(period) ? before(all, period) : nullptr;
      if (!from || from->id == now.id || (question_.percent && value_of(*from) == 0)) continue;
      DerivedFigure derived;
      derived.period = now.observation.period;
      add_part(derived, *from);
      add_part(derived, now);
      const double difference = value_of(now) - value_of(*from);
      derived.value = ten_digits(question_.percent ? 100 * difference / value_of(*from) : difference);
      derived.unit = question_.percent                 ? "percent"
                     : is_share_unit(indicator_->unit) ? "percentage points"
                                                       : indicator_->unit;
      derived.method =
          fmt::format("change on {}{}", from->observation.period.text(), question_.percent ? ", in percent of it" : "");
      if (!visit_(derived)) return;
    }
  }

  void share() const {
    const Indicator& whole = known(question_.other);
    const auto exponent = exponent_between(indicator_->unit, whole.unit);
    if (!exponent || is_share_unit(indicator_->unit) || is_share_unit(whole.unit))
      throw Error(ErrorCode::bad_input,
                  fmt::format("{} is in '{}' and {} in '{}': the one is no share of the other", indicator_->code,
                              indicator_->unit, whole.code, whole.unit),
                  "take two indicators in the same absolute unit, currency and prices");
    const Figures wholes = figures(whole.code, question_.entity, false);
    for (const auto& [period, row] : figures(question_.indicator, question_.entity, false)) {
      const auto at = wholes.find(period);
      if (at == wholes.end() || value_of(at->second.begin()->second) == 0) continue;
      const ObservationRow &part = row.begin()->second, &all = at->second.begin()->second;
      DerivedFigure derived;
      derived.period = part.observation.period;
      add_part(derived, part);
      add_part(derived, all);
      derived.value = ten_digits(100 * value_of(part) * std::pow(10.0, *exponent) / value_of(all));
      derived.unit = "percent of " + whole.code;
      derived.method = fmt::format("{} as a share of {}", indicator_->code, whole.code);
      if (!visit_(derived)) return;
    }
  }

  Store& store_;
  const Lexicon& lexicon_;
  const MemberRules& rules_;
  const DerivedQuestion& question_;
  const std::function<bool(const DerivedFigure&)>& visit_;
  const Indicator* indicator_ = nullptr;
};

}  // namespace

std::string ten_digits(double value) {
  if (value == 0) return "0";
  const std::string scientific = fmt::format("{:.9e}", value);
  double short_value = 0;
  std::from_chars(scientific.data(), scientific.data() + scientific.size(), short_value);
  return plain_decimal(short_value);
}

MemberRules MemberRules::of_text(std::string_view text, const std::string& where) {
  MemberRules rules;
  std::istringstream lines{std::string(text)};
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line);
    std::string code, how, first, second, more;
    words >> code >> how >> first >> second >> more;
    const bool two = (how == "share" || how == "ratio") && !second.empty() && more.empty();
    if (two) {
      rules.made_of_[code] = {false, second, first, how == "share"};
      continue;
    }
    const bool fits = (how == "sum" && first.empty()) || (how == "mean" && !first.empty() && second.empty());
    if (!fits)
      throw Error(
          ErrorCode::bad_input, fmt::format("{}: line {} is no rule", where, number),
          "write \"CODE sum\", \"CODE mean WEIGHT\", \"CODE share PART WHOLE\" or \"CODE ratio PART WHOLE\", parted by "
          "tabs");
    rules.add(code, {how == "sum", first});
  }
  return rules;
}

MemberRules MemberRules::in(const std::filesystem::path& vocabulary_folder) {
  const auto path = vocabulary_folder / "indicators" / "members.tsv";
  std::ifstream file(path);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  return of_text(text.str(), path.string());
}

const MemberRules& MemberRules::shipped() {
  static const MemberRules shipped = of_text(members_text(), "members.tsv");
  return shipped;
}

const MemberRules::Rule* MemberRules::made_of(const std::string& indicator) const {
  const auto at = made_of_.find(indicator);
  return at == made_of_.end() ? nullptr : &at->second;
}

const MemberRules::Rule* MemberRules::of(const std::string& indicator) const {
  const auto at = rules_.find(indicator);
  return at == rules_.end() ? nullptr : &at->second;
}

void derive(Store& store, const Lexicon& lexicon, const MemberRules& rules, const DerivedQuestion& question,
            const std::function<bool(const DerivedFigure&)>& visit) {
  Derivation(store, lexicon, rules, question, visit).run();
}

}  // namespace avow
