#include "engine/copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "text/words.hpp"

namespace avow {
namespace {

constexpr std::chrono::days window{14};      ///< copies come out within days
constexpr std::size_t claims_looked_up = 4;  ///< of a document: those with the most telling words
constexpr std::size_t most_anchors = 4;      ///< of a claim
constexpr std::size_t searched_anchors = 3;  ///< that must all occur in another claim
constexpr std::size_t most_hits = 10;        ///< of a search
constexpr std::size_t most_compared = 5;     ///< documents, those of the batch first

const Maker& maker() {
  static const Maker maker{"avow.copies", "1", 1, {}, {}, {}};
  return maker;
}

using Anchors = std::vector<std::string>;

/// Of the claims with the most anchors, digits counting twice; in the document's order where they are alike.
std::vector<Anchors> telling_anchors(const std::vector<FoundClaim>& claims) {
  struct Weighed {
    std::size_t weight;
    Anchors anchors;
  };
  std::vector<Weighed> all;
  for (const FoundClaim& claim : claims) {
    Weighed one{0, text::anchors_of(claim.claim.quote.exact, most_anchors)};
    for (const std::string& word : one.anchors) {
      const bool digits = word[0] >= '0' && word[0] <= '9';
      const bool name = word[0] >= 'A' && word[0] <= 'Z';
      one.weight += digits ? 4 : name ? 3 : 1;
    }
    if (one.anchors.size() >= 2) all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
  std::vector<Anchors> out;
  for (Weighed& one : all)
    if (out.size() < claims_looked_up) out.push_back(std::move(one.anchors));
  return out;
}

/// A key for each two of them, so that one that a paraphrase exchanged does not matter.
std::vector<std::uint64_t> pair_keys(const Anchors& anchors) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i < anchors.size(); ++i)
    for (std::size_t j = i + 1; j < anchors.size(); ++j)
      out.push_back(text::hash_of(anchors[i]) ^ text::hash_of(anchors[j]));
  return out;
}

bool are_neighbours(const Date& first, const Date& second) {
  if (!first.known() || !second.known()) return false;
  return first.earliest() <= second.latest() + window && second.earliest() <= first.latest() + window;
}

std::string join(const Anchors& anchors, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count && i < anchors.size(); ++i) out += (out.empty() ? "" : " ") + anchors[i];
  return out;
}

std::string reason(const text::Likeness& likeness, double of_sentence) {
  const std::string how = of_sentence == 1
                              ? "the same words"
                              : fmt::format("{:.0f} % of the sentence's words in the same order", 100 * of_sentence);
  return fmt::format("{}; {} sentences of the two documents are alike, {:.0f} % of the shorter", how,
                     likeness.pairs.size(), 100 * std::min(1.0, likeness.covered));
}

/// Which sentence of the second text says what this one of the first does; null when none.
const text::SentencePair* pair_of(const text::Likeness& likeness, std::size_t first) {
  const auto pair = std::lower_bound(likeness.pairs.begin(), likeness.pairs.end(), first,
                                     [](const auto& one, std::size_t index) { return one.first < index; });
  return pair == likeness.pairs.end() || pair->first != first ? nullptr : &*pair;
}

}  // namespace

const text::Outline& CopyLinker::Known::outlined() {
  if (!outline) outline = text::outline_of(text);
  return *outline;
}

std::vector<Link> CopyLinker::take_in(const Document& document, const Id& id, const std::vector<FoundClaim>& claims) {
  if (claims.empty() || !document.published.known()) return {};
  const auto anchors = telling_anchors(claims);
  Known self{id, document.published, document.text, {}, {}};
  for (const FoundClaim& claim : claims)
    self.claims.push_back({claim.id, claim.claim.span,
                           claim.readings.empty() ? std::nullopt : std::optional(claim.readings.front().kind)});
  std::vector<Link> links;
  const std::set<std::size_t> near = find_recent(self, anchors);
  for (const std::size_t index : near) add_links(self, recent_[index], links);
  for (const Id& stored : find_stored(self, anchors, most_compared - near.size()))
    if (auto other = load(stored)) add_links(self, *other, links);
  remember(std::move(self), anchors);
  return links;
}

void CopyLinker::forget() {
  recent_.clear();
  recent_by_anchors_.clear();
}

void CopyLinker::remember(Known document, const std::vector<Anchors>& anchors) {
  const std::size_t index = recent_.size();
  for (const Anchors& words : anchors)
    for (const std::uint64_t key : pair_keys(words)) {
      auto& there = recent_by_anchors_[key];
      if (there.empty() || there.back() != index) there.push_back(index);
    }
  recent_.push_back(std::move(document));
}

std::set<std::size_t> CopyLinker::find_recent(const Known& self, const std::vector<Anchors>& anchors) const {
  std::set<std::size_t> near;
  for (const Anchors& words : anchors)
    for (const std::uint64_t key : pair_keys(words))
      if (const auto found = recent_by_anchors_.find(key); found != recent_by_anchors_.end())
        for (const std::size_t other : found->second)
          if (near.size() < most_compared && are_neighbours(self.published, recent_[other].published))
            near.insert(other);
  return near;
}

std::vector<Id> CopyLinker::find_stored(const Known& self, const std::vector<Anchors>& anchors, std::size_t most) {
  if (most == 0) return {};
  std::map<Id, std::size_t> hits;
  ClaimFilter filter;
  filter.said_from = self.published.earliest() - window;
  filter.said_until = self.published.latest() + window;
  filter.limit = most_hits;
  for (const Anchors& words : anchors) {
    filter.text = join(words, searched_anchors);
    store_.claims(filter, [&](const ClaimRow& row) {
      if (row.claim.document != self.id) ++hits[row.claim.document];
      return true;
    });
  }
  std::vector<Id> out;
  for (const auto& [other, n] : hits) out.push_back(other);
  std::stable_sort(out.begin(), out.end(), [&](const Id& a, const Id& b) { return hits[a] > hits[b]; });
  if (out.size() > most) out.resize(most);
  return out;
}

std::optional<CopyLinker::Known> CopyLinker::load(const Id& id) {
  auto document = store_.document(id);
  if (!document) return std::nullopt;
  Known known{id, document->published, std::move(document->text), {}, {}};
  ClaimFilter filter;
  filter.document = id.hex();
  store_.claims(filter, [&](const ClaimRow& row) {
    known.claims.push_back({row.id, row.claim.span, row.reading ? std::optional(row.reading->kind) : std::nullopt});
    return true;
  });
  return known;
}

void CopyLinker::add_links(Known& own, Known& other, std::vector<Link>& links) {
  const text::Outline& mine = own.outlined();
  const text::Outline& theirs = other.outlined();
  const text::Likeness likeness = text::compare(mine, theirs);
  if (!likeness.is_copy()) return;
  const bool own_is_later = own.published.latest() >= other.published.latest();
  std::set<Id> taken;
  for (const Utterance& claim : own.claims) {
    const text::SentencePair* pair = pair_of(likeness, mine.sentence_of(claim.span));
    if (pair == nullptr) continue;
    const auto there = std::find_if(other.claims.begin(), other.claims.end(), [&](const Utterance& one) {
      const bool kinds_fit = !claim.kind || !one.kind || *claim.kind == *one.kind;
      return kinds_fit && theirs.sentence_of(one.span) == pair->second && taken.count(one.id) == 0;
    });
    if (there == other.claims.end()) continue;
    taken.insert(there->id);
    links.push_back({own_is_later ? claim.id : there->id, own_is_later ? there->id : claim.id, LinkKind::copies,
                     pair->likeness == 1, pair->likeness, reason(likeness, pair->likeness), maker()});
  }
}

}  // namespace avow
