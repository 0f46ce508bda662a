#include "text/ages.hpp"

namespace avow::text {
namespace {

constexpr std::size_t most_between = 8;  ///< tokens from "life expectancy" to its figure

}  // namespace

bool is_life_expectancy(const Tokens& tokens, std::size_t i) {
  for (std::size_t back = 2; back <= most_between && !tokens.is_mark(i - back, '.'); ++back)
    if (tokens.is(i - back, "expectancy") && tokens.is(i - back - 1, "life")) return true;
  return false;
}

bool is_age_of_expectancy(const Tokens& tokens, std::size_t i) {
  std::size_t at = i;
  if (tokens.is_any(at - 1, {"age", "aged"})) --at;
  return tokens.is(at - 1, "at") && tokens.is(at - 2, "expectancy");
}

bool is_age(const Tokens& tokens, std::size_t i) {
  if (tokens.is_any(i - 1, {"aged", "ages", "age"})) return true;
  if (tokens.is_any(i - 1, {"of", "to"}) && tokens.is_any(i - 2, {"age", "ages"})) return true;
  if (tokens.is_any(i - 1, {"was", "is"}) && tokens.is_any(i - 2, {"who", "he", "she", "i"})) return true;
  if (tokens.is(i - 1, "at") && tokens.is_any(i - 2, {"dies", "died", "dead", "retired", "married"})) return true;
  const bool commas = tokens.is_mark(i - 1, ',') && tokens.is_mark(i + 1, ',') && tokens[i + 1].glued;
  return commas && tokens[i - 2].capital && tokens.view(i).size() == 2 && !tokens.has(i - 2, month_name);
}

}  // namespace avow::text
