#include "cli/outcomes_command_derive.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/derived.hpp"
#include "query/day_range.hpp"
#include "query/names.hpp"
#include "query/observation_list.hpp"

namespace avow::cli {
namespace {

struct DeriveOptions {
  std::string formula, indicator, who, period, baseline, weight, whole;
  bool percent = false, plain = false;
};

DerivedQuestion question_of(const DeriveOptions& options, Session& session) {
  DerivedQuestion question;
  question.formula = parse_word("FORMULA", options.formula, formulas);
  question.indicator = options.indicator;
  question.entity = known_entity_code(session.names(), options.who);
  question.other = question.formula == Formula::share ? options.whole : options.weight;
  if (question.formula == Formula::share && options.whole.empty())
    throw Error(ErrorCode::usage, "a share needs the indicator of the whole", "name it with --of");
  if (!options.baseline.empty()) question.baseline = parse_date("--baseline", options.baseline);
  question.percent = options.percent;
  question.plain = options.plain;
  question.clocks = session.clocks();
  if (!options.period.empty()) {
    const DayRange range = parse_range(options.period, session.today());
    question.period_from = range.from;
    question.period_until = range.until;
  }
  return question;
}

Json json_of(const DerivedFigure& figure, const DerivedQuestion& question, const Names& names) {
  Json row = {{"formula", formulas.name(question.formula)},
              {"indicator", question.indicator},
              {"entity", question.entity},
              {"entity_name", names.entity_name(question.entity)},
              {"period", figure.period.text()},
              {"value", figure.value},
              {"unit", figure.unit},
              {"status", statuses.name(figure.status)},
              {"partial", !figure.missing.empty()},
              {"missing", Json::array()},
              {"method", figure.method},
              {"published", to_string(figure.published)},
              {"parts", Json::array()},
              {"published_value", nullptr},
              {"published_id", nullptr}};
  for (const std::string& member : figure.missing) row["missing"].push_back(names.entity_name(member));
  for (const Id& part : figure.parts) row["parts"].push_back(part.hex());
  if (figure.published_figure) {
    row["published_value"] = figure.published_figure->observation.value;
    row["published_id"] = figure.published_figure->id.hex();
  }
  return row;
}

ExitCode run(Session& session, const DeriveOptions& options) {
  Store& store = session.store(Session::Access::read);
  const DerivedQuestion question = question_of(options, session);
  const MemberRules rules = MemberRules::in(default_vocabulary_folder());
  const std::vector<std::string> columns = {"entity_name", "period", "value",           "unit",
                                            "status",      "method", "published_value", "missing"};
  return list_rows(session, columns, [&](const auto& add) {
    derive(store, session.lexicon(), rules, question, [&](const DerivedFigure& figure) {
      add(json_of(figure, question, session.names()));
      return true;
    });
  });
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<DeriveOptions>();
  app.add_option("FORMULA", options->formula, "total, mean, change or share")->required();
  app.add_option("--indicator", options->indicator, "Of this indicator")->type_name("CODE")->required();
  app.add_option("--entity,--group", options->who, "Country or group: code or name")->type_name("WHO")->required();
  app.add_option("--period", options->period, "Within: FROM..UNTIL, 2024")->type_name("RANGE");
  app.add_option("--baseline", options->baseline, "Change since this period, not the year before")->type_name("DATE");
  app.add_flag("--percent", options->percent, "A change in percent of what it is counted from");
  app.add_option("--weight", options->weight, "Indicator that a mean is weighted by")->type_name("CODE");
  app.add_flag("--plain", options->plain, "A mean without weights");
  app.add_option("--of", options->whole, "Indicator that a share is of")->type_name("CODE");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command outcomes_derive_command() {
  return {
      "derive",
      "",
      "Work out totals, means, changes and shares",
      "Each figure names the observations that it was worked out from, and is stored nowhere. Members of a group are "
      "those\n"
      "of the period; one without a figure is named, and the result is partial. A figure that the group published "
      "itself\n"
      "stands beside it, and counts.",
      {{"avow outcomes derive total --indicator nato:defence-usd --group nato --period 2024", "members added up"},
       {"avow outcomes derive change --indicator NY.GDP.MKTP.CD --entity Germany --percent", "year on year"},
       {"avow outcomes derive share --indicator MS.MIL.XPND.CD --of NY.GDP.MKTP.CD --entity DEU", "of a whole"}},
      define,
      {},
      TakesClocks::both};
}

}  // namespace avow::cli
