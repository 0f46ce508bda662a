#include "reported.hpp"

#include <algorithm>
#include <optional>

namespace documents {
namespace {

/// How many words a word such as "will" or "not" reaches over.
constexpr std::size_t near = 5;

bool is_success(Report report) {
  return report == Report::enacts || report == Report::done || report == Report::decides;
}
bool is_failure(Report report) {
  return report == Report::denies || report == Report::not_done;
}

/// "3", "3rd", "2025".
bool is_number(const std::string& word) {
  return word.front() >= '0' && word.front() <= '9';
}

/// One clause of a sentence.
class Clause {
 public:
  Clause(std::string_view text, const Act& act, const Words& words)
      : said_(Words::words(text)), stems_(words.stems(said_)), act_(act), words_(words), signs_(words.signs(said_)) {
    const WordList written = Words::written(text);
    std::erase_if(signs_, [&](const Sign& sign) { return is_month(sign, written); });
  }

  /// What it reports, "none" where nothing. "Built after it was delayed": a failure that is conceded behind a success
  /// was overcome.
  Report report() const {
    Report first = Report::none;
    bool success = false, overcome = false;
    for (const Sign& sign : signs_) {
      const Report report = meant(sign);
      overcome = overcome || (success && bends(sign, Bend::concession));
      success = success || is_success(report);
      if (!is_failure(report) || !overcome) first = std::min(first, report);
    }
    return first;
  }
  bool concedes() const { return !signs_.empty() && bends(signs_.front(), Bend::concession); }

 private:
  /// "In May", "3 May", "May 2025", but not "the treaty may".
  bool is_month(const Sign& sign, const WordList& written) const {
    const std::size_t at = sign.begin;
    if (!words_.is(WordClass::month, said_[at]) || sign.end != at + 1 || written[at] == said_[at]) return false;
    const bool after = at > 0 && (words_.is(WordClass::dating, said_[at - 1]) || is_number(said_[at - 1]));
    return after || (sign.end < said_.size() && is_number(said_[sign.end]));
  }
  static bool bends(const Sign& sign, Bend bend) { return sign.bend == bend; }

  /// What a sign comes to with the words before it.
  Report meant(const Sign& sign) const {
    const Report report = sign.bend ? of_bend(sign) : sign.report;
    if (report == Report::none || report == Report::announces) return report;
    if (is_unreal(sign.begin)) return Report::announces;
    if (report == Report::denies && !rejects_promised(sign)) return Report::none;
    if (is_failure(report)) return report;
    return is_negated(sign.begin) ? Report::not_done : report;
  }

  /// "was withdrawn", "has been agreed": done; "did not sign": not done.
  Report of_bend(const Sign& sign) const {
    if (bends(sign, Bend::been) && act_suffered(sign.end)) return Report::done;
    if (bends(sign, Bend::negator) && act_within(sign.end, near - 1)) return Report::not_done;
    return Report::none;
  }

  /// "finally signed": the participle of a promised act, right behind adverbs. "Under construction" is none, and what
  /// was done to something else ("was presented") does not count.
  bool act_suffered(std::size_t at) const {
    while (at < said_.size() && is_adverb(said_[at])) ++at;
    if (at == said_.size() || !is_participle(said_[at])) return false;
    const std::optional<std::size_t> act = words_.act_at(stems_, at);
    return act.has_value() && act_.promises(*act);
  }
  bool only_adverbs(std::size_t begin, std::size_t end) const {
    while (begin < end && is_adverb(said_[begin])) ++begin;
    return begin == end;
  }
  bool is_adverb(const std::string& word) const { return word.ends_with("ly") || words_.is(WordClass::adverb, word); }
  bool is_participle(const std::string& word) const {
    return word.ends_with("ed") || words_.is(WordClass::participle, word);
  }

  bool act_within(std::size_t begin, std::size_t count) const {
    const auto from = stems_.begin() + static_cast<std::ptrdiff_t>(std::min(begin, stems_.size()));
    const auto until = stems_.begin() + static_cast<std::ptrdiff_t>(std::min(begin + count, stems_.size()));
    return !words_.acts(Stems(from, until)).empty();
  }

  /// Not in "rejected criticism and built the terminal": the object, in the passive what stands before, is something
  /// else. What has no object of its own ("rejected it") speaks of what the sentence does.
  bool rejects_promised(const Sign& sign) const {
    const bool passive = std::any_of(signs_.begin(), signs_.end(), [&](const Sign& one) {
      return bends(one, Bend::been) && one.end <= sign.begin && only_adverbs(one.end, sign.begin);
    });
    return passive ? is_of_promised(0, sign.begin) : is_of_promised(sign.end, end_of_object(sign.end));
  }
  std::size_t end_of_object(std::size_t at) const {
    while (at < said_.size() && !words_.is(WordClass::joiner, said_[at])) ++at;
    return at;
  }
  bool is_of_promised(std::size_t begin, std::size_t end) const {
    bool other = false;
    for (std::size_t at = begin; at < end; ++at) {
      if (words_.is(WordClass::objection, said_[at])) return false;
      const std::optional<std::size_t> act = words_.act_at(stems_, at);
      if (act_.is_about(stems_[at]) || (act && act_.promises(*act))) return true;
      other = other || !words_.is_stop(stems_[at]);
    }
    return !other;
  }

  bool is_unreal(std::size_t at) const {
    return std::any_of(signs_.begin(), signs_.end(), [&](const Sign& sign) {
      const bool close = sign.end <= at && at - sign.end < near;
      return (bends(sign, Bend::unreal) && close) || (bends(sign, Bend::condition) && sign.end <= at);
    });
  }

  /// "no terminal was built"; as the subject, a negation reaches over the whole clause.
  bool is_negated(std::size_t at) const {
    return std::any_of(signs_.begin(), signs_.end(), [&](const Sign& sign) {
      return bends(sign, Bend::negator) && sign.end <= at && (sign.begin == 0 || at - sign.end < near);
    });
  }

  WordList said_;
  Stems stems_;
  const Act& act_;
  const Words& words_;
  std::vector<Sign> signs_;
};

/// Calls use(clause) with the text between commas, semicolons, colons and parentheses.
template <typename Use>
void each_clause(std::string_view sentence, Use use) {
  while (!sentence.empty()) {
    const std::size_t end = std::min(sentence.find_first_of(",;:()"), sentence.size());
    use(sentence.substr(0, end));
    sentence.remove_prefix(std::min(end + 1, sentence.size()));
  }
}

}  // namespace

Report report_of(std::string_view sentence, const Act& act, const Words& words) {
  Report first = Report::none;
  bool success = false;
  std::optional<Report> conceded;
  each_clause(sentence, [&](std::string_view text) {
    const Clause clause(text, act, words);
    const Report report = clause.report();
    if (clause.concedes() && is_failure(report)) {
      conceded = report;
      return;
    }
    success = success || is_success(report);
    first = std::min(first, report);
  });
  return conceded && !success ? std::min(first, *conceded) : first;
}

}  // namespace documents
