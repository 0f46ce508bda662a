#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace avow {

/// One caption, its tags taken off.
struct SubtitleCue {
  double begin = 0;  ///< seconds
  double end = 0;
  struct Line {
    std::string voice;  ///< of <v Ada Vale>; carried over the cue's lines until another speaks
    std::string text;
  };
  std::vector<Line> lines;
};

/// The cues of a SubRip or WebVTT file in its order; headers, styles, regions, notes and numbers are passed over.
std::vector<SubtitleCue> subtitle_cues(std::string_view text);

/// "00:01:02,500 --> 00:01:04,000" and WebVTT's forms of it, settings behind it or not.
bool is_cue_timing(std::string_view line);

}  // namespace avow
