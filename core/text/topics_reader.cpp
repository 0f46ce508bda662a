#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <system_error>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "text/topics.hpp"

namespace avow::text {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_file_bytes = 256 << 10;  ///< the automaton takes a few hundred times as much
constexpr std::size_t max_phrase_bytes = 200;
constexpr std::size_t max_phrases = 20'000;  ///< of one language
constexpr std::size_t max_topics = 1000;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content(max_file_bytes + 1, '\0');
  in.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (in.bad() || (in.fail() && !in.eof())) throw Error(ErrorCode::io, file.string() + ": cannot be read");
  content.resize(static_cast<std::size_t>(in.gcount()));
  if (content.size() > max_file_bytes) throw Error(ErrorCode::limit, file.string() + ": is larger than 256 KB");
  if (utf8::first_invalid(content)) throw Error(ErrorCode::bad_input, file.string() + ": is not UTF-8");
  return content;
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
    if (entry->path().extension() == ".txt") files.push_back(entry->path());
  if (failed) throw Error(ErrorCode::io, fmt::format("{}: {}", folder.string(), failed.message()));
  std::sort(files.begin(), files.end());
  return files;
}

/// Codes by number where they are numbers.
bool code_before(const Topic& a, const Topic& b) {
  return a.code.size() != b.code.size() ? a.code.size() < b.code.size() : a.code < b.code;
}

}  // namespace

/// One file into the words of its language.
class Topics::Reader {
 public:
  Reader(Topics& topics, Words& words, const fs::path& file) : topics_(topics), words_(words), where_(file.string()) {}

  void run(std::string_view content) {
    while (!content.empty()) {
      ++line_;
      const auto end = std::min(content.find('\n'), content.size());
      const std::string_view line = content.substr(0, end);
      content.remove_prefix(std::min(end + 1, content.size()));
      read(trim(line.substr(0, line.find('#'))));
    }
    words_.matcher.build();
  }

 private:
  void read(std::string_view line) {
    if (line.empty()) return;
    if (line.front() == '[') return open(line);
    if (!opened_) fail("phrases stand before the first [code name]");
    float weight = 0;
    if (const auto equals = line.find('='); equals != std::string_view::npos) {
      const std::string_view said = trim(line.substr(0, equals));
      const auto [end, failed] = std::from_chars(said.data(), said.data() + said.size(), weight);
      if (failed != std::errc() || end != said.data() + said.size() || !(weight > 0 && weight <= 100))
        fail(fmt::format("'{}' is no weight above 0 and up to 100", said));
      line = line.substr(equals + 1);
    }
    while (!line.empty()) {
      const auto comma = std::min(line.find(','), line.size());
      if (const auto phrase = trim(line.substr(0, comma)); !phrase.empty()) add(phrase, weight);
      line.remove_prefix(std::min(comma + 1, line.size()));
    }
  }

  void add(std::string_view phrase, float weight) {
    if (phrase.size() > max_phrase_bytes) fail("a phrase has 200 bytes at most");
    if (words_.phrases.size() >= max_phrases)
      throw Error(ErrorCode::limit, fmt::format("{}: has more than {} phrases", where_, max_phrases));
    const std::uint32_t number = words_.matcher.add(phrase);
    if (number < words_.phrases.size()) fail(fmt::format("'{}' was given before", phrase));
    const bool several = phrase.find_first_of(" -") != std::string_view::npos;
    words_.phrases.push_back({topic_, weight > 0 ? weight : several ? 2.0F : 1.0F});
  }

  /// "[16 defence] Defence": a new topic, or one that another language's file has opened.
  void open(std::string_view line) {
    const auto close = line.find(']');
    if (close == std::string_view::npos) fail("a topic's code and name stand between brackets");
    const std::string_view head = trim(line.substr(1, close - 1));
    const std::string_view title = trim(line.substr(close + 1));
    const auto space = head.find(' ');
    if (space == std::string_view::npos) fail("a topic has a code and a name, parted by a blank");
    const Topic topic{std::string(head.substr(0, space)), std::string(trim(head.substr(space))), std::string(title)};
    auto& all = topics_.all_;
    const auto known = std::find_if(all.begin(), all.end(), [&](const Topic& each) { return each.name == topic.name; });
    topic_ = static_cast<std::uint32_t>(known - all.begin());
    opened_ = true;
    if (known == all.end()) {
      if (all.size() >= max_topics) throw Error(ErrorCode::limit, fmt::format("{}: too many topics", where_));
      all.push_back(topic);
    } else if (known->code != topic.code) {
      fail(fmt::format("'{}' has the code {} elsewhere", topic.name, known->code));
    }
    if (all[topic_].title.empty()) all[topic_].title = title;
  }

  [[noreturn]] void fail(std::string_view why) const {
    throw Error(ErrorCode::bad_input, fmt::format("{}:{}: {}", where_, line_, why),
                "docs/languages.md says how a file of topics is written");
  }

  Topics& topics_;
  Words& words_;
  std::string where_;
  std::size_t line_ = 0;
  std::uint32_t topic_ = 0;
  bool opened_ = false;
};

Topics::Topics(const fs::path& folder) {
  for (const fs::path& file : files_of(folder)) Reader(*this, words_[file.stem().string()], file).run(content_of(file));
  std::vector<std::uint32_t> order(all_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return code_before(all_[a], all_[b]); });
  std::vector<std::uint32_t> place(order.size());
  std::vector<Topic> sorted;
  for (const std::uint32_t old : order) {
    place[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(all_[old]));
  }
  all_ = std::move(sorted);
  for (auto& [language, words] : words_)
    for (Phrase& phrase : words.phrases) phrase.topic = place[phrase.topic];
}

}  // namespace avow::text
