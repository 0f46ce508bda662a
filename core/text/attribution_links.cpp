#include <algorithm>

#include "text/attribution_tagger.hpp"

namespace avow::text {
namespace {

constexpr std::size_t beside = 3;    ///< tokens between a cue and the source right after it at most
constexpr std::size_t far_off = 60;  ///< tokens between a cue and what goes on from it in a later sentence at most

class Linker {
 public:
  Linker(const std::vector<RoleSpan>& roles, const std::vector<TokenRange>& sentences)
      : roles_(roles), sentences_(sentences), owner_(roles.size(), none) {}

  std::vector<LinkedAttribution> run() {
    for (std::size_t r = 0; r < roles_.size(); ++r)
      if (roles_[r].role == cue_begins) {
        cues_.push_back(r);
        out_.push_back({{}, roles_[r].tokens, {}});
      }
    for (std::size_t c = 0; c < cues_.size(); ++c) take_source(c);
    for (std::size_t c = 0; c < cues_.size(); ++c) share_source(c);
    for (std::size_t r = 0; r < roles_.size(); ++r)
      if (roles_[r].role == content_begins) take_content(r);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t sentence(std::size_t token) const {
    const auto after = std::partition_point(sentences_.begin(), sentences_.end(),
                                            [&](const TokenRange& one) { return one.end <= token; });
    return static_cast<std::size_t>(after - sentences_.begin());
  }
  bool same_sentence(std::size_t a, std::size_t b) const { return sentence(a) == sentence(b); }

  /// The source between the cue and the one before it, nearest first; else one right after the cue.
  void take_source(std::size_t c) {
    const std::size_t cue = cues_[c];
    const std::size_t next = cue + 1;
    const std::size_t at = roles_[cue].tokens.begin;
    std::size_t found = none;
    for (std::size_t r = cue; r-- > 0 && roles_[r].role != cue_begins;)
      if (roles_[r].role == source_begins && owner_[r] == none && same_sentence(roles_[r].tokens.begin, at)) {
        found = r;
        break;
      }
    const bool follows = next < roles_.size() && roles_[next].role == source_begins &&
                         roles_[next].tokens.begin <= roles_[cue].tokens.end + beside;
    const bool leads_on = follows && next + 1 < roles_.size() && roles_[next + 1].role == cue_begins &&
                          roles_[next + 1].tokens.begin <= roles_[next].tokens.end + 1;
    if (follows && found == none && !leads_on) found = next;
    if (found == none) return;
    owner_[found] = c;
    out_[c].source = roles_[found].tokens;
  }

  /// "X criticised ..., saying ...": a cue without a source has the one of the cue before it in the sentence.
  void share_source(std::size_t c) {
    if (!out_[c].source.empty() || c == 0 || out_[c - 1].source.empty()) return;
    if (same_sentence(out_[c - 1].cue.begin, out_[c].cue.begin)) out_[c].source = out_[c - 1].source;
  }

  std::size_t cue_before(std::size_t r) const {
    const auto after = std::lower_bound(cues_.begin(), cues_.end(), r);
    return after == cues_.begin() ? none : static_cast<std::size_t>(after - cues_.begin()) - 1;
  }

  /// A content belongs to the cue before it in its sentence, else to the one after it there, else it goes on with what
  /// was said last: '"...," X said. "..."'.
  void take_content(std::size_t r) {
    const TokenRange tokens = roles_[r].tokens;
    const std::size_t before = cue_before(r);
    const std::size_t after = before == none ? 0 : before + 1;
    const bool near = before != none && same_sentence(out_[before].cue.begin, tokens.begin);
    const bool ahead = after < out_.size() && same_sentence(out_[after].cue.begin, tokens.end - 1);
    std::size_t owner = none;
    if (near && !(ahead && leads_to(r, after) && !out_[before].contents.empty())) owner = before;
    if (owner == none && ahead) owner = after;
    if (owner == none && before != none && tokens.begin <= out_[before].cue.end + far_off + said(before))
      owner = before;
    if (owner != none) out_[owner].contents.push_back(tokens);
  }
  /// Whether nothing but the source stands between the content and the cue.
  bool leads_to(std::size_t r, std::size_t c) const {
    for (std::size_t i = r + 1; i < cues_[c]; ++i)
      if (roles_[i].role != source_begins) return false;
    return true;
  }
  std::size_t said(std::size_t c) const {
    std::size_t sum = 0;
    for (const TokenRange& one : out_[c].contents) sum += one.end - one.begin;
    return sum;
  }

  const std::vector<RoleSpan>& roles_;
  const std::vector<TokenRange>& sentences_;
  std::vector<std::size_t> owner_;  ///< by role: the cue that took a source
  std::vector<std::size_t> cues_;   ///< roles that are cues
  std::vector<LinkedAttribution> out_;
};

}  // namespace

std::vector<LinkedAttribution> link_roles(const std::vector<RoleSpan>& roles,
                                          const std::vector<TokenRange>& sentences) {
  return Linker(roles, sentences).run();
}

}  // namespace avow::text
