#include "text/gazetteer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/gazetteer_tokens.hpp"
#include "text/tokens.hpp"

namespace avow {
namespace {

using text::Token;
using text::TokenKind;
using text::Tokens;

constexpr std::size_t max_phrase_tokens = 24;  ///< longer names and phrases are not looked for

/// Curly apostrophes and dashes meet their straight forms.
std::uint64_t edge_hash(const Token& token) {
  if (token.kind == TokenKind::possessive) return text::hash_of("'s");
  if (token.mark == 0x2019) return text::hash_of("'");
  if (text::is_dash(token.mark)) return text::hash_of("-");
  return token.hash;
}

struct Phrase {
  std::string text;  ///< as the vocabulary writes it, blanks single
  std::string code;
  MentionKind kind = MentionKind::entity;
  bool person = false;
  bool primary = false;    ///< an entity's name, not an alias
  bool ambiguous = false;  ///< another entity has as good a claim to it
};

bool same_letters(char a, char b, bool any_case) {
  return a == b || (any_case && text::lower(a) == text::lower(b));
}

/// The edges of a trie by 64 bits made of a node and a word, to the node they lead to. Open addressing: nearly every word
/// of a text is looked up, and nearly none is there.
class Edges {
 public:
  /// 0 when there is none; no edge leads to the root.
  std::uint32_t find(std::uint64_t key) const { return slots_[place(key)].node; }
  void add(std::uint64_t key, std::uint32_t node) {
    if (++count_ * 4 > slots_.size()) grow();
    slots_[place(key)] = {key, node};
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t node = 0;  ///< 0: free
  };
  std::size_t place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = ((key * 0x9E3779B97F4A7C15ULL) >> 32) & mask;
    while (slots_[at].node != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : before)
      if (slot.node != 0) slots_[place(slot.key)] = slot;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(64);  ///< a power of two, at most a quarter full
  std::size_t count_ = 0;
};

}  // namespace

struct Gazetteer::Impl {
  struct Node {
    std::uint32_t entity = 0;  ///< index + 1 of the phrase that ends here
    std::uint32_t measure = 0;
  };

  void add(Phrase phrase) {
    if (phrase.text.empty() || phrase.code.empty()) return;
    const Tokens tokens(phrase.text);
    if (tokens.size() == 0 || tokens.size() > max_phrase_tokens) return;
    std::uint32_t node = 0;
    first[first_bit(tokens[0]) / 64] |= std::uint64_t{1} << (first_bit(tokens[0]) % 64);
    for (std::size_t i = 0; i < tokens.size(); ++i) node = child(node, edge_hash(tokens[i]));
    std::uint32_t& end = phrase.kind == MentionKind::entity ? nodes[node].entity : nodes[node].measure;
    if (end == 0) {
      phrases.push_back(std::move(phrase));
      end = static_cast<std::uint32_t>(phrases.size());
      return;
    }
    claim(phrases[end - 1], phrase);
  }

  /// Two vocabularies entries with one name: a name outranks an alias, equals leave it ambiguous. Names that differ in
  /// case only ("US", "us") share the end of their path; the first keeps it.
  static void claim(Phrase& known, Phrase& other) {
    if (known.code == other.code || known.kind == MentionKind::measure || known.text != other.text) return;
    if (known.primary == other.primary) {
      known.ambiguous = true;
    } else if (other.primary) {
      known = std::move(other);
    }
  }

  std::uint32_t child(std::uint32_t node, std::uint64_t hash) {
    const std::uint64_t edge = key(node, hash);
    if (const std::uint32_t known = edges.find(edge)) return known;
    const auto added = static_cast<std::uint32_t>(nodes.size());
    edges.add(edge, added);
    nodes.emplace_back();
    return added;
  }
  static std::uint64_t key(std::uint32_t node, std::uint64_t hash) {
    return hash ^ ((node + 1) * 0x9E3779B97F4A7C15ULL);
  }

  /// Whether tokens [begin, end) read as the phrase does, so that no collision of hashes makes a mention. Entities keep
  /// their capitals, but for a first letter that only begins a sentence ("The Allies").
  static bool reads_as(const Tokens& tokens, std::size_t begin, std::size_t end, const Phrase& phrase, bool any_case) {
    const Tokens own(phrase.text);
    if (own.size() != end - begin) return false;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (own[i].kind != tokens[begin + i].kind) return false;
      if (own[i].kind == TokenKind::possessive || own[i].kind == TokenKind::mark) continue;
      const std::string_view a = own.view(i);
      const std::string_view b = tokens.view(begin + i);
      if (a.size() != b.size()) return false;
      const bool free_case = any_case || phrase.kind == MentionKind::measure;
      for (std::size_t c = 0; c < a.size(); ++c)
        if (!same_letters(a[c], b[c], free_case || (i == 0 && c == 0 && own[i].word->classes & text::determiner)))
          return false;
    }
    return true;
  }

  struct Match {
    std::size_t end = 0;
    const Phrase* phrase = nullptr;
  };
  /// The longest entity and the longest measure that begin at token `i`.
  void match(const Tokens& tokens, std::size_t i, bool any_case, Match& entity, Match& measure) const {
    if ((first[first_bit(tokens[i]) / 64] >> (first_bit(tokens[i]) % 64) & 1) == 0) return;
    std::uint32_t node = 0;
    for (std::size_t at = i; at < tokens.size() && at < i + max_phrase_tokens; ++at) {
      if (at > i && tokens[at].newlines > 1) return;
      node = edges.find(key(node, edge_hash(tokens[at])));
      if (node == 0) return;
      if (const Phrase* phrase = phrase_at(nodes[node].entity, tokens, i, at + 1, any_case)) entity = {at + 1, phrase};
      if (const Phrase* phrase = phrase_at(nodes[node].measure, tokens, i, at + 1, any_case))
        measure = {at + 1, phrase};
    }
  }
  const Phrase* phrase_at(std::uint32_t index, const Tokens& tokens, std::size_t i, std::size_t end,
                          bool any_case) const {
    if (index == 0 || phrases[index - 1].ambiguous) return nullptr;
    return reads_as(tokens, i, end, phrases[index - 1], any_case) ? &phrases[index - 1] : nullptr;
  }

  /// Most tokens begin no phrase: a bit a hash says so without a look into the table.
  static std::size_t first_bit(const Token& token) { return (edge_hash(token) >> 13) % first_bits; }
  static constexpr std::size_t first_bits = 1 << 18;

  std::vector<std::uint64_t> first = std::vector<std::uint64_t>(first_bits / 64);
  std::vector<Node> nodes = std::vector<Node>(1);
  Edges edges;
  std::vector<Phrase> phrases;
};

Gazetteer::Gazetteer() : impl_(std::make_unique<Impl>()) {}

Gazetteer::Gazetteer(const std::vector<Entity>& entities, const std::vector<Indicator>& indicators) : Gazetteer() {
  for (const Entity& entity : entities) {
    const bool person = entity.kind == EntityKind::person;
    impl_->add({entity.name, entity.code, MentionKind::entity, person, true, false});
    for (const std::string& alias : entity.aliases)
      impl_->add({alias, entity.code, MentionKind::entity, person, false, false});
  }
  for (const Indicator& indicator : indicators) {
    impl_->add({indicator.measure, indicator.measure, MentionKind::measure, false, true, false});
    for (const std::string& phrase : indicator.phrases)
      impl_->add({phrase, indicator.measure, MentionKind::measure, false, false, false});
  }
}

Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

std::vector<Mention> find_mentions(const Gazetteer& gazetteer, const Tokens& tokens) {
  std::vector<Mention> out;
  const Gazetteer::Impl& impl = *gazetteer.impl_;
  if (impl.phrases.empty()) return out;
  std::size_t next_entity = 0;
  std::size_t next_measure = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Gazetteer::Impl::Match entity;
    Gazetteer::Impl::Match measure;
    impl.match(tokens, i, false, entity, measure);
    const std::size_t entity_end = entity.end;
    for (const auto& [found, next] : {std::pair(entity, &next_entity), std::pair(measure, &next_measure)}) {
      if (found.phrase == nullptr || i < *next) continue;
      out.push_back({{tokens[i].begin, tokens[found.end - 1].end}, found.phrase->kind, found.phrase->code});
      *next = found.end;
    }
    if (entity_end < measure.end && out.size() > 1 && out.back().span.begin == out[out.size() - 2].span.begin)
      std::swap(out.back(), out[out.size() - 2]);
  }
  return out;
}

std::vector<Mention> Gazetteer::find(std::string_view text) const {
  return find_mentions(*this, Tokens(text));
}

std::string Gazetteer::entity_named(std::string_view name) const {
  const Tokens tokens(name);
  const bool any_case = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  std::size_t begin = 0;
  while (tokens.is(begin, "the")) ++begin;
  std::size_t end = tokens.size();
  while (end > begin && tokens[end - 1].kind == TokenKind::possessive) --end;
  std::string person;
  bool two = false;
  for (std::size_t i = 0; i < end; ++i) {
    Impl::Match entity;
    Impl::Match measure;
    impl_->match(tokens, i, any_case, entity, measure);
    if (entity.phrase == nullptr) continue;
    if (i <= begin && entity.end == end) return entity.phrase->code;
    bool only_titles = entity.end == end;
    for (std::size_t t = begin; t < i && only_titles; ++t)
      only_titles = tokens.has(t, text::title_word) || tokens.is_mark(t, '.');
    if (only_titles) return entity.phrase->code;
    if (entity.phrase->person && tokens[entity.end].kind != TokenKind::possessive) {
      two = two || (!person.empty() && person != entity.phrase->code);
      person = entity.phrase->code;
    }
    i = entity.end - 1;
  }
  return two ? std::string() : person;
}

}  // namespace avow
