#pragma once

#include <optional>

#include "promises.hpp"
#include "tokens.hpp"

/// The forms in which a promise is made, each read in a file of its own, and what their grammars share.
namespace avow::pledge {

using detect::any_of;
using detect::Tokens;
using detect::Word;
using detect::Words;

/// The promise that the word at `at` makes in this form, without those of its verbs after the first; nullopt when it
/// makes none. read_will and read_noun are asked of words that begin such a phrase.
std::optional<Promise> read_will(const Tokens& tokens, int at);
std::optional<Promise> read_verb(const Tokens& tokens, int at);
std::optional<Promise> read_expectation(const Tokens& tokens, int at);
std::optional<Promise> read_noun(const Tokens& tokens, int at);

/// What is no verb where a verb is looked for, and what makes a noun of the word after it.
inline constexpr Words no_verb =
    any_of(Word::determiner, Word::preposition, Word::conjunction, Word::to, Word::own_possessive,
           Word::other_possessive, Word::relative, Word::that, Word::condition, Word::will);
inline constexpr Words noun_before =
    any_of(Word::determiner, Word::own_possessive, Word::other_possessive, Word::strong);
inline constexpr int near = 4;       // words between a verb and its "to": "promised the people to"
inline constexpr int far_away = 24;  // "agreed at their meeting in ... on Friday to"

/// Whether the "would" at `at` tells what was promised, as it does only after a verb of saying, with nothing but its
/// addressee, its time and "that" before the clause: "said on Monday that the town would", not "it would be safer".
bool told_before(const Tokens& tokens, int at);

/// The "to" of an infinitive after a verb that takes one; -1 when there is none within reach.
int infinitive_after(const Tokens& tokens, int at, int reach);

}  // namespace avow::pledge
