#include "publish/oembed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "publish/claim_summary.hpp"

namespace avow {
namespace {

constexpr int card_width = 600, card_height = 320;
constexpr int cache_seconds = 3600;

int at_most(int size, const std::optional<int>& limit) {
  return std::max(1, std::min(size, limit.value_or(size)));
}

constexpr std::pair<char, std::string_view> references[] = {
    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};

/// Text as the value of an attribute of HTML, within quotation marks.
std::string attribute_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto found = std::find_if(std::begin(references), std::end(references),
                                    [&](const auto& reference) { return reference.first == c; });
    if (found == std::end(references))
      out += c;
    else
      out += found->second;
  }
  return out;
}

}  // namespace

Json oembed(const ClaimRow& row, const Names& names, const Publication& publication, const OembedLimits& limits) {
  const int width = at_most(card_width, limits.width), height = at_most(card_height, limits.height);
  const std::string title = claim_headline(row, names);
  return {{"version", "1.0"},
          {"type", "rich"},
          {"title", title},
          {"provider_name", publication.name},
          {"provider_url", publication.base_url},
          {"cache_age", cache_seconds},
          {"width", width},
          {"height", height},
          {"html", fmt::format("<iframe src=\"{}\" title=\"{}\" width=\"{}\" height=\"{}\" loading=\"lazy\" "
                               "sandbox=\"allow-popups allow-popups-to-escape-sandbox\" style=\"border:0\"></iframe>",
                               attribute_text(embed_url(publication, row.id)), attribute_text(title), width, height)}};
}

}  // namespace avow
