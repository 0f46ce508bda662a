#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "engine/vocabulary.hpp"
#include "store/store.hpp"

namespace avow {

/// How figures are made of others, by indicator: a file of lines parted by tabs. "CODE sum" and "CODE mean WEIGHT" say
/// how members make up their group, "CODE share PART WHOLE" and "CODE ratio PART WHOLE" of which two others of the same
/// entity an indicator is made by its publisher's definition.
class MemberRules {
 public:
  struct Rule {
    bool sum = false;       ///< members may be added up; else their mean is meant
    std::string weight;     ///< indicator that a mean is weighted by; of a share or ratio, the whole
    std::string part = {};  ///< of a share or ratio
    bool share = false;     ///< in percent
  };

  /// Those that the library was built with (schema/vocabulary/indicators/members.tsv). Safe to call from any thread.
  static const MemberRules& shipped();

  /// Of a file's text; `where` names it in errors, as below.
  static MemberRules of_text(std::string_view text, const std::string& where);
  /// Those of the vocabulary's folder (indicators/members.tsv); none when it has no such file. Error (bad_input) naming
  /// the line.
  static MemberRules in(const std::filesystem::path& vocabulary_folder);
  void add(const std::string& indicator, Rule rule) { rules_[indicator] = std::move(rule); }
  /// nullptr for an indicator whose members are not to be put together.
  const Rule* of(const std::string& indicator) const;
  /// nullptr for an indicator that is not made of two others.
  const Rule* made_of(const std::string& indicator) const;

 private:
  std::map<std::string, Rule> rules_;
  std::map<std::string, Rule> made_of_;
};

enum class Formula { total, mean, change, share };
inline constexpr auto formulas = enum_names<Formula>(
    {{Formula::total, "total"}, {Formula::mean, "mean"}, {Formula::change, "change"}, {Formula::share, "share"}});

/// schema/vocabulary/indicators/members.tsv, put in when the library is built.
std::string_view members_text() noexcept;

/// A value to ten digits, as a decimal without an exponent, so that the order of additions does not show.
std::string ten_digits(double value);

/// What to work out.
struct DerivedQuestion {
  Formula formula = Formula::total;
  std::string indicator;
  std::string other;     ///< of a mean: the weights, empty for those of the rules; of a share: the whole
  std::string entity;    ///< code; of total and mean: the group
  Date baseline;         ///< of a change: the period it is counted from; unknown: the same period a year before
  bool percent = false;  ///< a change in percent of what it is counted from, else in the unit
  bool plain = false;    ///< a mean without weights
  std::optional<Day> period_from, period_until;
  Clocks clocks;
};

/// A figure that nobody published, with what it was worked out from.
struct DerivedFigure {
  Date period;
  std::string value;  ///< decimal, rounded to ten digits, so that the order of additions does not show
  std::string unit;
  Status status = Status::actual;    ///< the least sure of its parts
  Day published{};                   ///< the newest vintage among them
  std::vector<Id> parts;             ///< observations, by entity and period
  std::vector<std::string> missing;  ///< codes of members without a figure (or weight): then it is partial
  std::size_t members = 0;           ///< of a group: how many it had on the last day of the period
  std::string method;                ///< in words, for who checks it by hand
  std::optional<ObservationRow> published_figure;  ///< the group's own, which counts before any derived one
};

/// Works out a figure for each period that has what it takes, in their order. Of each figure the newest vintage known
/// at the clocks counts. Members of a group are those on the last day of the period. The same store and rules give the
/// same bytes. Error (bad_input): an indicator whose members may not be put together so, units that do not fit, naming
/// both; not_found: an indicator or group that is not known.
void derive(Store& store, const Lexicon& lexicon, const MemberRules& rules, const DerivedQuestion& question,
            const std::function<bool(const DerivedFigure&)>& visit);

}  // namespace avow
