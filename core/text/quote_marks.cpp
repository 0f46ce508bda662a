#include "text/quote_marks.hpp"

#include <algorithm>
#include <cstdint>

namespace avow::text {
namespace {

enum class Side : std::uint8_t { none, open, close };

/// Marks that make one quotation mark at `i`: two for ''so'' and ``so'', as wire texts write it; 0 for none.
std::size_t width_at(const Tokens& tokens, std::size_t i) {
  if (tokens[i].kind != TokenKind::mark) return 0;
  const char32_t mark = tokens[i].mark;
  if (mark != '\'' && mark != '`') return 1;
  return tokens.is_mark(i + 1, mark) && tokens[i + 1].glued ? 2 : 1;
}

/// Which side a mark of this width quotes on; a straight one opens when it leans on what follows only.
Side side_of(const Tokens& tokens, std::size_t i, std::size_t width, bool inside, bool single) {
  const char32_t mark = tokens[i].mark;
  if (is_opening_quote(mark)) return Side::open;
  if (is_closing_quote(mark)) return Side::close;
  if (mark == '"' || width == 2) {
    const Token& next = tokens[i + width];
    const bool leans_on = next.glued && next.kind != TokenKind::end;
    const bool leans_back = tokens[i].glued && !tokens.is_mark(i - 1, '(') && !is_dash(tokens[i - 1].mark);
    if (leans_on != leans_back) return leans_on ? Side::open : Side::close;
    return inside ? Side::close : Side::open;
  }
  if (!single) return Side::none;
  if (mark == 0x2018 && !tokens[i].glued && tokens[i + 1].glued) return Side::open;
  return mark == 0x2019 && inside && tokens[i].glued && !(tokens[i + 1].glued && tokens.is_word(i + 1)) ? Side::close
                                                                                                        : Side::none;
}

/// Whether the text quotes in single curly marks only, as British papers do.
bool quotes_in_single_marks(const Tokens& tokens) {
  bool single = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const char32_t mark = tokens[i].mark;
    if (is_opening_quote(mark) || mark == '"') return false;
    single = single || mark == 0x2018;
  }
  return single;
}

}  // namespace

std::vector<Quote> find_quotes(const Tokens& tokens, const Layout& layout) {
  std::vector<Quote> out;
  const bool single = quotes_in_single_marks(tokens);
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t open = none;
  std::size_t chain = 0;
  bool continues = false;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end, std::size_t last) {
    out.push_back({open, last, begin, end, continues ? chain : ++chain, false, false});
    open = none;
  };
  for (std::size_t i = 0, width = 0; i < tokens.size(); i += std::max<std::size_t>(width, 1)) {
    width = width_at(tokens, i);
    const bool block = layout.begins_block(i);
    const bool was_open = open != none;
    if (block && was_open) close(i, i);
    const Side side = width > 0 ? side_of(tokens, i, width, open != none, single) : Side::none;
    if (block) continues = was_open && side == Side::open;
    if (side == Side::open && open == none) {
      if (!block) continues = false;
      open = i;
      begin = i + width;
    } else if (side == Side::close && open != none) {
      close(i, i + width - 1);
      continues = false;
    }
  }
  if (open != none) close(tokens.size(), tokens.size());
  return out;
}

}  // namespace avow::text
