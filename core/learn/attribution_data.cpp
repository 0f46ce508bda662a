#include "learn/attribution_data.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.hpp"
#include "learn/files.hpp"

namespace avow::learn {
namespace {

namespace fs = std::filesystem;

// --- brat ----------------------------------------------------------------------------------------------------------

/// Byte offsets of the characters, and of the end.
std::vector<std::uint32_t> offsets_of(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

std::string_view cut(std::string_view& rest, char at) {
  const std::size_t end = rest.find(at);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return part;
}

class BratReader {
 public:
  BratReader(const fs::path& file, std::string text) : file_(file), offsets_(offsets_of(text)) {
    sample_.text = std::move(text);
  }

  AttributionSample read() {
    each_line(file_, [&](std::string_view line) {
      if (line.starts_with('T')) marked(line);
      if (line.starts_with('E')) joined_.emplace_back(line);
    });
    for (const std::string& line : joined_) join(line);
    std::sort(sample_.roles.begin(), sample_.roles.end(),
              [](const MarkedRole& a, const MarkedRole& b) { return a.span.begin < b.span.begin; });
    return std::move(sample_);
  }

 private:
  static text::AttributionLabel role_of(std::string_view type) {
    if (type == "Source") return text::source_begins;
    if (type == "Cue") return text::cue_begins;
    return type == "Content" ? text::content_begins : text::no_role;
  }
  std::uint32_t offset(std::string_view number) const {
    std::size_t at = 0;
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), at);
    if (failed != std::errc() || end != number.data() + number.size() || at >= offsets_.size())
      throw Error(ErrorCode::bad_input, file_.string() + ": \"" + std::string(number) + "\" is no place in its text");
    return offsets_[at];
  }

  /// T7<tab>Content 751 788;790 800<tab>the words
  void marked(std::string_view line) {
    const std::string id(cut(line, '\t'));
    std::string_view where = cut(line, '\t');
    const text::AttributionLabel role = role_of(cut(where, ' '));
    if (role == text::no_role) return;
    while (!where.empty()) {
      std::string_view piece = cut(where, ';');
      const std::uint32_t begin = offset(cut(piece, ' '));
      const Span span{begin, offset(piece)};
      if (span.begin >= span.end) continue;
      sample_.roles.push_back({role, span});
      spans_[id].push_back(span);
    }
  }
  /// E2<tab>Attribution:T8 Content:T7 Cue:T6 Source:T5 Content2:T9
  void join(std::string_view line) {
    cut(line, '\t');
    MarkedAttribution one;
    while (!line.empty()) {
      std::string_view part = cut(line, ' ');
      const std::string_view what = cut(part, ':');
      auto& to = what.starts_with("Source") ? one.source : what.starts_with("Cue") ? one.cue : one.content;
      if (what.starts_with("Attribution")) continue;
      const auto& spans = spans_[std::string(part)];
      to.insert(to.end(), spans.begin(), spans.end());
    }
    if (!one.cue.empty() && !one.content.empty()) sample_.attributions.push_back(std::move(one));
  }

  fs::path file_;
  std::vector<std::uint32_t> offsets_;
  std::map<std::string, std::vector<Span>> spans_;
  std::vector<std::string> joined_;
  AttributionSample sample_;
};

/// The text that an annotation file is of: its name with the annotator's "_4e07" taken off, or its own.
fs::path text_of(const fs::path& file) {
  const std::string own = file.stem().string();
  const std::string shorter = own.substr(0, own.rfind('_'));
  for (const fs::path& folder : {file.parent_path().parent_path() / "text", file.parent_path()})
    for (const std::string& name : {shorter, own}) {
      std::error_code failed;
      if (fs::is_regular_file(folder / (name + ".txt"), failed)) return folder / (name + ".txt");
    }
  throw Error(ErrorCode::bad_input, file.string() + " has no text beside it or in ../text");
}

std::vector<AttributionSample> read_brat(const std::vector<fs::path>& files) {
  std::vector<AttributionSample> out;
  std::set<fs::path> seen;
  for (const fs::path& file : files) {
    const fs::path text = text_of(file);
    if (!seen.insert(text).second) continue;
    out.push_back(BratReader(file, read_file(text)).read());
    out.back().name = text.stem().string();
  }
  return out;
}

// --- lines of tokens and labels --------------------------------------------------------------------------------------

/// What treebanks write for marks, and whether it leans on the next word or on the one before.
struct Written {
  std::string_view token;
  std::string_view text;
  bool opens = false;
};
constexpr Written written[] = {{"``", "\u201C", true},
                               {"''", "\u201D"},
                               {"`", "\u2018", true},
                               {"-LRB-", "(", true},
                               {"-RRB-", ")"},
                               {"-LSB-", "[", true},
                               {"-RSB-", "]"},
                               {"-LCB-", "{", true},
                               {"-RCB-", "}"},
                               {"(", "(", true},
                               {"[", "[", true},
                               {"$", "$", true},
                               {"\u201C", "\u201C", true},
                               {"\u2018", "\u2018", true}};

/// Puts a sentence together from its tokens, with blanks where print has them.
class Joiner {
 public:
  Span add(std::string_view token) {
    const auto* known =
        std::find_if(std::begin(written), std::end(written), [&](const Written& w) { return w.token == token; });
    bool opens = known != std::end(written) && known->opens;
    bool leans = known != std::end(written) ? !opens : leans_back(token);
    if (token == "\"") {
      opens = quoted_ = !quoted_;
      leans = !opens;
    }
    if (!text_.empty() && !leans && !glue_) text_ += ' ';
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += known != std::end(written) ? known->text : token;
    glue_ = opens;
    return {begin, static_cast<std::uint32_t>(text_.size())};
  }
  std::string take() { return std::move(text_); }

 private:
  static bool leans_back(std::string_view token) {
    if (token.empty()) return true;
    if (token == "n't" || token == "n\u2019t" || token == "\u201D" || token.starts_with("\u2019")) return true;
    return std::string_view(",.;:?!)]}%'").find(token.front()) != std::string_view::npos && token != "...";
  }
  std::string text_;
  bool glue_ = false;
  bool quoted_ = false;
};

text::AttributionLabel label_of(std::string_view label) {
  const std::string_view kind = label.substr(std::min<std::size_t>(label.size(), 2));
  if (kind == "source") return text::source_begins;
  if (kind == "cue") return text::cue_begins;
  return kind == "content" ? text::content_begins : text::no_role;
}

AttributionSample sample_of(const nlohmann::json& line) {
  AttributionSample out;
  Joiner joiner;
  text::AttributionLabel open = text::no_role;
  const auto& labels = line.at("labels");
  for (std::size_t i = 0; i < line.at("tokens").size(); ++i) {
    const Span span = joiner.add(line.at("tokens").at(i).get_ref<const std::string&>());
    const auto& label = labels.at(i).get_ref<const std::string&>();
    const text::AttributionLabel role = label_of(label);
    if (role != text::no_role && label.starts_with("B-")) {
      out.roles.push_back({role, span});
      open = role;
    } else if (role != text::no_role && role == open) {
      out.roles.back().span.end = span.end;
    } else {
      open = text::no_role;
    }
  }
  out.text = joiner.take();
  return out;
}

std::vector<AttributionSample> read_lines(const std::vector<fs::path>& files) {
  std::vector<AttributionSample> out;
  for (const fs::path& file : files) {
    std::size_t number = 0;
    each_line(file, [&](std::string_view line) {
      ++number;
      if (!line.starts_with('{')) return;
      try {
        out.push_back(sample_of(nlohmann::json::parse(line)));
      } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::bad_input,
                    file.string() + ":" + std::to_string(number) + ": no line of \"tokens\" and as many \"labels\"");
      }
      out.back().name = file.stem().string() + ":" + std::to_string(number);
    });
  }
  return out;
}

std::vector<fs::path> found_under(const fs::path& place, std::string_view ending) {
  try {
    return files_under(place, ending);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

std::vector<AttributionSample> read_attributions(const fs::path& data) {
  if (const auto brat = found_under(data, ".ann"); !brat.empty() && !fs::is_regular_file(data)) return read_brat(brat);
  std::vector<AttributionSample> out;
  for (const std::string_view ending : {".jsonl", ".json", ".txt"})
    if (out.empty()) out = read_lines(found_under(data, ending));
  if (out.empty())
    throw Error(ErrorCode::bad_input, data.string() + " holds no marked attributions",
                "name a folder with *.ann and text/*.txt, or with JSON lines of \"tokens\" and \"labels\"");
  return out;
}

text::TokenRange tokens_of(const text::Tokens& tokens, Span span) {
  std::size_t begin = tokens.at_or_after(span.begin);
  if (begin > 0 && tokens[begin - 1].end > span.begin) --begin;
  std::size_t end = begin;
  while (end < tokens.size() && tokens[end].begin < span.end) ++end;
  return {begin, end};
}

}  // namespace avow::learn
