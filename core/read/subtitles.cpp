#include "read/subtitles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/error.hpp"
#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/plain_text.hpp"
#include "read/subtitle_cues.hpp"

namespace avow {
namespace {

/// Lines from the start in which the first cue must stand.
constexpr int lines_tried = 12;
/// Seconds of silence that part paragraphs, and up to which the next cue can carry on the lines of the last.
constexpr double silence = 2.0;
constexpr double roll_up_gap = 0.5;
/// A paragraph that is longer ends at the next sentence: captions have no others.
constexpr std::size_t long_paragraph = 1500;
/// Words that two cues must share to be told from a word said twice.
constexpr std::size_t shared_words = 3;
/// No screen holds more that could be carried on.
constexpr std::size_t most_shared_words = 64;
constexpr std::size_t max_label_words = 5;
constexpr std::size_t longest_label = 60;
/// A note of what is heard is short.
constexpr std::size_t longest_note = 40;

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Without what is heard and not said: "[Applause]", "(music)", what stands between notes. Brackets within what is
/// said are left when they hold more than a few words.
std::string spoken(std::string_view line) {
  if (line.find("\xE2\x99\xAA") != std::string_view::npos || line.find("\xE2\x99\xAB") != std::string_view::npos)
    return {};
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const char close = line[at] == '[' ? ']' : line[at] == '(' ? ')' : '\0';
    const auto size = close == '\0' ? std::string_view::npos : line.substr(at, longest_note).find(close);
    const bool note = size != std::string_view::npos && words_of(line.substr(at, size)).size() <= 3;
    if (!note) out += line[at];
    at += note ? size + 1 : 1;
  }
  return ascii::squeeze(out);
}

/// "ADA VALE:" or "Ada Vale:" before what is said; its size with the colon, 0 for none.
std::size_t label_size(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon > longest_label || colon + 1 >= line.size() || line[colon + 1] != ' ')
    return 0;
  const auto words = words_of(line.substr(0, colon));
  const auto is_name = [](const std::string& word) {
    const bool capital = word[0] >= 'A' && word[0] <= 'Z';
    return capital || static_cast<unsigned char>(word[0]) >= 0x80;
  };
  const bool name =
      !words.empty() && words.size() <= max_label_words && std::all_of(words.begin(), words.end(), is_name);
  return name ? colon + 1 : 0;
}

bool ends_sentence(std::string_view text) {
  while (text.ends_with('"') || text.ends_with(')')) text.remove_suffix(1);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

/// How many words at the start of `next` repeat the end of `last`.
std::size_t overlap(const Words& last, const Words& next) {
  for (std::size_t size = std::min({last.size(), next.size(), most_shared_words}); size > 0; --size) {
    const bool carried_on = size >= shared_words || (size == last.size() && size < next.size());
    if (carried_on && std::equal(last.end() - static_cast<std::ptrdiff_t>(size), last.end(), next.begin())) return size;
  }
  return 0;
}

std::string joined(Words::const_iterator begin, Words::const_iterator end) {
  std::string text;
  for (; begin != end; ++begin) text += (text.empty() ? "" : " ") + *begin;
  return text;
}

class Transcriber {
 public:
  void cue(const SubtitleCue& cue) {
    if (cue.begin > end_ + silence && ends_sentence(text_)) paragraph();
    Words now;
    std::vector<std::size_t> ends;  // of each line, in words
    for (const auto& line : cue.lines) {
      for (auto& word : words_of(spoken(line.text))) now.push_back(std::move(word));
      ends.push_back(now.size());
    }
    std::size_t at = cue.begin <= end_ + roll_up_gap ? overlap(shown_, now) : 0;
    for (std::size_t i = 0; i < ends.size(); at = std::max(at, ends[i++]))
      if (at < ends[i])
        add(cue.lines[i].voice,
            joined(now.begin() + static_cast<std::ptrdiff_t>(at), now.begin() + static_cast<std::ptrdiff_t>(ends[i])));
    end_ = std::max(end_, cue.end);
    if (!now.empty()) shown_ = std::move(now);
  }
  std::string result() && { return std::move(text_); }

 private:
  void add(const std::string& voice, std::string said) {
    const bool mark = said.starts_with(">>") || said.starts_with("- ");
    if (mark) said = ascii::trim(std::string_view(said).substr(said.find_first_not_of(">-")));
    if (mark || label_size(said) > 0 || voice != voice_) paragraph();
    if (voice != voice_ && !voice.empty()) text_ += voice + ":";
    voice_ = voice;
    if (text_.size() - begin_ > long_paragraph && ends_sentence(text_)) paragraph();
    if (!text_.empty() && text_.back() != '\n') text_ += ' ';
    text_ += said;
  }

  void paragraph() {
    if (text_.empty() || text_.ends_with("\n\n")) return;
    text_ += "\n\n";
    begin_ = text_.size();
  }

  std::string text_, voice_;
  Words shown_;  ///< of the last cue
  std::size_t begin_ = 0;
  double end_ = 0;
};

/// "Language: en" above the first cue of WebVTT.
std::string header_field(std::string_view text, std::string_view key) {
  for (std::size_t at = 0; at < text.size();) {
    const auto line = ascii::line_at(text, at);
    at += line.size() + 1;
    if (is_cue_timing(line)) break;
    if (ascii::starts_with(line, key)) return std::string(ascii::trim(line.substr(key.size())));
  }
  return {};
}

std::string title_of(std::string_view name, std::string_view text) {
  const auto first = ascii::trim(ascii::line_at(text, 0));
  const auto begin = first.starts_with("WEBVTT") ? first.find_first_not_of(" \t-", 6) : std::string_view::npos;
  return std::string(begin == std::string_view::npos ? stem(name) : first.substr(begin));
}

}  // namespace

bool is_webvtt(std::string_view text) {
  return text.starts_with("WEBVTT") && (text.size() == 6 || ascii::is_space(text[6]));
}

bool is_subrip(std::string_view text) {
  std::string_view before;
  for (std::size_t at = 0, lines = 0; at < text.size() && lines < lines_tried; ++lines) {
    const auto line = ascii::trim(ascii::line_at(text, at));
    at += ascii::line_at(text, at).size() + 1;
    if (is_cue_timing(line)) return !before.empty() && std::all_of(before.begin(), before.end(), ascii::is_digit);
    before = line;
  }
  return false;
}

Document read_subtitles(std::string_view name, std::string_view text) {
  Transcriber transcriber;
  for (const auto& cue : subtitle_cues(text)) transcriber.cue(cue);
  Document document;
  document.text = ascii::trim(std::move(transcriber).result());
  if (document.text.empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: subtitles in which nothing is said", name));
  document.title = title_of(name, text);
  document.language = is_webvtt(text) ? header_field(text, "Language:") : std::string();
  document.published = date_in_name(stem(name));
  document.media_type = is_webvtt(text) ? "text/vtt" : "application/x-subrip";
  return document;
}

}  // namespace avow
