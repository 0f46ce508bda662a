#pragma once

#include <string_view>

#include "model/document.hpp"

namespace avow {

/// Whether decoded text is WebVTT (it begins with that word) or SubRip (numbered cues with their times).
bool is_webvtt(std::string_view text);
bool is_subrip(std::string_view text);

/// Subtitles as running text: cues joined, without times, positions, tags and what is only heard ("[Applause]"); of
/// lines that stay on the screen while the next appears, one copy. A voice (<v Ada Vale>), a label ("ADA VALE:") or the
/// mark of a new speaker (">>", "-") begins a paragraph, and so does a silence of some seconds behind a sentence.
/// `text` is what decode_text gave. Throws Error bad_input when nothing is said.
Document read_subtitles(std::string_view name, std::string_view text);

}  // namespace avow
