#include "engine/copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "text/likeness.hpp"
#include "text/words.hpp"

namespace avow {
namespace {

constexpr std::chrono::days window{14};      ///< copies come out within days
constexpr std::size_t claims_looked_up = 4;  ///< of a document: those with the most telling words
constexpr std::size_t most_anchors = 4;      ///< of a claim
constexpr std::size_t searched_anchors = 3;  ///< that must all occur in another claim
constexpr std::size_t most_hits = 10;        ///< of a search
constexpr std::size_t most_compared = 5;     ///< documents

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

}  // namespace

void CopyLinker::forget() {
  recent_.clear();
  recent_by_anchors_.clear();
}

std::optional<CopyLinker::Other> CopyLinker::load(const Id& id) {
  auto document = store_.document(id);
  if (!document) return std::nullopt;
  Other other{id, document->published, std::move(document->text), {}};
  ClaimFilter filter;
  filter.document = id.hex();
  store_.claims(filter, [&](const ClaimRow& row) {
    other.claims.push_back({row.id, row.claim.span, row.reading ? std::optional(row.reading->kind) : std::nullopt});
    return true;
  });
  return other;
}

void CopyLinker::find_stored(const Document& document, const Id& id, const std::vector<Anchors>& anchors,
                             std::vector<Other>& out) {
  std::vector<std::pair<std::size_t, Id>> hits;
  const auto count = [&](const ClaimRow& row) {
    if (row.claim.document == id) return true;
    const auto known =
        std::find_if(hits.begin(), hits.end(), [&](auto& hit) { return hit.second == row.claim.document; });
    if (known == hits.end()) {
      hits.emplace_back(1, row.claim.document);
    } else {
      ++known->first;
    }
    return true;
  };
  ClaimFilter filter;
  filter.said_from = document.published.earliest() - window;
  filter.said_until = document.published.latest() + window;
  filter.limit = most_hits;
  for (const Anchors& words : anchors) {
    filter.text = join(words, searched_anchors);
    store_.claims(filter, count);
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](auto& a, auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (const auto& [n, other] : hits)
    if (out.size() < most_compared)
      if (auto loaded = load(other)) out.push_back(std::move(*loaded));
}

std::vector<CopyLinker::Other> CopyLinker::candidates(const Document& document, const Id& id,
                                                      const std::vector<FoundClaim>& claims) {
  const auto anchors = telling_anchors(claims);
  std::vector<Other> out;
  std::set<std::size_t> near;
  for (const Anchors& words : anchors)
    for (const std::uint64_t key : pair_keys(words))
      if (const auto found = recent_by_anchors_.find(key); found != recent_by_anchors_.end())
        for (const std::size_t other : found->second)
          if (near.size() < most_compared && are_neighbours(document.published, recent_[other].published))
            near.insert(other);
  for (const std::size_t other : near) out.push_back(recent_[other]);
  find_stored(document, id, anchors, out);
  return out;
}

std::vector<Link> CopyLinker::take_in(const Document& document, const Id& id, const std::vector<FoundClaim>& claims) {
  std::vector<Link> links;
  if (claims.empty() || !document.published.known()) return links;
  std::optional<text::Outline> own;
  Other self{id, document.published, document.text, {}};
  for (const FoundClaim& claim : claims)
    self.claims.push_back({claim.id, claim.claim.span,
                           claim.readings.empty() ? std::nullopt : std::optional(claim.readings.front().kind)});
  for (const Other& other : candidates(document, id, claims)) {
    if (!own) own = text::outline_of(document.text);
    const text::Outline theirs = text::outline_of(other.text);
    const text::Likeness likeness = text::compare(*own, theirs);
    if (!likeness.is_copy()) continue;
    const bool own_is_later = document.published.latest() >= other.published.latest();
    std::set<Id> taken;
    for (const Utterance& claim : self.claims) {
      const std::size_t sentence = own->sentence_of(claim.span);
      const auto pair = std::find_if(likeness.pairs.begin(), likeness.pairs.end(),
                                     [&](const auto& one) { return one.first == sentence; });
      if (pair == likeness.pairs.end()) continue;
      for (const Utterance& there : other.claims) {
        const bool kinds_fit = !claim.kind || !there.kind || *claim.kind == *there.kind;
        if (!kinds_fit || theirs.sentence_of(there.span) != pair->second || !taken.insert(there.id).second) continue;
        links.push_back({own_is_later ? claim.id : there.id, own_is_later ? there.id : claim.id, LinkKind::copies,
                         pair->likeness == 1, pair->likeness, reason(likeness, pair->likeness), maker()});
        break;
      }
    }
  }
  const std::size_t index = recent_.size();
  for (const Anchors& words : telling_anchors(claims))
    for (const std::uint64_t key : pair_keys(words)) {
      auto& there = recent_by_anchors_[key];
      if (there.empty() || there.back() != index) there.push_back(index);
    }
  recent_.push_back(std::move(self));
  return links;
}

}  // namespace avow
