#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "learn/tasks/quantity_names.hpp"
#include "learn/tasks/tasks.hpp"
#include "text/annotate.hpp"
#include "text/number_words.hpp"

namespace avow::learn {
namespace {

struct Sample {
  std::string text;
  std::vector<NamedQuantity> quantities;
};

/// "12.5", "-3", "2.0E7", a range "1.0-1.5".
NamedQuantity read_quantity(const nlohmann::json& json, const std::filesystem::path& file) {
  NamedQuantity out;
  const std::string value = json.at("value").get<std::string>();
  const std::size_t dash = value.find('E') == std::string::npos ? value.find('-', 1) : std::string::npos;
  const auto lower = parse_decimal(value.substr(0, dash));
  const auto upper = dash == std::string::npos ? lower : parse_decimal(value.substr(dash + 1));
  if (!lower || !upper) throw Error(ErrorCode::bad_input, file.string() + ": \"" + value + "\" is no value");
  out.value = lower->value;
  out.upper = upper->value;
  out.range = dash != std::string::npos;
  out.unit = json.at("normalized_unit").get<std::string>();
  std::transform(out.unit.begin(), out.unit.end(), out.unit.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  out.change = json.value("change", "");
  return out;
}

std::vector<Sample> read_samples(const std::filesystem::path& file) {
  try {
    std::vector<Sample> out;
    for (const auto& json : nlohmann::json::parse(read_file(file))) {
      out.push_back({json.at("text").get<std::string>(), {}});
      for (const auto& quantity : json.at("quantities")) out.back().quantities.push_back(read_quantity(quantity, file));
    }
    return out;
  } catch (const nlohmann::json::exception& failed) {
    throw Error(ErrorCode::bad_input, file.string() + " is not of the form of NewsQuant: " + failed.what());
  }
}

/// numpy.isclose with its own tolerances.
bool close(double wanted, double found) {
  return std::abs(wanted - found) <= 1e-8 + 1e-5 * std::abs(found);
}
bool same_value(const NamedQuantity& wanted, const NamedQuantity& found) {
  return wanted.range == found.range && close(wanted.value, found.value) && close(wanted.upper, found.upper);
}

enum Measure : std::size_t { of_value, of_unit, of_change, of_all, measures };
constexpr std::array<const char*, measures> measure_names{"value", "value and unit", "value and change",
                                                          "value, unit and change"};

bool same(std::size_t measure, const NamedQuantity& wanted, const NamedQuantity& found) {
  if (!same_value(wanted, found)) return false;
  if ((measure == of_unit || measure == of_all) && wanted.unit != found.unit) return false;
  return (measure != of_change && measure != of_all) || wanted.change.empty() || wanted.change == found.change;
}

/// Each found quantity stands for one wanted at most and the other way round. CQE's evaluator counts the same things
/// but lets a found value that missed its unit stand for a second wanted one, so that its figures come out a little
/// higher (never lower) than these.
double matched(std::size_t measure, const std::vector<NamedQuantity>& wanted, std::vector<NamedQuantity> found) {
  double right = 0;
  for (const NamedQuantity& one : wanted) {
    const auto match =
        std::find_if(found.begin(), found.end(), [&](const NamedQuantity& other) { return same(measure, one, other); });
    if (match == found.end()) continue;
    found.erase(match);
    ++right;
  }
  return right;
}

/// Every figure that stands alone, as a bare number.
std::vector<NamedQuantity> every_number(const std::string& text) {
  std::vector<NamedQuantity> out;
  const text::Tokens tokens(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens.is_number(i)) continue;
    if (const auto digits = text::read_digits(tokens.view(i)))
      out.push_back({digits->value, digits->value, false, "-", "="});
  }
  return out;
}

std::vector<NamedQuantity> ours(const std::string& text) {
  return as_cqe_names(text, annotate(text, {}, Gazetteer()).quantities);
}

nlohmann::json as_json(const std::vector<NamedQuantity>& quantities) {
  nlohmann::json out = nlohmann::json::array();
  for (const NamedQuantity& quantity : quantities)
    out.push_back({{"change", quantity.change},
                   {"value", quantity.value},
                   {"upper", quantity.range ? nlohmann::json(quantity.upper) : nlohmann::json()},
                   {"unit", quantity.unit}});
  return out;
}

class Counting {
 public:
  void add(const Sample& sample, const std::vector<NamedQuantity>& found) {
    for (std::size_t measure = 0; measure < measures; ++measure)
      counts_[measure].push_back({matched(measure, sample.quantities, found), static_cast<double>(found.size()),
                                  static_cast<double>(sample.quantities.size())});
  }
  void give(Evaluation& evaluation, const std::string& system) {
    for (std::size_t measure = 0; measure < measures; ++measure)
      evaluation.add(system, std::string(measure_names[measure]) + ", F1", f1, std::move(counts_[measure]));
  }

 private:
  std::array<std::vector<Counts>, measures> counts_;
};

void tell_errors(Evaluation& evaluation, const Sample& sample, const std::vector<NamedQuantity>& found) {
  if (!evaluation.error) return;
  const auto right = static_cast<std::size_t>(matched(of_all, sample.quantities, found));
  if (right == sample.quantities.size() && right == found.size()) return;
  evaluation.error({{"text", sample.text}, {"wanted", as_json(sample.quantities)}, {"found", as_json(found)}});
}

}  // namespace

void run_quantities(Evaluation& evaluation) {
  evaluation.unit = "sentence";
  Counting avow;
  Counting baseline;
  for (const auto& file : files_under(evaluation.data, ".json"))
    for (const Sample& sample : read_samples(file)) {
      const auto found = ours(sample.text);
      tell_errors(evaluation, sample, found);
      avow.add(sample, found);
      baseline.add(sample, every_number(sample.text));
    }
  avow.give(evaluation, "avow");
  baseline.give(evaluation, "every number, no unit");
}

}  // namespace avow::learn
