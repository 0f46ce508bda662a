#include "query/commitments.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "base/error.hpp"
#include "query/lookup.hpp"
#include "query/threads.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

constexpr std::size_t most_members = 20'000;  ///< links lead no further: they would hold unlike things together

bool holds_together(const Link& link) {
  return link.kind != LinkKind::copies && link.kind != LinkKind::contradicts;
}

bool has_prefix(const Id& id, std::string_view prefix) {
  return id.hex().starts_with(prefix);
}

}  // namespace

/// Follows keys and links from one promise to all that belong to it.
class Commitments::Gathering {
 public:
  explicit Gathering(Commitments& of) : of_(of) {}

  std::vector<ThreadMember> from(const PromiseRow& first) {
    take({first, of_.keys_.key_of(first), false, false, 0, {}});
    while (!open_.empty() && members_.size() < most_members) {
      const Id next = open_.front();
      open_.pop_front();
      follow(next);
    }
    add_opponents();
    std::vector<ThreadMember> all;
    all.reserve(members_.size());
    for (auto& [id, member] : members_) all.push_back(std::move(member));
    return all;
  }

 private:
  void take(ThreadMember member) {
    const Id id = member.promise.id;
    const auto [known, added] = members_.try_emplace(id, std::move(member));
    if (added) open_.push_back(id);
  }

  void follow(const Id& id) {
    ThreadMember& member = members_.at(id);
    std::vector<Recorded<Link>> links;
    if (member.promise.linked) links = of_.store_.links_of(id, of_.clocks_);
    const bool apart =
        std::any_of(links.begin(), links.end(), [&](const auto& link) { return parts(link, id, links); });
    if (apart) member.key.reset();
    if (member.key) take_key(CommitmentKey(*member.key));
    for (const Recorded<Link>& link : links) follow(link, id);
  }

  /// A retracted link parts its later claim from the rest, unless another one of a person holds it there.
  static bool parts(const Recorded<Link>& link, const Id& id, const std::vector<Recorded<Link>>& all) {
    if (link.live || link.value.from != id || !holds_together(link.value)) return false;
    return std::none_of(all.begin(), all.end(), [&](const Recorded<Link>& other) {
      return other.live && other.value.confirmed && other.value.to == link.value.to && holds_together(other.value);
    });
  }

  void take_key(const CommitmentKey& key) {
    if (!keys_.insert(key).second) return;
    for (const PromiseRow& promise : of_.promises_near(key)) {
      const auto own = of_.keys_.key_of(promise);
      if (own == key && !is_apart(promise))
        take({promise, own, false, false, 0, {}});
      else if (own && own->direction != key.direction && own->side == key.side && own->subject == key.subject)
        opponents_.push_back({promise, own, true, false, 0, {}});
    }
  }

  bool is_apart(const PromiseRow& promise) {
    if (!promise.linked) return false;
    const auto links = of_.store_.links_of(promise.id, of_.clocks_);
    return std::any_of(links.begin(), links.end(),
                       [&](const Recorded<Link>& link) { return parts(link, promise.id, links); });
  }

  void follow(const Recorded<Link>& link, const Id& id) {
    const Link& value = link.value;
    if (!link.live || !holds_together(value) || (!value.confirmed && of_.links_ == LinkUse::confirmed)) return;
    if (value.from == id && value.maker.is_person()) members_.at(id).stated = value;
    const Id other = value.from == id ? value.to : value.from;
    if (members_.count(other) != 0) return;
    if (const auto promise = of_.promise(other))
      take({*promise, of_.keys_.key_of(*promise), false, !value.confirmed, value.confirmed ? 0 : value.score, {}});
  }

  /// What speaks against the commitment is told with it.
  void add_opponents() {
    for (ThreadMember& one : opponents_) {
      const bool opposes = std::any_of(members_.begin(), members_.end(), [&](const auto& member) {
        return !member.second.against && contradicts(member.second.promise.reading, one.promise.reading);
      });
      if (opposes) members_.try_emplace(one.promise.id, std::move(one));
    }
  }

  Commitments& of_;
  std::map<Id, ThreadMember> members_;
  std::deque<Id> open_;
  std::set<CommitmentKey> keys_;
  std::vector<ThreadMember> opponents_;
};

std::vector<LinkKind> Commitment::shifts() const {
  std::vector<LinkKind> all;
  for (const auto& [kind, word] : link_kinds.table)
    if (kind != LinkKind::repeats && std::any_of(utterances.begin(), utterances.end(), [kind = kind](const auto& one) {
          return std::find(one.version.shifts.begin(), one.version.shifts.end(), kind) != one.version.shifts.end();
        }))
      all.push_back(kind);
  return all;
}

Commitments::Commitments(Store& store, const Names& names, const Clocks& clocks, LinkUse links)
    : store_(store), keys_(names), clocks_(clocks), links_(links) {}

std::optional<PromiseRow> Commitments::promise(const Id& claim) {
  PromiseFilter filter;
  filter.clocks = clocks_;
  filter.claim = claim;
  std::optional<PromiseRow> found;
  store_.promises(filter, [&](const PromiseRow& row) {
    found = row;
    return false;
  });
  return found;
}

std::vector<PromiseRow> Commitments::promises_near(const CommitmentKey& key) {
  PromiseFilter filter;
  filter.clocks = clocks_;
  filter.indicators = keys_.indicators_of(key.measure);
  filter.subjects = keys_.subjects_of(key);
  std::vector<PromiseRow> rows;
  store_.promises(filter, [&](const PromiseRow& row) {
    rows.push_back(row);
    return true;
  });
  return rows;
}

std::optional<Commitment> Commitments::of(const Id& claim) {
  const auto first = promise(claim);
  if (!first) return std::nullopt;
  return thread_of(Gathering(*this).from(*first), keys_);
}

Commitment Commitments::find(std::string_view prefix) {
  std::optional<Commitment> found;
  try {
    found = of(resolve_claim(store_, prefix));
    if (found) return *std::move(found);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::not_found) throw;
  }
  bool ambiguous = false;
  each({}, [&](const Commitment& one) {
    if (!has_prefix(one.id, prefix)) return true;
    ambiguous = found.has_value();
    found = one;
    return !ambiguous;
  });
  if (ambiguous)
    throw Error(ErrorCode::ambiguous, std::string(prefix) + " names several commitments", "give more of it");
  if (found) return *std::move(found);
  throw Error(ErrorCode::not_found, std::string(prefix) + " names no commitment, and no claim that is a promise",
              "`avow commitments` lists them");
}

void Commitments::each(const std::string& indicator, const std::function<bool(const Commitment&)>& visit) {
  std::set<std::string> measures;
  for (const std::string& code : store_.measured_indicators()) {
    const std::string measure = keys_.measure_of(code);
    if (indicator.empty() || indicator == code || indicator == measure) measures.insert(measure);
  }
  std::set<Id> told;
  for (const std::string& measure : measures)
    if (!each_of_measure(measure, told, visit)) return;
  each_linked(indicator, told, visit);
}

/// Threads without links are made of the rows at hand; the others are gathered.
bool Commitments::each_of_measure(const std::string& measure, std::set<Id>& told,
                                  const std::function<bool(const Commitment&)>& visit) {
  PromiseFilter filter;
  filter.clocks = clocks_;
  filter.indicators = keys_.indicators_of(measure);
  std::map<CommitmentKey, std::vector<PromiseRow>> threads;
  store_.promises(filter, [&](const PromiseRow& row) {
    if (auto key = keys_.key_of(row)) threads[*std::move(key)].push_back(row);
    return true;
  });
  for (const auto& [key, rows] : threads) {
    const auto opposite = threads.find(opposite_of(key));
    const bool linked = std::any_of(rows.begin(), rows.end(), [](const PromiseRow& row) { return row.linked; });
    if (!linked) {
      if (!visit(thread_of(members_of(key, rows, opposite == threads.end() ? nullptr : &opposite->second), keys_)))
        return false;
      continue;
    }
    for (const PromiseRow& row : rows) {
      if (told.count(row.id) != 0) continue;
      const Commitment one = thread_of(Gathering(*this).from(row), keys_);
      for (const CommitmentUtterance& utterance : one.utterances)
        if (!utterance.against) told.insert(utterance.promise.id);
      if (!visit(one)) return false;
    }
  }
  return true;
}

bool Commitments::each_linked(const std::string& indicator, std::set<Id>& told,
                              const std::function<bool(const Commitment&)>& visit) {
  if (!indicator.empty()) return true;
  std::set<Id> starts;
  store_.links(clocks_, [&](const Recorded<Link>& link) {
    if (link.live && holds_together(link.value) && (link.value.confirmed || links_ == LinkUse::suggested))
      starts.insert(link.value.to);
    return true;
  });
  for (const Id& id : starts) {
    const auto first = told.count(id) == 0 ? promise(id) : std::nullopt;
    if (!first || keys_.key_of(*first)) continue;
    const Commitment one = thread_of(Gathering(*this).from(*first), keys_);
    for (const CommitmentUtterance& utterance : one.utterances) told.insert(utterance.promise.id);
    if (one.utterances.size() > 1 && !visit(one)) return false;
  }
  return true;
}

}  // namespace avow
