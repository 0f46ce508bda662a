#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <string>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "learn/files.hpp"
#include "learn/tasks/tasks.hpp"
#include "text/dates.hpp"

/// Time expressions as TempEval-3 counted them (UzZaman et al., SemEval-2013 task 1), in TimeML documents. Strict: both
/// ends are the same; relaxed: they share a character; each expression is matched at most once. Value F1 is the relaxed
/// F1 times the share of the matched that have the right value, letter by letter. Only expressions inside <TEXT> count,
/// so that of the document's own date does not; expressions with other elements inside are passed over, as there.
namespace avow::learn {
namespace {

struct Expression {
  Span span;
  std::string value;
};

struct Sample {
  std::string name;
  std::string text;
  Date published;
  std::vector<Expression> wanted;
};

/// Puts the text of an element together and notes where its TIMEX3 elements lie. pugixml parses without recursion and
/// walks with traverse(), so that depth is no matter.
class TextReader : public pugi::xml_tree_walker {
 public:
  explicit TextReader(Sample& sample) : sample_(sample) {}

  bool for_each(pugi::xml_node& node) override {
    if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata) return true;
    const auto begin = static_cast<std::uint32_t>(sample_.text.size());
    sample_.text += node.value();
    const pugi::xml_node parent = node.parent();
    const bool alone = parent.first_child() == parent.last_child();
    if (std::string_view(parent.name()) == "TIMEX3" && alone && sample_.text.size() > begin)
      sample_.wanted.push_back(
          {{begin, static_cast<std::uint32_t>(sample_.text.size())}, parent.attribute("value").value()});
    return true;
  }

 private:
  Sample& sample_;
};

/// The day of a value such as "1998-02-13T16:54:00", or the month or year that it names; unknown for others.
Date date_of(std::string_view value) {
  if (const auto day = parse_day(value.substr(0, 10))) return Date::day(*day);
  return Date::parse(value).value_or(Date());
}

Sample read_sample(const std::filesystem::path& file) {
  const std::string content = read_file(file);
  pugi::xml_document document;
  const auto result = document.load_buffer(content.data(), content.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                                           pugi::encoding_utf8);
  if (!result)
    throw Error(ErrorCode::bad_input,
                fmt::format("{}, byte {}: {}", file.string(), result.offset, result.description()));
  const pugi::xml_node root = document.child("TimeML");
  if (!root.child("TEXT") || !root.child("DCT"))
    throw Error(ErrorCode::bad_input, file.string() + " is no TimeML document: it has no <TEXT> and <DCT> in <TimeML>");
  Sample sample{file.stem().string(), {}, date_of(root.child("DCT").child("TIMEX3").attribute("value").value()), {}};
  TextReader reader(sample);
  root.child("TEXT").traverse(reader);
  if (const auto invalid = utf8::first_invalid(sample.text))
    throw Error(ErrorCode::bad_input, fmt::format("{}: its text is no UTF-8 at byte {}", file.string(), *invalid));
  return sample;
}

std::vector<Expression> found_by_us(const Sample& sample) {
  std::vector<Expression> out;
  const text::Tokens tokens(sample.text);
  for (const text::TimeExpression& found : text::find_times(tokens, sample.published))
    out.push_back({found.extent, found.value.timex()});
  return out;
}

/// Years by themselves, and the names of months as months of the document's year.
std::vector<Expression> years_and_months(const Sample& sample) {
  std::vector<Expression> out;
  const text::Tokens tokens(sample.text);
  const auto year = sample.published.single_year();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.view(i);
    if (tokens.is_number(i) && word.size() == 4 && (word.starts_with("19") || word.starts_with("20")))
      out.push_back({tokens[i].span(), std::string(word)});
    if (tokens.has(i, text::month_name) && tokens[i].capital)
      out.push_back({tokens[i].span(), fmt::format("{:04}-{:02}", year.value_or(0), tokens.word(i).month)});
  }
  return out;
}

/// What was made of one document.
struct Matches {
  Counts strict, relaxed, value;
};

bool overlap(const Span& a, const Span& b) {
  return a.begin < b.end && b.begin < a.end;
}

/// For each wanted one the found one that it is matched with, or the number found; exact ones first.
std::vector<std::size_t> match(const std::vector<Expression>& found, const std::vector<Expression>& wanted) {
  std::vector<std::size_t> partner(wanted.size(), found.size());
  std::vector<bool> taken(found.size());
  const auto pair_up = [&](const auto& fits) {
    for (std::size_t w = 0; w < wanted.size(); ++w)
      for (std::size_t f = 0; f < found.size() && partner[w] == found.size(); ++f)
        if (!taken[f] && fits(found[f].span, wanted[w].span)) partner[w] = f, taken[f] = true;
  };
  pair_up([](const Span& a, const Span& b) { return a == b; });
  pair_up(overlap);
  return partner;
}

Matches compare(const std::vector<Expression>& found, const std::vector<Expression>& wanted) {
  double strict = 0;
  double relaxed = 0;
  double value = 0;
  const std::vector<std::size_t> partner = match(found, wanted);
  for (std::size_t w = 0; w < wanted.size(); ++w) {
    if (partner[w] == found.size()) continue;
    const Expression& one = found[partner[w]];
    relaxed += 1;
    strict += one.span == wanted[w].span ? 1 : 0;
    value += one.value == wanted[w].value ? 1 : 0;
  }
  const auto f = static_cast<double>(found.size());
  const auto w = static_cast<double>(wanted.size());
  return {{strict, f, w}, {relaxed, f, w}, {value, f, w}};
}

void tell_errors(Evaluation& evaluation, const Sample& sample, const std::vector<Expression>& found) {
  if (!evaluation.error) return;
  const std::string_view text = sample.text;
  const auto tell = [&](const char* what, const Expression* wanted, const Expression* ours) {
    const Span at = wanted != nullptr ? wanted->span : ours->span;
    nlohmann::json line = {{"document", sample.name}, {"error", what}, {"published", sample.published.text()}};
    if (wanted != nullptr) line["wanted"] = {{"text", wanted->span.of(text)}, {"value", wanted->value}};
    if (ours != nullptr) line["found"] = {{"text", ours->span.of(text)}, {"value", ours->value}};
    line["before"] = utf8::suffix(text.substr(0, at.begin), 60);
    line["after"] = utf8::prefix(text.substr(at.end), 40);
    evaluation.error(line);
  };
  const std::vector<std::size_t> partner = match(found, sample.wanted);
  for (std::size_t w = 0; w < sample.wanted.size(); ++w) {
    const Expression* ours = partner[w] == found.size() ? nullptr : &found[partner[w]];
    if (ours == nullptr)
      tell("missed", &sample.wanted[w], nullptr);
    else if (ours->value != sample.wanted[w].value)
      tell("value", &sample.wanted[w], ours);
    else if (ours->span != sample.wanted[w].span)
      tell("extent", &sample.wanted[w], ours);
  }
  for (std::size_t f = 0; f < found.size(); ++f)
    if (std::find(partner.begin(), partner.end(), f) == partner.end()) tell("wrong", nullptr, &found[f]);
}

/// The counts of one system, document by document.
struct Tally {
  std::vector<Counts> strict, relaxed, value;

  void add(const Matches& matches) {
    strict.push_back(matches.strict);
    relaxed.push_back(matches.relaxed);
    value.push_back(matches.value);
  }
  void give(Evaluation& evaluation, const std::string& system) {
    evaluation.add(system, "value", f1, std::move(value));
    evaluation.add(system, "extent, relaxed", f1, std::move(relaxed));
    evaluation.add(system, "extent, strict", f1, std::move(strict));
  }
};

}  // namespace

void run_times(Evaluation& evaluation) {
  Tally ours;
  Tally baseline;
  for (const auto& file : files_under(evaluation.data, ".tml")) {
    const Sample sample = read_sample(file);
    const std::vector<Expression> found = found_by_us(sample);
    tell_errors(evaluation, sample, found);
    ours.add(compare(found, sample.wanted));
    baseline.add(compare(years_and_months(sample), sample.wanted));
  }
  ours.give(evaluation, "avow");
  baseline.give(evaluation, "years and names of months");
}

}  // namespace avow::learn
