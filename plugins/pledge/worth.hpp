#pragma once

#include "avow/sdk.hpp"
#include "held.hpp"
#include "tokens.hpp"

/// What is made of a promise once it is known whose it is.
namespace avow::pledge {

/// What the speaker's side will do is a pledge; what befalls it, or is said of others, is a forecast.
bool is_pledge(const detect::Tokens& tokens, const Held& held);

/// Leaves out what only looks like a promise: talk about the talk itself, wishes of others, hearsay about opponents.
/// `spoken_for`: the whole document is one speaker's words.
bool worth_telling(const detect::Tokens& tokens, const Held& held, const sdk::Target& target, bool spoken_for);

/// The sum of weights (scores.hpp) of what is said, within [weight::least, weight::most].
double score(const detect::Tokens& tokens, const Held& held, const sdk::Target& target, bool pledge);

}  // namespace avow::pledge
