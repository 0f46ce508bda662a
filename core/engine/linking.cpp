#include "engine/linking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/error.hpp"
#include "engine/person_word.hpp"
#include "text/word_ranking.hpp"
#include "text/words.hpp"

namespace avow {
namespace {

constexpr std::size_t telling_words = 8;     ///< of a promise, by which others are found
constexpr std::size_t most_in_block = 2000;  ///< promises with the same two telling words; more say nothing
constexpr std::size_t links_a_batch = 1000;
constexpr std::size_t shortest_telling = 4;
constexpr std::size_t fewest_telling = 3;  ///< of a promise that can be told from others at all
constexpr double number_weight = 3;
constexpr double name_weight = 2;

const Maker& maker() {
  static const Maker maker{"avow.link", "1", 1, {}, {}, {}};
  return maker;
}

/// Words by the hash of their stem with their weight, sorted.
using Telling = std::vector<std::pair<std::uint64_t, double>>;

Telling telling_words_of(std::string_view quote) {
  text::RankingWeights weights;
  weights.number = number_weight;
  weights.name = name_weight;
  std::map<std::uint64_t, double> all;
  for (const text::QueryWord& word : text::query_words(quote, weights)) {
    const bool number = word.said[0] >= '0' && word.said[0] <= '9';
    if (!number && word.said.size() < shortest_telling) continue;
    double& weight = all[text::hash_of(word.stem)];
    weight = std::max(weight, word.weight);
  }
  return {all.begin(), all.end()};
}

WordingLikeness likeness(const Telling& first, const Telling& second) {
  WordingLikeness likeness;
  double common = 0, all = 0;
  auto a = first.begin();
  auto b = second.begin();
  while (a != first.end() || b != second.end()) {
    if (b == second.end() || (a != first.end() && a->first < b->first)) {
      all += (a++)->second;
    } else if (a == first.end() || b->first < a->first) {
      all += (b++)->second;
    } else {
      const double weight = std::max((a++)->second, (b++)->second);
      ++likeness.in_common;
      common += weight;
      all += weight;
    }
  }
  likeness.score = all > 0 ? common / all : 0;
  return likeness;
}

struct Candidate {
  PromiseRow promise;
  Telling words;
};

/// Pairs of the telling words with the smallest hashes: which these are is as good as drawn by lot, but the same for
/// the same words wherever they stand (min-wise hashing, Broder 1997), so two that share most words share such a pair.
std::vector<std::uint64_t> blocks_of(const Telling& words) {
  const std::size_t count = std::min(words.size(), telling_words);
  std::vector<std::uint64_t> blocks;
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i + 1; j < count; ++j) blocks.push_back(words[i].first * 31 + words[j].first);
  return blocks;
}

bool comes_before(const Candidate& a, const Candidate& b) {
  const auto key = [](const Candidate& one) {
    return std::tuple(one.promise.claim.said.known(), one.promise.claim.said.latest(), one.promise.id);
  };
  return key(a) < key(b);
}

std::pair<Id, Id> pair_of(const Id& a, const Id& b) {
  return {std::min(a, b), std::max(a, b)};
}

/// Which candidates are joined already.
class Joined {
 public:
  explicit Joined(std::size_t count) : root_(count) { std::iota(root_.begin(), root_.end(), std::size_t{0}); }
  bool join(std::size_t a, std::size_t b) {
    a = root(a), b = root(b);
    root_[std::max(a, b)] = std::min(a, b);
    return a != b;
  }

 private:
  std::size_t root(std::size_t at) {
    while (root_[at] != at) at = root_[at] = root_[root_[at]];
    return at;
  }
  std::vector<std::size_t> root_;
};

class Linker {
 public:
  Linker(Store& store, const LinkRules& rules, const Clocks& clocks, const std::string& actor,
         const std::function<bool()>& stop)
      : store_(store), rules_(rules), clocks_(clocks), actor_(actor), stop_(stop) {}

  LinkTotals run() {
    read_links();
    read_promises();
    for (auto& [side, candidates] : by_side_) link_side(candidates);
    write();
    return totals_;
  }

 private:
  void read_links() {
    store_.links(clocks_, [&](const Recorded<Link>& link) {
      (link.live ? known_ : parted_).insert(pair_of(link.value.from, link.value.to));
      return true;
    });
  }

  void read_promises() {
    PromiseFilter filter;
    filter.clocks = clocks_;
    filter.without_measure_only = true;
    store_.promises(filter, [&](const PromiseRow& promise) {
      if (promise.copy) return true;
      const std::string side = rules_.side(promise);
      Telling words = telling_words_of(promise.claim.quote.exact);
      if (side.empty() || words.size() < fewest_telling) return true;
      ++totals_.promises;
      by_side_[side].push_back({promise, std::move(words)});
      return true;
    });
  }

  /// Every pair that is alike, earliest first, unless others have joined the two.
  void link_side(std::vector<Candidate>& candidates) {
    std::sort(candidates.begin(), candidates.end(), comes_before);
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> blocks;
    Joined joined(candidates.size());
    for (std::size_t later = 0; later < candidates.size(); ++later) {
      stop_when_asked();
      std::set<std::size_t> near;
      for (const std::uint64_t block : blocks_of(candidates[later].words)) {
        auto& inside = blocks[block];
        near.insert(inside.begin(), inside.end());
        if (inside.size() < most_in_block) inside.push_back(later);
      }
      for (const std::size_t earlier : near) compare(candidates, earlier, later, joined);
    }
  }

  void compare(const std::vector<Candidate>& candidates, std::size_t earlier, std::size_t later, Joined& joined) {
    const PromiseRow& first = candidates[earlier].promise;
    const PromiseRow& second = candidates[later].promise;
    if (first.claim.document == second.claim.document) return;
    const WordingLikeness alike = likeness(candidates[earlier].words, candidates[later].words);
    const std::pair<Id, Id> pair = pair_of(first.id, second.id);
    if (!alike.is_alike() || parted_.count(pair) != 0 || !joined.join(earlier, later)) return;
    ++totals_.alike;
    if (known_.count(pair) != 0) return;
    const Standing before{{first.claim.speaker, first.claim.quote.exact, first.reading}};
    const Version version =
        avow::compare(before, {second.claim.speaker, second.claim.quote.exact, second.reading}, rules_.part_of);
    const LinkKind kind = version.shifts.empty() ? LinkKind::repeats : version.shifts.front();
    links_.push_back({second.id, first.id, kind, false, alike.score,
                      fmt::format("{:.0f} % of the telling words of both are the same", 100 * alike.score), maker()});
    if (links_.size() >= links_a_batch) write();
  }

  void write() {
    if (links_.empty()) return;
    const auto writer = store_.begin();
    writer->begin_entry({"link", actor_, "promises whose words are alike"});
    for (const Link& link : links_) totals_.added += writer->add(link) ? 1 : 0;
    writer->commit();
    links_.clear();
  }

  void stop_when_asked() {
    if (!stop_ || !stop_()) return;
    write();
    throw Error(ErrorCode::interrupted, fmt::format("stopped after {} links", totals_.added),
                "run it again for the rest");
  }

  Store& store_;
  const LinkRules& rules_;
  const Clocks& clocks_;
  const std::string& actor_;
  const std::function<bool()>& stop_;
  LinkTotals totals_;
  std::set<std::pair<Id, Id>> known_;
  std::set<std::pair<Id, Id>> parted_;  ///< by a retraction
  std::map<std::string, std::vector<Candidate>> by_side_;
  std::vector<Link> links_;
};

}  // namespace

bool WordingLikeness::is_alike() const noexcept {
  return score >= (in_common >= enough_in_common ? alike_from : surely_alike_from);
}

WordingLikeness wording_likeness(std::string_view first, std::string_view second) {
  return likeness(telling_words_of(first), telling_words_of(second));
}

LinkTotals link_promises(Store& store, const LinkRules& rules, const Clocks& clocks, const std::string& actor,
                         const std::function<bool()>& stop) {
  return Linker(store, rules, clocks, actor, stop).run();
}

Link link_claims(Store& store, const LinkWord& word, Instant now) {
  if (word.because.empty()) throw Error(ErrorCode::usage, "a link needs a reason", "say why with --because");
  if (word.person.empty()) throw Error(ErrorCode::usage, "a link needs somebody who says so", "say who with --by");
  if (word.first == word.second) throw Error(ErrorCode::usage, "a claim cannot be linked to itself");
  const auto first = store.claim(word.first);
  const auto second = store.claim(word.second);
  if (!first || !second)
    throw Error(ErrorCode::not_found, "there is no claim " + (first ? word.second : word.first).hex());
  const bool in_order = first->said.latest() >= second->said.latest();
  Link link{
      in_order ? word.first : word.second, in_order ? word.second : word.first, word.kind, true, 1, word.because, {}};
  link.maker.person = word.person;
  link.maker.at = now;
  enter(store, {"link", word.person, word.because}, link);
  return link;
}

}  // namespace avow
