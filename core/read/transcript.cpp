#include "read/transcript.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "read/ascii.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

/// A label with more words than this is no longer taken for one by whoever reads the text.
constexpr std::size_t max_label_words = 9;

/// Who speaks without a name must not pass for the one before.
const std::string unnamed = "Unnamed speaker";

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += !inside && !ascii::is_space(c);
    inside = !ascii::is_space(c);
  }
  return words;
}

/// "Name (role): ", the role left out when the label would become too long or end too soon.
std::string label_of(const Speech& speech, bool first) {
  const bool fits = !speech.role.empty() && speech.role.find_first_of("():") == std::string::npos &&
                    count_words(speech.speaker) + count_words(speech.role) <= max_label_words;
  const auto& name = speech.speaker.empty() ? unnamed : speech.speaker;
  return first && fits ? name + " (" + speech.role + "): " : name + ": ";
}

/// Words that begin an office and no person's name.
bool is_office(std::string_view name) {
  constexpr std::array openings = {"The "sv, "Secretary "sv, "Minister "sv, "Parliamentary "sv, "Chancellor "sv};
  return std::any_of(openings.begin(), openings.end(), [&](auto opening) { return name.starts_with(opening); });
}

std::string_view without_colon(std::string_view text) {
  text = ascii::trim(text);
  while (text.ends_with(':')) text = ascii::trim(text.substr(0, text.size() - 1));
  return text;
}

/// The contents of the brackets behind a name, "Harwick, Lab" of "(Harwick) (Lab)".
std::string bracketed(std::string_view text) {
  std::string out;
  for (auto open = text.find('('); open < text.size(); open = text.find('(', open)) {
    const auto close = std::min(text.find(')', open), text.size());
    out += (out.empty() ? "" : ", ") + ascii::squeeze(text.substr(open + 1, close - open - 1));
    open = close;
  }
  return out;
}

}  // namespace

NameAndRole split_label(std::string_view label) {
  const auto whole = without_colon(label);
  const auto open = whole.find('(');
  if (open == std::string_view::npos) return {ascii::squeeze(whole), {}};
  const auto before = ascii::squeeze(whole.substr(0, open));
  auto inside = bracketed(whole.substr(open));
  if (!is_office(before) || inside.empty()) return {before, inside};
  return {inside, before.starts_with("The ") ? before.substr(4) : before};
}

void Debate::add(std::string_view speaker, std::string_view role, std::string paragraph) {
  if (ascii::trim(paragraph).empty()) return;
  if (speeches.empty() || speeches.back().speaker != speaker)
    speeches.push_back({std::string(speaker), std::string(role), {}});
  speeches.back().paragraphs.push_back(std::move(paragraph));
}

std::string Debate::sole_speaker() const {
  const auto other = [&](const Speech& speech) { return speech.speaker != speeches.front().speaker; };
  return speeches.empty() || std::any_of(speeches.begin(), speeches.end(), other) ? "" : speeches.front().speaker;
}

std::string debate_text(const Debate& debate) {
  const bool labelled = debate.sole_speaker().empty();
  std::set<std::string_view> known;
  std::string text;
  for (const auto& speech : debate.speeches) {
    if (!text.empty()) text += "\n\n";
    if (labelled) text += label_of(speech, known.insert(speech.speaker).second);
    for (std::size_t i = 0; i < speech.paragraphs.size(); ++i) text += (i == 0 ? "" : "\n\n") + speech.paragraphs[i];
  }
  return text;
}

Error record_fault(const Delivery& delivery, const XmlTree& tree) {
  return {ErrorCode::bad_input,
          fmt::format("{}: byte {}: the record is not well-formed XML ({}); it was read up to there", delivery.name,
                      tree.fault()->byte, tree.fault()->why)};
}

}  // namespace avow
