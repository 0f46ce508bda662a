#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase_matcher.hpp"

namespace avow::text {

/// What a claim can be about.
struct Topic {
  std::string code;   ///< of the scheme that it comes from: "16"
  std::string name;   ///< in commands and records: "defence"
  std::string title;  ///< "Defence"
};

/// A claim as topics are told from it, the closest first.
struct TopicText {
  std::string_view language;  ///< BCP 47
  std::string_view measure;   ///< the vocabulary's, in English; may be empty
  std::string_view claim;     ///< its words
  std::string_view around;    ///< the text that it stands in: decides when the claim itself says nothing
  std::string_view title;     ///< of the document: decides when that says nothing either
};

/// Topics with the phrases that speak for them, a file a language. Immutable after construction, so shared by threads.
class Topics {
 public:
  /// None: every claim is left without.
  Topics() = default;

  /// Reads every <language>.txt of the folder; schema/vocabulary/topics/en.txt says how they are written. Error (io,
  /// bad_input, limit) naming file and line.
  explicit Topics(const std::filesystem::path& folder);

  /// Those that Avow ships: of the folder that AVOW_TOPICS names, else share/avow/vocabulary/topics beside the program,
  /// else none. Read once, at the first call, which throws as the constructor does.
  static const Topics& shipped();

  /// By code, as the scheme orders them.
  const std::vector<Topic>& all() const noexcept { return all_; }

  /// The topic of that code, name or title, in any case; null when there is none.
  const Topic* named(std::string_view text) const;

  /// The name of the topic that most speaks for; empty when nothing does. Linear in the texts.
  std::string_view of(const TopicText& text) const;

 private:
  struct Phrase {
    std::uint32_t topic = 0;
    float weight = 1;
  };
  struct Words {
    PhraseMatcher matcher;
    std::vector<Phrase> phrases;
  };
  class Reader;
  class Scores;

  const Words* words_of(std::string_view language) const;

  std::vector<Topic> all_;
  std::map<std::string, Words, std::less<>> words_;  ///< by language
};

}  // namespace avow::text
