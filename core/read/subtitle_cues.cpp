#include "read/subtitle_cues.hpp"

#include <algorithm>
#include <optional>

#include "read/ascii.hpp"
#include "read/xml_tree.hpp"

namespace avow {
namespace {

constexpr std::string_view arrow = "-->";

/// "01:02:03,500", "02:03.500": seconds.
std::optional<double> moment(std::string_view text) {
  text = ascii::trim(text);
  double seconds = 0;
  double part = 0;
  double scale = 0;  // of the digit behind the comma; 0 before it
  int colons = 0;
  bool digits = false;
  for (const char c : text) {
    if (ascii::is_digit(c)) {
      digits = true;
      part = scale == 0 ? part * 10 + (c - '0') : part + (c - '0') * scale;
      scale /= 10;
    } else if (c == ':' && digits && scale == 0 && ++colons <= 2) {
      seconds = (seconds + part) * 60;
      part = 0;
    } else if ((c == ',' || c == '.') && scale == 0) {
      scale = 0.1;
    } else {
      return std::nullopt;
    }
  }
  return digits && colons > 0 ? std::optional(seconds + part) : std::nullopt;
}

struct Timing {
  double begin, end;
};
std::optional<Timing> timing(std::string_view line) {
  const auto at = line.find(arrow);
  if (at == std::string_view::npos) return std::nullopt;
  const auto behind = ascii::trim(line.substr(at + arrow.size()));
  const auto begin = moment(line.substr(0, at));
  const auto end = moment(behind.substr(0, behind.find_first_of(" \t")));
  return begin && end ? std::optional(Timing{*begin, *end}) : std::nullopt;
}

/// Takes tags (<i>, <c.yellow>, <00:01.000>, {\an8}) and entities out of a line; <v Name> says who speaks on.
class LineReader {
 public:
  SubtitleCue::Line read(std::string_view line) {
    std::string text;
    std::string voice = voice_;
    for (std::size_t at = 0; at < line.size();) {
      const char close = line[at] == '<' ? '>' : line.substr(at).starts_with("{\\") ? '}' : '\0';
      const auto end = close == '\0' ? std::string_view::npos : line.find(close, at);
      if (end == std::string_view::npos) {
        text += line[at++];
        continue;
      }
      tag(line.substr(at + 1, end - at - 1));
      if (!voice_.empty()) voice = voice_;
      at = end + 1;
    }
    return {voice, ascii::squeeze(xml::decoded(text))};
  }

 private:
  void tag(std::string_view tag) {
    if (tag == "/v") voice_.clear();
    const bool voice = tag.starts_with("v ") || tag.starts_with("v.");
    if (voice) voice_ = ascii::squeeze(xml::decoded(tag.substr(std::min(tag.find(' '), tag.size()))));
  }

  std::string voice_;
};

/// A line that only numbers a cue, right before its times.
bool is_number(std::string_view line) {
  return !line.empty() && std::all_of(line.begin(), line.end(), ascii::is_digit);
}

}  // namespace

bool is_cue_timing(std::string_view line) {
  return timing(line).has_value();
}

std::vector<SubtitleCue> subtitle_cues(std::string_view text) {
  std::vector<SubtitleCue> cues;
  LineReader reader;
  bool inside = false;  // of a cue; an empty line ends it
  for (std::size_t at = 0; at < text.size();) {
    const auto whole = ascii::line_at(text, at);
    at += whole.size() + 1;
    const auto line = ascii::trim(whole);
    if (const auto found = timing(line)) {
      // A number that followed the cue without an empty line is this cue's, not text of the last.
      if (inside && !cues.back().lines.empty() && is_number(cues.back().lines.back().text))
        cues.back().lines.pop_back();
      cues.push_back({found->begin, found->end, {}});
      reader = {};
      inside = true;
    } else if (whole.empty()) {  // a line of blanks is one that shows nothing yet
      inside = false;
    } else if (inside) {
      if (auto read = reader.read(line); !read.text.empty()) cues.back().lines.push_back(std::move(read));
    }
  }
  return cues;
}

}  // namespace avow
