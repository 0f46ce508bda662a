#include "text/names.hpp"

#include <algorithm>
#include <map>

namespace avow::text {
namespace {

constexpr std::size_t max_name_tokens = 14;

bool initial_at(const Tokens& tokens, std::size_t i) {
  return tokens.is_word(i) && tokens[i].capital && tokens[i].end - tokens[i].begin <= 2 && tokens.is_mark(i + 1, '.') &&
         tokens[i + 1].glued;
}

/// One past the run of capitalised words that begins at `i`: titles, initials, particles, hyphens.
std::size_t run_end(const Tokens& tokens, std::size_t i) {
  std::size_t end = i;
  std::size_t at = i;
  while (at < i + max_name_tokens) {
    if (at > i && tokens[at].newlines > 0) break;
    const Token& token = tokens[at];
    if (token.kind == TokenKind::word && token.capital) {
      const bool closes = tokens.has(at, function_word | month_name | weekday_name) && !initial_at(tokens, at) &&
                          !tokens.has(at, month_ambiguous | title_word);
      if (closes) break;
      end = ++at;
      const bool dotted =
          tokens.is_mark(at, '.') && tokens[at].glued && tokens.has(at - 1, hard_abbreviation | title_word);
      if ((dotted || initial_at(tokens, at - 1)) && tokens.is_word(at + 1) && tokens[at + 1].capital) ++at;
    } else if (tokens.has(at, name_particle) && at > i && tokens.is_word(at)) {
      ++at;
    } else if (token.mark == '-' && token.glued && tokens[at + 1].glued && at > i) {
      ++at;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace

std::string one_line(const Tokens& tokens, TokenRange range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin && !tokens[i].glued) out += ' ';
    out += tokens.view(i);
  }
  return out;
}

Names::Names(const Tokens& tokens, const std::vector<Mention>& mentions) : tokens_(tokens) {
  std::size_t mention = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    if (!tokens.is_word(i) || !tokens[i].capital) {
      ++i;
      continue;
    }
    const std::size_t end = run_end(tokens, i);
    if (end > i) add({i, end}, mentions, mention);
    i = std::max(end, i + 1);
  }
}

std::size_t Names::bare_begin(TokenRange range) const {
  std::size_t bare = range.begin;
  for (std::size_t i = range.begin; i + 1 < range.end; ++i)
    if (tokens_.has(i, title_word) || (tokens_.has(i, not_person) && i + 2 < range.end)) bare = i + 1;
  while (bare + 1 < range.end && (tokens_.is_mark(bare, '.') || tokens_.is_mark(bare, '-'))) ++bare;
  return bare;
}

void Names::add(TokenRange range, const std::vector<Mention>& mentions, std::size_t& mention) {
  const std::uint32_t begin = tokens_[range.begin].begin;
  const std::uint32_t end = tokens_[range.end - 1].end;
  if (tokens_.has(range.end - 1, not_person | title_word)) return;
  NameUse use{range, bare_begin(range), tokens_[range.end - 1].hash, false};
  while (mention < mentions.size() && mentions[mention].span.end <= begin) ++mention;
  for (std::size_t m = mention; m < mentions.size() && mentions[m].span.begin < end; ++m)
    if (mentions[m].kind == MentionKind::entity && mentions[m].span.end == end &&
        mentions[m].span.begin > tokens_[use.bare].begin)
      use.bare = tokens_.at_or_after(mentions[m].span.begin);
  std::size_t words = 0;
  for (std::size_t i = use.bare; i < range.end; ++i) words += tokens_.is_word(i) && tokens_[i].capital;
  use.full = words >= 2 && words <= 4 && !tokens_.has(use.bare, not_person);
  if (use.full) full_[use.key].push_back(static_cast<std::uint32_t>(uses_.size()));
  uses_.push_back(use);
}

std::string Names::plain(TokenRange range) const {
  return one_line(tokens_, {bare_begin(range), range.end});
}

/// A full form agrees with a use of two words or more when the first names are the same; a last name agrees always.
bool Names::agrees(const NameUse& use, TokenRange range) const {
  const std::size_t bare = bare_begin(range);
  if (range.end - bare < 2) return true;
  for (std::size_t i = use.bare; i + 1 < use.tokens.end; ++i)
    if (tokens_[i].hash == tokens_[bare].hash) return true;
  for (std::size_t i = bare; i + 1 < range.end; ++i)
    if (tokens_[i].hash == tokens_[use.bare].hash) return true;
  return false;
}

/// Whether the longer name ends in the shorter: "Eva Maria Oak" holds "Maria Oak".
bool Names::holds(const NameUse& longer, const NameUse& shorter) const {
  const std::size_t size = shorter.tokens.end - shorter.bare;
  if (longer.tokens.end - longer.bare <= size) return false;
  for (std::size_t n = 1; n <= size; ++n)
    if (tokens_[longer.tokens.end - n].hash != tokens_[shorter.tokens.end - n].hash) return false;
  return true;
}

std::string Names::fullest(TokenRange range) const {
  const auto found = full_.find(tokens_[range.end - 1].hash);
  if (found == full_.end()) return plain(range);
  std::map<std::string, std::size_t> counts;
  const NameUse* before = nullptr;
  std::size_t looked_at = 0;
  for (const std::uint32_t index : found->second) {
    const NameUse& use = uses_[index];
    if (++looked_at > 200) break;
    if (!agrees(use, range)) continue;
    const bool shouted = tokens_[use.bare].all_caps;
    const bool shorter = before != nullptr && holds(*before, use);
    if (use.tokens.begin < range.end && !shorter && (before == nullptr || !shouted)) before = &use;
    counts[one_line(tokens_, {use.bare, use.tokens.end})] += shouted ? 1 : 2;
  }
  if (before != nullptr && !tokens_[before->bare].all_caps)
    return one_line(tokens_, {before->bare, before->tokens.end});
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? plain(range) : best->first;
}

}  // namespace avow::text
