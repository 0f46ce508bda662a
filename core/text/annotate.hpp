#pragma once

#include <memory>
#include <string_view>

#include "base/date.hpp"
#include "text/annotations.hpp"
#include "text/attribution_model.hpp"
#include "text/gazetteer.hpp"
#include "text/language.hpp"

namespace avow {

/// Finds everything that plugins are given. `text` is valid UTF-8; `published` may be unknown, then relative dates stay
/// unknown; words are looked up in `language`. `attribution` is a model of who said what, for English texts; null for
/// rules alone. Linear in the length of the text, whatever it holds. Thread-safe for one gazetteer in many threads.
Annotations annotate(std::string_view text, const Date& published, const Gazetteer& gazetteer,
                     const text::Language& language = text::Language::english(),
                     const text::AttributionModel* attribution = nullptr);

}  // namespace avow
