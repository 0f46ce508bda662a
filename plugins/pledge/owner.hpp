#pragma once

#include "avow/sdk.hpp"
#include "held.hpp"
#include "lexicon.hpp"
#include "subject.hpp"
#include "tokens.hpp"

namespace avow::pledge {

/// What is known, where a promise stands, of whose words the document is.
struct Setting {
  const detect::Lexicon* lexicon = nullptr;  ///< of the document's language; not null
  bool spoken_for = false;                   ///< the whole document is one speaker's words: a manifesto, a speech
  bool own_text = false;                     ///< the document says "we" of its own: a declaration, a manifesto
  bool own_before = false;  ///< the promise before this one was made of a group of the speaker's by its name
};

/// Whether the subject is the speaker's side, by its words or by what is said of the speaker.
bool is_own(const sdk::Document& document, const detect::Tokens& tokens, const Held& held);

/// In a manifesto or a speech of government what "the government will" do, or what "will be set up", is promised too.
bool brings_about(const sdk::Document& document, const detect::Tokens& tokens, const Held& held,
                  const Setting& setting);

/// Whether the subject names somebody who can do things: an entity, "the ministry", "leaders".
bool is_agent(const sdk::Document& document, const detect::Tokens& tokens, const detect::Subject& subject);

/// "They", "you" and nothing else.
bool subject_is_pronoun(const detect::Tokens& tokens, const detect::Subject& subject);

}  // namespace avow::pledge
