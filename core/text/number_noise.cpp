#include "text/number_noise.hpp"

#include "text/nouns.hpp"
#include "text/units.hpp"

namespace avow::text {
namespace {

bool is_mark_of_amount(char32_t mark) {
  return mark == '%' || mark == '-' || mark == 0xB0 || !currency_of(mark).empty();
}

/// "iPhone", "eBay": written as a name, whatever its first letter.
bool is_name_like(const Tokens& tokens, std::size_t i) {
  if (!tokens.is_word(i)) return false;
  const std::string_view word = tokens.view(i);
  return tokens[i].capital || (word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z');
}

/// "Article 5", "page 12", "No. 10".
bool is_numbered(const Tokens& tokens, std::size_t i) {
  if (tokens.has(i - 1, numbered_noun) && !tokens[i].glued && tokens[i].newlines == 0 && tokens[i - 1].capital)
    return true;
  if (tokens.is_any(i - 1, {"article", "articles", "section", "chapter", "page", "pages", "paragraph", "number",
                            "figure", "table"}) &&
      tokens[i].newlines == 0)
    return true;
  if (tokens.is_mark(i - 1, '.') && tokens[i - 1].glued && tokens.is_number(i) &&
      tokens.is_any(i - 2, {"no", "nos", "art", "sec", "para", "p", "pp", "pg", "fig"}))
    return true;
  return tokens.is_mark(i - 1, '#');
}

/// "type 2 diabetes", "in week 9": a singular noun that is numbered through, before a number without a unit. With a
/// plural after the number it may be a verb ("they page 12 doctors").
bool is_label(const Tokens& tokens, std::size_t i, const Numeral& numeral) {
  if (!tokens.is_number(i) || tokens[i].glued || tokens[i].newlines > 0 || numeral.scaled) return false;
  if (!tokens.is_word(i - 1) || tokens.has(i - 1, function_word)) return false;
  if (!tokens.is_any(
          i - 1, {"type",  "season",  "episode", "round",    "game",     "week",     "tier",    "stage",     "phase",
                  "level", "version", "grade",   "part",     "channel",  "day",      "volume",  "gate",      "room",
                  "route", "step",    "group",   "class",    "size",     "act",      "section", "chapter",   "lane",
                  "ward",  "line",    "pier",    "terminal", "category", "division", "highway", "interstate"}))
    return false;
  if (is_mark_of_amount(tokens[numeral.end].mark)) return false;
  if (!tokens.is_word(numeral.end) || tokens.has(numeral.end, function_word)) return true;
  if (tokens.has(numeral.end, unit_word | period_word | currency_word)) return false;
  const bool sort = tokens.is_any(i - 1, {"type", "tier", "stage", "phase", "level", "category"});
  return sort || !is_plural(tokens.view(numeral.end));
}

/// "A.D. 1000", "300 BC": years before those that dates are read of.
bool is_era(const Tokens& tokens, std::size_t i, std::size_t end) {
  if (tokens[i - 1].all_caps && tokens.is(i - 1, "ad")) return true;
  if (tokens[i - 1].mark == '.' && tokens[i - 1].glued && tokens.is(i - 2, "d") && tokens.is_mark(i - 3, '.') &&
      tokens.is(i - 4, "a"))
    return true;
  if (tokens[end].all_caps && tokens.is_any(end, {"bc", "ad", "bce", "ce"})) return true;
  return tokens[end].capital && tokens.is_any(end, {"a", "b"}) && tokens.is_mark(end + 1, '.') &&
         tokens.is_any(end + 2, {"d", "c"}) && tokens[end + 2].glued;
}

/// Words, hyphens and scales that only look like a number: "one-off", "k".
bool word_that_counts_nothing(const Tokens& tokens, std::size_t i, const Numeral& numeral) {
  if (is_dash(tokens[i - 1].mark) && tokens[i].glued && tokens[i - 1].glued) return true;  // "twenty-one" is read whole
  const bool bare_scale = tokens.has(i, scale_word) && tokens[i].end - tokens[i].begin > 3;
  if (bare_scale && !tokens.is_any(i, {"hundred", "thousand", "million", "billion", "trillion"})) return true;
  return numeral.words && tokens.is_any(i, {"k", "m", "b", "bn", "mn", "tn", "mln", "trn", "bln", "tln"});
}

bool is_time(const Tokens& tokens, std::size_t i, std::size_t end) {
  if (tokens.is_mark(end, ':') && tokens[end].glued && tokens.is_number(end + 1)) return true;
  if (tokens.is_any(end, {"am", "pm", "o'clock", "gmt", "a.m", "p.m"})) return true;
  const bool half_day = tokens.is_any(end, {"a", "p"}) && tokens.is_mark(end + 1, '.') && tokens.is(end + 2, "m");
  return half_day && !tokens.is_mark(i - 1, '$');
}

bool is_marker(const Tokens& tokens, std::size_t i, std::size_t end) {
  const char32_t next = tokens[end].mark;
  if (tokens.begins_line(i) && tokens[end].glued && (next == '.' || next == ')' || next == ':')) return true;
  const char32_t open = tokens[i - 1].mark;
  return (open == '[' && next == ']') || (open == '(' && next == ')');
}

/// "100 Haven Avenue", "NY 10032".
bool is_address(const Tokens& tokens, std::size_t i, std::size_t end) {
  for (std::size_t at = end; at < end + 3 && tokens[at].capital && tokens[at].newlines == 0; ++at)
    if (at > end &&
        tokens.is_any(at, {"avenue", "street", "road", "lane", "boulevard", "drive", "square", "ave", "blvd"}))
      return true;
  const std::size_t state = tokens.is_mark(i - 1, ',') ? i - 2 : i - 1;
  return tokens.view(i).size() == 5 && tokens[state].all_caps && tokens.view(state).size() == 2;
}

/// "4K television": lines of a picture, thousands of nothing.
bool is_resolution(const Tokens& tokens, std::size_t i, std::size_t end) {
  return tokens.is(end - 1, "k") && tokens[end - 1].capital && end == i + 2 &&
         (tokens.view(i) == "4" || tokens.view(i) == "8") && currency_of(tokens[i - 1].mark).empty();
}

/// "16th", "90s", but "20mph", "5m", "5G".
bool is_glued_to_word(const Tokens& tokens, std::size_t end) {
  if (!tokens[end].glued || !tokens.is_word(end)) return false;
  const bool letter = tokens[end].end - tokens[end].begin == 1;
  const std::string_view digits = tokens.view(end - 1);
  if (letter && tokens[end].capital && tokens.is(end, "g")) return digits.size() != 1 || digits < "2" || digits > "6";
  if (letter && tokens.is_any(end, {"m", "g"})) return false;
  if (letter && tokens.is_any(end, {"p", "x", "c", "f"})) return tokens.is_any(end, {"c", "f"}) && !tokens[end].capital;
  return !tokens.has(end, unit_word | currency_word | scale_word | period_word);
}

}  // namespace

bool names_something(const Tokens& tokens, std::size_t i, const Numeral& numeral) {
  if (is_numbered(tokens, i) || is_label(tokens, i, numeral)) return true;
  if (!tokens.is_number(i)) return word_that_counts_nothing(tokens, i, numeral);
  const Token& before = tokens[i - 1];
  const bool joined =
      tokens[i].glued && (is_dash(before.mark) || before.mark == '/' || before.mark == ':' || before.mark == '.');
  if (joined && before.glued && i >= 2 && tokens[i - 2].kind != TokenKind::end) return true;
  const bool address = before.mark == '_' || before.mark == '=' || before.mark == '&';
  if (before.glued && address && tokens[i].glued) return true;
  if (is_glued_to_word(tokens, numeral.end)) return true;
  if (tokens[numeral.end].glued && tokens[numeral.end].kind == TokenKind::possessive) return true;
  if (is_resolution(tokens, i, numeral.end) || is_era(tokens, i, numeral.end)) return true;
  return is_time(tokens, i, numeral.end) || is_marker(tokens, i, numeral.end) || is_address(tokens, i, numeral.end);
}

bool is_joined_number(const Tokens& tokens, std::size_t end) {
  const char32_t mark = tokens[end].mark;
  if (mark == '-' && tokens[end].glued && tokens.is(end + 1, "of") && tokens.is_mark(end + 2, '-')) return true;
  return (is_dash(mark) || mark == '/' || mark == ':') && tokens[end].glued && tokens[end + 1].glued &&
         tokens.is_number(end + 1);
}

bool is_model(const Tokens& tokens, std::size_t i) {
  if (tokens[i].glued || tokens[i].newlines > 0 || !is_name_like(tokens, i - 1)) return false;
  const Token& before = tokens[i - 2];
  const bool list_mark = before.kind == TokenKind::mark && before.newlines > 0;
  const bool begins = before.kind == TokenKind::end || before.mark == '.' || tokens[i - 1].newlines > 0 || list_mark;
  if (begins && tokens[i - 1].capital) return false;
  return !tokens.has(i - 1, function_word | month_name | weekday_name);
}

bool is_in_name(const Tokens& tokens, std::size_t i, std::size_t end) {
  if (!tokens.is_number(i) || tokens[end].newlines > 0 || tokens[end].glued || !is_name_like(tokens, end)) return false;
  if (tokens.has(end, function_word | month_name | weekday_name | currency_word | unit_word)) return false;
  for (std::size_t at = end; at < end + 4 && tokens.is_word(at) && !tokens.has(at, function_word); ++at)
    if (is_plural(tokens.view(at))) return false;  // "4 Super Tuesday states"
  return true;
}

}  // namespace avow::text
