#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "learn/files.hpp"
#include "learn/tasks/shipped_detectors.hpp"
#include "learn/tasks/tasks.hpp"
#include "read/ascii.hpp"

namespace avow::learn {
namespace {

using nlohmann::json;

/// A claim by its fields as text; a field that is not said is not there.
using Fields = std::map<std::string, std::string>;

/// What is counted, in the order of the figures. "value" holds the unit and the upper end of a range as well.
constexpr std::array field_names{"kind",     "subject", "indicator", "relation", "value",   "due",
                                 "baseline", "scope",   "condition", "strength", "negated", "missing"};

/// A sentence that is a document of its own.
struct Sample {
  Document document;
  std::vector<Fields> wanted;
};

void put(Fields& fields, const char* name, std::string value) {
  if (!value.empty()) fields[name] = std::move(value);
}

std::string amount(const std::string& value, const std::string& upper, const std::string& unit) {
  if (value.empty()) return {};
  return value + (upper.empty() ? "" : " to " + upper) + (unit.empty() ? "" : " " + unit);
}

std::string number_text(const json& claim, const char* name) {
  return claim.contains(name) ? to_string(claim.at(name).get<double>()) : std::string();
}

std::string number_text(const std::optional<Decimal>& number) {
  return number ? to_string(number->value) : std::string();
}

Fields read_claim(const json& claim) {
  Fields fields;
  for (const char* name : {"kind", "subject", "indicator", "relation", "due", "baseline", "scope", "strength"})
    put(fields, name, claim.value(name, ""));
  put(fields, "subject", ascii::lower(claim.value("subject", "")));
  put(fields, "condition", ascii::lower(claim.value("condition", "")));
  put(fields, "value", amount(number_text(claim, "value"), number_text(claim, "upper"), claim.value("unit", "")));
  put(fields, "negated", claim.value("negated", false) ? "yes" : "");
  std::string missing;
  for (const json& part : claim.value("missing", json::array())) missing += part.get<std::string>() + " ";
  put(fields, "missing", missing);
  return fields;
}

/// The subject is the code of who is meant, or the words when nobody known is; a measure counts by its name.
Fields fields_of(const Reading& reading) {
  const Target& target = reading.target;
  Fields fields;
  put(fields, "kind", std::string(kinds.name(reading.kind)));
  put(fields, "subject", ascii::lower(target.subject.empty() ? target.subject_text : target.subject));
  put(fields, "indicator", target.indicator_text);
  put(fields, "relation", std::string(relations.name(target.relation)));
  put(fields, "value", amount(number_text(target.value), number_text(target.upper), target.unit));
  put(fields, "due", target.due.text());
  put(fields, "baseline", target.baseline.text());
  put(fields, "scope", std::string(scopes.name(target.scope)));
  put(fields, "condition", ascii::lower(target.condition));
  put(fields, "strength", std::string(strengths.name(reading.strength)));
  put(fields, "negated", reading.negated ? "yes" : "");
  std::string missing;
  if (reading.kind != Kind::stance)
    for (const std::string& part : missing_parts(target, is_statement(reading.kind))) missing += part + " ";
  put(fields, "missing", missing);
  return fields;
}

std::vector<Sample> read_samples(const std::filesystem::path& file) {
  std::vector<Sample> samples;
  std::size_t number = 0;
  each_line(file, [&](std::string_view line) {
    ++number;
    if (line.empty()) return;
    try {
      const json row = json::parse(line);
      Sample& sample = samples.emplace_back();
      sample.document.text = row.at("text").get<std::string>();
      sample.document.language = row.value("language", "en");
      sample.document.speaker = row.value("speaker", "");
      if (const auto day = Date::parse(row.value("published", ""))) sample.document.published = *day;
      for (const json& claim : row.at("claims")) sample.wanted.push_back(read_claim(claim));
    } catch (const json::exception& error) {
      throw Error(ErrorCode::bad_input, file.string() + ":" + std::to_string(number) + ": " + error.what(),
                  "give a JSON object with text, published and claims in each line");
    }
  });
  return samples;
}

std::vector<Fields> read(const ShippedDetectors& detectors, const Document& document) {
  std::vector<Fields> all;
  for (const auto& [claim, reading] : detectors.read(document)) all.push_back(fields_of(reading));
  return all;
}

std::size_t alike(const Fields& a, const Fields& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const auto& field) {
    const auto other = b.find(field.first);
    return other != b.end() && other->second == field.second;
  }));
}

struct Pair {
  const Fields* wanted;
  const Fields* found;
};

/// Each wanted claim with the found one that is most like it and still free; those left over stand alone.
std::vector<Pair> pair_up(const std::vector<Fields>& wanted, const std::vector<Fields>& found) {
  std::vector<Pair> pairs;
  std::set<const Fields*> free;
  for (const Fields& each : found) free.insert(&each);
  for (const Fields& each : wanted) {
    const auto best = std::max_element(free.begin(), free.end(), [&](const Fields* a, const Fields* b) {
      return std::pair(alike(each, *a), b) < std::pair(alike(each, *b), a);
    });
    pairs.push_back({&each, best == free.end() ? nullptr : *best});
    if (best != free.end()) free.erase(best);
  }
  for (const Fields* each : free) pairs.push_back({nullptr, each});
  return pairs;
}

/// {right, found, wanted} of one field.
Counts count_field(const std::vector<Pair>& pairs, const char* name) {
  static const Fields nothing;
  Counts counts(3, 0.0);
  for (const Pair& pair : pairs) {
    const Fields& wanted = pair.wanted ? *pair.wanted : nothing;
    const Fields& found = pair.found ? *pair.found : nothing;
    const auto want = wanted.find(name);
    const auto have = found.find(name);
    counts[0] += want != wanted.end() && have != found.end() && want->second == have->second;
    counts[1] += have != found.end();
    counts[2] += want != wanted.end();
  }
  return counts;
}

Counts count_whole(const std::vector<Pair>& pairs) {
  Counts counts(3, 0.0);
  for (const Pair& pair : pairs) {
    counts[0] += pair.wanted && pair.found && *pair.wanted == *pair.found;
    counts[1] += pair.found != nullptr;
    counts[2] += pair.wanted != nullptr;
  }
  return counts;
}

/// What one learns without reading: who says "will" promises.
std::vector<Fields> read_will(const Document& document) {
  const std::string text = " " + ascii::lower(document.text);
  const bool will = text.find(" will ") != std::string::npos || text.find(" shall ") != std::string::npos;
  return will ? std::vector<Fields>{{{"kind", "pledge"}, {"strength", "commit"}}} : std::vector<Fields>{};
}

void tell_error(const Evaluation& evaluation, const Sample& sample, const std::vector<Pair>& pairs) {
  if (!evaluation.error) return;
  for (const Pair& pair : pairs) {
    if (pair.wanted && pair.found && *pair.wanted == *pair.found) continue;
    json wanted = pair.wanted ? json(*pair.wanted) : json();
    json found = pair.found ? json(*pair.found) : json();
    for (const char* name : field_names) {
      if (!wanted.is_object() || !found.is_object() || wanted.value(name, "") != found.value(name, "")) continue;
      wanted.erase(name);
      found.erase(name);
    }
    evaluation.error({{"text", sample.document.text}, {"wanted", wanted}, {"found", found}});
  }
}

/// The figures of one set of sentences by one system, named after the file.
class Tally {
 public:
  void add(const std::vector<Pair>& pairs) {
    for (const char* name : field_names) fields_[name].push_back(count_field(pairs, name));
    whole_.push_back(count_whole(pairs));
  }
  void give(Evaluation& evaluation, const std::string& system, const std::string& set) {
    for (const char* name : field_names) evaluation.add(system, set + ": " + name, f1, std::move(fields_[name]));
    evaluation.add(system, set + ": whole target", f1, std::move(whole_));
  }

 private:
  std::map<std::string, std::vector<Counts>> fields_;
  std::vector<Counts> whole_;
};

}  // namespace

void run_targets(Evaluation& evaluation) {
  evaluation.unit = "sentence";
  const ShippedDetectors detectors;
  for (const auto& file : files_under(evaluation.data, ".ndjson")) {
    Tally ours;
    Tally baseline;
    for (const Sample& sample : read_samples(file)) {
      const std::vector<Fields> found = read(detectors, sample.document);
      const std::vector<Pair> pairs = pair_up(sample.wanted, found);
      tell_error(evaluation, sample, pairs);
      ours.add(pairs);
      const std::vector<Fields> will = read_will(sample.document);
      baseline.add(pair_up(sample.wanted, will));
    }
    ours.give(evaluation, "avow", file.stem().string());
    baseline.give(evaluation, "will or shall", file.stem().string());
  }
}

}  // namespace avow::learn
