#include "word_order.hpp"

#include <algorithm>
#include <stdexcept>

#include "avow/sdk/cut_words.hpp"
#include "lexicon.hpp"
#include "tokens.hpp"

namespace avow::detect {
namespace {

constexpr int max_noun_phrase = 7;  ///< words of a subject that follows its verb

constexpr Words helpers = any_of(Word::will, Word::modal, Word::be, Word::have, Word::do_);
/// Verbs that take an infinitive; in plain order a "to" stands before it.
constexpr Words take_infinitive = any_of(Word::commit, Word::agree, Word::aim, Word::hope, Word::expect);
constexpr Words verbs = helpers | take_infinitive |
                        any_of(Word::say, Word::happen, Word::make, Word::affirm, Word::talk, Word::state, Word::action,
                               Word::rise, Word::fall, Word::cap, Word::reach, Word::match, Word::hold, Word::zero,
                               Word::freeze, Word::keep, Word::favour, Word::deed, Word::see);
constexpr Words pronouns = any_of(Word::own_pronoun, Word::you_pronoun, Word::other_pronoun);
constexpr Words determiners = any_of(Word::determiner, Word::own_possessive, Word::other_possessive);
constexpr Words opens_subordinate =
    any_of(Word::that, Word::subordinator, Word::condition, Word::question, Word::relative);
constexpr Words never_infinitive = determiners | pronouns |
                                   any_of(Word::preposition, Word::conjunction, Word::adverb, Word::not_, Word::by,
                                          Word::up_to, Word::relative, Word::that);

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Puts one clause after another into plain order.
class Unframer {
 public:
  Unframer(const Tokens& tokens, const Lexicon& lexicon, const WordOrder& order, std::vector<Placed>& out)
      : tokens_(tokens), lexicon_(lexicon), order_(order), out_(out) {}

  void run() {
    out_.clear();
    for (int begin = 0; begin < tokens_.size();) {
      const int end = clause_end(begin);
      read(begin, end);
      begin = end;
    }
  }

 private:
  // --- what a word is ------------------------------------------------------------------------------------------------

  bool may_be_verb(int at) const { return !tokens_[at].capital || at == 0; }
  bool is_finite(int at) const { return may_be_verb(at) && tokens_.verb(at, verbs, finite); }
  bool is_to_form(int at) const { return may_be_verb(at) && tokens_.verb(at, verbs, gerund); }
  bool is_nonfinite(int at, bool guess) const {
    if (!may_be_verb(at)) return false;
    if (tokens_.verb(at, verbs, base | participle | gerund)) return true;
    return guess && !tokens_.starts(at, never_infinitive) && !tokens_[at].digit && ends_as_infinitive(tokens_.text(at));
  }
  bool ends_as_infinitive(std::string_view word) const {
    return std::any_of(
        order_.infinitive_endings.begin(), order_.infinitive_endings.end(),
        [&](const std::string& ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
  }

  // --- where clauses and their parts lie -----------------------------------------------------------------------------

  int clause_end(int begin) const {
    for (int at = begin + 1; at < tokens_.size(); ++at) {
      if (tokens_.breaks(at, clause_break | quote)) return at;
      const bool joins = tokens_.starts(at, bit(Word::coordinate)) && at + 1 < tokens_.size();
      if (joins && (is_nonfinite(at - 1, true) || is_finite(at + 1))) return at;
    }
    return tokens_.size();
  }

  /// One past the noun phrase or pronoun at `at`; `at` when there is none.
  int noun_phrase_end(int at, int end) const {
    if (at >= end) return at;
    const bool opens = tokens_.starts(at, determiners | any_of(Word::each, Word::group)) || tokens_[at].capital;
    if (tokens_.starts(at, pronouns) && !(opens && at + 1 < end && tokens_[at + 1].capital)) return at + 1;
    if (!opens) return at;
    for (int noun = at; noun < end && noun < at + max_noun_phrase; ++noun) {
      if (tokens_[noun].digit || tokens_.starts(noun, any_of(Word::preposition, Word::not_))) return at;
      if (!tokens_[noun].capital || (noun == 0 && tokens_.starts(noun, determiners))) continue;
      while (noun + 1 < end && tokens_[noun + 1].capital) ++noun;
      return noun + 1;
    }
    return at;
  }

  /// First word of the verbs that end the clause: "gebaut werden", "zu senken"; `end` when there are none.
  int cluster_begin(int from, int end, bool guess) const {
    int begin = end;
    while (begin - 1 > from && end - begin < 4) {
      const int at = begin - 1;
      const bool to = tokens_.starts(at, bit(Word::to)) && begin < end && !tokens_.starts(at, verbs);
      if (!to && !is_nonfinite(at, guess)) break;
      begin = at;
    }
    return begin;
  }

  // --- putting out ---------------------------------------------------------------------------------------------------

  void put(int at, Placed::Kind kind, std::uint16_t number = 0) { out_.push_back({at, kind, number}); }
  void put_range(int begin, int end, Placed::Kind kind) {
    for (int at = begin; at < end; ++at) put(at, kind);
  }
  /// The rest of the clause, with empty places for what was moved.
  void put_rest(int begin, int end) {
    for (int at = begin; at < end; ++at) put(at, is_negation(at) ? Placed::left : Placed::stays);
  }
  bool is_negation(int at) const { return tokens_.starts(at, bit(Word::not_)) && !tokens_[at].capital; }
  void put_negations(int begin, int end) {
    for (int at = begin; at < end; ++at)
      if (is_negation(at)) put(at, Placed::moved);
  }
  /// "gebaut werden" is "be built": the last governs the one before it; "zu senken" keeps its order.
  void put_cluster(int begin, int end, bool needs_to) {
    for (int stop = end; stop > begin;) {
      const int at = stop - 1;
      const bool to = at > begin && tokens_.starts(at - 1, bit(Word::to)) && !tokens_.starts(at - 1, verbs);
      if (to) put(at - 1, Placed::moved);
      if (!to && stop == end && (needs_to || is_to_form(at))) put(at, Placed::to);
      put(at, Placed::moved);
      stop = to ? at - 1 : at;
    }
  }

  // --- clauses -------------------------------------------------------------------------------------------------------

  void read(int begin, int end) {
    int first = begin;
    while (first + 1 < end && tokens_.starts(first, bit(Word::coordinate))) ++first;
    const bool opened = tokens_.starts(first, opens_subordinate & ~bit(Word::relative)) ||
                        (tokens_.starts(first, bit(Word::relative)) && tokens_.breaks(begin, comma));
    if (opened && end - first > 2 && is_finite(end - 1)) {
      subordinate(begin, first, end);
    } else if (const int verb = main_verb(first, end); verb >= 0) {
      main(begin, first, verb, end);
    } else {
      verbless(begin, first, end);
    }
  }

  int main_verb(int first, int end) const {
    for (int at = first; at < end; ++at) {
      if (!is_finite(at) || tokens_.starts(at - 1, bit(Word::to))) continue;
      // "und die Renten erhöhen" after "wir werden": what ends the clause in the base form hangs on the one before.
      if (at == end - 1 && at > first && open_ && tokens_.verb(at, verbs, base)) return -1;
      return at;
    }
    return -1;
  }

  void main(int begin, int first, int verb, int end) {
    const bool helper = tokens_.starts(verb, helpers | take_infinitive);
    int subject_end = verb + 1;
    if (inverted(first, verb, end)) subject_end = noun_phrase_end(verb + 1, end);
    int stop = end;
    const std::uint16_t whole = with_prefix(verb, end);
    if (whole != 0) --stop;
    const int cluster = cluster_begin(subject_end - 1, stop, helper);
    const bool bare = cluster < stop && tokens_.starts(verb, take_infinitive) && !tokens_.starts(verb, helpers);
    const bool to_there = cluster < stop && tokens_.starts(cluster, bit(Word::to));
    put_range(begin, verb, Placed::stays);
    for (int at = verb + 1; at < subject_end; ++at)
      put(at, at == verb + 1 && verb > first ? Placed::moved_after_comma : Placed::moved);
    put(verb, Placed::stays, whole);
    if (cluster < stop) put_negations(subject_end, cluster);
    put_cluster(cluster, stop, bare && !to_there);
    put_range(verb + 1, subject_end, Placed::left);
    if (cluster < stop) {
      put_rest(subject_end, cluster);
    } else {
      put_range(subject_end, cluster, Placed::stays);
    }
    put_range(cluster, stop, Placed::left);
    put_range(stop, end, Placed::left);
    open_ = tokens_.starts(verb, any_of(Word::will, Word::modal, Word::aim, Word::hope));
  }

  /// Whether the subject follows the finite verb: something else stands before it.
  bool inverted(int first, int verb, int end) const {
    if (verb + 1 >= end || tokens_.breaks(verb + 1, clause_break)) return false;
    if (tokens_.starts(verb + 1, bit(Word::own_pronoun))) return true;
    if (verb == first) return true;
    const bool introduced = tokens_.starts(first, any_of(Word::preposition, Word::adverb, Word::by, Word::up_to,
                                                         Word::start, Word::subordinator)) ||
                            tokens_[first].digit;
    return introduced && !tokens_.starts(verb - 1, pronouns);
  }

  /// "hebt ... an": the number of "anhebt"; 0 when no such verb is known.
  std::uint16_t with_prefix(int verb, int end) const {
    if (end - 1 <= verb) return 0;
    const std::string_view prefix = tokens_.text(end - 1);
    const auto& known = order_.separable_prefixes;
    if (std::find(known.begin(), known.end(), prefix) == known.end()) return 0;
    return lexicon_.known(sdk::word_hash(tokens_.text(verb), sdk::word_hash(prefix))).number;
  }

  void subordinate(int begin, int first, int end) {
    const int finite_verb = end - 1;
    const bool relative =
        tokens_.starts(first, bit(Word::relative)) && !tokens_.starts(first, opens_subordinate & ~bit(Word::relative));
    const int subject_end = relative ? first + 1 : noun_phrase_end(first + 1, finite_verb);
    const bool helper = tokens_.starts(finite_verb, helpers | take_infinitive);
    const int cluster = cluster_begin(subject_end - 1, finite_verb, helper);
    const bool that = tokens_.starts(first, bit(Word::that));
    for (int at = begin; at < subject_end; ++at)
      put(at, at == begin && that ? Placed::stays_without_comma : Placed::stays);
    put(finite_verb, Placed::moved);
    put_negations(subject_end, cluster);
    put_cluster(cluster, finite_verb, false);
    put_rest(subject_end, cluster);
    put_range(cluster, end, Placed::left);
    open_ = false;
  }

  /// "die Emissionen zu senken", "und die Renten erhöhen": the verb comes first.
  void verbless(int begin, int first, int end) {
    const int cluster = cluster_begin(first - 1, end, open_);
    const bool to = cluster < end && (tokens_.starts(cluster, bit(Word::to)) || is_to_form(end - 1));
    if (cluster == end || cluster <= first || !(to || open_)) return put_range(begin, end, Placed::stays);
    put_range(begin, first, Placed::stays);
    const std::size_t place = out_.size();
    put_negations(first, cluster);
    put_cluster(cluster, end, false);
    put_rest(first, cluster);
    put_range(cluster, end, Placed::left);
    // "plant, die Ausgaben zu senken": the comma parts nothing in plain order.
    if (to && begin == first) {
      for (std::size_t i = place; i < out_.size(); ++i)
        if (out_[i].word == begin && out_[i].kind == Placed::stays) out_[i].kind = Placed::stays_without_comma;
    }
  }

  const Tokens& tokens_;
  const Lexicon& lexicon_;
  const WordOrder& order_;
  std::vector<Placed>& out_;
  bool open_ = false;  ///< the clause before has a verb that takes an infinitive
};

}  // namespace

WordOrder WordOrder::read(std::string_view text, std::string_view where) {
  WordOrder order;
  std::vector<std::string>* section = nullptr;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (line.front() == '[') {
      section = line == "[infinitive ending]"  ? &order.infinitive_endings
                : line == "[separable prefix]" ? &order.separable_prefixes
                                               : nullptr;
    }
    if (section == nullptr)
      throw std::runtime_error(std::string(where) + ":" + std::to_string(number) +
                               ": no section of a word order: " + std::string(line));
    for (; line.front() != '['; line.remove_prefix(1)) {
      const auto comma = std::min(line.find(','), line.size());
      if (const auto entry = trim(line.substr(0, comma)); !entry.empty()) section->emplace_back(entry);
      line.remove_prefix(comma);
      if (line.empty()) break;
    }
  }
  return order;
}

void in_plain_order(const Tokens& tokens, const Lexicon& lexicon, const WordOrder& order, std::vector<Placed>& places) {
  Unframer(tokens, lexicon, order, places).run();
}

}  // namespace avow::detect
