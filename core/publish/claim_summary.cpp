#include "publish/claim_summary.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "publish/clean_text.hpp"
#include "publish/target_text.hpp"
#include "publish/verdict_text.hpp"
#include "publish/web_address.hpp"

namespace avow {
namespace {

std::string cut(const std::string& line, std::size_t bytes) {
  if (line.size() <= bytes) return line;
  std::string_view kept = utf8::prefix(line, bytes);
  if (const auto blank = kept.rfind(' '); blank != std::string_view::npos && blank > 0) kept = kept.substr(0, blank);
  return std::string(kept) + "…";
}

void append(std::string& text, std::string_view between, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += between;
  text += part;
}

/// "Pact chief, 2020-03-01, in: The pact speaks. Harbour Post".
std::string place_text(const ClaimRow& row, const Names& names) {
  std::string place = clean_line(speaker_text(row.claim, names));
  append(place, ", ", row.claim.said.text());
  std::string work = clean_line(row.document_title);
  append(work, ". ", clean_line(row.document_publisher));
  append(place, ", ", work.empty() ? "" : "in: " + work);
  return place;
}

}  // namespace

std::string speaker_text(const Claim& claim, const Names& names) {
  return claim.speaker.empty() ? claim.speaker_name : names.entity_name(claim.speaker);
}

std::string claim_headline(const ClaimRow& row, const Names& names, std::size_t bytes) {
  std::string line = clean_line(speaker_text(row.claim, names));
  append(line, ": ", "“" + clean_line(row.claim.quote.exact) + "”");
  return cut(line, bytes);
}

std::string claim_summary(const ClaimRow& row, const Names& names) {
  std::string text = "“" + clean_line(row.claim.quote.exact) + "”";
  append(text, "\n", place_text(row, names));
  const std::string target = row.reading ? target_text(row.reading->target, row.reading->kind, names) : "";
  append(text, "\n", target.empty() ? "" : fmt::format("{}: {}", kinds.name(row.reading->kind), clean_line(target)));
  if (row.assessment)
    append(text, "\n",
           fmt::format("verdict: {}. {}", verdict_text(*row.assessment), clean_line(row.assessment->reason)));
  return text;
}

std::string citation_text(const ClaimRow& row, const Names& names) {
  std::string text = place_text(row, names);
  append(text, ". ", web_address(row.document_url));
  return text;
}

}  // namespace avow
