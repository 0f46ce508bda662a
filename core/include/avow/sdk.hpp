#pragma once

#include "avow/sdk/answers.hpp"
#include "avow/sdk/claim.hpp"
#include "avow/sdk/cut_words.hpp"
#include "avow/sdk/document.hpp"
#include "avow/sdk/entry.hpp"
#include "avow/sdk/plugin.hpp"
#include "avow/sdk/words.hpp"

/// Plugins for Avow in C++20. Header only, nothing needed but the standard library; docs/plugins.md is the book to it.
///
///   #include <avow/sdk.hpp>
///   using namespace avow::sdk;
///
///   class Promises : public Detector {
///    public:
///     void detect(const Document& document, CandidateSink& sink) override {
///       for (const Sentence sentence : document.sentences()) {
///         if (!document.words(sentence.span).starts_with("I promise")) continue;
///         sink.emit({.span = sentence.span, .kind = kind::pledge, .strength = strength::commit, .score = 0.9});
///       }
///     }
///   };
///   AVOW_PLUGIN(Promises, .id = "promises", .version = "1.0.0", .output_revision = 1)
///
/// What the host hands in are views: they own nothing, are cheap to copy, and are gone when the call returns. What a
/// plugin hands out owns its strings and is copied by the host at once. Exceptions may be thrown anywhere: each entry
/// catches them and reports `what()` as the reason of the failure. An instance is used by one thread at a time, but
/// several instances run at once: keep what is mutable in members, never in globals. Answer the same to the same
/// input; when the answer changes, raise output_revision.

/// Defines the one symbol that a plugin exports, for the class that is the plugin; once, at namespace scope:
///   AVOW_PLUGIN(Promises, .id = "promises", .version = "1.0.0", .output_revision = 1)
/// The class is constructed from a const Setup& when it can be, else from nothing.
#define AVOW_PLUGIN(Type, ...)                             \
  extern "C" AVOW_EXPORT const avow_plugin_v1 avow_plugin; \
  constinit const avow_plugin_v1 avow_plugin = ::avow::sdk::detail::entry<Type>({__VA_ARGS__});
