#include <algorithm>

#include "text/sources.hpp"

// Who a source is: the name behind a pronoun, a surname or "the minister".
namespace avow::text {
namespace {

constexpr std::size_t names_looked_at = 60;

}  // namespace

/// The words that name a source, without what explains them: of "the mayor, Eva Elm," and of "Eva Elm, the mayor," the
/// name, else what stands before the first comma.
TokenRange Sources::head_of(TokenRange source) const {
  const auto& uses = names_.uses();
  TokenRange head{source.begin, source.begin};
  TokenRange part = head;
  for (std::size_t i = source.begin; i <= source.end; ++i) {
    if (i < source.end && !tokens_.is_mark(i, ',') && !tokens_.is_mark(i, '(') && !tokens_.is(i, "who")) continue;
    part.end = i;
    if (head.empty()) head = part;
    const auto use = std::lower_bound(uses.begin(), uses.end(), part.begin,
                                      [](const NameUse& known, std::size_t at) { return known.tokens.begin < at; });
    if (use != uses.end() && use->full && use->tokens.begin == part.begin && use->tokens.end == part.end) return part;
    part = {i + 1, i + 1};
  }
  return head;
}

std::string Sources::name_of(TokenRange group) const {
  if (group.end - group.begin == 1 && tokens_.has(group.begin, person_pronoun)) return subject_;
  if (group.end - group.begin == 1 && tokens_.has(group.begin, other_pronoun)) return body_;
  const auto& uses = names_.uses();
  const auto from = std::lower_bound(uses.begin(), uses.end(), group.begin,
                                     [](const NameUse& use, std::size_t at) { return use.tokens.begin < at; });
  const NameUse* last = nullptr;
  for (auto use = from; use != uses.end() && use->tokens.end <= group.end; ++use) last = &*use;
  if (last == nullptr || last->tokens.end != group.end) return described(group);
  for (std::size_t i = group.begin; i < last->tokens.begin; ++i)
    if (tokens_[i].kind != TokenKind::possessive && (tokens_.is(i, "of") || tokens_.is(i, "for")))
      return described(group);
  return names_.fullest(last->tokens);
}

/// "the minister": the last person named with that role; else the words themselves.
std::string Sources::described(TokenRange group) const {
  if (group.end - group.begin <= 4 && tokens_.is(group.begin, "the")) {
    const auto& uses = names_.uses();
    auto use = std::lower_bound(uses.begin(), uses.end(), group.begin,
                                [](const NameUse& known, std::size_t at) { return known.tokens.begin < at; });
    for (std::size_t n = 0; n < names_looked_at && use != uses.begin(); ++n) {
      --use;
      if (plays_role(*use, tokens_[group.end - 1].hash)) return names_.fullest(use->tokens);
    }
  }
  if (tokens_.is_any(group.begin, {"the", "a", "an"})) ++group.begin;
  return one_line(tokens_, group);
}

/// The role stands before the name ("Finance Minister Anna Oak") or after it ("Anna Oak, the finance minister,").
bool Sources::plays_role(const NameUse& use, std::uint64_t noun) const {
  if (!use.full) return false;
  const std::size_t begin = use.bare > 4 ? use.bare - 4 : 0;
  for (std::size_t i = use.bare; i-- > begin && tokens_.is_word(i) && !tokens_.has(i, function_word);)
    if (tokens_[i].hash == noun) return true;
  if (!tokens_.is_mark(use.tokens.end, ',')) return false;
  for (std::size_t i = use.tokens.end + 1; i < use.tokens.end + 9 && !tokens_.is_mark(i, ','); ++i)
    if (tokens_[i].hash == noun) return true;
  return false;
}

void Sources::pass(TokenRange sentence) {
  const auto& uses = names_.uses();
  const NameUse* first = nullptr;
  for (; next_use_ < uses.size() && uses[next_use_].tokens.begin < sentence.end; ++next_use_)
    if (first == nullptr && uses[next_use_].tokens.begin >= sentence.begin) first = &uses[next_use_];
  if (first != nullptr && !spoke_ && tokens_[first->tokens.end].kind != TokenKind::possessive) {
    std::string name = names_.fullest(first->tokens);
    if (first->full || name.find(' ') != std::string::npos) subject_ = std::move(name);
  }
  spoke_ = false;
}

void Sources::spoke(const Attribution& attribution) {
  spoke_ = true;
  if (attribution.name.empty() || attribution.source.empty()) return;
  const auto& uses = names_.uses();
  const std::size_t last = attribution.head.end - 1;
  const bool pronoun = tokens_.has(attribution.head.begin, person_pronoun);
  const auto use = std::lower_bound(uses.begin(), uses.end(), attribution.head.begin,
                                    [](const NameUse& known, std::size_t at) { return known.tokens.begin < at; });
  const bool named = use != uses.end() && use->tokens.end <= attribution.head.end && use->tokens.end > last;
  const bool person = pronoun || (named && attribution.name.find(' ') != std::string::npos);
  (person && !tokens_.has(last, not_person) ? subject_ : body_) = attribution.name;
}

}  // namespace avow::text
