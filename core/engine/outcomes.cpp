#include "engine/outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/error.hpp"
#include "engine/units.hpp"
#include "read/data_package.hpp"

namespace avow {
namespace {

/// What is known of one row once its names are resolved.
struct ResolvedRow {
  Series series;
  Observation observation;
};

/// Resolves rows; what cannot be resolved becomes a problem that names line and column.
class RowResolver {
 public:
  RowResolver(const Lexicon& lexicon, std::string_view file, PlaceKind place, std::vector<OutcomeProblem>& problems)
      : lexicon_(lexicon), file_(file), place_(place), problems_(problems) {}

  std::optional<ResolvedRow> resolve(const OutcomeRow& row) {
    const Indicator* named = lexicon_.indicator(row.indicator);
    if (!named)
      return refuse(row, row.column,
                    fmt::format("unknown indicator '{}': `avow indicators` lists them, `avow indicators import` "
                                "adds yours",
                                row.indicator));
    const std::string entity = entity_code(row.entity);
    if (entity.empty())
      return refuse(row, row.entity_column,
                    fmt::format("unknown country or entity '{}': correct the name, add it with `avow entities "
                                "import`, or pass over such rows with --skip-bad",
                                row.entity));
    return with_unit(row, *named, entity);
  }

 private:
  std::nullopt_t refuse(const OutcomeRow& row, std::size_t column, const std::string& why) {
    problems_.push_back({row.line, column, fmt::format("{}: {}", outcome_place(file_, place_, row.line, column), why)});
    return std::nullopt;
  }

  const std::string& entity_code(const std::string& name) {
    const auto [at, is_new] = entity_codes_.try_emplace(name);
    if (is_new) at->second = lookup(name);
    return at->second;
  }

  std::string lookup(const std::string& name) const {
    if (lexicon_.entity(name)) return name;
    std::string upper = name;
    std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
    if (upper.size() == 3 && lexicon_.entity(upper)) return upper;
    for (const Entity& entity : lexicon_.entities()) {
      const bool alias = std::find(entity.aliases.begin(), entity.aliases.end(), name) != entity.aliases.end();
      if (entity.name == name || alias) return entity.code;
    }
    return {};
  }

  /// An indicator that takes a figure, and the power of ten by which it does.
  struct Fit {
    const Indicator* indicator = nullptr;
    int exponent = 0;
  };

  /// The unit decides which indicator of the measure and publisher is meant; nothing is converted but powers of ten.
  std::optional<ResolvedRow> with_unit(const OutcomeRow& row, const Indicator& named, const std::string& entity) {
    const Fit fit = row.unit.empty() ? Fit{&named, 0} : of_unit(named, row.unit);
    if (!fit.indicator) return refuse(row, row.column, misfit(row, named));
    const int exponent = fit.exponent + row.exponent;
    std::string note = row.note;
    if (exponent != 0) note += (note.empty() ? "" : "; ") + published_as(row);
    ResolvedRow resolved{{fit.indicator->code, row.source, row.url, row.licence},
                         {{},
                          entity,
                          row.period,
                          exponent == 0 ? row.value : shift_decimal(row.value, exponent),
                          fit.indicator->unit,
                          row.status,
                          row.published,
                          note}};
    resolved.observation.series = id_of(resolved.series);
    return resolved;
  }

  static std::string published_as(const OutcomeRow& row) {
    const std::string power = row.exponent == 0 ? "" : fmt::format(" (times ten to the {})", row.exponent);
    return fmt::format("published as {}{}{}", row.value, row.unit.empty() ? "" : " " + row.unit, power);
  }

  Fit of_unit(const Indicator& named, const std::string& unit) const {
    if (const auto exponent = exponent_between(unit, named.unit)) return {&named, *exponent};
    for (const Indicator* other : lexicon_.indicators_of(named.measure))
      if (other->publisher == named.publisher)
        if (const auto exponent = exponent_between(unit, other->unit)) return {other, *exponent};
    return {};
  }

  /// Names what has the unit by another definition, which figures of this one must not be mixed with.
  std::string misfit(const OutcomeRow& row, const Indicator& named) const {
    std::string why = fmt::format(
        "unit '{}' does not fit indicator {} (unit '{}'), and its publisher has no other "
        "indicator of that measure in this unit",
        row.unit, named.code, named.unit);
    for (const Indicator* other : lexicon_.indicators_of(named.measure))
      if (other->publisher != named.publisher && exponent_between(row.unit, other->unit))
        return why + fmt::format(
                         "; {} of {} is in '{}', but by a definition of its own: name it with --indicator when "
                         "the figures are its",
                         other->code, other->publisher, other->unit);
    return why + "; currencies and price bases are never converted";
  }

  const Lexicon& lexicon_;
  std::string_view file_;
  PlaceKind place_;
  std::vector<OutcomeProblem>& problems_;
  std::map<std::string, std::string> entity_codes_;
};

/// Whether a figure, however it is spelled, and what it is worth are the same.
bool says_the_same(const Observation& a, const Observation& b) {
  if (a.status != b.status) return false;
  const auto first = parse_decimal(a.value), second = parse_decimal(b.value);
  return first && second ? first->value == second->value : a.value == b.value;
}

std::string figure_text(const Observation& observation) {
  return fmt::format("{} ({})", observation.value.empty() ? "missing" : observation.value,
                     statuses.name(observation.status));
}

/// What an earlier row, of this file or of the store, says about the same thing.
enum class Before { nothing, the_same, otherwise };

/// Refuses a row that says something else than an earlier one about the same thing.
class Agreement {
 public:
  explicit Agreement(Store& store) : store_(store) {}

  /// The file and how places in it are called are for the problem, when there is one.
  Before compare(const OutcomeRow& row, const ResolvedRow& resolved, std::string_view file, PlaceKind place,
                 std::vector<OutcomeProblem>& problems) {
    const std::string& indicator = resolved.series.indicator;
    if (loaded_.insert(indicator).second) load(indicator);
    const Observation& observation = resolved.observation;
    const Key key{observation.series, observation.entity, observation.period.text(), observation.published};
    const auto [at, is_new] = known_.try_emplace(key, observation);
    if (is_new) return Before::nothing;
    if (says_the_same(at->second, observation)) return Before::the_same;
    problems.push_back({row.line, row.column,
                        fmt::format("{}: {} {} is {} here and {} elsewhere in the same vintage: correct the row, "
                                    "or give the newer figure its own --published",
                                    outcome_place(file, place, row.line, row.column), row.entity, row.period.text(),
                                    figure_text(observation), figure_text(at->second))});
    return Before::otherwise;
  }

 private:
  using Key = std::tuple<Id, std::string, std::string, Day>;

  void load(const std::string& indicator) {
    ObservationFilter filter;
    filter.indicator = indicator;
    filter.newest_only = false;
    store_.observations(filter, [&](const ObservationRow& row) {
      const Observation& known = row.observation;
      known_.try_emplace(Key{known.series, known.entity, known.period.text(), known.published}, known);
      return true;
    });
  }

  Store& store_;
  std::set<std::string> loaded_;
  std::map<Key, Observation> known_;
};

void add_all(Store& store, const std::vector<ResolvedRow>& rows, const JournalNote& note, OutcomeImport& result) {
  const auto writer = store.begin();
  writer->begin_entry(note);
  for (const ResolvedRow& row : rows) {
    writer->add(row.series);
    ++(writer->add(row.observation) ? result.added : result.known);
  }
  writer->commit();
}

/// What the journal keeps of a file: "tables.xlsx, TABLE3; retrieved 2024-06-18; sha256 3f2a...".
std::string import_reason(std::string_view name, const std::string& digest, const OutcomeOptions& options) {
  std::string reason(name);
  if (!options.part.empty()) reason += ", " + options.part;
  if (options.retrieved) reason += "; retrieved " + to_string(*options.retrieved);
  return reason + "; sha256 " + digest;
}

/// Who says so is never left open: without a name, the file itself is the source.
std::string file_source(const std::filesystem::path& path) {
  return "file:" + (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// Resolves tables and stores what is new of them.
class TableImport {
 public:
  TableImport(Store& store, const Lexicon& lexicon, std::string source, bool skip_bad)
      : store_(store), lexicon_(lexicon), source_(std::move(source)), skip_bad_(skip_bad), agreement_(store) {}

  void take(std::string_view name, OutcomeFile file) {
    std::vector<OutcomeProblem> problems = std::move(file.problems);
    RowResolver resolver(lexicon_, name, file.place, problems);
    for (OutcomeRow& row : file.rows) {
      if (row.source.empty()) row.source = source_;
      auto resolved = resolver.resolve(row);
      if (!resolved) continue;
      const Before before = agreement_.compare(row, *resolved, name, file.place, problems);
      if (before == Before::nothing) rows_.push_back(std::move(*resolved));
      if (before == Before::the_same) ++result.known;
    }
    std::move(problems.begin(), problems.end(), std::back_inserter(result.problems));
    std::move(file.notes.begin(), file.notes.end(), std::back_inserter(result.notes));
  }

  OutcomeImport store(const JournalNote& note) {
    if (!result.problems.empty() && !skip_bad_) {
      result.known = 0;
      return std::move(result);
    }
    result.skipped = result.problems.size();
    add_all(store_, rows_, note, result);
    return std::move(result);
  }

  OutcomeImport result;

 private:
  Store& store_;
  const Lexicon& lexicon_;
  std::string source_;
  bool skip_bad_;
  Agreement agreement_;
  std::vector<ResolvedRow> rows_;
};

}  // namespace

OutcomeImport import_outcomes(Store& store, const Lexicon& lexicon, std::string_view name, std::string_view bytes,
                              const OutcomeOptions& options, const std::string& actor) {
  TableImport import(store, lexicon, file_source(name), options.skip_bad);
  import.take(name, read_outcomes(name, bytes, options));
  return import.store({"outcomes import", actor, import_reason(name, sha256(bytes).hex(), options)});
}

OutcomeImport import_package(Store& store, const Lexicon& lexicon, const std::filesystem::path& path,
                             const OutcomeOptions& options, const std::string& actor) {
  PackageReading reading =
      read_data_package(path, options, [&](const std::string& code) { return lexicon.indicator(code) != nullptr; });
  TableImport import(store, lexicon, file_source(path), options.skip_bad);
  import.result.notes = std::move(reading.notes);
  for (PackageTable& table : reading.tables) import.take(table.name, std::move(table.file));
  return import.store({"outcomes import", actor, import_reason(path.string(), reading.digest, options)});
}

}  // namespace avow
