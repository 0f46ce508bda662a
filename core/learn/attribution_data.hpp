#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "text/attribution_tagger.hpp"

/// Texts in which people have marked who said what, as two forms of the same corpus give them.
namespace avow::learn {

/// A stretch that plays a part in an attribution. A stretch in pieces (an interrupted quotation, one over two
/// paragraphs) is as many of these.
struct MarkedRole {
  text::AttributionLabel role = text::no_role;  ///< source_begins, cue_begins or content_begins
  Span span;                                    ///< bytes of the text
};

/// What belongs together.
struct MarkedAttribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
};

struct AttributionSample {
  std::string name;
  std::string text;
  std::vector<MarkedRole> roles;                ///< in order
  std::vector<MarkedAttribution> attributions;  ///< empty where the form does not tell
};

/// Reads every *.ann under the folder (brat stand-off, beside ../text/<name>.txt or the text of its own name), or,
/// where there is none, every *.jsonl, *.json and *.txt of lines with "tokens" and "labels" (B-source, I-cue, ...). An
/// article with several annotators is read once, as the first of them by file name marked it. Throws avow::Error naming
/// the file for what is not of the form.
std::vector<AttributionSample> read_attributions(const std::filesystem::path& data);

/// The tokens that a span touches.
text::TokenRange tokens_of(const text::Tokens& tokens, Span span);

}  // namespace avow::learn
