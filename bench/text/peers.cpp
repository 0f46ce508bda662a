#include "text/peers.hpp"

#include <libstemmer.h>
#include <libxml/HTMLparser.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace avow::bench {
namespace {

using MakeIterator = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

std::size_t count_boundaries(const std::vector<std::string>& texts, MakeIterator make) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(make(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no break iterator for English");
  std::size_t boundaries = 0;
  for (const std::string& text : texts) {
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    iterator->setText(wide);
    while (iterator->next() != icu::BreakIterator::DONE) ++boundaries;
  }
  return boundaries;
}

constexpr std::array<const char*, 20> verbs{"build",  "cut",    "raise",  "lower",   "create", "reduce", "end",
                                            "invest", "double", "halve",  "protect", "spend",  "hire",   "open",
                                            "close",  "reach",  "expand", "deliver", "reform", "support"};
constexpr std::array<const char*, 10> openings{"will",
                                               "shall",
                                               "(is|are) going to",
                                               "promise to",
                                               "pledge to",
                                               "commit(ted)? to",
                                               "plan(s|ned)? to",
                                               "want(s)? to",
                                               "intend(s)? to",
                                               "must"};

std::unique_ptr<RE2::Set> make_set() {
  RE2::Options options;
  options.set_case_sensitive(false);
  auto set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
  for (const char* opening : openings)
    for (const char* verb : verbs) set->Add(std::string("\\b") + opening + " " + verb + "\\b", nullptr);
  if (!set->Compile()) throw std::runtime_error("RE2 refuses the patterns");
  return set;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void count_characters(void* context, const xmlChar*, int length) {
  *static_cast<std::size_t*>(context) += static_cast<std::size_t>(length);
}

constexpr int quiet = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;

}  // namespace

std::size_t icu_sentences(const std::vector<std::string>& texts) {
  return count_boundaries(texts, icu::BreakIterator::createSentenceInstance);
}

std::size_t icu_words(const std::vector<std::string>& texts) {
  return count_boundaries(texts, icu::BreakIterator::createWordInstance);
}

std::size_t re2_set(const std::vector<std::string>& texts, const std::vector<std::vector<Span>>& sentences) {
  static const std::unique_ptr<RE2::Set> set = make_set();
  std::size_t hits = 0;
  std::vector<int> matches;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (const Span& span : sentences[i])
      hits += set->Match({texts[i].data() + span.begin, span.end - span.begin}, &matches) ? 1 : 0;
  return hits;
}

std::size_t snowball(const std::vector<std::string>& texts) {
  const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer(sb_stemmer_new("english", nullptr),
                                                                   sb_stemmer_delete);
  std::size_t bytes = 0;
  std::string word;
  for (const std::string& text : texts)
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && is_letter(text[i])) {
        word += static_cast<char>(text[i] | 0x20);
      } else if (!word.empty()) {
        sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
        bytes += static_cast<std::size_t>(sb_stemmer_length(stemmer.get()));
        word.clear();
      }
    }
  return bytes;
}

std::size_t libxml2_sax(const std::vector<std::string>& pages) {
  std::size_t characters = 0;
  htmlSAXHandler handler{};
  handler.characters = count_characters;
  for (const std::string& page : pages) {
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(
        htmlCreatePushParserCtxt(&handler, &characters, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
        htmlFreeParserCtxt);
    htmlParseChunk(parser.get(), page.data(), static_cast<int>(page.size()), 1);
  }
  return characters;
}

std::size_t libxml2_tree(const std::vector<std::string>& pages) {
  std::size_t parsed = 0;
  for (const std::string& page : pages) {
    const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document(
        htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", quiet), xmlFreeDoc);
    parsed += document ? 1 : 0;
  }
  return parsed;
}

}  // namespace avow::bench
