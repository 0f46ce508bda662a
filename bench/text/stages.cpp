#include "text/stages.hpp"

#include <utility>

#include "base/error.hpp"
#include "engine/analysis.hpp"
#include "plugin/plugin.hpp"
#include "read/reader.hpp"
#include "text/annotate.hpp"
#include "text/dates.hpp"
#include "text/gazetteer_tokens.hpp"
#include "text/layout.hpp"
#include "text/names.hpp"
#include "text/quantities.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"
#include "text/turns.hpp"
#include "text/voices.hpp"

namespace avow::bench {
namespace {

/// What is made of one text, step by step, so that each step can be run alone.
struct Prepared {
  Prepared(const std::string& text, const Gazetteer& gazetteer)
      : tokens(text), layout(tokens), mentions(find_mentions(gazetteer, tokens)), names(tokens, mentions) {
    turns = text::find_turns(tokens, layout, names);
    for (const text::Turn& turn : turns) labels.push_back(turn.label);
    sentences = text::find_sentences(tokens, layout, labels);
    dates = text::find_dates(tokens, day);
  }
  text::Tokens tokens;
  text::Layout layout;
  std::vector<Mention> mentions;
  text::Names names;
  std::vector<text::Turn> turns;
  std::vector<text::TokenRange> labels;
  std::vector<text::TokenRange> sentences;
  std::vector<DateMention> dates;
  inline static const Date day = Date::parse("2015-01-20").value();
};

}  // namespace

struct Stages::World {
  World() : vocabulary(read_vocabulary(default_vocabulary_folder())), lexicon(vocabulary) {}
  Vocabulary vocabulary;
  Lexicon lexicon;
  std::vector<std::unique_ptr<Prepared>> prepared;
  std::vector<Document> documents;
  std::vector<Annotations> annotations;
  std::vector<FoundPlugin> plugins = find_plugins(default_plugin_folders());
  std::unique_ptr<DocumentAnalyzer> analyzer;
};

Stages::Stages(const std::vector<std::string>& texts) : texts_(texts), world_(std::make_unique<World>()) {
  for (const std::string& text : texts) {
    world_->prepared.push_back(std::make_unique<Prepared>(text, world_->lexicon.gazetteer()));
    Document& document = world_->documents.emplace_back();
    document.text = text;
    document.published = Prepared::day;
    world_->annotations.push_back(annotate(text, Prepared::day, world_->lexicon.gazetteer()));
    std::vector<Span>& spans = sentences_.emplace_back();
    for (const Sentence& sentence : world_->annotations.back().sentences) spans.push_back(sentence.span);
  }
  add_finders();
  add_detectors();
}

Stages::~Stages() = default;

void Stages::add_finders() {
  // Each step over all texts; `count` tells what it found in one of them.
  const auto add = [this](const char* name, std::size_t (*count)(const Prepared&, const Gazetteer&)) {
    stages_.push_back({name, [this, count] {
                         std::size_t sum = 0;
                         for (const auto& one : world_->prepared) sum += count(*one, world_->lexicon.gazetteer());
                         return sum;
                       }});
  };
  add("tokens", [](const Prepared& p, const Gazetteer&) { return text::Tokens(p.tokens.text()).size(); });
  add("sentences and lines, of tokens", [](const Prepared& p, const Gazetteer&) {
    const text::Layout layout(p.tokens);
    return text::find_sentences(p.tokens, layout, p.labels).size();
  });
  add("tokens, lines and sentences", [](const Prepared& p, const Gazetteer&) {
    const text::Tokens tokens(p.tokens.text());
    const text::Layout layout(tokens);
    return text::find_sentences(tokens, layout, p.labels).size();
  });
  add("names and measures known",
      [](const Prepared& p, const Gazetteer& gazetteer) { return find_mentions(gazetteer, p.tokens).size(); });
  add("persons named",
      [](const Prepared& p, const Gazetteer&) { return text::Names(p.tokens, p.mentions).uses().size(); });
  add("turns of speech",
      [](const Prepared& p, const Gazetteer&) { return text::find_turns(p.tokens, p.layout, p.names).size(); });
  add("voices", [](const Prepared& p, const Gazetteer&) {
    return text::find_voices(p.tokens, p.layout, p.sentences, p.turns, p.names).size();
  });
  add("dates", [](const Prepared& p, const Gazetteer&) { return text::find_dates(p.tokens, Prepared::day).size(); });
  add("quantities",
      [](const Prepared& p, const Gazetteer&) { return text::find_quantities(p.tokens, p.dates).size(); });
  add("annotations, whole", [](const Prepared& p, const Gazetteer& gazetteer) {
    return annotate(p.tokens.text(), Prepared::day, gazetteer).sentences.size();
  });
}

void Stages::add_detectors() {
  std::vector<Plugin*> detectors;
  for (const FoundPlugin& found : world_->plugins) {
    if (!found.plugin || !found.plugin->is_detector()) continue;
    detectors.push_back(found.plugin.get());
    stages_.push_back({"detector " + found.plugin->manifest().id, [this, plugin = found.plugin.get()] {
                         std::size_t candidates = 0;
                         for (std::size_t i = 0; i < texts_.size(); ++i)
                           candidates += plugin->detect({{}, world_->documents[i], world_->annotations[i], {}}).size();
                         return candidates;
                       }});
  }
  world_->analyzer = std::make_unique<DocumentAnalyzer>(world_->lexicon, detectors);
  stages_.push_back({"from text to claims, whole", [this] {
                       std::size_t claims = 0;
                       for (const Document& document : world_->documents)
                         claims += world_->analyzer->analyze(document).claims.size();
                       return claims;
                     }});
}

std::size_t read_pages_whole(const std::vector<std::string>& pages) {
  std::size_t bytes = 0;
  const ReadSink sink{[&](const ReadDocument& read) { bytes += read.document.text.size(); }, {}};
  for (const std::string& page : pages) try {
      read_documents("page", page, {}, {}, sink);
    } catch (const Error&) {
      continue;  // a page without text
    }
  return bytes;
}

}  // namespace avow::bench
